import NIOCore
import NIOHTTP1
import Synchronization

/// Receives whoever connects to the loopback port, and lets one redirect through.
final class LoopbackDesk: Sendable {
  /// Connections at one time; a browser opens two or three.
  private static let connectionLimit = 16
  /// The redirect, once it has come and its answer has been sent.
  let arrivals: AsyncStream<String>
  let pages: LoopbackPages

  private let arrival: AsyncStream<String>.Continuation
  private let path: String
  private let patience: TimeAmount
  private let isExpected: @Sendable (String) -> Bool
  private let state = Mutex(State())

  private struct State {
    var connections: [ObjectIdentifier: any Channel] = [:]
    /// The redirect is here, or nobody waits for it any more.
    var isDone = false
  }

  /// `patience` is the time from connecting to the end of the answer.
  init(
    path: String, pages: LoopbackPages, patience: TimeAmount,
    isExpected: @escaping @Sendable (String) -> Bool
  ) {
    (arrivals, arrival) = AsyncStream.makeStream(
      of: String.self, bufferingPolicy: .bufferingOldest(1))
    self.path = path
    self.pages = pages
    self.patience = patience
    self.isExpected = isExpected
  }

  /// Prepares a new connection; runs on its event loop.
  func receive(_ channel: any Channel) throws {
    let isWelcome = state.withLock { state in
      guard !state.isDone, state.connections.count < Self.connectionLimit else { return false }
      state.connections[ObjectIdentifier(channel)] = channel
      return true
    }
    guard isWelcome else { return channel.close(promise: nil) }
    let tooLate = channel.eventLoop.scheduleTask(in: patience) { channel.close(promise: nil) }
    channel.closeFuture.whenComplete { _ in
      tooLate.cancel()
      self.state.withLock { _ = $0.connections.removeValue(forKey: ObjectIdentifier(channel)) }
    }
    let pipeline = channel.pipeline.syncOperations
    try pipeline.addHandlers([
      LoopbackSizeLimit(),
      ByteToMessageHandler(HTTPRequestDecoder(leftOverBytesStrategy: .dropBytes)),
      HTTPResponseEncoder(),
      LoopbackHandler(desk: self, port: channel.localAddress?.port ?? 0),
    ])
  }

  /// Whether `request` is the redirect that is waited for; true once.
  func accepts(_ request: LoopbackRequest) -> Bool {
    guard request.path == path, isExpected(request.address) else { return false }
    return state.withLock { state in
      defer { state.isDone = true }
      return !state.isDone
    }
  }

  func pass(_ address: String) {
    arrival.yield(address)
    arrival.finish()
  }

  func close() {
    let open = state.withLock { state in
      defer { state = State(isDone: true) }
      return state.connections
    }
    for channel in open.values { channel.close(promise: nil) }
    arrival.finish()
  }
}
