import ArgumentParser
import TokenCore
import TokenModel
import TokenScreens

/// `countersign detail`
struct DetailCommand: TokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "detail", abstract: say("activation-commands.show-what-server"))
  }

  @OptionGroup var factor: FactorOptions
  @OptionGroup var options: GlobalOptions

  func run(in context: CommandContext) async throws {
    try await TokenSession.activated(options, context.places) { session, _ in
      let detail = try await Self.detail(session.token) { try context.prompt.factor(factor) }
      context.console.answer(detail.source, Self.lines(detail))
    }
  }

  private static func lines(_ detail: ActivationDetail) -> [String] {
    let lines = ColumnText.lines(detail)
    return lines.isEmpty ? [say("activation-commands.bank-told-nothing")] : lines
  }

  /// The factor is asked for only where nothing that was proven before is enough.
  private static func detail(
    _ token: Token, _ factor: () throws -> SecondFactor
  ) async throws -> ActivationDetail {
    do throws(TokenFailure) {
      return try await token.activationDetail(with: nil)
    } catch .noToken {
      // Not made yet, or forgotten by the server.
    }
    return try await token.activationDetail(with: try factor())
  }
}
