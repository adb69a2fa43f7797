import PowerAuth
import TokenCore
import TokenModel

extension TokenWorld {
  /// The right PIN, as `activate` chose it.
  public var rightPIN: PIN { get throws { try pin("2580") } }
  public var wrongPIN: PIN { get throws { try pin("0000") } }

  /// Locks the PIN by fewer rounds than we ever would: tests use it very often.
  func lightenPIN() async throws {
    guard let activation = try store.activation(),
      let key = await server.activations[activation.id]?.knowledgeKey
    else { return }
    let wrap = try KnowledgeWrap(wrapping: key, pin: rightPIN.secret, iterations: 10_000)
    _ = try store.update(activation.id) { $0.record.knowledge = wrap }
  }

  /// Offers a payment that takes PIN or biometry, and fetches it as the client sees it.
  public func offeredPayment(
    id: String = "op-1", variants: [String]
  ) async throws -> UserOperation {
    await server.offer([Self.operation(id, variants: variants)])
    return try await token.operation(id: id)
  }

  /// Whether the PIN proves a payment of that name; nothing else is told.
  public func approves(_ id: String, with factor: SecondFactor) async -> Bool {
    let variants = ["possession_knowledge", "possession_biometry"]
    guard let payment = try? await offeredPayment(id: id, variants: variants) else { return false }
    return (try? await token.approve(payment, with: factor)) != nil
  }

  /// The header by which the last request to `path` was signed.
  public func signature(of path: String) async throws -> SignatureHeader? {
    try await server.requests[path]?.headers.first { $0.name == SignatureHeader.name }
      .map { try SignatureHeader(parsing: $0.value) }
  }
}
