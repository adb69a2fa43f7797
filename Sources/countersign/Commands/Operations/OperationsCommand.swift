import ArgumentParser
import TokenModel

/// `countersign operations`
struct OperationsCommand: TokenCommand {
  static let configuration = CommandConfiguration(
    commandName: "operations", abstract: "List the operations that wait for a decision.")

  @OptionGroup var options: GlobalOptions

  func run(in context: CommandContext) async throws {
    try await TokenSession.with(options, context.places) { session, _ in
      let list = try await session.token.operations()
      let now = await session.token.serverNow()
      let document: JSONValue = [
        "operations": .array(list.operations.map { $0.document(at: now) }),
        "unreadable": .number(.init(list.unreadable)),
      ]
      let lines = list.operations.flatMap { OperationLines.summary($0, at: now) }
      context.console.answer(document, lines.isEmpty ? ["Nothing waits for you."] : lines)
      if list.unreadable > 0 {
        context.console.note("\(list.unreadable) more could not be read and are not shown.")
      }
    }
  }
}
