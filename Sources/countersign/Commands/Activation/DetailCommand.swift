import ArgumentParser
import TokenModel

/// `countersign detail`
struct DetailCommand: TokenCommand {
  static let configuration = CommandConfiguration(
    commandName: "detail", abstract: "Show what the server remembers of this activation.")

  @OptionGroup var factor: FactorOptions
  @OptionGroup var options: GlobalOptions

  func run(in context: CommandContext) async throws {
    try await TokenSession.activated(options, context.places) { session, _ in
      let detail = try await session.token.activationDetail(
        with: try context.prompt.factor(factor))
      context.console.answer(detail.source, ValueLines.lines(detail.source))
    }
  }
}
