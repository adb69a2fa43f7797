import TokenModel

/// Pictures of operations, and pictures that hold codes.
public struct PicturesPort: Sendable {
  /// From its address; nothing of it is decoded.
  public let fetch: @Sendable (_ address: String) async throws(TokenFailure) -> Picture
  /// Decodes it for a box of cells.
  public let draw:
    @Sendable (Picture, PictureForm, _ columns: Int, _ rows: Int) async throws(TokenFailure) ->
      DrawnPicture
  /// The texts of all QR codes.
  public let scan: @Sendable (ScanSource) async throws(TokenFailure) -> [String]

  public init(
    fetch: @escaping @Sendable (String) async throws(TokenFailure) -> Picture,
    draw:
      @escaping @Sendable (Picture, PictureForm, Int, Int) async throws(TokenFailure) ->
      DrawnPicture,
    scan: @escaping @Sendable (ScanSource) async throws(TokenFailure) -> [String]
  ) {
    self.fetch = fetch
    self.draw = draw
    self.scan = scan
  }

  /// No picture, and no code.
  public static let none = PicturesPort(
    fetch: { _ throws(TokenFailure) in throw .picture(.forbidden) },
    draw: { _, _, _, _ throws(TokenFailure) in throw .picture(.forbidden) },
    scan: { _ throws(TokenFailure) in throw .picture(.noCode) })
}
