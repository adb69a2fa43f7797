import NIOCore
import NIOPosix
import Synchronization

/// A server that reads one request on each connection and then does what its script says.
final class ScriptedServer: Sendable {
  enum Step: Sendable {
    case send(String)
    /// One byte at a time, with a pause after each, for ever.
    case drip(everyMilliseconds: Int64)
    case close
  }

  private let channel: any Channel
  private let log: Log

  /// What arrived, whole requests only.
  final class Log: Sendable {
    private let texts = Mutex<[String]>([])
    func add(_ text: String) { texts.withLock { $0.append(text) } }
    var all: [String] { texts.withLock { $0 } }
  }

  private init(channel: any Channel, log: Log) {
    self.channel = channel
    self.log = log
  }

  /// Runs while `body` does.
  static func run<Result: Sendable>(
    _ script: [Step], _ body: (ScriptedServer) async throws -> Result
  ) async throws -> Result {
    let log = Log()
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.backlog, value: 16)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(Reader(script, log))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    let result: Result
    do {
      result = try await body(ScriptedServer(channel: channel, log: log))
    } catch {
      try await channel.close()
      throw error
    }
    try await channel.close()
    return result
  }

  var port: Int { channel.localAddress?.port ?? 0 }
  var received: [String] { log.all }

  private final class Reader: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    private let script: [Step]
    private let log: Log
    private var text = ""

    init(_ script: [Step], _ log: Log) {
      self.script = script
      self.log = log
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      text += String(buffer: unwrapInboundIn(data))
      // The bodies of these tests all end so, and nothing else does.
      guard text.hasSuffix("}") || !text.hasPrefix("POST") else { return }
      log.add(text)
      text = ""
      for step in script { perform(step, context.channel) }
    }

    private func perform(_ step: Step, _ channel: any Channel) {
      switch step {
      case .send(let text): channel.writeAndFlush(ByteBuffer(string: text), promise: nil)
      case .close: channel.close(promise: nil)
      case .drip(let pause):
        channel.eventLoop.scheduleRepeatedTask(
          initialDelay: .zero, delay: .milliseconds(pause)
        ) { task in
          guard channel.isActive else { return task.cancel() }
          channel.writeAndFlush(ByteBuffer(string: "x"), promise: nil)
        }
      }
    }
  }
}
