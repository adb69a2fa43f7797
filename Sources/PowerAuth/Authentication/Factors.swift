import TokenModel

/// The combinations of factors that a signature may prove; the raw value is `pa_signature_type`.
public enum Factors: String, CaseIterable, Codable, Sendable {
  case possession
  case knowledge
  case biometry
  case possessionKnowledge = "possession_knowledge"
  case possessionBiometry = "possession_biometry"
  case possessionKnowledgeBiometry = "possession_knowledge_biometry"

  /// The factors one by one, in the order in which their keys are chained.
  public var members: [Factor] {
    switch self {
    case .possession: [.possession]
    case .knowledge: [.knowledge]
    case .biometry: [.biometry]
    case .possessionKnowledge: [.possession, .knowledge]
    case .possessionBiometry: [.possession, .biometry]
    case .possessionKnowledgeBiometry: [.possession, .knowledge, .biometry]
    }
  }
}

/// One thing that a signature proves.
public enum Factor: String, Sendable {
  case possession, knowledge, biometry
}

/// The unlocked keys of an activation's factors; what is not needed stays locked and is nil.
public struct FactorKeys: Sendable, Equatable {
  /// 16 B, always at hand.
  public let possession: Secret
  /// 16 B, unlocked by the PIN.
  public let knowledge: Secret?
  /// 16 B, unlocked by the platform.
  public let biometry: Secret?

  /// A factor is asked for whose key is not here.
  public struct Missing: Error, Equatable, Sendable {
    /// The factor that is still locked.
    public let factor: Factor

    /// The factor that is still locked.
    public init(factor: Factor) { self.factor = factor }
  }

  /// The keys that are unlocked, 16 B each.
  public init(possession: Secret, knowledge: Secret? = nil, biometry: Secret? = nil) {
    self.possession = possession
    self.knowledge = knowledge
    self.biometry = biometry
  }

  /// The keys of `factors` in their order; throws `Missing`.
  func keys(for factors: Factors) throws(Missing) -> [Secret] {
    var keys: [Secret] = []
    for factor in factors.members {
      guard let key = self[factor] else { throw Missing(factor: factor) }
      keys.append(key)
    }
    return keys
  }

  private subscript(factor: Factor) -> Secret? {
    switch factor {
    case .possession: possession
    case .knowledge: knowledge
    case .biometry: biometry
    }
  }
}
