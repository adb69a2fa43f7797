import NIOCore
import NIOHTTP1

/// Answers one request of one connection, with one of two pages that repeat nothing of it.
final class LoopbackHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let desk: LoopbackDesk
  private let port: Int
  private var hasAnswered = false

  init(desk: LoopbackDesk, port: Int) {
    self.desk = desk
    self.port = port
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    // The head decides; what follows it on this connection is not read any more.
    guard case .head(let head) = unwrapInboundIn(data), !hasAnswered else { return }
    hasAnswered = true
    let preferences = head.headers["Accept-Language"].joined(separator: ",")
    guard let request = LoopbackRequest(head, port: port), desk.accepts(request) else {
      let page = desk.pages.page(isDone: false, preferences: preferences)
      return answer(.notFound, page, context)
    }
    // After the answer, since the program may end as soon as it has the address.
    let page = desk.pages.page(isDone: true, preferences: preferences)
    answer(.ok, page, context) { [desk] in desk.pass(request.address) }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  private func answer(
    _ status: HTTPResponseStatus, _ page: String, _ context: ChannelHandlerContext,
    then finish: @escaping @Sendable () -> Void = {}
  ) {
    let headers: HTTPHeaders = [
      "Content-Type": "text/html; charset=utf-8", "Content-Length": String(page.utf8.count),
      "Connection": "close", "Cache-Control": "no-store", "Referrer-Policy": "no-referrer",
      "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
      "X-Content-Type-Options": "nosniff",
    ]
    let head = HTTPResponseHead(version: .http1_1, status: status, headers: headers)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: page)))), promise: nil)
    let channel = context.channel
    context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in
      finish()
      channel.close(promise: nil)
    }
  }
}

/// Closes a connection that sends more than any redirect needs.
final class LoopbackSizeLimit: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  /// Bytes of one connection; browsers send a few thousand, cookies included.
  private static let limit = 65_536

  private var count = 0

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    count += unwrapInboundIn(data).readableBytes
    guard count <= Self.limit else { return context.close(promise: nil) }
    context.fireChannelRead(data)
  }
}
