import TokenCore
import TokenModel
import TokenScreens

/// Effects of offline approval, for which nobody is asked but this device.
extension EffectRunner {
  func runOffline(_ effect: Effect) {
    switch effect {
    case .readOffline(let text):
      ask(AppEvent.offlineRead) { token throws(TokenFailure) in
        try await token.offlineOperation(text)
      }
    case .approveOffline(let operation, let factor):
      ask(with: factor, AppEvent.offlineCode) { token throws(TokenFailure) in
        try await token.approveOffline(operation, with: factor)
      }
    default: break  // Needs a network: `run` sends it elsewhere.
    }
  }
}
