import ArgumentParser
import TokenCore
import TokenModel
import TokenScreens

/// `countersign push parse FILE`
struct PushParseCommand: TokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "parse", abstract: say("push.parse"), discussion: say("push.parse-more"))
  }

  @Argument(help: ArgumentHelp(say("push.file")))
  var file: String

  @Flag(help: ArgumentHelp(say("push.refresh")))
  var refresh = false

  @OptionGroup var options: GlobalOptions

  func run(in context: CommandContext) async throws {
    let message = try message()
    let lines = PushWords.lines(message)
    guard refresh else { return context.console.answer(message.document, lines) }
    try await TokenSession.activated(options, context.places) { session, _ in
      let (members, found) = try await Self.ask(session.token, message)
      context.console.answer(
        message.document.merging(.object(members)), lines + [""] + found)
    }
  }

  private func message() throws(CommandFailure) -> PushMessage {
    let bytes = try FileInput.bytes(file)
    do throws(PushMessage.Fault) {
      return try PushMessage(parsing: bytes)
    } catch {
      throw CommandFailure(
        status: .usage, code: FailureCode.pushMessage, happened: say("push.no-message"),
        means: PushWords.fault(error), next: say("push.no-message-next"))
    }
  }

  /// What the bank itself says of it: members of the document, and lines.
  private static func ask(
    _ token: Token, _ message: PushMessage
  ) async throws(TokenFailure) -> ([String: JSONValue], [String]) {
    switch message {
    case .operationInit, .operationFinished:
      let list = try await token.operations()
      let now = await token.serverNow()
      let lines = list.operations.flatMap { OperationLines.summary($0, at: now) }
      return (
        ["operations": .array(list.operations.map { $0.document(at: now) })],
        lines.isEmpty ? [say("push.nothing-waits")] : lines
      )
    case .newInboxMessage(let id):
      let message = try await token.message(id: id)
      return (["message": message.source], MessageLines.full(message))
    }
  }
}

extension PushMessage {
  /// The document of JSON mode, by the names of the wire.
  var document: JSONValue {
    var members: [String: JSONValue] = [:]
    switch self {
    case .operationInit(let id, let name, let content):
      members = [
        "messageType": "mtoken.operationInit", "operationId": .string(id),
        "operationName": .string(name),
      ]
      members["title"] = content.map { .string($0.title) }
      members["body"] = content.map { .string($0.body) }
    case .operationFinished(let id, let name, let result):
      members = [
        "messageType": "mtoken.operationFinished", "operationId": .string(id),
        "operationName": .string(name), "mtokenOperationResult": .string(result.wire),
      ]
    case .newInboxMessage(let id):
      members = ["messageType": "mtoken.inboxMessage.new", "inboxId": .string(id)]
    }
    return .object(members)
  }
}
