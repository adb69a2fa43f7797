/// Response of `/pa/v3/upgrade/start`, encrypted in activation scope without an envelope.
public struct UpgradeStartResponse: Codable, Sendable, Equatable {
  /// The first counter of protocol 3, 16 B in Base64; the same again when the start is repeated.
  public let ctrData: String

  /// The server's side.
  public init(counter: SignatureCounter) { ctrData = Base64.encode(counter.data) }
}
