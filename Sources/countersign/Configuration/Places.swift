import FoundationEssentials

/// Where the files live: the XDG base directories, unless the command line says otherwise.
struct Places {
  private let environment: [String: String]

  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    self.environment = environment
  }

  /// `$XDG_CONFIG_HOME/countersign/config.toml`, `~/.config` by default.
  var configurationFile: String {
    base("XDG_CONFIG_HOME", or: ".config") + "/countersign/config.toml"
  }

  /// `$XDG_STATE_HOME/countersign`, `~/.local/state` by default.
  var stateDirectory: String {
    base("XDG_STATE_HOME", or: ".local/state") + "/countersign"
  }

  /// `$XDG_DATA_HOME/applications`, `~/.local/share` by default: where desktops look for entries.
  var applicationsDirectory: String {
    base("XDG_DATA_HOME", or: ".local/share") + "/applications"
  }

  /// A relative path in an XDG variable is invalid and must be ignored (the specification says).
  private func base(_ variable: String, or fallback: String) -> String {
    if let path = environment[variable], path.hasPrefix("/") { return path }
    return (environment["HOME"] ?? "/") + "/" + fallback
  }
}
