import TokenModel
import TokenScreens
import TOMLKit

/// Reads the ways of activation that the bank offers, and what else proves who the user is.
extension ProfileReader {
  /// TCP ports that a program without privileges may take.
  static let redirectPorts = 1024...65_535
  /// Far more than any form has.
  static let mostFields = 16

  func appearance() throws(ConfigurationFault) -> Appearance {
    let accents = Appearance.Accent.allCases.map(\.rawValue)
    return Appearance(
      theme: try word(.theme, of: Appearance.themes) ?? Appearance.themes[0],
      accent: try word(.accent, of: accents).flatMap(Appearance.Accent.init))
  }

  func activationOffer() throws(ConfigurationFault) -> ActivationOffer {
    ActivationOffer(
      fields: try fields(), signIn: try signIn(), hasRecovery: try flag(.recovery) ?? true)
  }

  /// `any` leaves the choice to the user, each of the others narrows it.
  func biometry() throws(ConfigurationFault) -> [BiometryChoice] {
    let all = BiometryChoice.allCases
    let choice = try word(.biometry, of: ["any", "off"] + all.map(\.rawValue)) ?? "any"
    return choice == "any" ? all : all.filter { $0.rawValue == choice }
  }

  func pictures() throws(ConfigurationFault) -> PicturePolicy {
    try word(.images, of: PicturePolicy.allCases.map(\.rawValue)).flatMap(PicturePolicy.init)
      ?? .ask
  }

  /// Looked at when it is used only: a profile without its key can still be removed.
  func externalKeyFile() throws(ConfigurationFault) -> String? { try filePath(.externalKeyFile) }

  private func signIn() throws(ConfigurationFault) -> ActivationOffer.SignIn? {
    let port = try number(
      .oidcRedirectPort, in: Self.redirectPorts, say("configuration.port-from"))
    let label = try text(.oidcLabel)
    guard let provider = try text(.oidcProvider) else {
      guard label == nil, port == nil else {
        throw fault(
          label == nil ? .oidcRedirectPort : .oidcLabel, say("configuration.stands-without-oidc"),
          say("configuration.add-oidc-provider"))
      }
      return nil
    }
    return .init(provider: provider, label: label ?? provider, redirectPort: port)
  }

  private func fields() throws(ConfigurationFault) -> [ActivationVariants.Field] {
    guard let value = table[ProfileKey.credentials.rawValue] else { return [] }
    guard let entries = value.array else {
      throw fault(
        .credentials, say("configuration.type-not-array", ["type": "\(value.type)"]),
        say("configuration.write-profiles-credentials", ["name": name]))
    }
    guard entries.count <= Self.mostFields else {
      throw fault(
        .credentials, say("configuration.has-fields", ["count": String(entries.count)]),
        say("configuration.at-most-fields", ["most-fields": String(Self.mostFields)]))
    }
    var fields: [ActivationVariants.Field] = []
    for (index, entry) in entries.enumerated() {
      let field = try CredentialReader(entry: index, value: entry, profile: self).field()
      guard !fields.contains(where: { $0.name == field.name }) else {
        throw CredentialReader(entry: index, value: entry, profile: self).fault(
          .name, say("configuration.stands-there-twice", ["name": field.name]),
          say("configuration.each-field-has"))
      }
      fields.append(field)
    }
    return fields
  }
}

/// Reads one `[[profiles.NAME.credentials]]` table.
private struct CredentialReader {
  /// Counted from 0.
  let entry: Int
  let value: any TOMLValueConvertible
  let profile: ProfileReader

  func field() throws(ConfigurationFault) -> ActivationVariants.Field {
    guard let table = value.table else {
      throw profile.fault(
        .credentials, say("configuration.one-its-values", ["type": "\(value.type)"]),
        say("configuration.write-profiles-credentials", ["name": profile.name]))
    }
    try refuseUnknownKeys(table)
    guard let name = try text(.name, table) else {
      throw fault(.name, say("command.missing"), say("configuration.server-s-name"))
    }
    return ActivationVariants.Field(
      name: name, label: try text(.label, table) ?? name,
      isSecret: try flag(.secret, table) ?? false, isRequired: try flag(.required, table) ?? true)
  }

  private func refuseUnknownKeys(_ table: TOMLTable) throws(ConfigurationFault) {
    let known = CredentialKey.allCases.map(\.rawValue)
    for key in table.keys.sorted() where !known.contains(key) {
      let meant = Spelling.nearest(to: key, among: known).map {
        say("command.did-you-mean", ["value": $0])
      }
      throw profile.source.fault(
        key, in: path, entry: entry, say("configuration.there-no-such"),
        meant ?? say("configuration.keys-field-are", ["known": known.joined(separator: ", ")]))
    }
  }

  private func text(
    _ key: CredentialKey, _ table: TOMLTable
  ) throws(ConfigurationFault) -> String? {
    guard let value = table[key.rawValue] else { return nil }
    guard let text = value.string, ProfileReader.isLine(text), text.count <= 255 else {
      throw fault(key, say("configuration.no-text-one"), say("configuration.characters-in-quotes"))
    }
    return text
  }

  private func flag(_ key: CredentialKey, _ table: TOMLTable) throws(ConfigurationFault) -> Bool? {
    guard let value = table[key.rawValue] else { return nil }
    guard let flag = value.bool else {
      throw fault(
        key, say("configuration.type-not-boolean", ["type": "\(value.type)"]),
        say("configuration.true-or-false"))
    }
    return flag
  }

  private var path: [String] { profile.path + [ProfileKey.credentials.rawValue] }

  func fault(_ key: CredentialKey, _ problem: String, _ remedy: String) -> ConfigurationFault {
    profile.source.fault(key.rawValue, in: path, entry: entry, problem, remedy)
  }
}
