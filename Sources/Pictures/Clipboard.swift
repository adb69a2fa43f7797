import TokenModel

/// What the user has copied: a picture, or the text of a code.
struct Clipboard: Sendable {
  enum Content: Equatable, Sendable {
    case picture([UInt8])
    case text(String)
  }

  let desktop: DesktopTools

  /// A way to the clipboard of one kind of session.
  private struct Way {
    let session: DesktopTools.Session
    let tool: String
    let package: String
    let types: [String]
    let paste: @Sendable (_ type: String) -> [String]
  }

  private static let ways = [
    Way(
      session: .wayland, tool: "wl-paste", package: "wl-clipboard", types: ["--list-types"],
      paste: { ["--no-newline", "--type", $0] }),
    Way(
      session: .x11, tool: "xclip", package: "xclip",
      types: ["-selection", "clipboard", "-out", "-target", "TARGETS"],
      paste: { ["-selection", "clipboard", "-out", "-target", $0] }),
  ]
  private static let pictures = ["image/png", "image/jpeg", "image/webp"]
  private static let texts = ["text/plain;charset=utf-8", "UTF8_STRING", "text/plain"]

  /// A picture where there is one, else text.
  func content() async throws(PictureFault) -> Content {
    let ways = Self.ways.filter { desktop.sessions.contains($0.session) }
    guard !ways.isEmpty else { throw .noDesktop }
    guard let way = ways.first(where: { desktop.has($0.tool) }) else {
      throw .missingTool(packages: ways.map(\.package))
    }
    let listed = try await desktop.output(of: way.tool, way.types) ?? []
    let types = String(decoding: listed, as: UTF8.self).split(whereSeparator: \.isNewline)
      .map(String.init)
    for type in Self.pictures where types.contains(type) {
      if let bytes = try await desktop.output(of: way.tool, way.paste(type)), !bytes.isEmpty {
        return .picture(bytes)
      }
    }
    for type in Self.texts where types.contains(type) {
      if let text = try await text(way.tool, way.paste(type)) { return .text(text) }
    }
    throw .emptyClipboard
  }

  /// No longer than what a QR code can hold.
  private func text(_ tool: String, _ arguments: [String]) async throws(PictureFault) -> String? {
    guard let bytes = try await desktop.output(of: tool, arguments), !bytes.isEmpty else {
      return nil
    }
    guard bytes.count <= Self.longestText else { throw .tooLarge(limit: Self.longestText) }
    return String(validating: bytes, as: UTF8.self)
  }

  /// Bytes: 4,296 characters of up to four bytes.
  private static let longestText = 17_184
}
