import FoundationEssentials
import TokenModel

extension Language {
  /// What the environment asks for (`LC_ALL`, `LC_MESSAGES`, `LANG`, as POSIX ranks them).
  static let ofUser: Language = of(ProcessInfo.processInfo.environment)

  static func of(_ environment: [String: String]) -> Language {
    ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0] }.first { !$0.isEmpty }
      .flatMap(Language.init(locale:)) ?? .english
  }
}

/// In which language a command answers, known before its arguments are understood: a failure to
/// understand them is told in it, too.
enum CommandLanguage {
  /// That of the profile in question; the user's own where the configuration cannot be read.
  static func of(_ arguments: [String], _ places: Places) -> Language {
    let file = value(of: "--config", in: arguments) ?? places.configurationFile
    guard FileManager.default.fileExists(atPath: file),
      let configuration = try? ConfigurationFile(path: file),
      let settings = try? configuration.profile(value(of: "--profile", in: arguments) ?? "default")
    else { return .ofUser }
    return Language(preferences: settings.language) ?? .ofUser
  }

  /// `--name value` or `--name=value`, before anything that is no option.
  private static func value(of name: String, in arguments: [String]) -> String? {
    let options = arguments.prefix { $0 != "--" }
    for (index, option) in options.enumerated() {
      if option == name, index + 1 < options.count { return options[index + 1] }
      if option.hasPrefix(name + "=") { return String(option.dropFirst(name.count + 1)) }
    }
    return nil
  }
}
