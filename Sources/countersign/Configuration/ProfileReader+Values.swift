import FoundationEssentials
import TOMLKit

/// How a key's value is read: of its type, within its range, else a fault that names the key.
extension ProfileReader {
  /// Nil when the key is absent; text of one line that is not empty.
  func text(_ key: ProfileKey) throws(ConfigurationFault) -> String? {
    guard let value = table[key.rawValue] else { return nil }
    guard let text = value.string else {
      throw fault(key, "It is of type \(value.type), not string", "Write the value in quotes.")
    }
    guard Self.isLine(text) else {
      throw fault(
        key, "It is empty or holds control characters", "Leave the key out to have the default.")
    }
    return text
  }

  /// Nil when the key is absent; one of `words`.
  func word(_ key: ProfileKey, of words: [String]) throws(ConfigurationFault) -> String? {
    guard let word = try text(key) else { return nil }
    guard words.contains(word) else {
      let meant = Spelling.nearest(to: word, among: words).map { "Did you mean \"\($0)\"? " } ?? ""
      let all = words.map { "\"\($0)\"" }.joined(separator: ", ")
      throw fault(key, "\"\(word)\" is not known here", "\(meant)One of \(all).")
    }
    return word
  }

  /// Nil when the key is absent.
  func number(
    _ key: ProfileKey, in range: ClosedRange<Int>, _ remedy: String
  ) throws(ConfigurationFault) -> Int? {
    guard let value = table[key.rawValue] else { return nil }
    guard let number = value.int else {
      throw fault(key, "It is of type \(value.type), not integer", remedy)
    }
    guard range.contains(number) else {
      throw fault(key, "\(number) is out of range", remedy)
    }
    return number
  }

  /// Nil when the key is absent.
  func flag(_ key: ProfileKey) throws(ConfigurationFault) -> Bool? {
    guard let value = table[key.rawValue] else { return nil }
    guard let flag = value.bool else {
      throw fault(key, "It is of type \(value.type), not boolean", "true or false, without quotes.")
    }
    return flag
  }

  /// An absolute path; a relative one belongs to the folder of the configuration file.
  func filePath(_ key: ProfileKey) throws(ConfigurationFault) -> String? {
    guard let path = try text(key) else { return nil }
    let folder = URL(filePath: source.file).deletingLastPathComponent()
    return URL(filePath: path, relativeTo: folder).path
  }

  /// Neither empty nor more than a line.
  static func isLine(_ text: String) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
  }

  /// Where the table of this profile stands.
  var path: [String] { ["profiles", name] }

  func fault(_ key: ProfileKey, _ problem: String, _ remedy: String) -> ConfigurationFault {
    source.fault(key.rawValue, in: path, problem, remedy)
  }
}
