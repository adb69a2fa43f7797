import ChildProcess
import Glibc
import TokenModel

/// From a file, the clipboard or the screen to the texts of the QR codes in it.
public struct CodeScanner: Sendable {
  /// Bytes of a picture in which codes are looked for: a screen may be larger than what is shown.
  public static let byteLimit = 32 << 20
  /// Pixels; beyond them the decoder would want a file to work with.
  public static let pixelLimit = 32_000_000

  private let desktop: DesktopTools
  private let reader: CodeReader
  private let home: String?

  /// `environment` is that of this process: where home is, and which session there is.
  public init(
    environment: [String: String], searchPath: [String] = ChildEnvironment.systemPath
  ) {
    desktop = DesktopTools(environment: environment, searchPath: searchPath)
    reader = CodeReader(searchPath: searchPath)
    home = environment["HOME"]
  }

  /// Each text once, at least one; a text that was copied is taken as it is.
  public func texts(from source: ScanSource) async throws(PictureFault) -> [String] {
    switch source {
    case .file(let path): return try await texts(in: try PictureFile.read(expanded(path)))
    case .screen: return try await texts(in: try await ScreenGrab(desktop: desktop).bytes())
    case .clipboard:
      switch try await Clipboard(desktop: desktop).content() {
      case .text(let text): return [text]
      case .picture(let bytes): return try await texts(in: bytes)
      }
    }
  }

  /// The texts of the codes in a picture that was read already.
  public func texts(in bytes: [UInt8]) async throws(PictureFault) -> [String] {
    try await reader.texts(
      in: try Picture(reading: bytes, byteLimit: Self.byteLimit, pixelLimit: Self.pixelLimit))
  }

  private func expanded(_ path: String) -> String {
    guard let home, path == "~" || path.hasPrefix("~/") else { return path }
    return home + path.dropFirst()
  }
}

/// A picture on disk.
enum PictureFile {
  /// All bytes; throws `unreadable` or `tooLarge`.
  static func read(_ path: String) throws(PictureFault) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .unreadable(path: path, error: errno) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unreadable(path: path, error: errno) }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= CodeScanner.byteLimit else {
        throw .tooLarge(limit: CodeScanner.byteLimit)
      }
    }
  }
}
