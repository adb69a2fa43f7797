import ArgumentParser
import FoundationEssentials
import TokenCore
import TokenModel
import TokenScreens

/// `countersign pins`
struct PinsCommand: TokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "pins", abstract: say("pinning.command"))
  }

  @Flag(help: .init(say("pinning.command-update")))
  var update = false

  @OptionGroup var options: GlobalOptions

  func run(in context: CommandContext) async throws {
    let update = update
    try await TokenSession.with(options, context.places) { session, _ in
      let pinning = session.pinning
      let result = update ? try await Self.fetch(pinning) : nil
      let report = await pinning.report()
      let told = result.map { [PinningText.update($0)] } ?? []
      context.console.answer(
        report.document(pinning.configuration.kind, result),
        told
          + PinningText.lines(report) {
            LocalTime.minute(Date(timeIntervalSince1970: Double($0)))
          })
    }
  }

  /// What fails leaves everything as it was.
  private static func fetch(_ pinning: Pinning) async throws -> PinUpdate {
    guard pinning.configuration.service != nil else {
      throw CommandFailure(
        status: .usage, code: FailureCode.usage, happened: say("pinning.update-off"),
        means: say("pinning.update-off-means"), next: say("pinning.update-off-next"))
    }
    let result = await pinning.updateNow()
    guard result != .ok else { return result }
    throw CommandFailure(pinUpdate: result)
  }
}

extension CommandFailure {
  /// The list did not come, or was dropped.
  fileprivate init(pinUpdate result: PinUpdate) {
    let next =
      switch result {
      case .ok, .storeIsEmpty: say("pinning.next-list")
      case .networkError: say("pinning.next-fetch")
      case .invalidData, .invalidSignature: say("pinning.next-key")
      }
    self.init(
      status: result == .networkError ? .network : .failed, code: FailureCode.pins,
      happened: PinningText.update(result), means: say("pinning.update-kept"), next: next)
  }
}

extension PinReport {
  fileprivate func document(_ kind: PinningKind, _ update: PinUpdate?) -> JSONValue {
    var members: [String: JSONValue] = [
      "isPinned": .bool(kind != .off), "pins": .array(pins.map(\.document)),
    ]
    members["service"] = service.map(JSONValue.string)
    members["nextUpdate"] = nextUpdate.map { .number(Decimal($0)) }
    members["update"] = update.map { .string($0.rawValue) }
    members["domains"] = domains.map { domains in
      [
        "requiredForUnlisted": .bool(domains.isRequiredForUnlisted),
        "required": .object(domains.isRequired.mapValues(JSONValue.bool)),
      ]
    }
    return .object(members)
  }
}

extension PinReport.Pin {
  fileprivate var document: JSONValue {
    var members: [String: JSONValue] = [
      "source": .string(source.rawValue), "sha256": .string(fingerprint),
      "isExpired": .bool(isExpired), "depth": .number(Decimal(depth)),
    ]
    members["name"] = name.map(JSONValue.string)
    members["expires"] = expires.map { .number(Decimal($0)) }
    return .object(members)
  }
}
