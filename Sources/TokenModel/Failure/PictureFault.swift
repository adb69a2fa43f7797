/// Why there is no picture, or no code in it.
public enum PictureFault: Error, Equatable, Sendable {
  // What came
  /// Neither PNG nor JPEG nor WebP; what it is instead, such as `SVG`, where that can be told.
  case unsupportedKind(String?)
  /// The head is cut off, or says what cannot be.
  case damaged
  /// More bytes than `limit`.
  case tooLarge(limit: Int)
  /// Pixels; more than `limit` of them are not decoded.
  case tooManyPixels(width: Int, height: Int, limit: Int)

  // The way to it
  /// The configuration forbids pictures.
  case forbidden
  /// Neither https, nor http to this machine for a bank on this machine.
  case insecureAddress(String)
  /// The server has no picture there.
  case noSuchPicture(status: Int)
  /// The server leads on and on, or to where we do not follow.
  case redirected
  /// The file cannot be read; an `errno`.
  case unreadable(path: String, error: Int32)

  // The tools
  /// Debian packages, one of which is enough.
  case missingTool(packages: [String])
  /// The kernel cannot keep the decoder from the network, so it does not run.
  case notConfined
  /// The decoder gave up, or what it wrote is no picture.
  case notDecoded(tool: String)
  case toolTooSlow(tool: String)

  // Codes
  /// No QR code was found.
  case noCode
  /// There is neither a picture nor text on the clipboard.
  case emptyClipboard
  /// No graphical session whose clipboard or screen could be read.
  case noDesktop
  /// The screen was not given, or not taken.
  case noScreenGrab(tool: String)
  case canceled
}
