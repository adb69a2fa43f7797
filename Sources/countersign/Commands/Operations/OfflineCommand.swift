import ArgumentParser
import TokenCore
import TokenModel
import TokenScreens

/// `countersign offline FILE`
struct OfflineCommand: TokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "offline", abstract: say("operation-commands.offline"),
      discussion: say("operation-commands.offline-more"))
  }

  @Argument(help: .init(say("operation-commands.offline-file")))
  var file: String

  @OptionGroup var agreement: AgreementOptions

  @Option(
    name: .customLong("uri-id"),
    help: .init(say("operation-commands.offline-uri"), valueName: "id"))
  var uriID = Token.offlineApprovalURI

  @OptionGroup var factor: FactorOptions
  @OptionGroup var options: GlobalOptions

  func run(in context: CommandContext) async throws {
    try await TokenSession.activated(options, context.places) { session, _ in
      // Before the text where both come from one pipe; else after it was shown.
      let early = file == "-" && factor.pinStdin ? try context.prompt.factor(factor) : nil
      let operation = try await session.token.offlineOperation(try text())
      let hash = OperationLines.sha256(operation.data)
      try agreement.require(hash)
      try context.console.present(OfflineLines.full(operation, hash: hash))
      if !agreement.yes { try context.prompt.confirm(say("operation-commands.approve-question")) }
      let factor = try early ?? context.prompt.factor(factor)
      let code = try await session.token.approveOffline(operation, with: factor, uriID: uriID)
      if factor != .biometry { context.console.note(OfflineWords.wrongPIN) }
      if let unseen = OfflineWords.unseen(code) { context.console.note(unseen) }
      context.console.answer(
        OfflineLines.document(operation, hash: hash, code), [code.reveal()])
    }
  }

  private func text() throws -> String {
    guard let text = String(validating: try FileInput.bytes(file), as: UTF8.self) else {
      throw TokenFailure.offline(.notText)
    }
    return text
  }
}
