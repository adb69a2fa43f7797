import Foundation
import HTTPTransport
import PowerAuth
import TestSupport
import Testing
import TokenCore
import TokenModel

@testable import Sandbox

/// A sandbox behind TLS, and clients that pin it as the program does.
struct PinnedBank: Sendable {
  let server: SandboxServer
  let tls: SandboxTLS

  /// Runs while `body` does; the directory of keys goes with it.
  static func with(_ body: (PinnedBank) async throws -> Void) async throws {
    let directory = FileManager.default.temporaryDirectory
      .appending(path: "tls-" + UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let server = try await SandboxServer.start(SandboxConfiguration(tlsDirectory: directory))
    do {
      try await body(PinnedBank(server: server, tls: try #require(server.tls)))
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  /// Where the list is, signed as a whole or entry by entry.
  func service(isChallenged: Bool = true, names: [String]? = nil) throws -> PinService {
    let path =
      isChallenged ? "/app/init?appName=\(SandboxApplication.defaultID)" : "/fingerprints.json"
    return PinService(
      url: server.baseURL + path,
      verifier: try #require(FingerprintVerifier(publicKey: server.fingerprintKey)),
      isChallenged: isChallenged, names: names)
  }

  var options: TransportOptions { TransportOptions(caFile: tls.authorityFile) }

  /// One client with its own connections and memory.
  func client(_ configuration: PinConfiguration, _ options: TransportOptions? = nil) -> Client {
    let options = options ?? self.options
    let pinning = Pinning(
      configuration,
      ports: PinPorts(fetching: PinListFetch(options: options), store: MemoryPinStore()),
      logger: TokenWorld.silence)
    let plain = AsyncHTTPTransport(options: options, guardedBy: pinning)
    return Client(
      pinning: pinning, plain: plain, transport: PinnedTransport(plain, pinning),
      url: server.baseURL + "/enrollment-server/pa/v3/status")
  }

  struct Client: Sendable {
    let pinning: Pinning
    let plain: AsyncHTTPTransport
    let transport: PinnedTransport
    let url: String

    /// The status of an answer; throws `TransportFault`.
    func ask() async throws(TransportFault) -> Int {
      try await transport.send(
        OutgoingRequest(
          url: url, headers: [HeaderField("Content-Type", "application/json")],
          body: Array("{}".utf8))
      ).status
    }

    /// Why the connection was refused; nil when there was an answer.
    func refusal() async throws -> PinRefusal.Reason? {
      do throws(TransportFault) {
        _ = try await ask()
        return nil
      } catch {
        guard case .notPinned("localhost", let refusal) = error.fault, !error.mayHaveBeenSent else {
          throw error
        }
        return refusal.reason
      }
    }
  }

  /// The bank's own trials, without the way through TLS; throws what it refuses.
  @discardableResult
  func trial(_ method: String, _ path: String = "", _ body: JSONValue? = nil) async throws
    -> JSONValue
  {
    let login = Data("\(server.apiUser):\(server.apiPassword)".utf8).base64EncodedString()
    let answer = await server.sandbox.handle(
      SandboxRequest(
        method: method, target: "/powerauth-cloud/v2/sandbox/pinning" + path,
        headers: [(name: "Authorization", value: "Basic " + login)], body: body?.bytes() ?? []))
    guard answer.status == 200 else { throw Refused(status: answer.status) }
    return answer.json ?? .null
  }

  struct Refused: Error { let status: Int }
}
