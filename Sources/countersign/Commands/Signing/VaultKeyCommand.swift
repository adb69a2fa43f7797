import ArgumentParser
import FoundationEssentials
import TokenCore
import TokenModel

/// `countersign vault-key --index N`
struct VaultKeyCommand: TokenCommand {
  static let configuration = CommandConfiguration(
    commandName: "vault-key",
    abstract: "Print an encryption key that belongs to this activation, in Base64.",
    discussion: """
      The server unlocks the vault, from which as many keys of 16 bytes are derived as you have \
      numbers for. The same number gives the same key for as long as the activation lives. It is \
      printed on standard output: let it go to a program, not to a screen.
      """)

  @Option(help: .init("Which key: 0 to 18446744073709551615.", valueName: "n"))
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
