import ArgumentParser
import PowerAuthCrypto
import TokenCore
import TokenModel
import TokenScreens

/// `countersign export-state FILE`
struct ExportStateCommand: TokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export-state",
      abstract: say("state-commands.write-this-activation"),
      discussion: say("state-commands.file-locked-under"))
  }

  @Argument(help: ArgumentHelp(say("state-commands.file-make")))
  var file: String

  @Flag(help: ArgumentHelp(say("state-commands.write-session-as")))
  var bare = false

  @Option(help: .init(say("state-commands.for-bare-bytes"), valueName: "file"))
  var possessionKeyFile: String?

  @Flag(help: ArgumentHelp(say("state-commands.read-passphrase-as")))
  var passphraseStdin = false

  @Flag(help: ArgumentHelp(say("command.read-pin-as")))
  var pinStdin = false

  @Flag(help: ArgumentHelp(say("state-commands.do-not-ask")))
  var yes = false

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    guard bare == (possessionKeyFile != nil) else {
      throw ValidationError(say("state-commands.bare-possession-key"))
    }
    guard !(bare && passphraseStdin) else {
      throw ValidationError(say("state-commands.bare-session-has"))
    }
  }

  func run(in context: CommandContext) async throws {
    try await TokenSession.activated(options, context.places) { session, _ in
      try PrivateFile.requireNone(file)
      let key = try possessionKeyFile.map { try PossessionKeyFile.key($0) }
      try warn(context)
      let passphrase = bare ? nil : try context.prompt.newPassphrase(fromPipe: passphraseStdin)
      let possessionKey = key ?? Secret(SecureRandom.bytes(PortableFile.keySize))
      let pin = try context.prompt.pin(fromPipe: pinStdin)
      var bytes = try await session.token.exportState(pin: pin, possessionKey: possessionKey)
      defer { _ = Secret(wiping: &bytes) }
      if let passphrase {
        let file = PortableFile(possessionKey: possessionKey, session: Secret(wiping: &bytes))
        bytes = try file.sealed(passphrase: passphrase)
      }
      try PrivateFile.create(file, bytes)
      context.console.answer(
        ["file": .string(file), "format": .string(bare ? "session" : "countersign-state")],
        [say("state-commands.written", ["file": file])])
    }
  }

  private func warn(_ context: CommandContext) throws {
    [
      say("state-commands.warning-file-this"),
      say("state-commands.approves-in-your"),
      say("state-commands.has-signed-remove"),
    ].forEach(context.console.note)
    if !yes {
      try context.prompt.confirm(say("state-commands.write-activation-into"), word: "export")
    }
  }
}

extension Prompt {
  /// A passphrase that is being chosen.
  fileprivate func newPassphrase(fromPipe: Bool) throws -> Secret {
    let passphrase = try secret(
      say("state-commands.passphrase-for-file") + " ", .passphrase, fromPipe: fromPipe)
    guard passphrase.count >= PortableFile.shortestPassphrase else {
      throw CommandFailure.usage(
        say("state-commands.passphrase-too-short"),
        next: say(
          "state-commands.choose-at-least",
          ["shortest-passphrase": String(PortableFile.shortestPassphrase)]))
    }
    try askAgain(passphrase, .passphrase, fromPipe: fromPipe)
    return passphrase
  }
}
