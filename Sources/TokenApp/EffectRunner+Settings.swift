import TokenCore
import TokenModel
import TokenScreens

/// Effects of the settings: factors, recovery codes, and what the bank knows of this device.
extension EffectRunner {
  func runFactor(_ effect: Effect) {
    switch effect {
    case .changePIN(let old, let new):
      ask(AppEvent.pinChanged) { token throws(TokenFailure) in
        try await token.changePIN(from: old, to: new)
        return AppEvent.Done()
      }
    case .loadBiometry:
      ask(AppEvent.biometry) { token throws(TokenFailure) in try await token.biometry() }
    case .addBiometry(let pin, let provider):
      ask(AppEvent.biometry) { token throws(TokenFailure) in
        try await token.addBiometry(pin: pin, provider: provider)
        return try await token.biometry()
      }
    case .removeBiometry:
      ask(AppEvent.biometry) { token throws(TokenFailure) in
        try await token.removeBiometry()
        return try await token.biometry()
      }
    case .showRecovery(let factor):
      ask(with: factor, AppEvent.recovery) { token throws(TokenFailure) in
        try await token.recoveryCodes(with: factor)
      }
    case .confirmRecovery(let code, let factor):
      ask(with: factor, AppEvent.recoveryConfirmed) { token throws(TokenFailure) in
        try await token.confirmRecovery(code: code, with: factor)
      }
    default: break  // Not about a factor: `run` sends it elsewhere.
    }
  }

  func runAccount(_ effect: Effect) {
    switch effect {
    case .fetchUserInfo:
      ask(AppEvent.userInfo) { token throws(TokenFailure) in try await token.userInfo() }
    case .fetchDetail(let factor):
      ask(with: factor, AppEvent.detail) { token throws(TokenFailure) in
        try await token.activationDetail(with: factor)
      }
    case .rename(let name, let factor):
      ask(with: factor, AppEvent.renamed) { token throws(TokenFailure) in
        try await token.rename(name, with: factor)
      }
    case .loadTokens:
      ask(AppEvent.tokens) { token throws(TokenFailure) in try await token.tokens() }
    case .removeToken(let name):
      ask(AppEvent.tokens) { token throws(TokenFailure) in
        try await token.removeToken(named: name)
        return try await token.tokens()
      }
    case .checkClock:
      ask(AppEvent.clock) { token throws(TokenFailure) in try await token.clockReport() }
    default: break  // Not about the account: `run` sends it elsewhere.
    }
  }
}
