import ArgumentParser
import FoundationEssentials
import TokenCore
import TokenModel
import TokenScreens

/// `countersign verify --signature FILE FILE`
struct VerifyCommand: TokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "verify", abstract: say("proof-commands.check-data-were"),
      discussion: say("proof-commands.ends-with-when"))
  }

  @Argument(help: ArgumentHelp(say("proof-commands.data-for-standard")))
  var file: String

  @Option(help: .init(say("proof-commands.file-with-signature"), valueName: "file"))
  var signature: String

  @Option(help: .init(say("proof-commands.whose-key-master"), valueName: "key"))
  var by = Signer.master

  @OptionGroup var options: GlobalOptions

  /// Which key of the server.
  enum Signer: String, ExpressibleByArgument, CaseIterable { case master, personal }

  func run(in context: CommandContext) async throws {
    let signature = Self.decoded(try FileInput.bytes(signature))
    let data = try FileInput.bytes(file)
    try await TokenSession.with(options, context.places) { session, _ in
      switch by {
      case .master:
        try await CommandFailure.told(in: .masterSignature) {
          try await session.token.verify(signature, of: data, by: .master)
        }
      case .personal: try await session.token.verify(signature, of: data, by: .personalized)
      }
      context.console.answer(
        ["valid": true, "by": .string(by.rawValue)], [say("proof-commands.signature-fits-bank")])
    }
  }

  /// No DER of a signature is Base64 text by chance: its length byte is no letter, digit or sign.
  static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    let text = String(decoding: bytes.filter { !" \t\r\n".utf8.contains($0) }, as: UTF8.self)
    return Data(base64Encoded: text).map(Array.init) ?? bytes
  }
}
