import FoundationEssentials
import TokenScreens
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
        meant ? say("configuration.did-you-mean") : say("configuration.every-key-belongs")
      let isTable = root[key]?.table != nil
      throw source.fault(
        isTable ? nil : key, in: isTable ? [key] : [], say("configuration.there-no-such"), remedy)
    }
    guard let profiles = root["profiles"]?.table, !profiles.isEmpty else {
      throw source.fault(
        nil, in: ["profiles"], say("configuration.no-profile-defined"),
        say("configuration.add-table-profiles"))
    }
    self.profiles = profiles
  }

  /// All profiles, in the order of the alphabet.
  var names: [String] { profiles.keys.sorted() }

  /// The checked settings of the profile `name`.
  func profile(_ name: String) throws(ConfigurationFault) -> ProfileSettings {
    guard let value = profiles[name] else {
      let meant =
        Spelling.nearest(to: name, among: names).map {
          say("command.did-you-mean", ["value": $0]) + " "
        } ?? ""
      throw ConfigurationFault(
        place: .init(file: source.file), key: nil,
        problem: say("configuration.there-no-profile", ["name": name]),
        remedy: say(
          "configuration.choose-with-profile",
          ["meant": meant, "names": names.joined(separator: ", ")]))
    }
    guard let table = value.table else {
      throw source.fault(
        name, in: ["profiles"], say("configuration.type-not-table", ["type": "\(value.type)"]),
        say("configuration.write-profiles-on", ["name": name]))
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
          say("configuration.there-no-such-file"),
          say("configuration.try-without-bank")
        )
      case (true, true): (say("configuration.directory"), say("configuration.name-file-in"))
      case (true, false):
        (
          say("configuration.cannot-be-read"),
          say("configuration.mend-its-permissions", ["path": path])
        )
      }
    return ConfigurationFault(place: .init(file: path), key: nil, problem: problem, remedy: remedy)
  }

  private static func text(_ bytes: [UInt8], file: String) throws(ConfigurationFault) -> String {
    if let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) { return text }
    let valid = bytes.prefix { $0 != 0 }.split(separator: 10, omittingEmptySubsequences: false)
    let bad = valid.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? valid.count - 1
    throw ConfigurationFault(
      place: .init(file: file, line: valid.distance(from: valid.startIndex, to: bad) + 1),
      key: nil, problem: say("configuration.not-utf-text"),
      remedy: say("configuration.save-file-as"))
  }

  private static func parse(_ text: String, file: String) throws(ConfigurationFault) -> TOMLTable {
    do {
      return try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      let begin = error.source.begin
      throw ConfigurationFault(
        place: .init(file: file, line: begin.line, column: begin.column), key: nil,
        problem: say("configuration.not-toml", ["description": error.description]),
        remedy: say("configuration.see-https-toml"))
    } catch {
      throw ConfigurationFault(
        place: .init(file: file), key: nil, problem: say("configuration.cannot-be-parsed"),
        remedy: say("configuration.see-https-toml-io"))
    }
  }
}
