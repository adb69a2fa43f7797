import ArgumentParser
import FoundationEssentials
import TokenApp
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
      let lines = ColumnText.lines(info, at: .here)
      context.console.answer(
        info.claims, lines.isEmpty ? [say("activation-commands.bank-says-nothing")] : lines)
    }
  }
}

extension Moment {
  /// By the clock and the time zone of this machine.
  fileprivate static var here: Moment {
    let now = Date()
    return Moment(
      serverTime: now, monotonicMilliseconds: 0, utcOffsetSeconds: LocalZone.utcOffset(at: now))
  }
}
