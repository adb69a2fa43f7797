import ArgumentParser

/// Options that every command takes, before or after its name.
struct GlobalOptions: ParsableArguments {
  @Option(
    help: .init(
      "The configuration file (default: $XDG_CONFIG_HOME/countersign/config.toml).",
      valueName: "file"))
  var config: String?

  @Option(help: .init("The table [profiles.NAME] of the configuration to use.", valueName: "name"))
  var profile = "default"

  @Option(
    help: .init(
      "Where the activation is kept (default: $XDG_STATE_HOME/countersign).", valueName: "dir"))
  var stateDir: String?

  @Flag(help: "Print exactly one JSON document on standard output.")
  var json = false

  /// A profile names files, so it may hold nothing that means something in a path.
  func validate() throws {
    let allowed = profile.utf8.allSatisfy { byte in
      byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
    guard allowed, (1...64).contains(profile.utf8.count) else {
      throw ValidationError("A profile's name is 1 to 64 letters, digits, hyphens or underscores.")
    }
  }
}
