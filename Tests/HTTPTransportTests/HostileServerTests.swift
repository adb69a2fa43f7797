import HTTPTransport
import NIOCore
import Testing
import TokenCore
import TokenModel

/// Servers that lie about what they send; nothing traps, and no answer is taken for another.
@Suite struct HostileServerTests {
  private static let ok = "HTTP/1.1 200 OK\r\n"

  private func request(
    _ port: Int, _ headers: [HeaderField] = [], seconds: Int = 20
  ) -> OutgoingRequest {
    OutgoingRequest(
      url: "http://127.0.0.1:\(port)/pa/v3/status", headers: headers, body: Array("{}".utf8),
      timeoutSeconds: seconds)
  }

  @Test(
    arguments: [
      [.send(ok + "Content-Length: 2\r\n\r\n{}" + ok + "Content-Length: 4\r\n\r\nEVIL")],
      [.send(ok + "Content-Length: 2\r\n\r\n{}EVIL")],
    ] as [[ScriptedServer.Step]])
  func `what follows an answer is never taken for the next one`(
    script: [ScriptedServer.Step]
  ) async throws {
    try await ScriptedServer.run(script) { server in
      let transport = AsyncHTTPTransport()
      for _ in 0..<10 {
        // The surplus may also end the connection before the answer is through.
        let answer = try? await transport.send(request(server.port))
        #expect(answer?.body ?? Array("{}".utf8) == Array("{}".utf8))
      }
    }
  }

  @Test(arguments: [
    "Content-Length: -1\r\n\r\n", "Content-Length: 99999999999999999999\r\n\r\n",
    "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", "Content-Length: +2\r\n\r\n{}",
    "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}",
    "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n",
    "Transfer-Encoding: chunked\r\n\r\n-1\r\n", "X: " + String(repeating: "x", count: 100_000),
    String(repeating: "X: x\r\n", count: 300) + "\r\n", "No colon\r\n\r\n", "X\0: x\r\n\r\n",
  ])
  func `a malformed answer is a fault`(rest: String) async throws {
    try await ScriptedServer.run([.send(Self.ok + rest), .close]) { server in
      await #expect(throws: TransportFault.self) {
        _ = try await AsyncHTTPTransport().send(request(server.port))
      }
      #expect(server.received.count == 1)
    }
  }

  @Test(arguments: ["100 Continue", "103 Early Hints", "101 Switching Protocols"])
  func `an informational answer is none`(status: String) async throws {
    let script: [ScriptedServer.Step] = [
      .send("HTTP/1.1 \(status)\r\n\r\n" + Self.ok + "Content-Length: 2\r\n\r\n{}"), .close,
    ]
    try await ScriptedServer.run(script) { server in
      let answer = try? await AsyncHTTPTransport().send(request(server.port))
      #expect(answer.map { $0.status == 200 || $0.body.isEmpty } != false)
    }
  }

  @Test(arguments: ["en\r\nX-Evil: 1", "en\nX-Evil: 1", "en\r", "e\0n"])
  func `a header's value that would be two never leaves`(value: String) async throws {
    try await ScriptedServer.run([.send(Self.ok + "Content-Length: 2\r\n\r\n{}")]) { server in
      let request = request(server.port, [HeaderField("Accept-Language", value)])
      do throws(TransportFault) {
        _ = try await AsyncHTTPTransport().send(request)
        Issue.record("it was sent")
      } catch {
        #expect(!error.mayHaveBeenSent)
      }
      #expect(server.received.isEmpty)
    }
  }
}
