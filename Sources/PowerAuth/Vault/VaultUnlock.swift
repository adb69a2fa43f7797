import PowerAuthCrypto
import TokenModel

/// What the vault key is asked for; the server only writes it down.
public enum VaultUnlockReason: String, CaseIterable, Sendable {
  /// The biometry key is to be derived again from the device's private key.
  case addBiometry = "ADD_BIOMETRY"
  /// A key of the application's own is to be derived from the vault key.
  case fetchEncryptionKey = "FETCH_ENCRYPTION_KEY"
  /// The device's private key is to sign something.
  case signWithDevicePrivateKey = "SIGN_WITH_DEVICE_PRIVATE_KEY"
  /// The recovery code is to be shown.
  case recoveryCode = "RECOVERY_CODE"
}

/// Request of `/pa/v3/vault/unlock`.
public struct VaultUnlockRequest: Codable, Sendable, Equatable {
  /// For instance `ADD_BIOMETRY`; 3 to 255 characters of `A-Z a-z 0-9 _ . -`.
  public let reason: String

  /// The request for a purpose that the reference client has as well.
  public init(_ reason: VaultUnlockReason) { self.reason = reason.rawValue }

  /// nil when the server would refuse the reason.
  public init?(reason: String) {
    let isAllowed = reason.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."),
        UInt8(ascii: "-"):
        true
      default: false
      }
    }
    guard isAllowed, (3...255).contains(reason.utf8.count) else { return nil }
    self.reason = reason
  }
}

/// Response of `/pa/v3/vault/unlock`: the vault key under the transport key.
public struct VaultUnlockResponse: Codable, Sendable, Equatable {
  /// 32 B in Base64: AES-128-CBC with PKCS #7 and a zero vector.
  public let encryptedVaultEncryptionKey: String

  /// The server's side.
  public init(vaultKey: Secret, transportKey: Secret) throws {
    encryptedVaultEncryptionKey = Base64.encode(
      try AESCBC.encrypt(vaultKey, key: transportKey, padding: .pkcs7))
  }

  /// The client's side: exactly 16 B; throws `CryptoError` for anything else.
  public func vaultKey(transportKey: Secret) throws -> Secret {
    guard let encrypted = Base64.decode(encryptedVaultEncryptionKey) else {
      throw CryptoError.notAuthentic
    }
    let key = try AESCBC.decrypt(encrypted, key: transportKey, padding: .pkcs7)
    guard key.count == KeyDerivation.keySize else {
      throw CryptoError.invalidLength(expected: KeyDerivation.keySize, actual: key.count)
    }
    return key
  }
}
