import HTTPTransport
import NIOCore
import Testing
import TokenCore
import TokenModel

@Suite struct AsyncHTTPTransportTests {
  private static let ok = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"

  private func request(
    _ port: Int, scheme: String = "http", seconds: Int = 60
  ) -> OutgoingRequest {
    OutgoingRequest(
      url: "\(scheme)://127.0.0.1:\(port)/pa/v3/status",
      headers: [HeaderField("Content-Type", "application/json"), HeaderField("X-Test", "a, b")],
      body: Array("{}".utf8), timeoutSeconds: seconds)
  }

  private func fault(
    _ script: [ScriptedServer.Step], seconds: Int = 60, scheme: String = "http"
  ) async throws -> TransportFault? {
    try await ScriptedServer.run(script) { server in
      let transport = AsyncHTTPTransport()
      do throws(TransportFault) {
        _ = try await transport.send(request(server.port, scheme: scheme, seconds: seconds))
        return nil
      } catch {
        return error
      }
    }
  }

  @Test func `a request goes out once, exactly as given, and its answer comes back`() async throws {
    try await ScriptedServer.run([.send(Self.ok + "Content-Length: 3\r\n\r\n{ }")]) { server in
      let answer = try await AsyncHTTPTransport().send(request(server.port))
      #expect(answer.status == 200)
      #expect(answer.body == Array("{ }".utf8))
      #expect(answer.header("content-type") == "application/json")
      let lines = server.received.joined().split(separator: "\r\n").map { $0.lowercased() }
      #expect(server.received.count == 1)
      #expect(lines.first == "post /pa/v3/status http/1.1")
      #expect(lines.contains("x-test: a, b"))
      #expect(lines.contains("content-length: 2"))
      #expect(lines.last == "{}")
      #expect(!lines.contains { $0.hasPrefix("accept-encoding") || $0.hasPrefix("transfer") })
    }
  }

  @Test(arguments: [404, 401, 500, 302])
  func `any status is an answer, and a redirect is not followed`(status: Int) async throws {
    let text = "HTTP/1.1 \(status) X\r\nLocation: https://elsewhere.invalid/\r\n"
    try await ScriptedServer.run([.send(text + "Content-Length: 0\r\n\r\n")]) { server in
      let answer = try await AsyncHTTPTransport().send(request(server.port))
      #expect(answer.status == status)
      #expect(server.received.count == 1)
    }
  }

  @Test func `a packed body is not unpacked`() async throws {
    let text = Self.ok + "Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\n\u{1f}abc"
    try await ScriptedServer.run([.send(text)]) { server in
      let answer = try await AsyncHTTPTransport().send(request(server.port))
      #expect(answer.body == [0x1f] + Array("abc".utf8))
    }
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      [.drip(everyMilliseconds: 50)], [],
      [.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"), .drip(everyMilliseconds: 50)],
      [.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n")],
    ] as [[ScriptedServer.Step]])
  func `the time is over for head and body together`(script: [ScriptedServer.Step]) async throws {
    let fault = try await fault(script, seconds: 1)
    // A dripped head may be noticed as no HTTP before the time is over.
    let expected = [NetworkFault.timeOut(seconds: 1), .unusableAnswer(.notJSON(status: 0))]
    #expect(fault.map { expected.contains($0.fault) } == true)
    #expect(fault?.mayHaveBeenSent == true)
  }

  @Test(
    arguments: [
      [.send(ok + "Content-Length: 8388609\r\n\r\n")],
      [
        .send(ok + "Transfer-Encoding: chunked\r\n\r\n800001\r\n"),
        .send(String(repeating: "x", count: 8_388_609)),
      ],
    ] as [[ScriptedServer.Step]])
  func `a body beyond eight mebibytes is not read`(script: [ScriptedServer.Step]) async throws {
    #expect(
      try await fault(script)
        == TransportFault(.answerTooLarge(limit: 8_388_608), mayHaveBeenSent: true))
  }

  @Test func `a body of exactly eight mebibytes is read`() async throws {
    let script: [ScriptedServer.Step] = [
      .send(Self.ok + "Content-Length: 8388608\r\n\r\n"),
      .send(String(repeating: "x", count: 8_388_608)),
    ]
    #expect(try await fault(script) == nil)
  }

  @Test(
    arguments: [
      [.close], [.send("HTTP/1.1 200 OK\r\n"), .close],
      [.send(ok + "Content-Length: 100\r\n\r\n{\"status\""), .close],
      [.send(ok + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"s"), .close],
    ] as [[ScriptedServer.Step]])
  func `a connection that breaks after sending may have delivered`(
    script: [ScriptedServer.Step]
  ) async throws {
    let fault = try await fault(script)
    let expected = [NetworkFault.connectionLost, .unusableAnswer(.notJSON(status: 0))]
    #expect(fault.map { expected.contains($0.fault) } == true, "\(String(describing: fault))")
    #expect(fault?.mayHaveBeenSent == true)
  }

  @Test func `what is lost is not sent again`() async throws {
    try await ScriptedServer.run([.close]) { server in
      await #expect(throws: TransportFault.self) {
        try await AsyncHTTPTransport().send(request(server.port))
      }
      #expect(server.received.count == 1)
    }
  }

  @Test func `what is no HTTP is said`() async throws {
    #expect(
      try await fault([.send("220 mail.example ESMTP\r\n\r\n")])
        == TransportFault(.unusableAnswer(.notJSON(status: 0)), mayHaveBeenSent: true))
  }

  @Test func `a refused connection delivered nothing`() async throws {
    let port = try await ScriptedServer.run([]) { $0.port }
    await #expect(
      throws: TransportFault(
        .unreachable(host: "127.0.0.1", reason: "connection refused"), mayHaveBeenSent: false)
    ) { try await AsyncHTTPTransport().send(request(port)) }
  }

  @Test func `a name that nobody knows delivered nothing`() async throws {
    let request = OutgoingRequest(
      url: "https://nowhere.invalid/pa/v3/status", headers: [], body: Array("{}".utf8))
    await #expect(
      throws: TransportFault(
        .unreachable(host: "nowhere.invalid", reason: "the name is not known"),
        mayHaveBeenSent: false)
    ) { try await AsyncHTTPTransport().send(request) }
  }

  @Test func `a server without TLS is told from one that is not there`() async throws {
    let fault = try await fault([.send("HTTP/1.1 400 X\r\n\r\n"), .close], scheme: "https")
    guard case .tls("127.0.0.1", _) = fault?.fault else {
      Issue.record("\(String(describing: fault))")
      return
    }
    #expect(fault?.mayHaveBeenSent == false)
  }

  @Test func `a file of authorities that cannot be read is named`() async throws {
    try await ScriptedServer.run([]) { server in
      let transport = AsyncHTTPTransport(options: TransportOptions(caFile: "/no/such/ca.pem"))
      await #expect(
        throws: TransportFault(
          .tls(host: "127.0.0.1", reason: "no certificate can be read from /no/such/ca.pem"),
          mayHaveBeenSent: false)
      ) { try await transport.send(request(server.port, scheme: "https")) }
    }
  }

  @Test func `http leaves this machine under no circumstances`() async throws {
    let request = OutgoingRequest(url: "http://192.0.2.1/pa", headers: [], body: [])
    await #expect(
      throws: TransportFault(
        .insecureAddress("http://192.0.2.1/pa"), mayHaveBeenSent: false)
    ) { try await AsyncHTTPTransport().send(request) }
  }

  @Test func `a caller that is cancelled ends the exchange`() async throws {
    try await ScriptedServer.run([]) { server in
      let request = request(server.port, seconds: 20)
      let task = Task { try await AsyncHTTPTransport().send(request) }
      task.cancel()
      await #expect(throws: TransportFault.self) { try await task.value }
      let result = await task.result
      #expect(throws: TransportFault.self) { try result.get() }
      guard case .failure(let error) = result else { return }
      #expect((error as? TransportFault)?.fault == .canceled)
    }
  }

  @Test func `a connection that the server closed meanwhile costs no request`() async throws {
    let script: [ScriptedServer.Step] = [
      .send(Self.ok + "Content-Length: 2\r\nConnection: close\r\n\r\n{}"), .close,
    ]
    try await ScriptedServer.run(script) { server in
      let transport = AsyncHTTPTransport()
      for _ in 0..<5 {
        let answer = try await transport.send(request(server.port))
        #expect(answer.status == 200)
      }
    }
  }

  @Test func `after a shutdown the next request opens anew`() async throws {
    try await ScriptedServer.run([.send(Self.ok + "Content-Length: 2\r\n\r\n{}")]) { server in
      let transport = AsyncHTTPTransport()
      for _ in 0..<2 {
        let answer = try await transport.send(request(server.port))
        #expect(answer.status == 200)
        await transport.shutdown()
      }
    }
  }

  @Test func `https goes through the proxy and http to this machine does not`() async throws {
    try await ScriptedServer.run([.send("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")]) {
      proxy in
      let transport = AsyncHTTPTransport(
        options: TransportOptions(proxy: ProxyAddress("http://127.0.0.1:\(proxy.port)")))
      let secure = OutgoingRequest(
        url: "https://bank.example/pa/v3/status", headers: [], body: Array("{}".utf8))
      do throws(TransportFault) {
        _ = try await transport.send(secure)
      } catch {
        #expect(!error.mayHaveBeenSent)
      }
      #expect(proxy.received.first?.hasPrefix("CONNECT bank.example:443 ") == true)
      try await ScriptedServer.run([.send(Self.ok + "Content-Length: 2\r\n\r\n{}")]) { server in
        let answer = try await transport.send(request(server.port))
        #expect(answer.status == 200)
      }
      #expect(proxy.received.count == 1)
    }
  }
}

@Suite struct ProxyAddressTests {
  @Test(arguments: [
    ("http://proxy.example:3128", "proxy.example", 3128), ("proxy.example:80", "proxy.example", 80),
    ("http://user:secret@proxy.example", "proxy.example", 1080),
    ("HTTP://proxy.example:8080/", "proxy.example", 8080),
  ])
  func `a proxy is host and port`(text: String, host: String, port: Int) {
    #expect(ProxyAddress(text)?.host == host)
    #expect(ProxyAddress(text)?.port == port)
  }

  @Test(arguments: ["", "socks5://proxy.example", "https://proxy.example", "http://"])
  func `what is no HTTP proxy is none`(text: String) {
    #expect(ProxyAddress(text) == nil)
  }

  @Test func `the environment names it in both spellings`() {
    #expect(ProxyAddress(environment: ["HTTPS_PROXY": "a:1", "https_proxy": "b:2"])?.host == "a")
    #expect(ProxyAddress(environment: ["https_proxy": "b:2"])?.host == "b")
    #expect(ProxyAddress(environment: [:]) == nil)
  }
}
