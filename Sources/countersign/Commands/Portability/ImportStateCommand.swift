import ArgumentParser
import PowerAuth
import TokenCore
import TokenModel
import TokenStorage

/// `countersign import-state FILE`
struct ImportStateCommand: TokenCommand {
  static let configuration = CommandConfiguration(
    commandName: "import-state",
    abstract: "Take over an activation from another client, into a profile without one.",
    discussion: """
      FILE is what export-state wrote, or a session of the reference client (versions 3 to 6, binary \
      or Base64) together with its possession key in --possession-key-file. The PIN stays that of the \
      other client. The server is asked before anything is kept.
      """)

  @Argument(help: "The file; - for standard input.")
  var file: String

  @Option(
    help: .init(
      "The possession key of a bare session: 16 bytes, or their Base64 text.", valueName: "file"))
  var possessionKeyFile: String?

  @Option(help: .init("The name of this device, as this device shows it.", valueName: "name"))
  var name: String?

  @Flag(help: "Read the passphrase as one line of standard input.")
  var passphraseStdin = false

  @Flag(help: "Do not ask for confirmation.")
  var yes = false

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    guard file != "-" || yes else {
      throw ValidationError("Standard input cannot be the file and confirm: add --yes.")
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
        ["Taken over: registration \(activation.activationID). See: countersign status"])
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
      "Passphrase of the file: ", .passphrase, fromPipe: passphraseStdin)
  }

  /// A bare session says what is missing, and all else what it is not.
  private static func needsKey(_ bytes: [UInt8]) throws -> any Error {
    do throws(PortableStateFault) {
      _ = try SessionState(parsing: PortableFile.bareSession(bytes))
    } catch {
      throw TokenFailure.portableState(error)
    }
    return CommandFailure.usage(
      "This is a bare session, which is locked to the device that it comes from.",
      next: "Give that device's possession key: --possession-key-file FILE")
  }

  private func warn(_ context: CommandContext) throws {
    [
      "WARNING: Two clients must never use one activation. From now on the other one must not sign",
      "any more, or both lose step with the bank.",
    ].forEach(context.console.note)
    if !yes { try context.prompt.confirm("Take the activation over?", word: "import") }
  }
}
