import ArgumentParser
import TokenModel
import TokenScreens

/// `countersign profiles`
struct ProfilesCommand: TokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "profiles", abstract: say("profile-commands.list-profiles-configuration"))
  }

  @OptionGroup var options: GlobalOptions

  func run(in context: CommandContext) async throws {
    let entries = try ProfileList(Location(options, context.places)).entries()
    context.console.answer(
      ["profiles": .array(entries.map(\.document))], entries.flatMap(Self.lines))
  }

  private static func lines(_ entry: ProfileEntry) -> [String] {
    let head = entry.name + (entry.bank.map { "  ·  \($0)" } ?? "")
    let state =
      entry.problem
      ?? entry.activation.map {
        say(
          "profile-commands.activated",
          ["device": $0.deviceName, "fingerprint": DigestWords.fingerprint($0.fingerprint)])
      } ?? say("profile-commands.not-activated")
    return [head] + (entry.server.map { ["  \($0)"] } ?? []) + ["  \(state)"]
  }
}
