import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOSSL
import TokenModel

/// What the errors of the HTTP library mean for the user.
enum FaultMeaning {
  static func fault(
    _ error: any Error, host: String, hasBegun: Bool, caFile: String?
  ) -> NetworkFault {
    switch error {
    case let fault as NetworkFault: fault
    case let refusal as PinRefusal: .notPinned(host: host, refusal)
    case is CancellationError, HTTPClientError.cancelled as HTTPClientError: .canceled
    case let error as NIOSSLError: tls(error, host, caFile)
    case is NIOSSLExtraError, HTTPClientError.tlsHandshakeTimeout as HTTPClientError:
      .tls(host: host, reason: tlsReason(error))
    case is HTTPParserError: .unusableAnswer(.notJSON(status: 0))
    case _ where hasBegun: .connectionLost
    default: .unreachable(host: host, reason: reason(error))
    }
  }

  private static func tls(_ error: NIOSSLError, _ host: String, _ caFile: String?) -> NetworkFault {
    switch error {
    case .failedToLoadCertificate, .noSuchFilesystemObject:
      .tls(host: host, reason: "no certificate can be read from \(caFile ?? "the system's store")")
    case .uncleanShutdown, .shutdownFailed, .readInInvalidTLSState, .writeDuringTLSShutdown:
      .connectionLost
    default: .tls(host: host, reason: tlsReason(error))
    }
  }

  /// The library's own words are the only ones that tell certificates apart; bounded for display.
  private static func tlsReason(_ error: any Error) -> String {
    let text = String(describing: error)
    guard !text.contains("CERTIFICATE_VERIFY_FAILED") else {
      return "its certificate is not signed by an authority that is trusted here"
    }
    guard !text.contains("failedToValidateHostname") else {
      return "its certificate is for another host name"
    }
    return String(text.prefix(200))
  }

  private static func reason(_ error: any Error) -> String {
    if let error = error as? HTTPClientError {
      return error == .connectTimeout
        ? "no answer to the connection attempt" : error.shortDescription
    }
    let text = String(describing: error)
    return reasons.first { text.contains($0.mark) }?.words ?? String(text.prefix(200))
  }

  /// The type that wraps these belongs to a module that is not ours to import.
  private static let reasons: [(mark: String, words: String)] = [
    ("errno: 111", "connection refused"),
    ("errno: 101", "the network is unreachable"),
    ("errno: 113", "no route to the host"),
    ("SocketAddressError", "the name is not known"),
  ]
}
