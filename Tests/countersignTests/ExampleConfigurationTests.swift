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

  @Test func `every line that is commented out can be used`() throws {
    let shown = try Self.text().split(separator: "\n").map { line in
      let isValue =
        line.hasPrefix("# ") && line.dropFirst(2).prefix { $0 != " " }.allSatisfy(Self.isKey)
      let isOther = ["application_", "master_", "ca_file", "pin_fallback"].contains {
        line.contains("# " + $0)
      }
      let isAssignment = line.contains(" = ") || line.hasPrefix("# [[")
      return String(isValue && isAssignment && !isOther ? line.dropFirst(2) : line)
    }
    let text = shown.joined(separator: "\n")
    let settings = try ConfigurationFile(Array(text.utf8), file: Self.path).profile("default")
    #expect(settings.offer.fields.map(\.name) == ["username", "password"])
    #expect(settings.offer.signIn?.redirectPort == 8765)
    #expect(settings.externalKeyFile == "/media/vault/countersign.key")
    #expect(settings.pictures == .always)
    #expect(settings.pins.kind == .fixedAndList(2, isChallenged: true))
  }

  private static func isKey(_ character: Character) -> Bool {
    character.isLowercase || "_[].".contains(character)
  }

  @Test(arguments: ProfileKey.allCases)
  func `it explains every key`(key: ProfileKey) throws {
    let lines = try Self.text().split(separator: "\n")
    let forms = [
      "\(key.rawValue) =", "# \(key.rawValue) =", "# [[profiles.default.\(key.rawValue)]]",
    ]
    #expect(lines.contains { line in forms.contains { line.hasPrefix($0) } })
  }

  @Test(arguments: CredentialKey.allCases)
  func `it explains every key of a field`(key: CredentialKey) throws {
    #expect(try Self.text().contains("\(key.rawValue) ("))
  }

  @Test func `it shows the defaults that the program has`() throws {
    let shown = try Self.text().replacing("# protocol =", with: "protocol =")
      .replacing("# language =", with: "language =")
      .replacing("# poll_interval_seconds =", with: "poll_interval_seconds =")
      .replacing("# theme =", with: "theme =").replacing("# recovery =", with: "recovery =")
      .replacing("# biometry =", with: "biometry =")
    let explicit = try ConfigurationFile(Array(shown.utf8), file: Self.path).profile("default")
    let implied = try ConfigurationFile(path: Self.path).profile("default")
    #expect(explicit.protocolVersion == implied.protocolVersion)
    #expect(explicit.language == implied.language)
    #expect(explicit.pollIntervalSeconds == implied.pollIntervalSeconds)
    #expect(explicit.appearance == implied.appearance)
    #expect(explicit.offer == implied.offer)
    #expect(explicit.biometry == implied.biometry)
  }
}
