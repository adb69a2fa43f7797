import Foundation
import HTTPTransport
import Testing
import TokenCore
import TokenModel

/// Against `openssl s_server`, with a certificate of an authority that nobody knows.
@Suite struct PrivateAuthorityTests {
  @Test func `a private authority is trusted only where its file is named`() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ca-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "ca.pem").path
    try openssl([
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
      "-keyout", file + ".key", "-out", file, "-days", "2", "-subj", "/CN=localhost",
      "-addext", "subjectAltName=DNS:localhost",
    ]).process.waitUntilExit()
    // `-rev` sends each line back reversed: no HTTP, but proof that the handshake succeeded.
    let server = try openssl([
      "s_server", "-accept", "127.0.0.1:0", "-cert", file, "-key", file + ".key", "-rev",
    ])
    defer { server.process.terminate() }
    let port = try #require(server.port())
    let unknown = try await fault(port, TransportOptions())
    guard case .tls("localhost", let reason) = unknown.fault else {
      Issue.record("\(unknown)")
      return
    }
    #expect(reason == "its certificate is not signed by an authority that is trusted here")
    #expect(!unknown.mayHaveBeenSent)
    let known = try await fault(port, TransportOptions(caFile: file))
    #expect(
      known == TransportFault(.unusableAnswer(.notJSON(status: 0)), mayHaveBeenSent: true))
  }

  private func fault(_ port: Int, _ options: TransportOptions) async throws -> TransportFault {
    let request = OutgoingRequest(
      url: "https://localhost:\(port)/pa/v3/status", headers: [], body: Array("{}\n".utf8),
      timeoutSeconds: 10)
    do throws(TransportFault) {
      _ = try await AsyncHTTPTransport(options: options).send(request)
    } catch {
      return error
    }
    throw CancellationError()
  }

  private struct Running {
    let process: Process
    let output: Pipe

    /// Of the line `ACCEPT 127.0.0.1:41235`; nil when the program ends without one.
    func port() -> Int? {
      var text = ""
      while true {
        let data = output.fileHandleForReading.availableData
        guard !data.isEmpty else { return nil }
        text += String(decoding: data, as: UTF8.self)
        if let line = text.firstMatch(of: /ACCEPT \S+:(\d+)\n/) { return Int(line.output.1) }
      }
    }
  }

  private func openssl(_ arguments: [String]) throws -> Running {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/openssl")
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    return Running(process: process, output: output)
  }
}
