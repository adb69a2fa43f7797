import TokenModel

/// A transport whose connections are guarded by pins: keeps the list at hand, and asks for it once
/// more where a server is unknown.
///
/// Nothing is ever sent twice: only what was refused before a byte of it left goes out again.
public struct PinnedTransport: Transport {
  private let transport: any Transport
  private let pinning: Pinning

  /// `transport` has `pinning` as the guard of its connections.
  public init(_ transport: any Transport, _ pinning: Pinning) {
    self.transport = transport
    self.pinning = pinning
  }

  public func send(_ request: OutgoingRequest) async throws(TransportFault) -> IncomingAnswer {
    await pinning.update()
    do throws(TransportFault) {
      return try await transport.send(request)
    } catch {
      guard case .notPinned(let host, let refusal) = error.fault, !error.mayHaveBeenSent,
        case .notListed = refusal.reason
      else { throw error }
      let update = await pinning.updateAfterRefusal()
      guard update == .ok else {
        throw TransportFault(
          .notPinned(host: host, refusal.after(update)), mayHaveBeenSent: false)
      }
      return try await transport.send(request)
    }
  }
}
