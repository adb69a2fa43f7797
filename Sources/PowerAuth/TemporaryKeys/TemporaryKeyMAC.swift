import TokenModel

/// The key under which a request for a temporary key is authenticated.
enum TemporaryKeyMAC {
  /// The application's secret, for an activation mixed with its transport key.
  static func key(_ credentials: ApplicationCredentials, _ scope: EciesScope) -> Secret {
    let secret = credentials.applicationSecretBytes
    switch scope {
    case .application: return Secret(secret)
    case .activation(_, let transportKey):
      return KeyDerivation.internalKey(secret, from: transportKey)
    }
  }
}
