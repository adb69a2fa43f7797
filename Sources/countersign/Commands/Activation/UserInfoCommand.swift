import ArgumentParser
import FoundationEssentials
import TokenModel
import TokenScreens

/// `countersign user-info`
struct UserInfoCommand: TokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "user-info", abstract: say("activation-commands.show-what-bank"),
      discussion: say("activation-commands.for-people-as"))
  }

  @OptionGroup var options: GlobalOptions

  func run(in context: CommandContext) async throws {
    try await TokenSession.with(options, context.places) { session, _ in
      let info = try await session.token.userInfo()
      let lines = ColumnText.lines(info, at: LocalTime.zone(at: Date()))
      context.console.answer(
        info.claims, lines.isEmpty ? [say("activation-commands.bank-says-nothing")] : lines)
    }
  }
}
