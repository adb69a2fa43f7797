import Foundation
import HTTPTransport
import NIOCore
import NIOPosix
import Testing
import TokenModel

@Suite struct LoopbackRedirectTests {
  /// Sends `text` as it is and returns all that comes back until the other side closes.
  private func exchange(_ text: String, port: Int) async throws -> String {
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .connect(host: "127.0.0.1", port: port) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    return try await channel.executeThenClose { inbound, outbound in
      // It may close before it has read everything.
      try? await outbound.write(ByteBuffer(string: text))
      var answer = ""
      do { for try await part in inbound { answer += String(buffer: part) } } catch is IOError {}
      return answer
    }
  }

  /// With patience for a machine that is busy with other tests.
  private static func open(
    port: Int = 0, path: String = "/redirect",
    isExpected: @escaping @Sendable (String) -> Bool = { _ in true }
  ) async throws(LoopbackRedirect.PortFault) -> LoopbackRedirect {
    try await LoopbackRedirect.open(
      port: port, path: path,
      pages: LoopbackPages(
        done: { $0 == .czech ? "Hotovo." : "You may close this window." },
        refused: { $0 == .czech ? "Nic." : "There is nothing here." }),
      patience: .seconds(200), isExpected: isExpected)
  }

  /// Sends what is to be accepted.
  private func succeed(_ text: String, port: Int) async throws {
    #expect(try await exchange(text, port: port).hasPrefix("HTTP/1.1 200 OK\r\n"))
  }

  private func port(of redirect: LoopbackRedirect) throws -> Int {
    let digits = redirect.address.split(separator: ":").last?.prefix { $0 != "/" }
    return try #require(digits.flatMap { Int($0) })
  }

  private func get(
    _ target: String, _ port: Int, host: String = "127.0.0.1", language: String? = nil
  ) -> String {
    let preferences = language.map { "Accept-Language: \($0)\r\n" } ?? ""
    return
      "GET \(target) HTTP/1.1\r\nHost: \(host):\(port)\r\nUser-Agent: Mozilla\r\n\(preferences)\r\n"
  }

  @Test(arguments: ["127.0.0.1", "localhost", "LocalHost"])
  func `the redirect comes through with its query, and the browser gets a page`(
    host: String
  ) async throws {
    let redirect = try await Self.open(path: "/signed-in")
    let port = try port(of: redirect)
    #expect(redirect.address == "http://127.0.0.1:\(port)/signed-in")
    let target = "/signed-in?code=a%2Fb&state=x"
    async let waiting = redirect.redirect(within: .seconds(200))
    let answer = try await exchange(get(target, port, host: host), port: port)
    #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(answer.contains("You may close this window"))
    #expect(!answer.contains("code=") && !answer.contains("a%2Fb") && !answer.contains("a/b"))
    #expect(try await waiting == "http://\(host.lowercased()):\(port)" + target)
  }

  @Test func `the page is in the language that the browser asks for`() async throws {
    let redirect = try await Self.open()
    let port = try port(of: redirect)
    let refusal = try await exchange(get("/other", port, language: "cs-CZ,cs;q=0.9"), port: port)
    #expect(refusal.contains("<html lang=\"cs\">") && refusal.contains("Nic."))
    let answer = try await exchange(
      get("/redirect?code=1", port, language: "<script>,cs;q=0.5"), port: port)
    #expect(answer.contains("Hotovo.") && !answer.contains("script"))
    _ = try await redirect.redirect(within: .seconds(200))
  }

  @Test func `a redirect that comes before anybody waits is kept`() async throws {
    let redirect = try await Self.open()
    let port = try port(of: redirect)
    _ = try await exchange(get("/redirect?code=1", port), port: port)
    let address = try await redirect.redirect(within: .seconds(200))
    #expect(address == "http://127.0.0.1:\(port)/redirect?code=1")
  }

  @Test func `the port is closed after the redirect, and can be opened again`() async throws {
    let first = try await Self.open()
    let port = try port(of: first)
    _ = try await exchange(get("/redirect", port), port: port)
    _ = try await first.redirect(within: .seconds(200))
    let second = try await reopened(port)
    #expect(second.address == first.address)
  }

  /// Closing takes a moment of the event loop.
  private func reopened(_ port: Int) async throws -> LoopbackRedirect {
    for _ in 0..<1_000 {
      if let redirect = try? await Self.open(port: port) { return redirect }
      await Task.yield()
    }
    return try await Self.open(port: port)
  }

  @Test func `a second redirect is refused`() async throws {
    let redirect = try await Self.open()
    let port = try port(of: redirect)
    _ = try await exchange(get("/redirect?code=1", port), port: port)
    let answer = try? await exchange(get("/redirect?code=2", port), port: port)
    #expect(answer?.hasPrefix("HTTP/1.1 200") != true)
    #expect(try await redirect.redirect(within: .seconds(200)).hasSuffix("code=1"))
  }

  @Test func `a foreign state is refused, and the right one still comes through`() async throws {
    let redirect = try await Self.open { $0.hasSuffix("state=mine") }
    let port = try port(of: redirect)
    let forged = try await exchange(get("/redirect?code=evil&state=other", port), port: port)
    #expect(forged.hasPrefix("HTTP/1.1 404"))
    let answer = try await exchange(get("/redirect?code=good&state=mine", port), port: port)
    #expect(answer.hasPrefix("HTTP/1.1 200"))
    #expect(try await redirect.redirect(within: .seconds(200)).contains("code=good"))
  }

  static let hostile = [
    "GET / HTTP/1.1\r\nHost: HERE\r\n\r\n",
    "GET /favicon.ico HTTP/1.1\r\nHost: HERE\r\n\r\n",
    "GET /redirect/ HTTP/1.1\r\nHost: HERE\r\n\r\n",
    "GET /redirectx?code=1 HTTP/1.1\r\nHost: HERE\r\n\r\n",
    "GET /x/../redirect?code=1 HTTP/1.1\r\nHost: HERE\r\n\r\n",
    "GET /%72edirect?code=1 HTTP/1.1\r\nHost: HERE\r\n\r\n",
    "GET //redirect?code=1 HTTP/1.1\r\nHost: HERE\r\n\r\n",
    "GET http://HERE/redirect?code=1 HTTP/1.1\r\nHost: HERE\r\n\r\n",
    "GET /redirect?code=1#x HTTP/1.1\r\nHost: HERE\r\n\r\n",
    "POST /redirect?code=1 HTTP/1.1\r\nHost: HERE\r\nContent-Length: 0\r\n\r\n",
    "HEAD /redirect?code=1 HTTP/1.1\r\nHost: HERE\r\n\r\n",
    "OPTIONS * HTTP/1.1\r\nHost: HERE\r\n\r\n",
    "CONNECT HERE HTTP/1.1\r\nHost: HERE\r\n\r\n",
    "GET /redirect?code=1 HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    "GET /redirect?code=1 HTTP/1.1\r\nHost: evil.example:PORT\r\n\r\n",
    "GET /redirect?code=1 HTTP/1.1\r\nHost: 127.0.0.1.evil.example:PORT\r\n\r\n",
    "GET /redirect?code=1 HTTP/1.1\r\nHost: user@127.0.0.1:PORT\r\n\r\n",
    "GET /redirect?code=1 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    "GET /redirect?code=1 HTTP/1.1\r\nHost: 127.0.0.1:1\r\n\r\n",
    "GET /redirect?code=1 HTTP/1.1\r\nHost: HERE\r\nHost: evil.example\r\n\r\n",
    "GET /redirect?code=1 HTTP/1.1\r\nHost: evil.example\r\nHost: HERE\r\n\r\n",
    "GET /redirect?code=1 HTTP/1.1\r\n\r\n",
    "GET /redirect?code=1 HTTP/1.0\r\nHost: HERE\r\n\r\n",
    "GET /redirect?code=1 HTTP/2.0\r\nHost: HERE\r\n\r\n",
    "GET /redirect?code=1\r\n\r\n",
    "GET /redirect?code=1 HTTP/1.1\r\nHost: HERE\r\nContent-Length: 3\r\n\r\nabc",
    "GET /redirect?code=1 HTTP/1.1\r\nHost: HERE\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "GET /redirect?code=\u{1B}[2J HTTP/1.1\r\nHost: HERE\r\n\r\n",
    "GET /redirect?code=ž HTTP/1.1\r\nHost: HERE\r\n\r\n",
    "GET /redirect?code=\0 HTTP/1.1\r\nHost: HERE\r\n\r\n",
    "GET /redirect?code=" + String(repeating: "a", count: 8_200)
      + " HTTP/1.1\r\nHost: HERE\r\n\r\n",
    "GET /redirect?code=1 HTTP/1.1\r\nX: " + String(repeating: "a", count: 70_000),
    String(repeating: "A", count: 70_000), "\u{16}\u{3}\u{1}\u{2}\0\u{1}\0\r\n\r\n",
    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
  ]

  @Test(arguments: hostile)
  func `anything else is refused, and the waiting goes on`(request: String) async throws {
    let redirect = try await Self.open()
    let port = try port(of: redirect)
    let text = request.replacing("HERE", with: "127.0.0.1:\(port)").replacing(
      "PORT", with: "\(port)")
    let answer = try await exchange(text, port: port)
    #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 404 Not Found\r\n"))
    #expect(!answer.contains("code") && !answer.contains("evil"))
    try await succeed(get("/redirect?code=good", port), port: port)
    #expect(try await redirect.redirect(within: .seconds(200)).hasSuffix("?code=good"))
  }

  @Test func `a request behind another on one connection is not read`() async throws {
    let redirect = try await Self.open()
    let port = try port(of: redirect)
    let text = get("/", port) + get("/redirect?code=smuggled", port)
    let answer = try await exchange(text, port: port)
    #expect(answer.components(separatedBy: "HTTP/1.1 ").count == 2)
    try await succeed(get("/redirect?code=good", port), port: port)
    #expect(try await redirect.redirect(within: .seconds(200)).hasSuffix("?code=good"))
  }

  @Test func `nobody coming is a time-out, and the port is closed`() async throws {
    let redirect = try await Self.open()
    await #expect(throws: OIDCFault.timedOut) {
      _ = try await redirect.redirect(within: .milliseconds(20))
    }
    _ = try await reopened(try port(of: redirect))
  }

  @Test func `cancelling ends the waiting and closes the port`() async throws {
    let redirect = try await Self.open()
    let task = Task { try await redirect.redirect(within: .seconds(60)) }
    task.cancel()
    await #expect(throws: OIDCFault.canceled) { _ = try await task.value }
    _ = try await reopened(try port(of: redirect))
  }

  @Test func `silent connections beyond a handful are closed and keep nobody out`() async throws {
    let redirect = try await Self.open()
    let port = try port(of: redirect)
    let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
    var silent: [any Channel] = []
    for _ in 0..<17 {
      silent.append(try await bootstrap.connect(host: "127.0.0.1", port: port).get())
    }
    // One was too many; which one, the event loops decide.
    let (closed, closing) = AsyncStream.makeStream(of: Void.self)
    for channel in silent { channel.closeFuture.whenComplete { _ in closing.yield() } }
    for await _ in closed { break }
    for channel in silent { channel.close(promise: nil) }
    var answer = ""
    while !answer.hasPrefix("HTTP/1.1 200") {
      answer = (try? await exchange(get("/redirect?code=1", port), port: port)) ?? ""
    }
    #expect(try await redirect.redirect(within: .seconds(200)).hasSuffix("?code=1"))
  }

  @Test func `a port that is taken is named`() async throws {
    let redirect = try await Self.open()
    let port = try port(of: redirect)
    do throws(LoopbackRedirect.PortFault) {
      _ = try await Self.open(port: port)
      Issue.record("it was opened twice")
    } catch {
      #expect(error.port == port)
      #expect(error.reason == "Address already in use")
    }
    redirect.close()
  }
}
