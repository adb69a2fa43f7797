import ArgumentParser
import TokenModel

/// `countersign time`
struct TimeCommand: TokenCommand {
  static let configuration = CommandConfiguration(
    commandName: "time", abstract: "Ask the server for its time, and compare it with ours.")

  @OptionGroup var options: GlobalOptions

  func run(in context: CommandContext) async throws {
    try await TokenSession.with(options, context.places) { session, _ in
      let report = try await session.token.clockReport()
      context.console.answer(report.document, Self.lines(report))
    }
  }

  private static func lines(_ report: ClockReport) -> [String] {
    let adjustment = report.adjustmentMilliseconds
    let seconds = Double(abs(adjustment)) / 1000
    let words =
      adjustment == 0
      ? "The clock of this machine is in step with the server's."
      : "The clock of this machine is \(seconds) s \(adjustment > 0 ? "behind" : "ahead of") "
        + "the server's. That does no harm here."
    return [words, "Asking took \(report.roundTripMilliseconds) ms."]
  }
}
