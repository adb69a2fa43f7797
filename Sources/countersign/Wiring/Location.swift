import FoundationEssentials

/// Which profile of which configuration, and where its activation is kept.
struct Location: Equatable, Sendable {
  let configurationFile: String
  let profile: String
  let stateDirectory: String

  init(configurationFile: String, profile: String, stateDirectory: String) {
    self.configurationFile = configurationFile
    self.profile = profile
    self.stateDirectory = stateDirectory
  }

  init(_ options: GlobalOptions, _ places: Places) {
    self.init(
      configurationFile: Self.absolute(options.config ?? places.configurationFile),
      profile: options.profile,
      stateDirectory: Self.absolute(options.stateDir ?? places.stateDirectory))
  }

  /// The same places for another profile.
  func with(profile: String) -> Location {
    Location(
      configurationFile: configurationFile, profile: profile, stateDirectory: stateDirectory)
  }

  func settings() throws(ConfigurationFault) -> ProfileSettings {
    try ConfigurationFile(path: configurationFile).profile(profile)
  }

  private static func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    return FileManager.default.currentDirectoryPath + "/" + path
  }
}
