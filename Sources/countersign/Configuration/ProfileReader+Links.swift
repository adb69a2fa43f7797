import TOMLKit

/// What a profile says about the bank's links.
extension ProfileReader {
  /// Empty when the key is absent.
  func linkSchemes() throws(ConfigurationFault) -> [String] {
    guard let value = table[ProfileKey.linkSchemes.rawValue] else { return [] }
    guard let array = value.array else {
      throw fault(
        .linkSchemes, "It is of type \(value.type), not array", "Write [\"mtoken\"], in brackets.")
    }
    var schemes: [String] = []
    for element in array {
      guard let scheme = element.string.flatMap(DesktopEntry.scheme),
        !DesktopEntry.reserved.contains(scheme)
      else {
        throw fault(
          .linkSchemes, "An entry is no scheme of a bank's own",
          "Give what stands before :// in your bank's links, such as \"mtoken\".")
      }
      schemes.append(scheme)
    }
    return schemes
  }
}
