import ArgumentParser
import TokenScreens

/// Options that every command takes, before or after its name.
struct GlobalOptions: ParsableArguments {
  @Option(
    help: .init(
      say("arguments.configuration-file-default"),
      valueName: "file"))
  var config: String?

  @Option(help: .init(say("arguments.table-profiles-name"), valueName: "name"))
  var profile = "default"

  @Option(
    help: .init(
      say("arguments.where-activation-kept"), valueName: "dir"))
  var stateDir: String?

  @Flag(help: ArgumentHelp(say("arguments.print-exactly-one")))
  var json = false

  /// A profile names files, so it may hold nothing that means something in a path.
  func validate() throws {
    let allowed = profile.utf8.allSatisfy { byte in
      byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
    guard allowed, (1...64).contains(profile.utf8.count) else {
      throw ValidationError(say("arguments.profile-s-name"))
    }
  }
}
