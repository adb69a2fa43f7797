import Sandbox
import TokenModel
import TokenScreens

/// Why a command ends without having done its work: words for people, a code for scripts.
struct CommandFailure: Error, Equatable {
  let status: ExitStatus
  /// A word of `FailureCode`.
  let code: String
  /// What happened, what it means, what to do: one sentence or two each.
  let happened: String
  let means: String
  let next: String
  /// Wrong PINs that remain, where the server has told.
  var attemptsLeft: Int?
  /// Number of the PUK that the server wants next, where it has told.
  var nextPUK: Int?
  /// The server's own word, such as `ERR_SECURE_VAULT`.
  var serverCode: String?
}

/// What was printed as the answer is not what was asked for: somebody changed their mind on the way.
///
/// The answer stands; a script that goes on only after success stops here.
struct AnsweredOtherwise: Error {}

extension CommandFailure {
  init(_ failure: TokenFailure) { self.init(failure, FailureWords(failure)) }

  private init(_ failure: TokenFailure, _ words: FailureWords) {
    self.init(
      status: ExitStatus(failure), code: FailureCode.of(failure), happened: words.happened,
      means: words.means, next: words.next)
    switch failure {
    case .wrongPIN(let left), .signatureRefused(let left), .biometryRefused(let left):
      attemptsLeft = left
    case .recoveryRefused(let next): nextPUK = next
    case .refused(let refusal), .serverCannot(_, let refusal):
      if !refusal.code.isEmpty { serverCode = refusal.code }
    default: break
    }
  }

  /// Runs `body`, and tells its failure in the words of what was asked for.
  static func told<Value>(
    in context: FailureContext, _ body: () async throws -> Value
  ) async throws -> Value {
    do { return try await body() } catch let failure as TokenFailure {
      throw Self(failure, FailureWords(failure, in: context))
    }
  }

  init(_ fault: ConfigurationFault) {
    let key = fault.key.map { " (\($0))" } ?? ""
    self.init(
      status: .usage, code: FailureCode.configuration,
      happened: "\(fault.place.text)\(key): \(fault.problem).",
      means: say("output.configuration-cannot-be"), next: fault.remedy)
  }

  init(_ fault: SandboxFault) {
    self.init(
      status: .failed, code: FailureCode.sandbox, happened: say("output.sandbox-did-not"),
      means: Self.words(fault), next: say("output.choose-another-port"))
  }

  /// What was to be read before a decision did not reach standard output.
  static func notShown(_ reason: String) -> Self {
    Self(
      status: .storage, code: FailureCode.storage,
      happened: say("output.lost", ["reason": ReasonWords.text(reason)]),
      means: say("output.not-shown-means"), next: say("output.not-shown-next"))
  }

  /// Standard output took not all of the answer; it has no document either.
  static func outputLost(_ reason: String) -> Self {
    Self(
      status: .storage, code: FailureCode.storage,
      happened: say("output.lost", ["reason": ReasonWords.text(reason)]),
      means: say("output.lost-means"), next: say("output.lost-next"))
  }

  static func usage(_ happened: String, next: String) -> Self {
    Self(
      status: .usage, code: FailureCode.usage, happened: happened,
      means: say("output.nothing-was-done"),
      next: next)
  }

  private static func words(_ fault: SandboxFault) -> String {
    switch fault {
    case .dataFile(let file, let reason):
      say("sandbox.fault-data", ["file": file, "reason": ReasonWords.text(reason)])
    case .certificates(let path, let reason):
      say("sandbox.fault-certificates", ["path": path, "reason": ReasonWords.text(reason)])
    case .port(let port, let reason):
      say("sandbox.fault-port", ["port": String(port), "reason": ReasonWords.text(reason)])
    }
  }

  /// Turns whatever a command threw into words; nil when nobody foresaw it.
  init?(anticipated error: any Error) {
    switch error {
    case let failure as CommandFailure: self = failure
    case let failure as TokenFailure: self.init(failure)
    case let fault as ConfigurationFault: self.init(fault)
    case let fault as StorageFault: self.init(TokenFailure.storage(fault))
    case let fault as SandboxFault: self.init(fault)
    default: return nil
    }
  }

  /// The document of JSON mode.
  var document: JSONValue {
    var members: [String: JSONValue] = [
      "code": .string(code), "happened": .string(happened), "means": .string(means),
      "next": .string(next),
    ]
    members["attemptsLeft"] = attemptsLeft.map { .number(.init($0)) }
    members["nextPuk"] = nextPUK.map { .number(.init($0)) }
    members["serverCode"] = serverCode.map { .string($0) }
    return ["error": .object(members)]
  }
}
