import PowerAuth
import TokenModel

/// What the person has added to possession, taken before the turn of a signature comes.
///
/// Others wait while somebody signs: nobody is asked for a finger meanwhile.
struct PresentedFactor: Sendable {
  /// Nothing was added.
  static let possession = PresentedFactor()

  private(set) var activationID: String?
  private(set) var pin: PIN?
  /// 16 B; random when the person was not recognised, so that the server counts a failure.
  private(set) var biometryKey: Secret?

  private init() {}

  init(to activationID: String, pin: PIN?, biometryKey: Secret?) {
    self.activationID = activationID
    self.pin = pin
    self.biometryKey = biometryKey
  }

  /// Whether a refusal may cost the person an attempt.
  var isPersonal: Bool { pin != nil || biometryKey != nil }

  /// What a signature made with it proves.
  var proof: ErrorMeaning.Proof {
    if biometryKey != nil { return .biometry }
    return pin == nil ? .possession : .pin
  }
}

extension Token {
  /// Asks for what `call` needs beside possession; nothing is computed yet, and no counter moves.
  ///
  /// Without `countsUnknownPerson` somebody else's finger is a failure, since no server will count it.
  func present(
    _ call: SignedCall, countsUnknownPerson: Bool = true
  ) async throws(TokenFailure) -> PresentedFactor {
    let members = call.factors.members
    guard members != [.possession] else { return .possession }
    let activation = try requireActivation()
    try checkExternalKey(of: activation.record)
    var pin: PIN?
    if members.contains(.knowledge) {
      guard case .pin(let given) = call.second else { throw .pinTooShort }
      pin = given
    }
    var biometryKey: Secret?
    if members.contains(.biometry) {
      biometryKey = try await unlockBiometry(
        of: activation, countsUnknownPerson: countsUnknownPerson)
    }
    return PresentedFactor(to: activation.id, pin: pin, biometryKey: biometryKey)
  }

  /// The keys of what was presented; a wrong PIN gives a wrong key and is not noticed here.
  func factorKeys(
    _ presented: PresentedFactor, _ record: ActivationRecord
  ) throws(TokenFailure) -> FactorKeys {
    do {
      let keys = try record.factorKeys(pin: presented.pin?.secret, externalKey: externalKey)
      return FactorKeys(
        possession: keys.possession, knowledge: keys.knowledge, biometry: presented.biometryKey)
    } catch {
      throw failure(ofUnlocking: error)
    }
  }
}
