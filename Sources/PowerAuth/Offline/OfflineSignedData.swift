import PowerAuthCrypto

/// The text of an offline QR code, divided into what is signed and the signature.
///
/// The last line holds one character for the key and the signature (DER, Base64); everything up to
/// and with that character is signed.
public struct OfflineSignedData: Sendable, Equatable {
  /// No last line of the described form.
  public struct Malformed: Error, Equatable, Sendable {
    /// A malformed text says nothing more.
    public init() {}
  }

  /// Everything up to and with the character for the key.
  public let signedPart: String
  /// Whose key is to be used.
  public let signer: ServerKey
  /// ECDSA, DER.
  public let signature: [UInt8]

  /// Divides the text; whether the signature holds is another question.
  public init(parsing text: String) throws(Malformed) {
    guard let lineEnd = text.lastIndex(of: "\n") else { throw Malformed() }
    let line = text[text.index(after: lineEnd)...]
    guard let signer = line.first.flatMap(ServerKey.init),
      let signature = Base64.decode(String(line.dropFirst())), !signature.isEmpty
    else { throw Malformed() }
    self.signer = signer
    self.signature = signature
    signedPart = text[...lineEnd] + String(signer.rawValue)
  }

  /// Whether the signature is that of `key`, which the caller chooses by `signer`.
  public func isAuthentic(by key: PublicKey) -> Bool {
    key.isValid(signature, for: Array(signedPart.utf8))
  }
}
