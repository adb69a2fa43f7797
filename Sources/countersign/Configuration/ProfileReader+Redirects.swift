import TOMLKit
import TokenScreens

/// Reads where a bank may send people to.
extension ProfileReader {
  /// Far more than any bank has programs.
  static let mostSchemes = 16
  /// What such an address holds is run or read at once.
  static let refusedSchemes = ["data", "file", "javascript", "vbscript"]

  /// In small letters.
  func redirectSchemes() throws(ConfigurationFault) -> [String] {
    guard let value = table[ProfileKey.redirectSchemes.rawValue] else { return [] }
    let rule = say("configuration.redirect-rule", ["most": String(Self.mostSchemes)])
    guard let entries = value.array, entries.count <= Self.mostSchemes else {
      throw fault(.redirectSchemes, say("configuration.redirect-no-array"), rule)
    }
    var schemes: [String] = []
    for entry in entries {
      guard let scheme = entry.string?.lowercased(), AddressWay.isScheme(scheme) else {
        throw fault(.redirectSchemes, say("configuration.redirect-no-scheme"), rule)
      }
      guard !Self.refusedSchemes.contains(scheme) else {
        throw fault(
          .redirectSchemes, say("configuration.redirect-refused", ["scheme": scheme]),
          say("configuration.redirect-leave-out"))
      }
      schemes.append(scheme)
    }
    return schemes
  }
}
