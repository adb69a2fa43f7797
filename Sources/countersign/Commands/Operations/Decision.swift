import ArgumentParser
import FoundationEssentials
import TokenModel

/// What `approve` and `reject` have in common: show everything, check the hash, ask.
struct DecisionOptions: ParsableArguments {
  @Argument(help: "The operation's identifier, as countersign operations prints it.")
  var id: String

  @OptionGroup var agreement: AgreementOptions
}

/// How somebody has agreed elsewhere to what is about to be signed.
struct AgreementOptions: ParsableArguments {
  @Flag(help: "Do not ask for confirmation.")
  var yes = false

  @Option(
    help: .init(
      "Refuse unless the SHA-256 of the operation's data is this; nothing is signed then.",
      valueName: "hex"))
  var expectDataSha256: String?

  func validate() throws {
    guard let hex = expectDataSha256 else { return }
    guard hex.utf8.count == 64, hex.allSatisfy(\.isHexDigit) else {
      throw ValidationError("A SHA-256 is 64 hexadecimal digits.")
    }
  }

  /// Throws `dataMismatch` where the data are not the expected ones; `hash` is in small letters.
  func require(_ hash: String) throws(TokenFailure) {
    guard let expected = expectDataSha256?.lowercased(), expected != hash else { return }
    throw .dataMismatch(expected: expected, actual: hash)
  }
}

/// A decision about one operation, fetched and shown before anything is signed.
struct Decision {
  let operation: UserOperation
  let dataSHA256: String

  /// Fetches and shows the operation, then asks `question` unless `--yes` was given; it gets the
  /// server's time.
  ///
  /// `question` may ask more before; nil where nothing is left to be asked. The pages before an
  /// approval are shown with the rest unless `withPages` says that they come one by one.
  static func prepare(
    _ options: DecisionOptions, _ session: TokenSession, _ context: CommandContext,
    withPages: Bool = true, question: (UserOperation, Date) async throws -> String?
  ) async throws -> Decision {
    let operation = try await session.token.operation(id: options.id)
    let hash = OperationLines.dataSHA256(operation)
    try options.agreement.require(hash)
    let now = await session.token.serverNow()
    context.console.present(OperationLines.full(operation, at: now, withPages: withPages))
    let question = try await question(operation, now)
    if let question, !options.agreement.yes { try context.prompt.confirm(question) }
    return Decision(operation: operation, dataSHA256: hash)
  }

  /// Sends a rejection and says that it has arrived.
  func reject(
    _ reason: RejectionReason, mobileTokenData: JSONValue? = nil, _ session: TokenSession,
    _ context: CommandContext
  ) async throws {
    try await CommandFailure.told(in: .decision) {
      try await session.token.reject(
        operation, reason: reason, mobileTokenData: mobileTokenData)
    }
    context.console.answer(
      document("REJECTED", reason: reason),
      [operation.form.resultTexts.reject ?? "Rejected."])
  }

  func document(_ result: String, reason: RejectionReason? = nil) -> JSONValue {
    var members: [String: JSONValue] = [
      "id": .string(operation.id), "result": .string(result), "dataSha256": .string(dataSHA256),
    ]
    members["reason"] = reason.map { .string($0.wire) }
    return .object(members)
  }
}
