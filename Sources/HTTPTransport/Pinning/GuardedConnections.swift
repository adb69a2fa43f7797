import AsyncHTTPClient
import NIOCore
import NIOSSL
import TokenCore
import TokenModel

extension HTTPClient.Configuration {
  /// Shows each new connection, all of them to `host`, to `connectionGuard`, and closes it where it
  /// is refused.
  ///
  /// The hook runs behind the handshake, chain and host name included, and before the client knows of
  /// the connection: no byte of a request can have left. A connection that is used again was shown
  /// when it was opened; the library resumes no TLS session, so there is no other way to one.
  mutating func guardConnections(
    to host: String, by connectionGuard: any ConnectionGuard
  ) {
    http1_1ConnectionDebugInitializer = { channel in
      Self.certificate(of: channel).flatMap { certificate in
        let promise = channel.eventLoop.makePromise(of: Void.self)
        promise.completeWithTask { try await connectionGuard.examine(certificate, of: host) }
        return promise.futureResult
      }.flatMapError { error in
        channel.close().flatMapThrowing { throw error }.flatMapErrorThrowing { _ in throw error }
      }
    }
  }

  /// The server's own certificate in DER; nil on a connection without TLS.
  private static func certificate(of channel: any Channel) -> EventLoopFuture<[UInt8]?> {
    channel.nioSSL_peerCertificate().flatMapThrowing { try $0?.toDERBytes() }
      .recover { _ in nil }
  }
}
