import FoundationEssentials

/// An operation that a person carries over as the text of a QR code (Mobile Token API, section 6).
///
/// Only the form is checked here; whether the bank has signed it is another question, which comes
/// before anything of it is shown.
public struct OfflineOperation: Equatable, Sendable, Identifiable {
  /// What the bank calls the operation.
  public let id: String
  /// May be empty: then the template has a title.
  public let title: String
  /// May hold several lines.
  public let message: String
  /// The line of operation data, byte for byte as it is signed.
  public let data: String
  /// What the data say about themselves.
  public let template: Template
  public let fields: [OfflineField]
  public let flags: OfflineFlags
  /// The bank's one-time password for being near its page; nil where it sends none.
  public let totp: String?
  /// Lines that this version does not know stand in the text.
  public let isNewerFormat: Bool
  /// 16 bytes, chosen by the bank.
  public let nonce: [UInt8]
  public let signer: Signer
  /// ECDSA, DER, 64 to 255 bytes.
  public let signature: [UInt8]
  /// The bytes that the bank has signed: the whole text up to the signature.
  public let signedBytes: [UInt8]

  /// Whose key has signed the text.
  public enum Signer: Unicode.Scalar, Sendable {
    /// The bank's key for everybody; the text fits each of its tokens.
    case master = "0"
    /// The bank's key for one activation.
    case personalized = "1"
  }

  /// The kind of the data: a letter for the version and a number.
  public struct Template: Equatable, Sendable {
    /// A … Z; `A` is the version that is known.
    public let version: Character
    /// 0 … 99: 1 is a payment, 2 a login.
    public let number: Int

    public var isKnownVersion: Bool { version == "A" }
  }

  /// Characters of the largest QR code, which holds capital letters and digits only.
  public static let characterLimit = 4296
  /// Lines of a text without one-time password.
  public static let minimumLines = 7
  private static let currentLines = 8
  private static let nonceSize = 16

  /// Reads the text as it came from a file, a paste or a keyboard; faults in their order.
  public init(parsing source: String) throws(OfflineFault) {
    let text = OfflineText(source)
    guard text.characterCount <= Self.characterLimit else {
      throw .tooLong(limit: Self.characterLimit)
    }
    let lines = text.lines
    guard lines.count >= Self.minimumLines else { throw .tooFewLines(lines.count) }
    guard !lines[0].isEmpty else { throw .noOperationID }
    let seal = lines[lines.count - 1]
    (signer, signature) = try Self.seal(seal)
    guard let nonce = OfflineText.base64(lines[lines.count - 2]), nonce.count == Self.nonceSize
    else { throw .invalidNonce }
    (template, fields) = try OfflineData.parse(lines[3])
    for line in 1...2 where OfflineText.hasControlCharacter(lines[line]) {
      throw .controlCharacter(line: line + 1)
    }
    self.nonce = nonce
    id = lines[0]
    title = OfflineText.unescaped(lines[1])
    message = OfflineText.unescaped(lines[2])
    data = lines[3]
    flags = OfflineFlags(lines[4])
    totp = lines.count > Self.minimumLines && !lines[5].isEmpty ? lines[5] : nil
    isNewerFormat = lines.count > Self.currentLines
    signedBytes = Array(text.text.utf8.dropLast(seal.utf8.count - 1))
  }

  /// What an approval signs: identifier and data, and the one-time password where there is one.
  public var signedContent: String {
    [id, data, totp].compactMap { $0 }.joined(separator: "&")
  }

  private static func seal(_ line: String) throws(OfflineFault) -> (Signer, [UInt8]) {
    guard let signer = line.unicodeScalars.first.flatMap(Signer.init(rawValue:)),
      let signature = OfflineText.base64(String(line.unicodeScalars.dropFirst())),
      (64...255).contains(signature.count)
    else { throw .invalidSignature }
    return (signer, signature)
  }
}

/// The bank's wishes about an offline operation; letters in any order, unknown ones ignored.
public struct OfflineFlags: Equatable, Sendable {
  /// `B`: biometry may stand in for the PIN.
  public let allowsBiometry: Bool
  /// `X`: the buttons change places.
  public let flipsButtons: Bool
  /// `F`: the bank sees a risk of fraud.
  public let warnsOfFraud: Bool
  /// `C`: the user should not approve while somebody is on the phone.
  public let blocksOnCall: Bool

  public init(_ letters: String) {
    let letters = Set(letters.unicodeScalars)
    allowsBiometry = letters.contains("B")
    flipsButtons = letters.contains("X")
    warnsOfFraud = letters.contains("F")
    blocksOnCall = letters.contains("C")
  }
}
