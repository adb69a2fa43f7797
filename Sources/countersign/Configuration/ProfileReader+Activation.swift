import TOMLKit
import TokenScreens

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

  /// Looked at when it is used only: a profile without its key can still be removed.
  func externalKeyFile() throws(ConfigurationFault) -> String? { try filePath(.externalKeyFile) }

  private func signIn() throws(ConfigurationFault) -> ActivationOffer.SignIn? {
    let port = try number(
      .oidcRedirectPort, in: Self.redirectPorts, "A port from 1024 to 65535.")
    let label = try text(.oidcLabel)
    guard let provider = try text(.oidcProvider) else {
      guard label == nil, port == nil else {
        throw fault(
          label == nil ? .oidcRedirectPort : .oidcLabel, "It stands without oidc_provider",
          "Add oidc_provider, the name by which the server knows the provider.")
      }
      return nil
    }
    return .init(provider: provider, label: label ?? provider, redirectPort: port)
  }

  private func fields() throws(ConfigurationFault) -> [ActivationVariants.Field] {
    guard let value = table[ProfileKey.credentials.rawValue] else { return [] }
    guard let entries = value.array else {
      throw fault(
        .credentials, "It is of type \(value.type), not array of tables",
        "Write [[profiles.\(name).credentials]] on a line of its own for each field.")
    }
    guard entries.count <= Self.mostFields else {
      throw fault(
        .credentials, "It has \(entries.count) fields", "At most \(Self.mostFields) fields.")
    }
    var fields: [ActivationVariants.Field] = []
    for (index, entry) in entries.enumerated() {
      let field = try CredentialReader(entry: index, value: entry, profile: self).field()
      guard !fields.contains(where: { $0.name == field.name }) else {
        throw CredentialReader(entry: index, value: entry, profile: self).fault(
          .name, "\"\(field.name)\" stands there twice", "Each field has a name of its own.")
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
        .credentials, "One of its values is of type \(value.type), not table",
        "Write [[profiles.\(profile.name).credentials]] on a line of its own for each field.")
    }
    try refuseUnknownKeys(table)
    guard let name = try text(.name, table) else {
      throw fault(.name, "It is missing", "The server's name of the field, such as username.")
    }
    return ActivationVariants.Field(
      name: name, label: try text(.label, table) ?? name,
      isSecret: try flag(.secret, table) ?? false, isRequired: try flag(.required, table) ?? true)
  }

  private func refuseUnknownKeys(_ table: TOMLTable) throws(ConfigurationFault) {
    let known = CredentialKey.allCases.map(\.rawValue)
    for key in table.keys.sorted() where !known.contains(key) {
      let meant = Spelling.nearest(to: key, among: known).map { "Did you mean \($0)?" }
      throw profile.source.fault(
        key, in: path, entry: entry, "There is no such key",
        meant ?? "The keys of a field are \(known.joined(separator: ", ")).")
    }
  }

  private func text(
    _ key: CredentialKey, _ table: TOMLTable
  ) throws(ConfigurationFault) -> String? {
    guard let value = table[key.rawValue] else { return nil }
    guard let text = value.string, ProfileReader.isLine(text), text.count <= 255 else {
      throw fault(key, "It is no text of one line", "1 to 255 characters in quotes.")
    }
    return text
  }

  private func flag(_ key: CredentialKey, _ table: TOMLTable) throws(ConfigurationFault) -> Bool? {
    guard let value = table[key.rawValue] else { return nil }
    guard let flag = value.bool else {
      throw fault(key, "It is of type \(value.type), not boolean", "true or false, without quotes.")
    }
    return flag
  }

  private var path: [String] { profile.path + [ProfileKey.credentials.rawValue] }

  func fault(_ key: CredentialKey, _ problem: String, _ remedy: String) -> ConfigurationFault {
    profile.source.fault(key.rawValue, in: path, entry: entry, problem, remedy)
  }
}
