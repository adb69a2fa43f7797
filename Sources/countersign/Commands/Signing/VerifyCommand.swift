import ArgumentParser
import FoundationEssentials
import TokenCore
import TokenModel

/// `countersign verify --signature FILE FILE`
struct VerifyCommand: TokenCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check that data were signed by the bank's server.",
    discussion: """
      Ends with 0 when the signature fits, and with 1 when it does not. The key is the master key of \
      the configuration, which needs no activation, or the one that the server made for this \
      activation. The signature is ECDSA with SHA-256 in DER, as it is or in Base64.
      """)

  @Argument(help: "The data; - for standard input.")
  var file: String

  @Option(help: .init("The file with the signature.", valueName: "file"))
  var signature: String

  @Option(help: .init("Whose key: master or personal.", valueName: "key"))
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
        ["valid": true, "by": .string(by.rawValue)], ["The signature fits: the bank signed this."])
    }
  }

  /// No DER of a signature is Base64 text by chance: its length byte is no letter, digit or sign.
  static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    let text = String(decoding: bytes.filter { !" \t\r\n".utf8.contains($0) }, as: UTF8.self)
    return Data(base64Encoded: text).map(Array.init) ?? bytes
  }
}
