import Foundation
import FoundationNetworking
import PowerAuth
import Testing
import TokenModel

@testable import Sandbox

/// The thin layer between HTTP and the sandbox; rules are proven without it.
@Suite struct HTTPTests {
  @Test func `the calls of the tutorial work over HTTP`() async throws {
    try await withServer { server in
      let created = try await call(
        server, "POST", "/powerauth-cloud/v2/registrations",
        #"{"userId": "alice", "appId": "test"}"#)
      #expect(created.status == 200)
      let id = try created.json.text("registrationId")
      _ = try ActivationCode(created.json.text("activationQrCodeData"))
      let list = try await call(
        server, "GET", "/powerauth-cloud/v2/registrations/?userId=alice")
      #expect(list.json["registrations"]?.array?.first?["registrationId"]?.string == id)
      let deleted = try await call(server, "DELETE", "/powerauth-cloud/v2/registrations/\(id)")
      #expect(deleted.json == ["status": "OK"])
    }
  }

  @Test func `both roots of the token's side answer`() async throws {
    try await withServer { server in
      for root in ["", "/enrollment-server"] {
        let answer = try await call(server, "POST", root + "/pa/v3/status", "{}")
        #expect(answer.status == 200)
        #expect(answer.type == "application/json")
        #expect(try answer.json.object("responseObject").integer("serverTime") > 0)
      }
    }
  }

  @Test func `a body over one MiB is refused`() async throws {
    try await withServer { server in
      let body = String(repeating: " ", count: 1 << 20)
      let largest = try await call(server, "POST", "/pa/v3/status", body)
      #expect(largest.status == 200)
      let tooLarge = try await call(server, "POST", "/pa/v3/status", body + " ")
      #expect(tooLarge.status == 413)
    }
  }

  @Test func `a lost answer is a closed connection`() async throws {
    try await withServer { server in
      server.sandbox.faults.lostAnswers = ["/pa/v3/status"]
      await #expect(throws: URLError.self) {
        try await call(server, "POST", "/pa/v3/status", "{}")
      }
      let next = try await call(server, "POST", "/pa/v3/status", "{}")
      #expect(next.status == 200)
    }
  }

  @Test func `a port that is taken is an error`() async throws {
    try await withServer { server in
      let port = try #require(URL(string: server.baseURL)?.port)
      let fault = await #expect(throws: SandboxFault.self) {
        try await SandboxServer.start(SandboxConfiguration(port: port))
      }
      #expect(fault == .port(port, reason: "Address already in use"))
    }
  }

  @Test func `a stopped server no longer answers`() async throws {
    let scenario = try Scenario(
      userID: "demo", maxPending: 6, steps: [.init(after: 1, .operation(["template": "login"]))])
    let server = try await SandboxServer.start(SandboxConfiguration(scenario: scenario))
    #expect(try await call(server, "POST", "/pa/v3/status", "{}").status == 200)
    await server.stop()
    await #expect(throws: URLError.self) {
      try await call(server, "POST", "/pa/v3/status", "{}")
    }
  }

  @Test func `the guide tells what a client and a bank need`() async throws {
    try await withServer { server in
      let guide = SandboxGuide(server)
      let lines = guide.configuration.joined(separator: "\n")
      #expect(lines.contains("server = \"\(server.baseURL)/enrollment-server\""))
      #expect(guide.calls.allSatisfy { $0.line.contains(server.apiPassword) })
      let line = try #require(guide.configuration.first { $0.hasPrefix("sdk_configuration") })
      let sdk = try #require(line.split(separator: "\"").dropFirst().first)
      #expect(
        try ApplicationCredentials(sdkConfiguration: String(sdk)) == server.credentials)
    }
  }

  @Test func `every call of the guide is understood`() async throws {
    try await withServer { server in
      let guide = SandboxGuide(server)
      let created = try await call(
        server, "POST", "/powerauth-cloud/v2/registrations", #"{"userId": "alice"}"#)
      let id = try created.json.text("registrationId")
      let entries = guide.calls + guide.recoveryCalls + guide.trialCalls
      #expect(Set(entries.compactMap(\.note)) == Set(SandboxGuide.Note.allCases))
      for line in entries.map(\.line) {
        let pattern = /curl -u '[^']+' -X ([A-Z]+) '([^']+)'(?: -H '[^']+' -d '([^']+)')?/
        let (_, method, address, body) = try #require(line.wholeMatch(of: pattern)).output
        let target = address.replacing(server.baseURL, with: "").replacing("ID", with: id)
        let answer = try await call(
          server, String(method), String(target), body.map { filled(String($0), id) })
        // A refusal may come from what the placeholders stand for, never from the form.
        #expect([200, 400].contains(answer.status), "\(line)")
        let code = answer.json["responseObject"]?["code"]?.string
        #expect(code != "ERROR_REQUEST", "\(line)")
      }
    }
  }

  @Test func `a sign-in is a redirection to the address that was asked for`() async throws {
    try await withServer { server in
      let provider = try await configuration(of: server)
      #expect(provider.authorizeUri == server.baseURL + "/oidc/sandbox-plain/authorize")
      let query = "client_id=countersign-sandbox&response_type=code&scope=openid&nonce=n&state=s"
      let landing = server.baseURL + "/landing"
      let path = provider.authorizeUri.replacing(server.baseURL, with: "")
      let answer = try await call(server, "GET", "\(path)?\(query)&redirect_uri=\(landing)")
      // Nobody is at home there, but the address tells all.
      #expect(answer.status == 404)
      #expect(answer.address?.hasPrefix(landing + "?code=") == true)
      #expect(answer.address?.hasSuffix("&state=s") == true)
    }
  }

  /// What the server tells of its provider without PKCE.
  private func configuration(of server: SandboxServer) async throws -> OIDCConfigurationResponse {
    var encryptor = try EciesEncryptor(
      version: .v3_2, credentials: server.credentials, scope: .application,
      purpose: .application, lastingKey: server.credentials.masterPublicKey, temporaryKey: nil)
    let request = try encryptor.encrypt(
      WireJSON.encode(OIDCConfigurationRequest(providerId: "sandbox-plain")),
      timestamp: Int64(Date().timeIntervalSince1970 * 1000))
    let answer = try await call(
      server, "POST", Endpoint.oidcConfiguration.path,
      String(decoding: WireJSON.encode(request), as: UTF8.self),
      header: (EncryptionHeader.name, encryptor.context.header.value))
    let plain = try encryptor.decrypt(WireJSON.decode(from: answer.json.bytes()))
    let envelope: ResponseEnvelope<OIDCConfigurationResponse> = try WireJSON.decode(from: plain)
    return try #require(envelope.responseObject)
  }

  /// The body with placeholders replaced by something of their form.
  private func filled(_ body: String, _ id: String) -> String {
    body.replacing(#""ID""#, with: "\"\(id)\"").replacing("SIGNATURE", with: "e30=")
      .replacing("NONCE", with: Base64.encode(Array(0..<16)))
  }

  // MARK: - Support

  private struct Answer {
    let status: Int
    let type: String?
    /// Where a redirection led.
    let address: String?
    let json: JSONValue
  }

  private func withServer(_ body: (SandboxServer) async throws -> Void) async throws {
    let server = try await SandboxServer.start()
    do {
      try await body(server)
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  @discardableResult
  private func call(
    _ server: SandboxServer, _ method: String, _ path: String, _ body: String? = nil,
    header: (name: String, value: String)? = nil
  ) async throws -> Answer {
    var request = URLRequest(url: try #require(URL(string: server.baseURL + path)))
    request.httpMethod = method
    request.httpBody = body.map { Data($0.utf8) }
    let credentials = Base64.encode(Array("\(server.apiUser):\(server.apiPassword)".utf8))
    request.setValue("Basic " + credentials, forHTTPHeaderField: "Authorization")
    if let header { request.setValue(header.value, forHTTPHeaderField: header.name) }
    let session = URLSession(configuration: .ephemeral)
    defer { session.invalidateAndCancel() }
    let (data, response) = try await session.data(for: request)
    let http = try #require(response as? HTTPURLResponse)
    return Answer(
      status: http.statusCode, type: http.value(forHTTPHeaderField: "Content-Type"),
      address: http.url?.absoluteString,
      json: try JSONValue(parsing: Array(data)))
  }
}
