import FoundationEssentials
import Logging
import PowerAuth
import TokenModel

/// The token: one activation on this device and everything that can be done with it.
///
/// One file per use case extends it. Signed requests go out strictly one at a time, unsigned ones in
/// parallel. A caller that is cancelled never leaves anything half done.
public actor Token {
  /// Which server this token belongs to.
  public nonisolated let profile: TokenProfile
  /// Value of `Accept-Language`: the profile's, until the user chooses another language.
  var languages: String
  let transport: any Transport
  let store: any ActivationStore
  let clock: TokenClock
  let biometryProviders: [any BiometryProvider]
  let logger: Logger

  var pollers = Pollers()
  var push = PushState()
  /// What is known to wait for a decision: of the latest list, of claims, without what was decided.
  public internal(set) var register = OperationRegister()
  var serverClock = ServerClock()
  /// By activation identifier; the application's own under nil.
  var temporaryKeys: [String?: TemporaryKey] = [:]
  /// The activation whose counter and state were found fit for signing, since anything failed.
  var synchronizedActivation: String?
  /// Where the counter stood after the last signature made here.
  var counterAfterSigning: SignatureCounter?
  /// By endpoint, a token that was refused although it was new, and when that was: another would fare no
  /// better.
  var refusedNewTokens: [String: (id: String, at: Int64)] = [:]
  /// The token that some endpoint has taken last.
  var acceptedToken: String?
  /// Whether the last status found our counter so far ahead that the server will soon lose it.
  var isFarAhead = false
  /// After the server could not be shown a counter that is far ahead of its own.
  var syncPause: SyncPause?
  /// 16 B that lock PIN and biometry once more.
  ///
  /// Changed only by who signs alone, together with the locks: what was checked in a turn holds to its
  /// end.
  var externalKey: Secret?
  /// Why there is none, where the application knows; told to whoever needs it.
  let missingExternalKey: TokenFailure?
  /// Ends when the last one who signs has ended.
  var lastTurn: Task<Void, Never>?

  let synchronizations = SharedFetches<String, Void>()
  let keyFetches = SharedFetches<String?, TemporaryKey>()
  let statusFetches = SharedFetches<String, StatusReport>()
  let tokenFetches = SharedFetches<String, StoredToken>()
  let operationFetches = SharedFetches<String, OperationList>()

  /// `externalKey` is the 16 B that lock PIN and biometry once more, for an activation that uses
  /// them, or is to use them when it is made; kept in memory only.
  ///
  /// Where the key should be there and is not, `missingExternalKey` says why: it is thrown in place of
  /// `externalKey(.required)` by what needs the key, and by nothing else.
  public init(
    profile: TokenProfile, ports: TokenPorts, logger: Logger, externalKey: Secret? = nil,
    missingExternalKey: TokenFailure? = nil
  ) {
    self.profile = profile
    languages = profile.language
    self.externalKey = externalKey
    self.missingExternalKey = missingExternalKey
    transport = ports.transport
    store = ports.store
    clock = ports.clock
    biometryProviders = ports.biometry
    self.logger = logger
  }

  /// From the next request on the server is asked for texts in these languages (`Accept-Language`).
  public func prefer(languages: String) { self.languages = languages }

  /// What this device knows of its activation without asking the server; nil when there is none.
  public func localActivation() throws(TokenFailure) -> LocalActivation? {
    try stored { () throws(StorageFault) in try store.localActivation() }
  }

  /// Runs a call of the store; its fault becomes a failure.
  func stored<Value>(
    _ call: () throws(StorageFault) -> Value
  ) throws(TokenFailure) -> Value {
    do throws(StorageFault) { return try call() } catch { throw .storage(error) }
  }
}
