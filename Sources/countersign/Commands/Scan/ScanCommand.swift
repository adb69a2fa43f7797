import ArgumentParser
import FoundationEssentials
import Pictures
import TokenModel
import TokenScreens

/// `countersign scan FILE`
struct ScanCommand: TokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "scan", abstract: say("scan.cli-abstract"),
      discussion: say("scan.cli-discussion"))
  }

  @Argument(help: ArgumentHelp(say("scan.cli-file")))
  var file: String?

  @Flag(help: ArgumentHelp(say("scan.cli-clipboard")))
  var clipboard = false

  @Flag(help: ArgumentHelp(say("scan.cli-screen")))
  var screen = false

  @Flag(name: .customLong("open"), help: ArgumentHelp(say("scan.cli-open")))
  var opens = false

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    let sources = (file == nil ? 0 : 1) + (clipboard ? 1 : 0) + (screen ? 1 : 0)
    guard sources > 0 else { throw ValidationError(say("scan.no-source")) }
    guard sources == 1 else { throw ValidationError(say("scan.one-source")) }
    guard !(opens && options.json) else { throw ValidationError(say("scan.open-json")) }
  }

  func run(in context: CommandContext) async throws {
    let texts = try await found()
    context.console.answer(
      [
        "codes": .array(
          texts.map { ["kind": .string(ScannedText($0).name), "text": .string($0)] })
      ], texts)
    for text in texts { context.console.note(ScannedText(text).whatNext) }
  }

  /// Runs on the calling thread, as the interface needs it.
  func runInForeground(in context: CommandContext) throws {
    let texts = try waitFor { try await found() }
    guard texts.count == 1 || ScannedText(firstOf: texts) == .unknown else {
      throw CommandFailure.usage(
        say("scan.open-needs-one"), next: say("scan.open-needs-one-next"))
    }
    let scanned = ScannedText(firstOf: texts)
    guard scanned != .unknown else {
      throw CommandFailure.usage(say("scan.open-needs-meaning"), next: scanned.whatNext)
    }
    try Interface.run(Location(options, context.places), following: scanned)
  }

  private func found() async throws -> [String] {
    let scanner = CodeScanner(environment: ProcessInfo.processInfo.environment)
    do throws(PictureFault) {
      if clipboard { return try await scanner.texts(from: .clipboard) }
      if screen { return try await scanner.texts(from: .screen) }
    } catch {
      throw TokenFailure.picture(error)
    }
    let bytes = try FileInput.bytes(file ?? "-")
    do throws(PictureFault) { return try await scanner.texts(in: bytes) } catch {
      throw TokenFailure.picture(error)
    }
  }
}

extension ScannedText {
  /// The word for scripts.
  fileprivate var name: String {
    switch self {
    case .activation: "activation"
    case .recovery: "recovery"
    case .operation: "operation"
    case .offline: "offline"
    case .unknown: "unknown"
    }
  }

  /// The command that goes on with it.
  fileprivate var whatNext: String {
    switch self {
    case .activation: say("scan.next-activate")
    case .recovery: say("scan.next-recovery")
    case .operation: say("scan.next-operation")
    case .offline: say("scan.next-offline")
    case .unknown: say("scan.next-unknown")
    }
  }
}
