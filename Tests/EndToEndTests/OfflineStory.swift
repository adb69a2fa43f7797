import Foundation
import Testing
import TokenModel

extension EndToEnd {
  /// Approval without a network: the bank goes away, and accepts the code when it is back.
  @Suite struct OfflineStory {
    @Test(arguments: ["3.3", "3.0"])
    func `a code is made while no server runs, and accepted afterwards`(
      version: String
    ) async throws {
      let book = NSTemporaryDirectory() + "countersign-bank-\(UUID().uuidString)"
      defer { try? FileManager.default.removeItem(atPath: book) }
      try await Home.with(protocolVersion: version, bankBook: book) { home in
        let bank = home.sandbox.cloud
        let registration = try await home.activate()
        try await bank.commit(registration)
        let operation = try await bank.createPayment(for: Home.user, amount: "1250.00")
        let (text, nonce) = try await bank.offlineText(of: operation, for: registration)
        home.sandbox.stop()
        try await Self.refusals(home, text)
        let codes = try await Self.codes(home, text, operation)
        let again = try await SandboxProcess.start(["--data", book])
        defer { again.stop() }
        func verdict(_ code: String) async throws -> (isValid: Bool, attemptsLeft: Int64) {
          try await again.cloud.accepts(
            code, of: operation, from: registration, nonce: nonce)
        }
        let wrong = try await verdict(codes.wrong)
        #expect(!wrong.isValid)
        #expect(wrong.attemptsLeft == 4)
        let right = try await verdict(codes.right)
        #expect(right.isValid)
        #expect(right.attemptsLeft == 5)
        #expect(try await again.cloud.status(ofOperation: operation) == "APPROVED")
      }
    }

    /// What the bank has not signed is not shown, and what was not agreed to is not signed.
    private static func refusals(_ home: Home, _ text: String) async throws {
      let forged = try await home.run(
        "offline", "-", "--yes", "--pin-stdin",
        input: "2580\n" + text.replacing("1250.00", with: "9250.00"))
      #expect(forged.status == 1)
      #expect(try forged.document["error"]?["code"] == "forged_data")
      #expect(!forged.error.contains("9250"))
      let torn = try await home.run(
        "offline", "-", "--yes", "--pin-stdin", input: "2580\n" + text.prefix(20))
      #expect(torn.status == 2)
      #expect(try torn.document["error"]?["code"] == "offline_text")
      let other = try await home.run(
        "offline", "-", "--yes", "--pin-stdin", "--expect-data-sha256",
        String(repeating: "0", count: 64), input: "2580\n" + text)
      #expect(other.status == 1)
      #expect(try other.document["error"]?["code"] == "data_mismatch")
    }

    /// The second text comes from a file with the line ends of another system.
    private static func codes(
      _ home: Home, _ text: String, _ operation: String
    ) async throws -> (wrong: String, right: String) {
      let wrong = try await home.run(
        "offline", "-", "--yes", "--pin-stdin", input: "9999\n" + text)
      #expect(wrong.status == 0, "\(wrong.output)\(wrong.error)")
      #expect(wrong.error.contains("A wrong PIN gives a wrong code"))
      let file = home.path + "/qr.txt"
      try (text.replacing("\n", with: "\r\n") + "\r\n").write(
        toFile: file, atomically: true, encoding: .utf8)
      let right = try await home.run(
        "offline", file, "--yes", "--pin-stdin", input: "2580\n")
      #expect(right.status == 0, "\(right.output)\(right.error)")
      let document = try right.document
      #expect(document["id"]?.string == operation)
      #expect(document["signer"] == "personalized")
      #expect(document["fields"]?.array?.first?["value"] == "1 250.00 EUR")
      return (
        try #require(try wrong.document["code"]?.string), try #require(document["code"]?.string)
      )
    }
  }
}
