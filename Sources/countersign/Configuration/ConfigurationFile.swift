import FoundationEssentials
import TOMLKit

/// The configuration file: TOML with one table `[profiles.NAME]` for each server.
struct ConfigurationFile {
  private let source: ConfigurationSource
  private let profiles: TOMLTable

  /// Reads the file at `path`.
  init(path: String) throws(ConfigurationFault) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Self.unreadable(path)
    }
    try self.init(Array(data), file: path)
  }

  init(_ bytes: [UInt8], file: String) throws(ConfigurationFault) {
    let text = try Self.text(bytes, file: file)
    source = ConfigurationSource(file: file, text: text)
    let root = try Self.parse(text, file: file)
    for key in root.keys.sorted() where key != "profiles" {
      let meant = Spelling.nearest(to: key, among: ["profiles"]) != nil
      let remedy =
        meant ? "Did you mean profiles?" : "Every key belongs into a table [profiles.NAME]."
      let isTable = root[key]?.table != nil
      throw source.fault(
        isTable ? nil : key, in: isTable ? [key] : [], "There is no such key", remedy)
    }
    guard let profiles = root["profiles"]?.table, !profiles.isEmpty else {
      throw source.fault(
        nil, in: ["profiles"], "No profile is defined", "Add a table [profiles.default].")
    }
    self.profiles = profiles
  }

  /// All profiles, in the order of the alphabet.
  var names: [String] { profiles.keys.sorted() }

  /// The checked settings of the profile `name`.
  func profile(_ name: String) throws(ConfigurationFault) -> ProfileSettings {
    guard let value = profiles[name] else {
      let meant = Spelling.nearest(to: name, among: names).map { "Did you mean \($0)? " } ?? ""
      throw ConfigurationFault(
        place: .init(file: source.file), key: nil,
        problem: "There is no profile \(name)",
        remedy: "\(meant)Choose with --profile: \(names.joined(separator: ", ")).")
    }
    guard let table = value.table else {
      throw source.fault(
        name, in: ["profiles"], "It is of type \(value.type), not table",
        "Write [profiles.\(name)] on a line of its own and the keys below it.")
    }
    return try ProfileReader(name: name, table: table, source: source).settings()
  }

  private static func unreadable(_ path: String) -> ConfigurationFault {
    var isDirectory = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
    let (problem, remedy) =
      switch (exists, isDirectory) {
      case (false, _):
        (
          "There is no such file",
          "To try it without a bank: countersign demo. For your bank, write a table "
            + "[profiles.default] with server and sdk_configuration into it, or name another "
            + "file with --config."
        )
      case (true, true): ("It is a directory", "Name the file in it, such as config.toml.")
      case (true, false): ("It cannot be read", "Mend its permissions: chmod u+r '\(path)'")
      }
    return ConfigurationFault(place: .init(file: path), key: nil, problem: problem, remedy: remedy)
  }

  private static func text(_ bytes: [UInt8], file: String) throws(ConfigurationFault) -> String {
    if let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) { return text }
    let valid = bytes.prefix { $0 != 0 }.split(separator: 10, omittingEmptySubsequences: false)
    let bad = valid.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? valid.count - 1
    throw ConfigurationFault(
      place: .init(file: file, line: valid.distance(from: valid.startIndex, to: bad) + 1),
      key: nil, problem: "It is not UTF-8 text", remedy: "Save the file as UTF-8.")
  }

  private static func parse(_ text: String, file: String) throws(ConfigurationFault) -> TOMLTable {
    do {
      return try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      let begin = error.source.begin
      throw ConfigurationFault(
        place: .init(file: file, line: begin.line, column: begin.column), key: nil,
        problem: "It is not TOML: \(error.description)",
        remedy: "See https://toml.io for the rules; strings stand in quotes.")
    } catch {
      throw ConfigurationFault(
        place: .init(file: file), key: nil, problem: "It cannot be parsed",
        remedy: "See https://toml.io for the rules.")
    }
  }
}
