import ArgumentParser
import Testing

@testable import countersign

@Suite struct ArgumentTests {
  static func parse<Command: ParsableCommand>(_ line: String) throws -> Command {
    let words = line.split(separator: " ").map(String.init)
    return try #require(try CountersignCommand.parseAsRoot(words) as? Command)
  }

  @Test(arguments: [
    "--json --profile work status", "status --json --profile work",
    "--json status --profile work",
  ])
  func `common options stand before or behind the command`(line: String) throws {
    let command: StatusCommand = try Self.parse(line)
    #expect(command.options.json)
    #expect(command.options.profile == "work")
  }

  @Test func `no command is the interface`() throws {
    let command: CountersignCommand = try Self.parse("--profile work")
    #expect(command.options.profile == "work")
  }

  @Test func `every option of an approval is read`() throws {
    let hash = String(repeating: "aB", count: 32)
    let command: ApproveCommand = try Self.parse(
      "approve 42 --yes --pin-stdin --expect-data-sha256 \(hash) --state-dir /s --config /c")
    #expect(command.decision.id == "42")
    #expect(command.decision.yes)
    #expect(command.pinStdin)
    #expect(command.decision.expectDataSha256 == hash)
    let location = Location(command.options, Places(environment: ["HOME": "/h"]))
    #expect(location.stateDirectory == "/s")
    #expect(location.configurationFile == "/c")
  }

  @Test(arguments: [
    "approve", "approve 1 --pin 2580", "approve 1 --expect-data-sha256 00", "show",
    "status --profile ../x", "status --profile", "sandbox --port 65536", "nonsense",
    "reject 1 --pin-stdin",
  ])
  func `wrong arguments are usage failures`(line: String) {
    #expect(throws: (any Error).self) {
      _ = try CountersignCommand.parseAsRoot(line.split(separator: " ").map(String.init))
    }
  }

  @Test(arguments: [
    (["HOME": "/h"], "/h/.config/countersign/config.toml", "/h/.local/state/countersign"),
    (
      ["HOME": "/h", "XDG_CONFIG_HOME": "/c", "XDG_STATE_HOME": "/s"],
      "/c/countersign/config.toml", "/s/countersign"
    ),
    (
      ["HOME": "/h", "XDG_CONFIG_HOME": "relative", "XDG_STATE_HOME": ""],
      "/h/.config/countersign/config.toml", "/h/.local/state/countersign"
    ),
  ])
  func `files lie in the base directories`(
    environment: [String: String], configuration: String, state: String
  ) {
    let places = Places(environment: environment)
    #expect(places.configurationFile == configuration)
    #expect(places.stateDirectory == state)
  }
}
