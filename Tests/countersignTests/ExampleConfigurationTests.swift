import Foundation
import Testing
import TokenCore

@testable import countersign

/// `config.example.toml` is what people copy: it must be right, and complete.
@Suite struct ExampleConfigurationTests {
  static let path = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "config.example.toml").path

  static func text() throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  @Test func `the example can be used as it is`() throws {
    let settings = try ConfigurationFile(path: Self.path).profile("default")
    let profile = try TokenProfile(settings)
    #expect(profile.version == .v3_3)
    #expect(profile.server == profile.mobileTokenServer)
  }

  @Test func `its keys in both forms are the same application`() throws {
    let single = try TokenProfile(ConfigurationFile(path: Self.path).profile("default"))
    let lines = try Self.text().split(separator: "\n").map { line in
      if line.hasPrefix("sdk_configuration") { return "" }
      let isKey = ["# application_", "# master_"].contains { line.hasPrefix($0) }
      return isKey ? String(line.dropFirst(2)) : String(line)
    }
    let bytes = Array(lines.joined(separator: "\n").utf8)
    let three = try TokenProfile(ConfigurationFile(bytes, file: "example").profile("default"))
    #expect(three.credentials == single.credentials)
  }

  @Test(arguments: ProfileKey.allCases)
  func `it explains every key`(key: ProfileKey) throws {
    let lines = try Self.text().split(separator: "\n")
    #expect(
      lines.contains { $0.hasPrefix("\(key.rawValue) =") || $0.hasPrefix("# \(key.rawValue) =") })
  }

  @Test func `it shows the defaults that the program has`() throws {
    let shown = try Self.text().replacing("# protocol =", with: "protocol =")
      .replacing("# language =", with: "language =")
      .replacing("# poll_interval_seconds =", with: "poll_interval_seconds =")
    let explicit = try ConfigurationFile(Array(shown.utf8), file: Self.path).profile("default")
    let implied = try ConfigurationFile(path: Self.path).profile("default")
    #expect(explicit.protocolVersion == implied.protocolVersion)
    #expect(explicit.language == implied.language)
    #expect(explicit.pollIntervalSeconds == implied.pollIntervalSeconds)
  }
}
