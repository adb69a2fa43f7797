import ArgumentParser
import PowerAuthCrypto
import TokenCore
import TokenModel

/// `countersign export-state FILE`
struct ExportStateCommand: TokenCommand {
  static let configuration = CommandConfiguration(
    commandName: "export-state",
    abstract: "Write this activation into a file, for another client of the protocol.",
    discussion: """
      The file is locked under a passphrase of at least twelve characters. With --bare it holds the \
      session exactly as the reference client keeps it (version 6), locked to the possession key in \
      --possession-key-file only. It is readable by you alone, and no file is ever overwritten. The \
      server is asked first whether the PIN is right. The biometry factor stays behind.

      From standard input come the passphrase (--passphrase-stdin), then the PIN (--pin-stdin).
      """)

  @Argument(help: "The file to make.")
  var file: String

  @Flag(help: "Write the session as the reference client keeps it, without a passphrase.")
  var bare = false

  @Option(help: .init("For --bare: 16 bytes, or their Base64 text.", valueName: "file"))
  var possessionKeyFile: String?

  @Flag(help: "Read the passphrase as one line of standard input.")
  var passphraseStdin = false

  @Flag(help: "Read the PIN as one line of standard input.")
  var pinStdin = false

  @Flag(help: "Do not ask for confirmation.")
  var yes = false

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    guard bare == (possessionKeyFile != nil) else {
      throw ValidationError("--bare and --possession-key-file belong together.")
    }
    guard !(bare && passphraseStdin) else {
      throw ValidationError("A bare session has no passphrase.")
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
        ["Written to \(file)."])
    }
  }

  private func warn(_ context: CommandContext) throws {
    [
      "WARNING: The file is this device. Whoever opens it can guess at the PIN, and with the PIN",
      "approves in your name. Two clients must never use one activation: as soon as the other one",
      "has signed, remove it here with countersign remove --local, or both lose step with the bank.",
    ].forEach(context.console.note)
    if !yes { try context.prompt.confirm("Write the activation into a file?", word: "export") }
  }
}

extension Prompt {
  /// A passphrase that is being chosen.
  fileprivate func newPassphrase(fromPipe: Bool) throws -> Secret {
    let passphrase = try secret("A passphrase for the file: ", .passphrase, fromPipe: fromPipe)
    guard passphrase.count >= PortableFile.shortestPassphrase else {
      throw CommandFailure.usage(
        "The passphrase is too short.",
        next: "Choose at least \(PortableFile.shortestPassphrase) characters: four words, say.")
    }
    try askAgain(passphrase, .passphrase, fromPipe: fromPipe)
    return passphrase
  }
}
