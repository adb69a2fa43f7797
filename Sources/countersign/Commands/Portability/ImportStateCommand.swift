import ArgumentParser
import PowerAuth
import TokenCore
import TokenModel
import TokenScreens
import TokenStorage

/// `countersign import-state FILE`
struct ImportStateCommand: TokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import-state",
      abstract: say("state-commands.take-over-activation"),
      discussion: say("state-commands.file-what-export"))
  }

  @Argument(help: ArgumentHelp(say("state-commands.file-for-standard")))
  var file: String

  @Option(
    help: .init(
      say("state-commands.possession-key-bare"), valueName: "file"))
  var possessionKeyFile: String?

  @Option(help: .init(say("state-commands.name-this-device"), valueName: "name"))
  var name: String?

  @Flag(help: ArgumentHelp(say("state-commands.read-passphrase-as")))
  var passphraseStdin = false

  @Flag(help: ArgumentHelp(say("state-commands.do-not-ask")))
  var yes = false

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    guard file != "-" || yes else {
      throw ValidationError(say("state-commands.standard-input-cannot"))
    }
  }

  func run(in context: CommandContext) async throws {
    try await TokenSession.with(options, context.places) { session, wiring in
      if try await session.token.localActivation() != nil { throw TokenFailure.alreadyActivated }
      let portable = try read(context)
      try warn(context)
      var bytes = portable.session.withUnsafeBytes(Array.init)
      defer { _ = Secret(wiping: &bytes) }
      let activation = try await session.token.importState(
        bytes, possessionKey: portable.possessionKey, deviceName: name ?? wiring.deviceName)
      context.console.answer(
        activation.document,
        [say("state-commands.taken-over-registration", ["activation-i-d": activation.activationID])]
      )
    }
  }

  private func read(_ context: CommandContext) throws -> PortableFile {
    if let path = possessionKeyFile {
      return PortableFile(
        bare: try FileInput.bytes(file), possessionKey: try PossessionKeyFile.key(path))
    }
    // Asked for first, because the file may follow it on standard input.
    let early = passphraseStdin ? try passphrase(context) : nil
    let bytes = try FileInput.bytes(file)
    guard PassphraseEnvelope.isEnvelope(bytes) else { throw try Self.needsKey(bytes) }
    return try PortableFile(bytes, passphrase: try early ?? passphrase(context))
  }

  private func passphrase(_ context: CommandContext) throws -> Secret {
    try context.prompt.secret(
      say("state-commands.passphrase-file") + " ", .passphrase, fromPipe: passphraseStdin)
  }

  /// A bare session says what is missing, and all else what it is not.
  private static func needsKey(_ bytes: [UInt8]) throws -> any Error {
    do throws(PortableStateFault) {
      _ = try SessionState(parsing: PortableFile.bareSession(bytes))
    } catch {
      throw TokenFailure.portableState(error)
    }
    return CommandFailure.usage(
      say("state-commands.this-bare-session"),
      next: say("state-commands.give-device-s"))
  }

  private func warn(_ context: CommandContext) throws {
    [
      say("state-commands.warning-two-clients"),
      say("state-commands.any-more-or"),
    ].forEach(context.console.note)
    if !yes {
      try context.prompt.confirm(say("state-commands.take-activation-over"), word: "import")
    }
  }
}
