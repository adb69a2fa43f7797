import ArgumentParser
import FoundationEssentials
import TokenCore
import TokenModel
import TokenScreens

/// `countersign vault-key --index N`
struct VaultKeyCommand: TokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "vault-key",
      abstract: say("proof-commands.print-encryption-key"),
      discussion: say("proof-commands.server-unlocks-vault"))
  }

  @Option(help: .init(say("proof-commands.which-key"), valueName: "n"))
  var index: UInt64

  @OptionGroup var factor: FactorOptions
  @OptionGroup var options: GlobalOptions

  func run(in context: CommandContext) async throws {
    try await TokenSession.activated(options, context.places) { session, _ in
      let key = try await session.token.encryptionKey(
        index: index, with: try context.prompt.factor(factor))
      let text = key.withUnsafeBytes { Data($0).base64EncodedString() }
      context.console.answer(["index": .string("\(index)"), "key": .string(text)], [text])
    }
  }
}
