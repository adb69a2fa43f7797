import FoundationEssentials
import PowerAuth
import TOMLKit
import TokenCore
import TokenModel
import TokenScreens

/// Reads which certificates the servers of a profile may show.
extension ProfileReader {
  /// Far more than anybody pins by hand.
  static let mostPins = 32
  /// Bytes of a fallback list that are read.
  static let largestFallback = 1 << 20

  func pins() throws(ConfigurationFault) -> PinConfiguration {
    PinConfiguration(
      certificates: try fingerprints(.pinCertificates),
      publicKeys: try fingerprints(.pinPublicKeys), service: try pinService())
  }

  private func pinService() throws(ConfigurationFault) -> PinService? {
    guard let url = try serviceURL() else {
      let rest: [ProfileKey] = [.pinPublicKey, .pinChallenge, .pinNames, .pinFallback]
      guard let key = rest.first(where: { table[$0.rawValue] != nil }) else { return nil }
      throw fault(
        key, say("pinning.config-alone"),
        say("pinning.config-alone-next"))
    }
    return PinService(
      url: url, verifier: try verifier(), isChallenged: try flag(.pinChallenge) ?? false,
      names: try list(.pinNames), fallback: try fallback())
  }

  /// The rules of a server's address, but with a query: that names the application.
  private func serviceURL() throws(ConfigurationFault) -> String? {
    guard let text = try text(.pinServiceURL) else { return nil }
    guard (try? ServerAddress(String(text.prefix { $0 != "?" }))) != nil,
      URL(string: text)?.fragment() == nil, !text.contains(where: \.isWhitespace)
    else {
      throw fault(
        .pinServiceURL, say("pinning.config-address", ["value": text]),
        say("pinning.config-address-next"))
    }
    return text
  }

  private func verifier() throws(ConfigurationFault) -> FingerprintVerifier {
    let form = say("pinning.config-key-next")
    guard let text = try text(.pinPublicKey) else {
      throw fault(
        .pinPublicKey, say("pinning.config-key-missing"), form)
    }
    guard let key = Base64.decode(text).flatMap(FingerprintVerifier.init(publicKey:)) else {
      throw fault(.pinPublicKey, say("pinning.config-key"), form)
    }
    return key
  }

  private func fallback() throws(ConfigurationFault) -> [PinEntry] {
    guard let path = try filePath(.pinFallback) else { return [] }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw fault(
        .pinFallback, say("pinning.config-fallback", ["path": path]),
        say("pinning.config-fallback-next"))
    }
    guard data.count <= Self.largestFallback,
      let list = try? FingerprintList(unsigned: Array(data))
    else {
      throw fault(
        .pinFallback, say("pinning.config-no-list", ["path": path]),
        say("pinning.config-no-list-next"))
    }
    return list.entries
  }

  private func fingerprints(_ key: ProfileKey) throws(ConfigurationFault) -> [[UInt8]] {
    var pins: [[UInt8]] = []
    for text in try list(key) ?? [] {
      guard let pin = PinText.fingerprint(text) else {
        throw fault(
          key, say("pinning.config-fingerprint", ["value": text]),
          say("pinning.config-fingerprint-next"))
      }
      pins.append(pin)
    }
    return pins
  }

  /// Nil when the key is absent; an array of texts of one line, with at least one.
  private func list(_ key: ProfileKey) throws(ConfigurationFault) -> [String]? {
    guard let value = table[key.rawValue] else { return nil }
    let remedy = say("pinning.config-array-next", ["most": String(Self.mostPins)])
    guard let array = value.array else {
      throw fault(key, say("pinning.config-array", ["type": "\(value.type)"]), remedy)
    }
    let texts = array.compactMap(\.string).filter(Self.isLine)
    guard texts.count == array.count, (1...Self.mostPins).contains(texts.count) else {
      throw fault(key, say("pinning.config-texts"), remedy)
    }
    return texts
  }
}

/// How people write fingerprints.
enum PinText {
  private static let byteCount = 32
  /// As other programs mark them.
  private static let marks = ["sha256//", "sha256/", "SHA256:"]

  /// Hexadecimal as `openssl x509 -fingerprint` prints it, or Base64; nil for anything else.
  static func fingerprint(_ text: String) -> [UInt8]? {
    let mark = marks.first { text.hasPrefix($0) } ?? ""
    let bare = String(text.dropFirst(mark.count))
    let bytes = hexadecimal(bare.filter { $0 != ":" }) ?? Base64.decode(bare)
    return bytes.flatMap { $0.count == byteCount ? $0 : nil }
  }

  private static func hexadecimal(_ digits: String) -> [UInt8]? {
    let digits = Array(digits.utf8)
    // A number may have a sign, a digit may not.
    guard digits.count == 2 * byteCount,
      digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit && $0 < 0x80 })
    else { return nil }
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap { index in
      UInt8(String(decoding: digits[index...index + 1], as: UTF8.self), radix: 16)
    }
    return bytes.count == byteCount ? bytes : nil
  }
}
