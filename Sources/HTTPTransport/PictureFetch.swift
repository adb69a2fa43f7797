import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOHTTP1
import TokenCore
import TokenModel

/// Fetches a picture from wherever an operation says: a bare GET that tells nothing of this token.
///
/// No cookie, no authorization, no referrer, no name of this program. https only; http to this
/// machine where the bank itself is there. Each picture has a connection of its own, which a guard
/// looks at before anything is sent.
public struct PictureFetch: Sendable {
  /// Bytes of a body.
  public static let byteLimit = 5 << 20
  /// Connection, redirects and body together, in seconds.
  public static let timeoutSeconds = 10
  /// Steps that are followed.
  static let mostRedirects = 3
  /// Bytes of an address.
  private static let longestAddress = 2083

  private let options: TransportOptions
  private let connectionGuard: (any ConnectionGuard)?
  private let allowsLoopback: Bool
  private let timeoutSeconds: Int

  /// `server` is the bank's address: one on this machine may name pictures on this machine.
  public init(
    options: TransportOptions, server: ServerAddress,
    guardedBy connectionGuard: (any ConnectionGuard)? = nil, timeoutSeconds: Int = timeoutSeconds
  ) {
    self.options = options
    self.connectionGuard = connectionGuard
    allowsLoopback = server.base.lowercased().hasPrefix("http:")
    self.timeoutSeconds = timeoutSeconds
  }

  /// The body, whatever the server calls it; throws `picture` or `network`.
  public func bytes(at address: String) async throws(TokenFailure) -> [UInt8] {
    let host = try host(of: address)
    switch await race(address) {
    case .bytes(let bytes): return bytes
    case .timeOut: throw .network(.timeOut(seconds: timeoutSeconds))
    case .error(let fault as PictureFault): throw .picture(fault)
    case .error(let error):
      throw .network(
        FaultMeaning.fault(error, host: host, hasBegun: false, caFile: options.caFile))
    }
  }

  private enum Outcome: Sendable {
    case bytes([UInt8])
    case error(any Error)
    case timeOut
  }

  /// A body may drip on after the head, hence a race against one deadline.
  private func race(_ address: String) async -> Outcome {
    await withTaskGroup(of: Outcome.self) { group in
      group.addTask {
        do { return .bytes(try await follow(address)) } catch { return .error(error) }
      }
      group.addTask {
        do {
          try await Task.sleep(for: .seconds(timeoutSeconds))
          return .timeOut
        } catch {
          return .error(error)
        }
      }
      defer { group.cancelAll() }
      return await group.next() ?? .timeOut
    }
  }

  private func follow(_ start: String) async throws -> [UInt8] {
    var address = start
    for _ in 0...Self.mostRedirects {
      switch try await get(address) {
      case .body(let bytes): return bytes
      case .elsewhere(let next):
        guard isAllowed(next), next.hasPrefix("https:") || !start.hasPrefix("https:") else {
          throw PictureFault.redirected
        }
        address = next
      }
    }
    throw PictureFault.redirected
  }

  private enum Answer {
    case body([UInt8])
    case elsewhere(String)
  }

  private func get(_ address: String) async throws -> Answer {
    var configuration = HTTPClient.Configuration(
      options, proxy: options.isProxied(address) ? options.proxy : nil)
    if let connectionGuard, let host = server(of: address)?.host {
      configuration.guardConnections(to: host, by: connectionGuard)
    }
    let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    do {
      let answer = try await get(address, client)
      try? await client.shutdown()
      return answer
    } catch {
      try? await client.shutdown()
      throw error
    }
  }

  private func get(_ address: String, _ client: HTTPClient) async throws -> Answer {
    var request = HTTPClientRequest(url: address)
    request.headers.add(name: "Accept", value: "image/png, image/jpeg, image/webp")
    request.headers.add(name: "Connection", value: "close")
    let response = try await client.execute(request, deadline: .distantFuture)
    let status = Int(response.status.code)
    if [301, 302, 303, 307, 308].contains(status) {
      guard let place = response.headers.first(name: "Location"),
        let base = URL(string: address), let next = URL(string: place, relativeTo: base)
      else { throw PictureFault.redirected }
      return .elsewhere(next.absoluteString)
    }
    guard status == 200 else { throw PictureFault.noSuchPicture(status: status) }
    return .body(try await body(of: response))
  }

  private func body(of response: HTTPClientResponse) async throws -> [UInt8] {
    let tooLarge = PictureFault.tooLarge(limit: Self.byteLimit)
    if let length = response.headers.first(name: "Content-Length").flatMap({ Int($0) }) {
      guard length <= Self.byteLimit else { throw tooLarge }
    }
    var body: [UInt8] = []
    for try await part in response.body {
      guard body.count + part.readableBytes <= Self.byteLimit else { throw tooLarge }
      body += part.readableBytesView
    }
    // A cancelled body merely ends early.
    try Task.checkCancellation()
    return body
  }
}

extension PictureFetch {
  private func host(of address: String) throws(TokenFailure) -> String {
    guard let server = server(of: address) else { throw .picture(.insecureAddress(address)) }
    return server.host
  }

  func isAllowed(_ address: String) -> Bool { server(of: address) != nil }

  /// Scheme, host and port of an address that may be fetched; nil for every other one.
  private func server(of address: String) -> ServerAddress? {
    guard address.utf8.count <= Self.longestAddress,
      address.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), !address.contains("\\"),
      let separator = address.firstRange(of: "://")
    else { return nil }
    let scheme = address[..<separator.lowerBound].lowercased()
    guard scheme == "https" || scheme == "http" && allowsLoopback else { return nil }
    let authority = address[separator.upperBound...].prefix { !"/?#".contains($0) }
    return try? ServerAddress(scheme + "://" + authority)
  }
}
