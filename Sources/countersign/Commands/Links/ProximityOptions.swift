import ArgumentParser
import FoundationEssentials
import TokenModel
import TokenScreens

/// How the code of the bank's page comes to an approval.
struct ProximityOptions: ParsableArguments {
  @Option(
    help: .init(say("links.help-proximity-code"), valueName: "code"))
  var proximityCode: String?

  @Option(
    help: .init(say("links.help-link"), valueName: "text"))
  var link: String?

  @Flag(help: .init(say("links.help-proximity-stdin")))
  var proximityStdin = false

  func validate() throws {
    let ways = [proximityCode != nil, link != nil, proximityStdin]
    guard ways.count(where: { $0 }) <= 1 else {
      throw ValidationError(say("links.cli-one-way"))
    }
  }
}

extension Prompt {
  /// The code for `operation`: as an option gave it, or typed where the operation wants one and
  /// somebody is there; nil where there is none. `now` is the server's time.
  ///
  /// Throws `TokenFailure.link` for a text of another operation, or without a code.
  func proximityCheck(
    for operation: UserOperation, _ options: ProximityOptions, at now: Date
  ) throws -> ProximityCheck? {
    let wantsCode = operation.ui.preApprovalScreens.contains { $0.kind == .qrScan }
    return try proximityCheck(
      forID: operation.id, options, asksForIt: wantsCode && isTerminal, at: now)
  }

  /// The same for an operation of which only the identifier is known; nothing is asked for then.
  func proximityCheck(
    forID id: String, _ options: ProximityOptions, asksForIt: Bool = false, at now: Date
  ) throws -> ProximityCheck? {
    guard let text = try text(options, asksForIt: asksForIt) else { return nil }
    do throws(LinkFault) {
      return try ProximityCheck(parsing: text, for: id, received: now)
    } catch {
      throw TokenFailure.link(error)
    }
  }

  private func text(_ options: ProximityOptions, asksForIt: Bool) throws -> String? {
    if let given = options.proximityCode ?? options.link { return given }
    guard options.proximityStdin || asksForIt else { return nil }
    let line = try secret(
      say("links.cli-ask-code") + " ", .proximity, fromPipe: options.proximityStdin)
    return line.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
  }
}

extension Prompt.Asked {
  static var proximity: Self {
    Self(name: say("links.cli-code-name"), option: "--proximity-stdin")
  }
}
