import PowerAuth
import TokenModel

/// Where an activation is remembered; each call is one durable transaction or nothing.
public protocol ActivationStore: Sendable {
  /// For messages: a path or a name.
  var location: String { get }

  /// What may be shown at once, without opening any secret; nil without an activation.
  func localActivation() throws(StorageFault) -> LocalActivation?

  /// Everything, as it stands now in this and every other process; nil without an activation.
  func activation() throws(StorageFault) -> StoredActivation?

  /// Makes sure that an activation could be kept, so that no code is used up in vain.
  func prepare() throws(StorageFault)

  /// Keeps a new activation.
  func insert(_ activation: StoredActivation) throws(StorageFault)

  /// Moves the counter; false when it does not stand at `old`, and then nothing is changed.
  ///
  /// `isForCode` counts a code for an offline approval in the same step.
  func moveCounter(
    of activationID: String, from old: SignatureCounter, to new: SignatureCounter, isForCode: Bool
  ) throws(StorageFault) -> Bool

  /// Reads, changes and keeps the activation in one step; nil when it is gone, and then `change` is
  /// not called.
  func update(
    _ activationID: String, _ change: @Sendable (inout StoredActivation) -> Void
  ) throws(StorageFault) -> StoredActivation?

  /// The token of that name, if it belongs to this activation.
  func token(named name: String, of activationID: String) throws(StorageFault) -> StoredToken?

  /// All tokens of this activation, by name.
  func tokens(of activationID: String) throws(StorageFault) -> [StoredToken]

  /// Keeps a token in place of an older one of its name; nothing happens when the activation is gone.
  func save(_ token: StoredToken, of activationID: String) throws(StorageFault)

  /// Forgets one token; nothing happens when it is gone already.
  func dropToken(id: String) throws(StorageFault)

  /// Forgets the activation and all that belongs to it, and wipes where it lay.
  ///
  /// Works although the rest of it cannot be opened any more; false when there was nothing.
  func removeActivation() throws(StorageFault) -> Bool

  /// Tries once, without waiting, to become the only one who signs.
  func trySigningLock() throws(StorageFault) -> SigningLockAttempt
}

extension ActivationStore {
  /// Moves the counter for anything but an offline code.
  public func moveCounter(
    of activationID: String, from old: SignatureCounter, to new: SignatureCounter
  ) throws(StorageFault) -> Bool {
    try moveCounter(of: activationID, from: old, to: new, isForCode: false)
  }
}

/// What came of trying the signing lock.
public enum SigningLockAttempt: Sendable {
  case acquired(any SigningLock)
  /// Somebody else holds it; their process identifier, if it could be read.
  case held(by: Int32?)
}

/// The right to sign, which ends with `release` or with the process.
public protocol SigningLock: Sendable {
  func release()
}
