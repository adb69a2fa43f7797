import ArgumentParser
import PowerAuth

/// Which factors a request is signed with, as the protocol names them.
enum SigningFactors: String, ExpressibleByArgument, CaseIterable {
  case possession
  case possessionKnowledge = "possession_knowledge"
  case possessionBiometry = "possession_biometry"

  var inProtocol: Factors {
    switch self {
    case .possession: .possession
    case .possessionKnowledge: .possessionKnowledge
    case .possessionBiometry: .possessionBiometry
    }
  }

  /// Whether the option by which the factor is given does not say something else.
  func agree(with options: FactorOptions) -> Bool {
    switch self {
    case .possession: !options.biometry && !options.pinStdin
    case .possessionKnowledge: !options.biometry
    case .possessionBiometry: !options.pinStdin
    }
  }

  /// The same options, with biometry chosen where the factors say so.
  func options(_ options: FactorOptions) -> FactorOptions {
    var options = options
    options.biometry = self == .possessionBiometry
    return options
  }
}
