import NIOCore
import NIOSSL

/// Counts handshakes, and the bytes that arrive behind them, right where TLS ends.
final class TrafficCounter: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let tls: SandboxTLS

  init(_ tls: SandboxTLS) { self.tls = tls }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    tls.receive(unwrapInboundIn(data).readableBytes)
    context.fireChannelRead(data)
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    // NIOTLS, which has the event's type, is not ours to import.
    if String(describing: event).hasPrefix("handshakeCompleted") { tls.connect() }
    context.fireUserInboundEventTriggered(event)
  }

  /// Takes the place that the server offers, behind HTTP, and puts the counter before it.
  final class Entrance: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = NIOAny

    private let tls: SandboxTLS

    init(_ tls: SandboxTLS) { self.tls = tls }

    func handlerAdded(context: ChannelHandlerContext) {
      let pipeline = context.pipeline.syncOperations
      // Without TLS in the pipeline nothing is counted, and tests of the counter say so.
      guard let end = try? pipeline.handler(type: NIOSSLServerHandler.self) else { return }
      try? pipeline.addHandler(TrafficCounter(tls), position: .after(end))
    }
  }
}
