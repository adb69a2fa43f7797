import ArgumentParser
import TokenModel
import TokenScreens

/// `countersign open LINK`
struct OpenCommand: TokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "open", abstract: say("links.help-open"),
      discussion: say("links.help-open-more"))
  }

  @Argument(help: .init(say("links.help-open-text")))
  var text: String

  @Flag(help: .init(say("links.help-open-show")))
  var show = false

  @OptionGroup var options: GlobalOptions

  /// Whether the interface opens, which needs the calling thread.
  var opensInterface: Bool { !show && !options.json }

  func run(in context: CommandContext) async throws {
    let scanned = try scanned()
    context.console.answer(scanned.document, scanned.lines)
  }

  /// Runs on the calling thread, as the interface needs it.
  func runInForeground(in context: CommandContext) throws {
    guard text != "-" else {
      throw CommandFailure.usage(
        say("links.cli-no-stdin"), next: say("links.cli-no-stdin-next"))
    }
    try Interface.run(Location(options, context.places), following: try scanned())
  }

  /// Throws `TokenFailure.link` for a text that leads nowhere.
  private func scanned() throws -> ScannedText {
    let text = text == "-" ? try OperationLink.text(of: FileInput.bytes("-")) : text
    let scanned = ScannedText(text)
    guard scanned == .unknown else { return scanned }
    do throws(LinkFault) { _ = try OperationLink(parsing: text) } catch {
      throw TokenFailure.link(error)
    }
    return scanned
  }
}

extension OperationLink {
  /// The text of a file or a pipe; throws `TokenFailure.link` for what is no text.
  static func text(of bytes: [UInt8]) throws(TokenFailure) -> String {
    guard bytes.count <= 4 * characterLimit else { throw .link(.tooLong(limit: characterLimit)) }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .link(.notText) }
    return text
  }
}

extension ScannedText {
  /// What the text is about, without a secret of it.
  fileprivate var document: JSONValue {
    switch self {
    case .activation(let code): ["kind": "activation", "isSigned": .bool(code.signature != nil)]
    case .recovery: ["kind": "recovery"]
    case .operation(let link):
      [
        "kind": "operation", "operationId": .string(link.operationID),
        "hasCode": .bool(link.otp != nil),
      ]
    case .offline: ["kind": "offline"]
    case .unknown: ["kind": "unknown"]
    }
  }

  fileprivate var lines: [String] {
    switch self {
    case .activation: [say("links.is-activation")]
    case .recovery: [say("links.is-recovery")]
    case .operation(let link):
      [
        link.otp == nil ? say("links.is-operation") : say("links.is-operation-with-code"),
        "  " + DisplayText(link.operationID).singleLine,
      ]
    case .offline: [say("links.is-offline")]
    case .unknown: [say("links.unknown")]
    }
  }
}
