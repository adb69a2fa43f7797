import ArgumentParser
import TokenModel

/// `countersign remove`
struct RemoveCommand: TokenCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove this activation, on the server and here.",
    discussion: """
      The server removes it first, which needs the PIN or the biometry factor; only then is it \
      forgotten here. With --local the bank is not asked and keeps a token that no longer exists: tell \
      it. That cannot be undone and wants the word remove typed, unless --yes says that somebody has \
      decided.
      """)

  @OptionGroup var factor: FactorOptions

  @Flag(help: "Forget the activation here only; needs neither PIN nor network.")
  var local = false

  @Flag(help: "With --local: do not ask for confirmation.")
  var yes = false

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    guard local || !yes else { throw ValidationError("--yes belongs to --local.") }
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
      "The keys of \(activation?.deviceName ?? "this activation") are destroyed here; the bank is "
        + "not told.")
    try context.prompt.confirm("Forget the activation on this device?", word: "remove")
  }

  private static func words(local: Bool) -> String {
    local
      ? "Forgotten on this device. The bank still knows it: ask the bank to remove it as well."
      : "Removed, on the server and on this device."
  }
}
