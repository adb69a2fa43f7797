import Foundation
import Testing
import TokenScreens

/// Compares a picture with the one in `__Frames__/<name>.txt` beside the calling test.
///
/// With `RECORD_FRAMES=1` in the environment the picture is written instead, to be looked at and
/// committed. Colours are no part of it: meaning must never hang on them.
func expectFrame(
  _ name: String, _ frame: Frame, file: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(filePath: file).deletingLastPathComponent().appending(path: "__Frames__")
  let path = folder.appending(path: name + ".txt")
  if ProcessInfo.processInfo.environment["RECORD_FRAMES"] == "1" {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try (frame.text + "\n").write(to: path, atomically: true, encoding: .utf8)
    return
  }
  let expected = try #require(
    try? String(contentsOf: path, encoding: .utf8), "no frame \(name); record it first",
    sourceLocation: sourceLocation)
  #expect(
    frame.text + "\n" == expected, "the picture \(name) differs", sourceLocation: sourceLocation)
}
