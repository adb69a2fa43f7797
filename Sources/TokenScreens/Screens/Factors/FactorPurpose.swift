import TokenModel

/// What a second factor is asked for.
enum FactorPurpose: Equatable, Sendable {
  case approval(UserOperation, ApprovalEvidence)
  /// The code that approves an operation without a network.
  case offline(OfflineOperation)
  /// Removal of the activation at the bank and here.
  case removal
  /// Biometry is added, with the key kept by `provider`.
  case addition(provider: String)
  case detail
  /// What was asked before, which the bank tells for two factors only.
  case history
  case renaming(String)
  case recovery
  /// A code from a card.
  case confirmation(ActivationCode)

  /// What is to be done once `factor` is there; nil for a factor that does not serve here.
  func effect(_ factor: SecondFactor) -> Effect? {
    switch (self, factor) {
    case (.approval(let operation, let evidence), _):
      .approve(operation, with: factor, evidence: evidence)
    case (.offline(let operation), _): .approveOffline(operation, with: factor)
    case (.removal, _): .remove(with: factor)
    case (.addition(let provider), .pin(let pin)): .addBiometry(pin: pin, provider: provider)
    case (.addition, .biometry): nil
    case (.detail, _): .fetchDetail(factor)
    case (.history, _): .fetchHistory(factor)
    case (.renaming(let name), _): .rename(name, factor)
    case (.recovery, _): .showRecovery(factor)
    case (.confirmation(let code), _): .confirmRecovery(code: code, factor)
    }
  }

  /// The bank hears of it at once, and counts.
  var asksBank: Bool {
    if case .offline = self { false } else { true }
  }

  /// The bank takes the PIN for it.
  var takesPIN: Bool {
    if case .approval(let operation, _) = self {
      operation.allowedSignature.approval == .pin
    } else {
      true
    }
  }

  /// The bank takes biometry for it.
  ///
  /// Servers give the vault's key away for the PIN only, unless told otherwise, and confirm
  /// recovery codes for nothing else.
  private var takesBiometry: Bool {
    switch self {
    case .approval(let operation, _): operation.allowedSignature.allowsBiometry
    case .offline(let operation): operation.flags.allowsBiometry
    case .removal, .detail, .history, .renaming: true
    case .addition, .recovery, .confirmation: false
    }
  }

  /// The provider that may stand in for the PIN; nil when none may or none is set up.
  func provider(_ world: World) -> String? {
    takesBiometry ? world.usableProvider : nil
  }
}

extension BiometryState {
  /// The same after the key of `provider` was found to be gone.
  func losing(_ provider: String) -> BiometryState {
    BiometryState(
      enabled: enabled,
      providers: providers.map {
        $0.name == provider
          ? Provider(name: provider, obstacle: .keyLost(provider: provider)) : $0
      })
  }
}

extension World {
  /// The provider that keeps this activation's key; nil when there is none, or its key is gone.
  ///
  /// One that cannot be used at the moment counts: a reader may be plugged in at any time.
  var usableProvider: String? {
    guard let biometry, let enabled = biometry.enabled,
      let provider = biometry.providers.first(where: { $0.name == enabled })
    else { return nil }
    return provider.obstacle == .keyLost(provider: enabled) ? nil : enabled
  }
}
