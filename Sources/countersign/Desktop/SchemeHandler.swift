import ChildProcess
import FoundationEssentials
import Glibc
import TokenScreens

/// Makes this program the one that opens links of a scheme for this user, and takes that back.
struct SchemeHandler {
  /// `applications` of the user's data directory.
  let directory: String
  let environment: ChildEnvironment

  var path: String { directory + "/" + DesktopEntry.fileName }

  /// Writes the entry and registers it; returns the schemes that could not be registered.
  func install(_ entry: DesktopEntry) async throws(CommandFailure) -> [String] {
    try write(entry.text)
    await run("update-desktop-database", [directory])
    var left: [String] = []
    for scheme in entry.schemes {
      let arguments = ["default", DesktopEntry.fileName, DesktopEntry.type(scheme)]
      if await !run("xdg-mime", arguments) { left.append(scheme) }
    }
    return left
  }

  /// Removes the entry; false where there was none. What the desktop remembers of it means nothing
  /// without the file.
  func uninstall() async throws(CommandFailure) -> Bool {
    guard unlink(path) == 0 else {
      guard errno == ENOENT else { throw failure(Phrase("links.cli-unremovable")) }
      return false
    }
    await run("update-desktop-database", [directory])
    return true
  }

  /// In one step: a desktop that looks meanwhile sees the old file or the new one.
  private func write(_ text: String) throws(CommandFailure) {
    do {
      try FileManager.default.createDirectory(
        atPath: directory, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw failure(Phrase("links.cli-unwritable"))
    }
    chmod(path, 0o644)
  }

  /// True when the tool is there and did its work.
  @discardableResult
  private func run(_ tool: String, _ arguments: [String]) async -> Bool {
    let result = try? await ChildProcess(tool, arguments, environment: environment).run()
    return result?.status == .exited(0)
  }

  private func failure(_ phrase: Phrase) -> CommandFailure {
    .usage(
      say(phrase, ["file": path, "reason": ReasonWords.text(String(cString: strerror(errno)))]),
      next: say("links.cli-mend", ["directory": directory]))
  }
}
