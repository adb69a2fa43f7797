import TokenModel

/// By what right an activation is asked for: one variant of the reference's section 8.
public enum ActivationIdentity: Sendable, Equatable {
  /// A code, typed or scanned; its signature, if any, is checked before anything is sent.
  case code(ActivationCode)
  /// Credentials of the bank's own; not empty.
  case custom([String: String])
  /// A recovery code with one of its PUKs.
  case recovery(RecoveryCode, puk: String)
  /// A sign-in with an OpenID provider.
  case oidc(providerID: String, code: String, nonce: String, codeVerifier: String?)

  /// What is wrong with an identity; all is found before anything is sent.
  public enum Fault: Error, Equatable, Sendable {
    /// The signature behind the code is not the master key's.
    case codeSignature
    case noCredentials
    case pukFormat
    /// This attribute is empty.
    case emptyAttribute(String)
  }

  /// The `type` of the outer layer.
  var type: ActivationType {
    switch self {
    case .code: .code
    case .custom: .custom
    case .recovery: .recovery
    case .oidc: .direct
    }
  }

  /// The `identityAttributes` of the outer layer.
  var attributes: [String: String] {
    switch self {
    case .code(let code): return ["code": code.text]
    case .custom(let credentials): return credentials
    case .recovery(let code, let puk): return ["recoveryCode": code.text, "puk": puk]
    case .oidc(let providerID, let code, let nonce, let codeVerifier):
      var attributes = [
        "method": "oidc", "providerId": providerID, "code": code, "nonce": nonce,
      ]
      attributes["codeVerifier"] = codeVerifier
      return attributes
    }
  }

  /// The local checks, before anything is sent; throws `Fault`.
  public func check(_ credentials: ApplicationCredentials) throws(Fault) {
    switch self {
    case .code(let code):
      let verdict = ActivationCodeSignature.isValid(code, by: credentials.masterPublicKey)
      if verdict == false { throw .codeSignature }
    case .custom(let attributes):
      if attributes.isEmpty { throw .noCredentials }
    case .recovery(_, let puk):
      guard RecoveryCode.isPUK(puk) else { throw .pukFormat }
    case .oidc:
      if let empty = attributes.first(where: \.value.isEmpty) {
        throw .emptyAttribute(empty.key)
      }
    }
  }
}
