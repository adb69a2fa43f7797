import HTTPTransport
import Testing
import TokenCore
import TokenModel

/// Pictures come from anybody's server; these are not kind.
@Suite struct PictureFetchTests {
  private static let ok = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"

  private func fetch(seconds: Int = 60, server: String = "http://127.0.0.1:1") throws
    -> PictureFetch
  {
    PictureFetch(
      options: TransportOptions(), server: try ServerAddress(server), timeoutSeconds: seconds)
  }

  private func failure(
    _ script: [ScriptedServer.Step], seconds: Int = 60, path: String = "/x.png"
  ) async throws -> TokenFailure? {
    try await ScriptedServer.run(script) { server in
      let fetch = try fetch(seconds: seconds)
      do throws(TokenFailure) {
        _ = try await fetch.bytes(at: "http://127.0.0.1:\(server.port)\(path)")
        return nil
      } catch {
        return error
      }
    }
  }

  @Test func `a bare request goes out, and the body comes back whatever it is called`() async throws
  {
    try await ScriptedServer.run([.send(Self.ok + "Content-Length: 3\r\n\r\nPNG")]) { server in
      let fetch = try fetch()
      let bytes = try await fetch.bytes(at: "http://127.0.0.1:\(server.port)/a/b.png?c=d")
      #expect(bytes == Array("PNG".utf8))
      let request = try #require(server.received.first).lowercased()
      #expect(request.hasPrefix("get /a/b.png?c=d http/1.1\r\n"))
      for header in ["cookie", "authorization", "referer", "user-agent", "accept-language"] {
        #expect(!request.contains("\r\n\(header):"))
      }
    }
  }

  @Test(arguments: [
    "http://bank.example/x.png", "ftp://bank.example/x.png", "file:///etc/passwd",
    "//bank.example/x.png", "x.png", "", "https://", "https:///x.png", "javascript:alert(1)",
    "data:image/png;base64,AAAA", "https://user@bank.example/x.png",
    "https://u:p@bank.example/x.png", "https://bank.example\\@evil.example/x.png",
    "https://bank.example/a b.png", "https://bänk.example/x.png", "https://bank.example/\n",
    "HTTP://10.0.0.1/x.png", "https://bank.example/" + String(repeating: "x", count: 2_083),
  ])
  func `an address that is not safe is not even looked up`(address: String) async throws {
    let fetch = try fetch()
    await #expect(throws: TokenFailure.picture(.insecureAddress(address))) {
      _ = try await fetch.bytes(at: address)
    }
  }

  @Test func `this machine is reached only where the bank is here`() async throws {
    let fetch = try fetch(server: "https://bank.example")
    for address in ["http://127.0.0.1:9/x.png", "http://localhost:9/", "http://[::1]:9/"] {
      await #expect(throws: TokenFailure.picture(.insecureAddress(address))) {
        _ = try await fetch.bytes(at: address)
      }
    }
  }

  @Test func `a body of 5 MiB comes, and one more byte does not`() async throws {
    let body = String(repeating: "x", count: PictureFetch.byteLimit)
    let tooLarge = TokenFailure.picture(.tooLarge(limit: PictureFetch.byteLimit))
    #expect(
      try await failure([.send(Self.ok + "Content-Length: \(body.utf8.count)\r\n\r\n" + body)])
        == nil)
    #expect(
      try await failure([.send(Self.ok + "Content-Length: \(body.utf8.count + 1)\r\n\r\n")])
        == tooLarge)
    // Of a size that nobody told before.
    let chunk = "Transfer-Encoding: chunked\r\n\r\n500001\r\n" + body + "x\r\n0\r\n\r\n"
    #expect(try await failure([.send(Self.ok + chunk)]) == tooLarge)
  }

  @Test func `a body that drips ends at the deadline`() async throws {
    let script: [ScriptedServer.Step] = [
      .send(Self.ok + "Content-Length: 1000000\r\n\r\n"), .drip(everyMilliseconds: 20),
    ]
    #expect(try await failure(script, seconds: 1) == .network(.timeOut(seconds: 1)))
  }

  @Test(arguments: [404, 403, 500, 204, 206])
  func `no picture is no picture`(status: Int) async throws {
    let script = [ScriptedServer.Step.send("HTTP/1.1 \(status) X\r\nContent-Length: 0\r\n\r\n")]
    #expect(try await failure(script) == .picture(.noSuchPicture(status: status)))
  }

  @Test(arguments: [
    "http://bank.example/x.png", "ftp://127.0.0.1/x", "file:///etc/passwd",
    "https://user@bank.example/", "javascript:alert(1)", "/x.png",
  ])
  func `a redirect leads to no unsafe place, and not on for ever`(place: String) async throws {
    let answer = "HTTP/1.1 302 Found\r\nLocation: \(place)\r\nContent-Length: 0\r\n\r\n"
    #expect(try await failure([.send(answer), .close]) == .picture(.redirected))
  }

  @Test func `a redirect without a place leads nowhere`() async throws {
    let answer = "HTTP/1.1 301 Moved\r\nContent-Length: 0\r\n\r\n"
    #expect(try await failure([.send(answer), .close]) == .picture(.redirected))
  }

  @Test func `only so many steps are taken`() async throws {
    let answer = "HTTP/1.1 302 Found\r\nLocation: /y.png\r\nContent-Length: 0\r\n\r\n"
    try await ScriptedServer.run([.send(answer), .close]) { server in
      let fetch = try fetch()
      await #expect(throws: TokenFailure.picture(.redirected)) {
        _ = try await fetch.bytes(at: "http://127.0.0.1:\(server.port)/x.png")
      }
      #expect(server.received.count == 4)
    }
  }

  @Test func `a server that is not there is named`() async throws {
    let port = try await ScriptedServer.run([]) { $0.port }
    let fetch = try fetch()
    await #expect {
      _ = try await fetch.bytes(at: "http://127.0.0.1:\(port)/x.png")
    } throws: { error in
      guard case TokenFailure.network(.unreachable(host: "127.0.0.1", _)) = error else {
        return false
      }
      return true
    }
  }
}
