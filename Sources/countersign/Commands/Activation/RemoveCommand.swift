import ArgumentParser
import TokenModel
import TokenScreens

/// `countersign remove`
struct RemoveCommand: TokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "remove", abstract: say("activation-commands.remove-this-activation"),
      discussion: say("activation-commands.server-removes-first"))
  }

  @OptionGroup var factor: FactorOptions

  @Flag(help: ArgumentHelp(say("activation-commands.forget-activation-here")))
  var local = false

  @Flag(help: ArgumentHelp(say("activation-commands.with-local-do")))
  var yes = false

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    guard local || !yes else { throw ValidationError(say("activation-commands.yes-belongs-local")) }
  }

  func run(in context: CommandContext) async throws {
    try await TokenSession.with(options, context.places) { session, _ in
      // To forget an activation works, too, when its files cannot be read any more.
      let activation =
        local ? try? await session.token.localActivation() : try await session.activation()
      if local {
        if !yes { try confirm(activation, context) }
        try await session.token.removeLocally()
      } else {
        try await session.token.remove(with: try context.prompt.factor(factor))
      }
      var members: [String: JSONValue] = ["removed": local ? "locally" : "everywhere"]
      members["activationId"] = activation.map { .string($0.activationID) }
      context.console.answer(.object(members), [Self.words(local: local)])
    }
  }

  private func confirm(_ activation: LocalActivation?, _ context: CommandContext) throws {
    context.console.note(
      activation.map { say("activation-commands.keys-of", ["device": $0.deviceName]) }
        ?? say("activation-commands.keys-destroyed"))
    try context.prompt.confirm(
      say("activation-commands.forget-activation-on"), word: say("removal.word"))
  }

  private static func words(local: Bool) -> String {
    local
      ? say("activation-commands.forgotten-on-this")
      : say("activation-commands.removed-on-server")
  }
}
