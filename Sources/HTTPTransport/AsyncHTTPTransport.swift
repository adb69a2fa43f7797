import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import Synchronization
import TokenCore
import TokenModel

/// The way to the server over HTTP/1.1: one try, one deadline for everything, one answer.
public final class AsyncHTTPTransport: Transport {
  /// Largest body of an answer, in bytes: a hundred operations or a thousand messages of full length.
  public static let answerLimit = 8 << 20

  private let options: TransportOptions
  private let connectionGuard: (any ConnectionGuard)?
  private let clients = Mutex<[Route: HTTPClient]>([:])

  /// The sandbox on this machine is never reached through a proxy, and a guard is told of one host.
  private struct Route: Hashable {
    let host: String
    let isProxied: Bool
  }

  /// Opens nothing yet; each connection is shown to `connectionGuard` before it carries anything.
  public init(
    options: TransportOptions = TransportOptions(),
    guardedBy connectionGuard: (any ConnectionGuard)? = nil
  ) {
    self.options = options
    self.connectionGuard = connectionGuard
  }

  deinit {
    // A client insists on being shut down; it stays alive until that is done.
    for client in clients.withLock({ $0.values }) { client.shutdown { _ in _ = client } }
  }

  /// Closes all connections; requests made later open new ones.
  public func shutdown() async {
    let open = clients.withLock { clients in
      defer { clients = [:] }
      return Array(clients.values)
    }
    for client in open { try? await client.shutdown() }
  }

  /// Sends once; `timeoutSeconds` covers connection, sending, head and body together.
  public func send(_ request: OutgoingRequest) async throws(TransportFault) -> IncomingAnswer {
    try await send(request, .POST)
  }

  func send(
    _ request: OutgoingRequest, _ method: HTTPMethod
  ) async throws(TransportFault) -> IncomingAnswer {
    let host = try Self.host(of: request)
    let progress = Progress()
    let outcome = await race(request, method, to: host, progress)
    switch outcome {
    case .answer(let answer): return answer
    case .timeOut:
      throw TransportFault(
        .timeOut(seconds: request.timeoutSeconds), mayHaveBeenSent: progress.hasBegun)
    case .error(let error):
      throw TransportFault(
        FaultMeaning.fault(
          error, host: host, hasBegun: progress.hasBegun, caFile: options.caFile),
        mayHaveBeenSent: progress.hasBegun)
    }
  }

  private enum Outcome: Sendable {
    case answer(IncomingAnswer)
    case error(any Error)
    case timeOut
  }

  /// `execute` ends with the head of an answer; the body could drip on, hence a race of our own.
  private func race(
    _ request: OutgoingRequest, _ method: HTTPMethod, to host: String, _ progress: Progress
  ) async -> Outcome {
    await withTaskGroup(of: Outcome.self) { group in
      group.addTask {
        do {
          return .answer(try await self.exchange(request, method, to: host, progress))
        } catch {
          return .error(error)
        }
      }
      group.addTask {
        do {
          try await Task.sleep(for: .seconds(request.timeoutSeconds))
          return .timeOut
        } catch {
          return .error(error)
        }
      }
      defer { group.cancelAll() }
      return await group.next() ?? .timeOut
    }
  }

  private func exchange(
    _ request: OutgoingRequest, _ method: HTTPMethod, to host: String, _ progress: Progress
  ) async throws -> IncomingAnswer {
    let response = try await client(for: request, to: host).execute(
      Self.message(request, method, progress), deadline: .distantFuture)
    var body: [UInt8] = []
    if let length = response.headers.first(name: "Content-Length").flatMap({ Int($0) }) {
      guard length <= Self.answerLimit else {
        throw NetworkFault.answerTooLarge(limit: Self.answerLimit)
      }
      body.reserveCapacity(length)
    }
    for try await part in response.body {
      guard body.count + part.readableBytes <= Self.answerLimit else {
        throw NetworkFault.answerTooLarge(limit: Self.answerLimit)
      }
      body += part.readableBytesView
    }
    // A cancelled body merely ends early.
    try Task.checkCancellation()
    return IncomingAnswer(
      status: Int(response.status.code),
      headers: response.headers.map { HeaderField($0.name, $0.value) }, body: body)
  }

  private static func message(
    _ request: OutgoingRequest, _ method: HTTPMethod, _ progress: Progress
  ) -> HTTPClientRequest {
    var message = HTTPClientRequest(url: request.url)
    message.method = method
    for header in request.headers { message.headers.add(name: header.name, value: header.value) }
    guard method != .GET else { return message }
    message.body = .stream(
      TellingBody(bytes: request.body, progress: progress),
      length: .known(Int64(request.body.count)))
    return message
  }

  private func client(for request: OutgoingRequest, to host: String) -> HTTPClient {
    let isProxied = options.isProxied(request.url)
    let route = Route(host: host, isProxied: isProxied)
    return clients.withLock { clients in
      if let client = clients[route] { return client }
      var configuration = HTTPClient.Configuration(
        options, proxy: isProxied ? options.proxy : nil)
      if let connectionGuard { configuration.guardConnections(to: host, by: connectionGuard) }
      let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
      clients[route] = client
      return client
    }
  }

  private static func host(of request: OutgoingRequest) throws(TransportFault) -> String {
    do throws(NetworkFault) {
      // The rules of an address are those of what stands before its query.
      return try ServerAddress(String(request.url.prefix { $0 != "?" })).host
    } catch {
      throw TransportFault(error, mayHaveBeenSent: false)
    }
  }
}
