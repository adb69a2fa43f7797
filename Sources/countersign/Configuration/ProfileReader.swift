import FoundationEssentials
import TokenModel
import TokenScreens
import TOMLKit

/// Reads one `[profiles.NAME]` table: every key is known, of its type and within its range.
struct ProfileReader {
  let name: String
  let table: TOMLTable
  let source: ConfigurationSource

  static let protocolVersions = ["3.3", "3.2", "3.1", "3.0"]
  /// Seconds; the lower bound protects the server, the upper keeps the list worth the name.
  static let pollIntervals = 5...3600
  static let defaultPollInterval = 7

  func settings() throws(ConfigurationFault) -> ProfileSettings {
    try refuseUnknownKeys()
    return ProfileSettings(
      name: name,
      server: try server(),
      mobileTokenServer: try text(.mobileTokenServer),
      credentials: try credentials(),
      protocolVersion: try protocolVersion(),
      language: try language(),
      pollIntervalSeconds: try pollInterval(),
      deviceName: try deviceName(),
      caFile: try caFile(),
      proxy: try text(.proxy),
      bank: try text(.bank),
      appearance: try appearance(),
      offer: try activationOffer(),
      biometry: try biometry(),
      pictures: try pictures(),
      externalKeyFile: try externalKeyFile(),
      pins: try pins(),
      linkSchemes: try linkSchemes(),
      redirectSchemes: try redirectSchemes(),
      push: try push(),
      source: source)
  }

  private func refuseUnknownKeys() throws(ConfigurationFault) {
    let known = ProfileKey.allCases.map(\.rawValue)
    for key in table.keys.sorted() where !known.contains(key) {
      let meant = Spelling.nearest(to: key, among: known).map {
        say("command.did-you-mean", ["value": $0])
      }
      let remedy =
        meant ?? say("configuration.keys-profile-are", ["known": known.joined(separator: ", ")])
      throw source.fault(key, in: path, say("configuration.there-no-such"), remedy)
    }
  }

  private func server() throws(ConfigurationFault) -> String {
    guard let server = try text(.server) else {
      throw fault(
        .server, say("command.missing"),
        say("configuration.give-address-your")
      )
    }
    return server
  }

  private func credentials() throws(ConfigurationFault) -> ProfileSettings.Credentials {
    let keys = [
      try text(.applicationKey), try text(.applicationSecret), try text(.masterPublicKey),
    ].compactMap { $0 }
    let rule = say("configuration.give-either-sdk")
    switch (try text(.sdkConfiguration), keys.count) {
    case (let configuration?, 0):
      return .sdkConfiguration(configuration)
    case (nil, 3):
      return .keys(
        applicationKey: keys[0], applicationSecret: keys[1], masterPublicKey: keys[2])
    case (.some, _):
      throw fault(.sdkConfiguration, say("configuration.stands-beside-key"), rule)
    case (nil, 0):
      throw source.fault(nil, in: path, say("configuration.keys-application-are"), rule)
    case (nil, _):
      throw source.fault(
        nil, in: path, say("configuration.only-three-keys", ["count": String(keys.count)]), rule)
    }
  }

  private func protocolVersion() throws(ConfigurationFault) -> String {
    let version = try text(.protocolVersion) ?? Self.protocolVersions[0]
    guard Self.protocolVersions.contains(version) else {
      let all = Self.protocolVersions.map { "\"\($0)\"" }.joined(separator: ", ")
      throw fault(
        .protocolVersion, say("configuration.not-version-we", ["version": version]),
        say("configuration.one-2", ["all": all]))
    }
    return version
  }

  private func language() throws(ConfigurationFault) -> String {
    let language = try text(.language) ?? Language.ofUser.rawValue
    let allowed = language.utf8.allSatisfy { byte in
      Character(Unicode.Scalar(byte)).isLetter && byte < 0x80
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || "-,;=.* ".utf8.contains(byte)
    }
    guard allowed, (1...100).contains(language.utf8.count) else {
      throw fault(
        .language, say("configuration.no-language-tag"),
        say("configuration.letters-digits-hyphens"))
    }
    return language
  }

  private func pollInterval() throws(ConfigurationFault) -> Int {
    let range = Self.pollIntervals
    return try number(
      .pollIntervalSeconds, in: range,
      say(
        "configuration.whole-number-seconds",
        ["lower-bound": String(range.lowerBound), "upper-bound": String(range.upperBound)]))
      ?? Self.defaultPollInterval
  }

  private func deviceName() throws(ConfigurationFault) -> String? {
    let name = try text(.deviceName)
    guard let name, name.count > 255 else { return name }
    throw fault(
      .deviceName, say("configuration.has-characters", ["count": String(name.count)]),
      say("configuration.characters"))
  }

  private func caFile() throws(ConfigurationFault) -> String? {
    guard let path = try filePath(.caFile) else { return nil }
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw fault(
        .caFile, say("command.cannot-be-read", ["path": path]),
        say("configuration.path-pem-file"))
    }
    return path
  }
}
