import FoundationEssentials
import TokenScreens
import TOMLKit

/// How a key's value is read: of its type, within its range, else a fault that names the key.
extension ProfileReader {
  /// Nil when the key is absent; text of one line that is not empty.
  func text(_ key: ProfileKey) throws(ConfigurationFault) -> String? {
    guard let value = table[key.rawValue] else { return nil }
    guard let text = value.string else {
      throw fault(
        key, say("configuration.type-not-string", ["type": "\(value.type)"]),
        say("configuration.write-value-in"))
    }
    guard Self.isLine(text) else {
      throw fault(
        key, say("configuration.empty-or-holds"), say("configuration.leave-key-out"))
    }
    return text
  }

  /// Nil when the key is absent; one of `words`.
  func word(_ key: ProfileKey, of words: [String]) throws(ConfigurationFault) -> String? {
    guard let word = try text(key) else { return nil }
    guard words.contains(word) else {
      let meant =
        Spelling.nearest(to: word, among: words).map {
          say("configuration.did-you-mean-2", ["value": $0]) + " "
        } ?? ""
      let all = words.map { "\"\($0)\"" }.joined(separator: ", ")
      throw fault(
        key, say("configuration.not-known-here", ["word": word]),
        say("configuration.one", ["meant": meant, "all": all]))
    }
    return word
  }

  /// Nil when the key is absent.
  func number(
    _ key: ProfileKey, in range: ClosedRange<Int>, _ remedy: String
  ) throws(ConfigurationFault) -> Int? {
    guard let value = table[key.rawValue] else { return nil }
    guard let number = value.int else {
      throw fault(key, say("configuration.type-not-integer", ["type": "\(value.type)"]), remedy)
    }
    guard range.contains(number) else {
      throw fault(key, say("configuration.out-range", ["number": String(number)]), remedy)
    }
    return number
  }

  /// Nil when the key is absent.
  func flag(_ key: ProfileKey) throws(ConfigurationFault) -> Bool? {
    guard let value = table[key.rawValue] else { return nil }
    guard let flag = value.bool else {
      throw fault(
        key, say("configuration.type-not-boolean", ["type": "\(value.type)"]),
        say("configuration.true-or-false"))
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
