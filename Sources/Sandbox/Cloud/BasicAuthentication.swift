import PowerAuth
import PowerAuthCrypto

/// HTTP basic authentication of the Cloud API.
enum BasicAuthentication {
  /// Takes constant time for credentials of equal length.
  static func isValid(_ header: String?, user: String, password: String) -> Bool {
    guard let header, header.lowercased().hasPrefix("basic "),
      let given = Base64.decode(String(header.dropFirst("basic ".count)))
    else { return false }
    return ConstantTime.equal(given, Array("\(user):\(password)".utf8))
  }
}
