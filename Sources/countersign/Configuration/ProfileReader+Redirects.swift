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
    let rule = "An array of at most \(Self.mostSchemes) names of schemes, such as [\"acmebank\"]."
    guard let entries = value.array, entries.count <= Self.mostSchemes else {
      throw fault(.redirectSchemes, "It is no array, or too long a one", rule)
    }
    var schemes: [String] = []
    for entry in entries {
      guard let scheme = entry.string?.lowercased(), RedirectWay.isScheme(scheme) else {
        throw fault(.redirectSchemes, "One of its values is no name of a scheme", rule)
      }
      guard !Self.refusedSchemes.contains(scheme) else {
        throw fault(
          .redirectSchemes, "\"\(scheme)\" addresses are never opened",
          "Leave it out: such an address holds what would be run or read.")
      }
      schemes.append(scheme)
    }
    return schemes
  }
}
