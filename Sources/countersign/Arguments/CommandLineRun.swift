import ArgumentParser
import Glibc
import TokenModel
import TokenScreens

/// From arguments to an exit code: parses, runs one command, prints its failure.
struct CommandLineRun {
  let arguments: [String]
  let context: CommandContext

  init(_ arguments: [String]) {
    self.arguments = arguments
    // Asked before parsing, because a failure to parse is printed in the form asked for, too.
    let console = Console(isJSON: arguments.prefix { $0 != "--" }.contains("--json"))
    context = CommandContext(console: console, prompt: Prompt(console: console), places: Places())
  }

  func run() -> ExitStatus {
    Language.$current.withValue(CommandLanguage.of(arguments, context.places)) {
      delivered(runInLanguage())
    }
  }

  /// Who was not told must not believe that nothing is missing; a reader that left knows it.
  private func delivered(_ status: ExitStatus) -> ExitStatus {
    guard status == .done, let reason = context.console.lostOutput else { return status }
    if reason != EPIPE { context.console.tell(.outputLost(String(cString: strerror(reason)))) }
    return .storage
  }

  private func runInLanguage() -> ExitStatus {
    do {
      try dispatch(try CountersignCommand.parseAsRoot(arguments))
      return .done
    } catch {
      return report(error)
    }
  }

  private func dispatch(_ command: any ParsableCommand) throws {
    switch command {
    case let root as CountersignCommand:
      guard !root.options.json else { throw Self.interfaceIsNoDocument }
      try Interface.run(Location(root.options, context.places))
    case let demo as DemoCommand:
      guard !demo.options.json else { throw Self.interfaceIsNoDocument }
      try demo.runInForeground(in: context)
    case let scan as ScanCommand where scan.opens:
      try scan.runInForeground(in: context)
    case let open as OpenCommand where open.opensInterface:
      try open.runInForeground(in: context)
    case let command as any TokenCommand:
      try waitFor { [context] in try await command.run(in: context) }
    default:
      var command = command  // Only the parser's own: help.
      try command.run()
    }
  }

  private static var interfaceIsNoDocument: CommandFailure {
    .usage(
      say("arguments.interface-cannot-be"),
      next: say("arguments.name-command-such"))
  }

  private func report(_ error: any Error) -> ExitStatus {
    if error is AnsweredOtherwise { return .failed }
    if let failure = CommandFailure(anticipated: error) {
      context.console.fail(failure)
      return failure.status
    }
    let text = HelpLines.bound(
      HelpLines.named(ParserWords.translated(CountersignCommand.fullMessage(for: error))))
    if CountersignCommand.exitCode(for: error).isSuccess {
      context.console.answer(.object(["text": .string(text)]), [text])
      return .done
    }
    let failure = CommandFailure.usage(
      HelpLines.named(ParserWords.translated(CountersignCommand.message(for: error))),
      next: hint ?? say("arguments.see-countersign-help"))
    context.console.fail(failure)
    return failure.status
  }

  /// "Did you mean" for a subcommand that does not exist, of the program or of the family before it.
  private var hint: String? {
    var commands = CountersignCommand.configuration.subcommands
    for word in arguments where !word.hasPrefix("-") {
      guard let command = commands.first(where: { $0._commandName == word }) else {
        let names = commands.map { $0._commandName }
        return Spelling.nearest(to: word, among: names).map {
          say("command.did-you-mean", ["value": $0])
        }
      }
      commands = command.configuration.subcommands
      guard !commands.isEmpty else { return nil }
    }
    return nil
  }
}
