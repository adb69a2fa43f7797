import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix
import TokenModel

/// Waits on this machine for the one redirect that ends a sign-in in a browser.
///
/// Anybody on this machine can talk to it, and any web page can make the browser do so: whatever is
/// not the expected redirect is refused and changes nothing. It ends by itself after the redirect,
/// a time-out or a cancellation.
public final class LoopbackRedirect: Sendable {
  private static let host = "127.0.0.1"

  /// What the provider is told to redirect to, such as `http://127.0.0.1:4711/redirect`.
  public let address: String

  private let channel: any Channel
  private let desk: LoopbackDesk

  /// The port is taken, or may not be opened; `reason` is the system's.
  public struct PortFault: Error, Equatable, Sendable {
    public let port: Int
    public let reason: String
  }

  private init(channel: any Channel, desk: LoopbackDesk, path: String) {
    self.channel = channel
    self.desk = desk
    address = "http://\(Self.host):\(channel.localAddress?.port ?? 0)\(path)"
  }

  deinit { close() }

  /// Opens `port`, or a free one for 0, on 127.0.0.1 only.
  ///
  /// `path` begins with a slash. `isExpected` is asked with the full address of each redirect to
  /// it, so that one with a foreign state neither ends the waiting nor looks accepted. A connection has
  /// `patience` for its request and the answer.
  public static func open(
    port: Int = 0, path: String = "/redirect", pages: LoopbackPages,
    patience: Duration = .seconds(10),
    isExpected: @escaping @Sendable (String) -> Bool = { _ in true }
  ) async throws(PortFault) -> LoopbackRedirect {
    let desk = LoopbackDesk(
      path: path, pages: pages, patience: TimeAmount(patience), isExpected: isExpected)
    do {
      let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .serverChannelOption(.backlog, value: 16)
        .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
        .childChannelInitializer { channel in
          channel.eventLoop.makeCompletedFuture { try desk.receive(channel) }
        }
        .bind(host: host, port: port).get()
      return LoopbackRedirect(channel: channel, desk: desk, path: path)
    } catch {
      let reason = (error as? IOError).map { String(cString: strerror($0.errnoCode)) }
      throw PortFault(port: port, reason: reason ?? String(describing: error))
    }
  }

  /// The full address of the redirect, its query included; to be called once.
  ///
  /// Throws `timedOut` or `canceled`; afterwards the port is closed in any case.
  public func redirect(within time: Duration) async throws(OIDCFault) -> String {
    defer { close() }
    let outcome = await withTaskGroup(of: Outcome.self) { [desk] group in
      group.addTask {
        for await address in desk.arrivals { return .arrived(address) }
        return .canceled
      }
      group.addTask {
        do { try await Task.sleep(for: time) } catch { return .canceled }
        return .timedOut
      }
      defer { group.cancelAll() }
      return await group.next() ?? .canceled
    }
    switch outcome {
    case .arrived(let address): return address
    case .timedOut: throw .timedOut
    case .canceled: throw .canceled
    }
  }

  /// Closes the port and every connection to it; whoever waits is told of a cancellation.
  public func close() {
    channel.close(promise: nil)
    desk.close()
  }

  private enum Outcome: Sendable {
    case arrived(String)
    case timedOut, canceled
  }
}
