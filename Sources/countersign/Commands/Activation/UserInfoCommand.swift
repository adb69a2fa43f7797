import ArgumentParser
import FoundationEssentials
import TokenApp
import TokenModel
import TokenScreens

/// `countersign user-info`
struct UserInfoCommand: TokenCommand {
  static let configuration = CommandConfiguration(
    commandName: "user-info", abstract: "Show what the bank says about you; without PIN.",
    discussion: "For people as the interface shows it; with --json all that the bank sends.")

  @OptionGroup var options: GlobalOptions

  func run(in context: CommandContext) async throws {
    try await TokenSession.with(options, context.places) { session, _ in
      let info = try await session.token.userInfo()
      let lines = ColumnText.lines(info, at: .here)
      context.console.answer(
        info.claims, lines.isEmpty ? ["The bank says nothing about you."] : lines)
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
