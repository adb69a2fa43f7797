import ArgumentParser
import TokenScreens

/// `countersign push`
struct PushCommand: CommandFamily {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "push", abstract: say("push.command"),
      subcommands: [PushRegisterCommand.self, PushParseCommand.self])
  }
}
