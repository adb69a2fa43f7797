import Foundation
import PowerAuth
import Testing

@testable import Sandbox

@Suite struct StoreTests {
  @Test func `a data file keeps keys, registrations and operations`() async throws {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "sandbox-\(UUID().uuidString).db").path
    defer { try? FileManager.default.removeItem(atPath: file) }
    let first = try TestBank(dataFile: file)
    let before = try await TestDevice.active(first)
    let id = try await first.operation()
    let second = try TestBank(dataFile: file)
    #expect(second.sandbox.credentials == first.sandbox.credentials)
    #expect(try await second.operationState(id).text("status") == "PENDING")
    let state = try await second.registration(before.record.activationID)
    #expect(try state.text("activationFingerprint") == before.record.fingerprint)
    #expect(try await before.validate().verdict == "200")
  }

  @Test func `a data file keeps people, recovery, sign-ins, flags and an upgrade`() async throws {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "sandbox-\(UUID().uuidString).db").path
    defer { try? FileManager.default.removeItem(atPath: file) }
    let first = try TestBank(dataFile: file)
    await first.allowRecovery()
    let before = try await TestDevice.active(first)
    let path = "registrations/\(before.record.activationID)"
    _ = await first.cloud("PUT", "users/bob", ["claims": ["name": "Bob"], "password": "open"])
    _ = await first.cloud("PUT", path + "/flags", ["flags": ["A"]])
    _ = await first.cloud("PUT", path + "/custom-object", ["customObject": [1]])
    _ = await first.cloud("PUT", path + "/version", ["version": 2, "counter": 300])
    let started: UpgradeStartResponse = try await before.exchange(.upgradeStart).open()
    let known = try await first.registration(before.record.activationID)
    let second = try TestBank(dataFile: file)
    #expect(try await second.registration(before.record.activationID) == known)
    #expect(known["flags"] == ["A"])
    #expect(known["customObject"] == [1])
    #expect(known["version"] == 2)
    #expect(try await second.cloud("GET", "users/bob").object()["claims"] == ["name": "Bob"])
    #expect(try await second.cloud("GET", "users/alice").object()["hasPassword"] == true)
    #expect(try await second.recoveryCodes() == first.recoveryCodes())
    let again: UpgradeStartResponse = try await before.exchange(.upgradeStart).open()
    #expect(again == started)
  }

  @Test func `a data file is its owner's alone`() throws {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "sandbox-\(UUID().uuidString).db").path
    defer { try? FileManager.default.removeItem(atPath: file) }
    _ = try TestBank(dataFile: file)
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func `a data file remembers the credentials of the Cloud API`() throws {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "sandbox-\(UUID().uuidString).db").path
    defer { try? FileManager.default.removeItem(atPath: file) }
    let first = try Sandbox(SandboxConfiguration(dataFile: file))
    let second = try Sandbox(SandboxConfiguration(dataFile: file))
    #expect(first.apiPassword.count >= 20)
    #expect(first.apiPassword == second.apiPassword)
    let third = try Sandbox(SandboxConfiguration(dataFile: file, apiPassword: "mine"))
    #expect(third.apiPassword == "mine")
  }

  @Test func `a data file that cannot be had is named with the reason`() {
    let fault = #expect(throws: SandboxFault.self) {
      try Sandbox(SandboxConfiguration(dataFile: "/nonexistent/sandbox.db"))
    }
    #expect(
      fault == .dataFile("/nonexistent/sandbox.db", reason: "No such file or directory"))
  }

  @Test func `a file that is no book is left alone`() throws {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "sandbox-\(UUID().uuidString).db").path
    defer { try? FileManager.default.removeItem(atPath: file) }
    let text = String(repeating: "Not a database. ", count: 100)
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    #expect(throws: SandboxFault.self) { try Sandbox(SandboxConfiguration(dataFile: file)) }
    #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
  }
}
