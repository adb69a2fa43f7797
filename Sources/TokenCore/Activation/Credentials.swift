import PowerAuth
import TokenModel

extension Token {
  /// The protocol's form of what the user gave; everything is checked before anything is sent.
  func identity(
    of credential: ActivationCredential
  ) throws(TokenFailure) -> ActivationIdentity {
    let identity: ActivationIdentity
    switch credential {
    case .code(let code): identity = .code(code)
    case .custom(let credentials): identity = .custom(credentials)
    case .recovery(let code, let puk):
      do throws(ActivationCode.Fault) {
        identity = .recovery(try RecoveryCode(code.text), puk: puk)
      } catch {
        throw .activationCode(error)
      }
    case .oidc(let grant):
      identity = .oidc(
        providerID: grant.providerID, code: grant.code, nonce: grant.nonce,
        codeVerifier: grant.codeVerifier)
    }
    do throws(ActivationIdentity.Fault) {
      try identity.check(profile.credentials)
    } catch {
      throw Self.failure(of: error)
    }
    return identity
  }

  private static func failure(of fault: ActivationIdentity.Fault) -> TokenFailure {
    switch fault {
    case .codeSignature: .foreignActivationCode
    case .noCredentials: .noCredentials
    case .pukFormat: .pukFormat
    case .emptyAttribute(let name): .emptyAttribute(name: name)
    }
  }
}
