import TokenModel

/// What the attempt before has brought, said where the factor is asked for again.
struct FactorReply: Equatable, Sendable {
  let text: String
  let weight: Weight
  /// The text does not say how many attempts are left; the status does.
  var countsAttempts = false
  /// Biometry is out of the question for now.
  var pointsToPIN = false

  enum Weight: Equatable, Sendable { case note, warning, refusal }

  /// What `failure` means for another try; nil when another try would not help.
  ///
  /// Where no bank is asked, an unknown finger costs nothing.
  init?(_ failure: TokenFailure, _ proof: Proof, asksBank: Bool = true) {
    switch proof {
    case .pin:
      guard case .wrongPIN = failure else { return nil }
      let words = FailureWords(failure)
      self.init("\(words.happened) \(words.means)", .refusal)
    case .biometry(let provider):
      if failure == .biometry(.notRecognized), !asksBank {
        self.init(
          say("factors.no-attempt-used", ["unrecognized": Self.unrecognized(provider)]), .warning)
      } else if case .biometry(let fault) = failure, let reply = Self.reply(fault, provider) {
        self = reply
      } else if let attempts = failure.attempts {
        let left = FailureWords.attempts(attempts.left)
        self.init("\(Self.unrecognized(provider)) \(left)", .refusal)
      } else {
        return nil
      }
    case .device: return nil
    }
  }

  init(_ text: String, _ weight: Weight) {
    self.text = text
    self.weight = weight
  }

  private static func reply(_ fault: BiometryFault, _ provider: String) -> FactorReply? {
    let words = ProviderWords(provider)
    switch fault {
    case .canceled:
      return FactorReply(say("factors.canceled"), .note)
    case .notRecognized:
      var reply = FactorReply(
        say("factors.attempt-used", ["unrecognized": unrecognized(provider)]), .refusal)
      reply.countsAttempts = true
      return reply
    case .unavailable(_, let reason):
      let why = ReasonWords.text(reason)
      return toPIN(say("factors.unusable", ["name": words.name.sentence, "reason": why]))
    case .keyLost:
      return toPIN(say("factors.key-gone", ["yours": words.yours]))
    case .keyMismatch:
      return toPIN(say("factors.key-foreign", ["yours": words.yours]))
    case .notSetUp:
      return toPIN(say("factors.not-set-up", ["yours": words.yours.sentence]))
    case .alreadySetUp: return nil  // Said of an addition, which asks for the PIN.
    }
  }

  private static func toPIN(_ text: String) -> FactorReply {
    var reply = FactorReply(text, .warning)
    reply.pointsToPIN = true
    return reply
  }

  private static func unrecognized(_ provider: String) -> String {
    ProviderWords(provider).unrecognized
  }
}

extension String {
  /// With a capital letter at its beginning.
  var sentence: String { prefix(1).uppercased() + dropFirst() }
}

extension TokenFailure {
  /// What the server said about the attempts that remain.
  enum Attempts: Equatable, Sendable {
    case told(Int)
    /// It could not be asked.
    case untold

    init(_ left: Int?) { self = left.map(Self.told) ?? .untold }

    var left: Int? {
      if case .told(let count) = self { count } else { nil }
    }
  }

  /// Nil for a failure that spent no attempt.
  var attempts: Attempts? {
    if case .wrongPIN(let left) = self { return Attempts(left) }
    if case .biometryRefused(let left) = self { return Attempts(left) }
    if case .signatureRefused(let left) = self { return Attempts(left) }
    return nil
  }
}
