import TOMLKit
import TokenScreens

/// What a profile says about the bank's links.
extension ProfileReader {
  /// Empty when the key is absent.
  func linkSchemes() throws(ConfigurationFault) -> [String] {
    guard let value = table[ProfileKey.linkSchemes.rawValue] else { return [] }
    guard let array = value.array else {
      throw fault(
        .linkSchemes, say("links.config-type", ["type": String(describing: value.type)]),
        say("links.config-type-next"))
    }
    var schemes: [String] = []
    for element in array {
      guard let scheme = element.string.flatMap(DesktopEntry.scheme),
        !DesktopEntry.reserved.contains(scheme)
      else {
        throw fault(
          .linkSchemes, say("links.config-scheme"), say("links.cli-no-scheme-next"))
      }
      schemes.append(scheme)
    }
    return schemes
  }
}
