import ArgumentParser
import TokenModel
import TokenScreens

/// `countersign time`
struct TimeCommand: TokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "time", abstract: say("activation-commands.ask-server-for"))
  }

  @OptionGroup var options: GlobalOptions

  func run(in context: CommandContext) async throws {
    try await TokenSession.with(options, context.places) { session, _ in
      let report = try await session.token.clockReport()
      context.console.answer(report.document, Self.lines(report))
    }
  }

  private static func lines(_ report: ClockReport) -> [String] {
    let adjustment = report.adjustmentMilliseconds
    let seconds = "\(Double(abs(adjustment)) / 1000)"
    let words =
      switch adjustment {
      case 0: say("activation-commands.clock-this-machine")
      case 1...: say("activation-commands.clock-behind", ["seconds": seconds])
      default: say("activation-commands.clock-ahead", ["seconds": seconds])
      }
    return [
      words,
      say(
        "activation-commands.asking-took-ms",
        ["round-trip-milliseconds": String(report.roundTripMilliseconds)]),
    ]
  }
}
