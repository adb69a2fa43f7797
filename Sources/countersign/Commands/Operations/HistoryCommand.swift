import ArgumentParser
import TokenModel
import TokenScreens

/// `countersign history`
struct HistoryCommand: TokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "history", abstract: say("operation-commands.history"))
  }

  @OptionGroup var factor: FactorOptions
  @OptionGroup var options: GlobalOptions

  func run(in context: CommandContext) async throws {
    try await TokenSession.activated(options, context.places) { session, _ in
      let factor = try context.prompt.factor(factor)
      let list = try await session.token.history(with: factor)
      let document: JSONValue = [
        "operations": .array(list.operations.map(\.source)),
        "unreadable": .number(.init(list.unreadable)),
      ]
      let lines = list.operations.flatMap(OperationLines.past)
      context.console.answer(document, lines.isEmpty ? [say("history.empty")] : lines)
      if list.unreadable > 0 {
        context.console.note(say("history.unreadable", count: list.unreadable))
      }
    }
  }
}
