import ArgumentParser
import FoundationEssentials
import TokenCore
import TokenModel
import TokenScreens

/// What `approve` and `reject` have in common: which operation, and how it was agreed to.
struct DecisionOptions: ParsableArguments {
  @Argument(help: .init(say("operation-commands.id")))
  var id: String?

  @Option(
    name: .customLong("id"),
    help: .init(
      say("operation-commands.given-id"),
      valueName: "id"))
  var givenID: String?

  @Option(
    help: .init(say("operation-commands.data"), valueName: "text")
  )
  var data: String?

  @Flag(help: .init(say("operation-commands.data-stdin")))
  var dataStdin = false

  @OptionGroup var agreement: AgreementOptions

  func validate() throws {
    guard (id == nil) != (givenID == nil) else {
      throw ValidationError(say("operation-commands.named-once"))
    }
    guard givenID != nil || data == nil && !dataStdin else {
      throw ValidationError(say("operation-commands.data-with-id"))
    }
    guard data == nil || !dataStdin else {
      throw ValidationError(say("operation-commands.one-way-data"))
    }
    guard data?.isEmpty != true, id?.isEmpty != true, givenID?.isEmpty != true else {
      throw ValidationError(say("operation-commands.empty"))
    }
  }

  /// The data that were given; nil where none were. Throws a usage failure for anything but text.
  func givenData() throws -> String? {
    guard dataStdin else { return data }
    guard let text = String(validating: try FileInput.bytes("-"), as: UTF8.self), !text.isEmpty
    else {
      throw CommandFailure.usage(
        say("operation-commands.no-text"), next: say("operation-commands.give-text"))
    }
    return text
  }
}

/// How somebody has agreed elsewhere to what is about to be signed.
struct AgreementOptions: ParsableArguments {
  @Flag(help: .init(say("operation-commands.yes")))
  var yes = false

  @Option(
    help: .init(
      say("operation-commands.expect"),
      valueName: "hex"))
  var expectDataSha256: String?

  func validate() throws {
    guard let hex = expectDataSha256 else { return }
    guard hex.utf8.count == 64, hex.allSatisfy(\.isHexDigit) else {
      throw ValidationError(say("operation-commands.hex"))
    }
  }

  /// Throws `dataMismatch` where the data are not the expected ones; `hash` is in small letters.
  func require(_ hash: String) throws(TokenFailure) {
    guard let expected = expectDataSha256?.lowercased(), expected != hash else { return }
    throw .dataMismatch(expected: expected, actual: hash)
  }
}

/// A decision about one operation, which was asked for, and shown where it can be, before anything is
/// signed.
struct Decision {
  let id: String
  /// Nil where the bank shows it to nobody here.
  let operation: UserOperation?
  /// What an approval signs; nil where the content is unknown, and the data were not given either.
  let data: String?

  var dataSHA256: String? { data.map(OperationLines.sha256) }

  /// Fetches and shows the operation, then asks `question` unless `--yes` was given.
  ///
  /// `data` are those that were given. What the bank can show is never decided unseen; that asking
  /// comes first also finds out what became of a decision whose answer was lost. `check` gets the
  /// server's time, may ask more before, and returns false where nothing is left to be asked. The
  /// pages before an approval are shown with the rest unless `withPages` says that they come one by one.
  static func prepare(
    _ options: DecisionOptions, data: String?, _ session: TokenSession, _ context: CommandContext,
    question: String, withPages: Bool = true,
    check: (UserOperation, Date) async throws -> Bool = { _, _ in true }
  ) async throws -> Decision {
    let id = options.id ?? options.givenID ?? ""
    guard let operation = try await find(id, options, session.token) else {
      return try unseen(id, data, options, context)
    }
    let hash = OperationLines.dataSHA256(operation)
    try options.agreement.require(hash)
    if let given = data.map(OperationLines.sha256), given != hash {
      throw TokenFailure.dataMismatch(expected: given, actual: hash)
    }
    let now = await session.token.serverNow()
    try context.console.present(OperationLines.full(operation, at: now, withPages: withPages))
    let isOpen = try await check(operation, now)
    if isOpen, !options.agreement.yes { try context.prompt.confirm(question) }
    return Decision(id: id, operation: operation, data: operation.data)
  }

  /// Nil for an operation given by its identifier that the bank knows, or may know, and does not show.
  private static func find(
    _ id: String, _ options: DecisionOptions, _ token: Token
  ) async throws(TokenFailure) -> UserOperation? {
    do throws(TokenFailure) {
      return try await token.operation(id: id)
    } catch {
      guard options.givenID != nil, error.showsNothing else { throw error }
      return nil
    }
  }

  /// Nobody sees what is decided: that wants a word of its own.
  private static func unseen(
    _ id: String, _ data: String?, _ options: DecisionOptions, _ context: CommandContext
  ) throws -> Decision {
    let decision = Decision(id: id, operation: nil, data: data)
    if let hash = decision.dataSHA256 { try options.agreement.require(hash) }
    try context.console.present(OperationLines.unseen(id, data))
    context.console.note(say("operation-commands.unseen"))
    if !options.agreement.yes {
      try context.prompt.confirm(say("operation-commands.unseen-question"), word: "unseen")
    }
    return decision
  }

  /// Sends it by `body`, and tells a failure with the bank's own words and the way to find out more.
  func send(_ context: CommandContext, _ body: () async throws -> Void) async throws {
    do {
      try await CommandFailure.told(in: .decision, body)
    } catch let failure as CommandFailure {
      if Self.failures.contains(failure.code), let text = operation?.form.resultTexts.failure {
        OperationLines.bankWords(text).forEach(context.console.note)
      }
      throw failure.status == .outcomeUnknown ? failure.leading(to: id) : failure
    }
  }

  /// What the bank's words of a failure are about; an operation that was decided elsewhere has not
  /// failed.
  private static let failures: Set = [
    FailureCode.of(.operation(.alreadyFailed)), FailureCode.of(.operation(.refused)),
    FailureCode.of(.operation(.needsActivationFlag)),
  ]

  /// Sends a rejection and says that it has arrived.
  func reject(
    _ reason: RejectionReason, mobileTokenData: JSONValue? = nil, _ session: TokenSession,
    _ context: CommandContext
  ) async throws {
    try await send(context) {
      if let operation {
        try await session.token.reject(
          operation, reason: reason, mobileTokenData: mobileTokenData)
      } else {
        try await session.token.reject(id: id, reason: reason)
      }
    }
    answer(
      "REJECTED", say("operation-commands.rejected"), operation?.form.resultTexts.reject,
      reason: reason, context)
  }

  /// `text` is the bank's own word for the result, `postApproval` what it shows after an approval.
  func answer(
    _ result: String, _ words: String, _ text: String?, reason: RejectionReason? = nil,
    postApproval: JSONValue? = nil, lines: [String] = [], _ context: CommandContext
  ) {
    var members: [String: JSONValue] = ["id": .string(id), "result": .string(result)]
    members["dataSha256"] = dataSHA256.map(JSONValue.string)
    members["reason"] = reason.map { .string($0.wire) }
    members["resultText"] = text.map(JSONValue.string)
    members["postApproval"] = postApproval
    context.console.answer(
      .object(members), [words] + (text.map(OperationLines.bankWords) ?? []) + lines)
  }
}

extension CommandFailure {
  /// The same with the command that finds out what became of the operation.
  fileprivate func leading(to id: String) -> CommandFailure {
    var failure = CommandFailure(
      status: status, code: code, happened: happened, means: means,
      next: say("operation-commands.find-out", ["id": DisplayText(id).singleLine]))
    failure.serverCode = serverCode
    return failure
  }
}
