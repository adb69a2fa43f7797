import TokenModel
import TokenStorage

/// All profiles of a configuration side by side, with what this device knows of each.
struct ProfileList: Sendable {
  private let location: Location

  init(_ location: Location) { self.location = location }

  /// In the order of the alphabet; asks no server, and opens no key of an activation.
  ///
  /// Each database is opened, with the key that its columns are locked by, and brought to our form.
  func entries() throws(ConfigurationFault) -> [ProfileEntry] {
    let file = try ConfigurationFile(path: location.configurationFile)
    return file.names.map { entry($0, in: file) }
  }

  private func entry(_ name: String, in file: ConfigurationFile) -> ProfileEntry {
    do throws(ConfigurationFault) {
      let settings = try file.profile(name)
      _ = try TokenWiring(location.with(profile: name))
      return entry(settings)
    } catch {
      return ProfileEntry(name: name, server: nil, problem: CommandFailure(error).happened)
    }
  }

  private func entry(_ settings: ProfileSettings) -> ProfileEntry {
    var activation: LocalActivation?
    var problem: String?
    do throws(StorageFault) {
      activation = try SQLiteActivationStore(
        directory: location.stateDirectory, profile: settings.name
      ).localActivation()
    } catch {
      problem = CommandFailure(.storage(error)).happened
    }
    return ProfileEntry(
      name: settings.name, bank: settings.bank, server: settings.server, activation: activation,
      problem: problem)
  }
}
