import ArgumentParser
import TokenModel
import TokenScreens

/// `countersign rename NAME`
struct RenameCommand: TokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "rename", abstract: say("activation-commands.give-this-device"),
      discussion: say("activation-commands.many-servers-do"))
  }

  @Argument(help: ArgumentHelp(say("activation-commands.new-name-at")))
  var name: String

  @OptionGroup var factor: FactorOptions
  @OptionGroup var options: GlobalOptions

  func run(in context: CommandContext) async throws {
    guard !name.isEmpty else { throw TokenFailure.emptyAttribute(name: "name") }
    guard name.count <= 255 else { throw TokenFailure.tooLong(field: .deviceName, limit: 255) }
    try await TokenSession.activated(options, context.places) { session, _ in
      let activation = try await session.token.rename(
        name, with: try context.prompt.factor(factor))
      context.console.answer(
        activation.document,
        [say("activation-commands.this-device-now", ["device-name": activation.deviceName])])
    }
  }
}
