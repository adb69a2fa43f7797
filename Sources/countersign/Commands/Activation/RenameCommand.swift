import ArgumentParser
import TokenModel

/// `countersign rename NAME`
struct RenameCommand: TokenCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename", abstract: "Give this device another name in the bank's list.",
    discussion: "Many servers do not allow it; then the name stays as it was, here too.")

  @Argument(help: "The new name, at most 255 characters.")
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
        activation.document, ["This device is now called \(activation.deviceName)."])
    }
  }
}
