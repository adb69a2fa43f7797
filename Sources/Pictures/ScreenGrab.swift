import Glibc
import TokenModel

/// A picture of the screen, by whichever tool is there.
struct ScreenGrab: Sendable {
  let desktop: DesktopTools

  private struct Way {
    let tool: String
    let package: String
    let arguments: [String]
    /// It cannot write to a pipe; the file's name comes last.
    var needsFile = false
  }

  private static func ways(_ session: DesktopTools.Session) -> [Way] {
    let gnome = Way(
      tool: "gnome-screenshot", package: "gnome-screenshot", arguments: ["--file"],
      needsFile: true)
    return switch session {
    case .wayland:
      [
        Way(tool: "grim", package: "grim", arguments: ["-"]), gnome,
        Way(
          tool: "spectacle", package: "kde-spectacle",
          arguments: ["--background", "--nonotify", "--fullscreen", "--output"], needsFile: true),
      ]
    case .x11:
      [
        Way(
          tool: "import", package: "imagemagick",
          arguments: ["-silent", "-window", "root", "png:-"]),
        Way(tool: "scrot", package: "scrot", arguments: ["-"]), gnome,
      ]
    }
  }

  /// The first tool that gives a picture; throws `noDesktop`, `missingTool` or `noScreenGrab`.
  func bytes() async throws(PictureFault) -> [UInt8] {
    let ways = desktop.sessions.flatMap(Self.ways)
    guard !ways.isEmpty else { throw .noDesktop }
    let present = ways.filter { desktop.has($0.tool) }
    guard let last = present.last else { throw .missingTool(packages: ways.map(\.package)) }
    for way in present {
      if let bytes = try await bytes(way), !bytes.isEmpty { return bytes }
    }
    throw .noScreenGrab(tool: last.tool)
  }

  private func bytes(_ way: Way) async throws(PictureFault) -> [UInt8]? {
    guard way.needsFile else { return try await desktop.output(of: way.tool, way.arguments) }
    guard let folder = PrivateFolder(desktop.environment["XDG_RUNTIME_DIR"]) else { return nil }
    let path = folder.path + "/screen.png"
    guard try await desktop.output(of: way.tool, way.arguments + [path]) != nil else { return nil }
    return try PictureFile.read(path)
  }
}

/// A folder that only this user may look into; gone with its last reference.
private final class PrivateFolder {
  let path: String

  /// Nil where none can be made.
  init?(_ runtime: String?) {
    guard let made = strdup((runtime ?? "/tmp") + "/countersign-XXXXXX") else { return nil }
    defer { free(made) }
    guard mkdtemp(made) != nil else { return nil }
    path = String(cString: made)
  }

  deinit {
    unlink(path + "/screen.png")
    rmdir(path)
  }
}
