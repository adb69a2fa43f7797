import FoundationEssentials
import Glibc
import TokenModel
import TokenScreens

/// Asks the person at the terminal, or reads one line of a pipe where that was asked for.
///
/// A PIN never comes from an argument or the environment: both are readable by others.
struct Prompt: Sendable {
  let console: Console
  private let descriptor: Int32

  init(console: Console, descriptor: Int32 = STDIN_FILENO) {
    self.console = console
    self.descriptor = descriptor
  }

  /// What is asked for, and by which option it may come from a pipe.
  struct Asked {
    /// For the middle of a sentence.
    let name: String
    let option: String

    static var pin: Asked { Asked(name: "PIN", option: "--pin-stdin") }
    static var puk: Asked { Asked(name: "PUK", option: "--puk-stdin") }
    static var otp: Asked {
      Asked(name: say("command.one-time-password"), option: "--otp-stdin")
    }
    static var passphrase: Asked {
      Asked(name: say("prompts.passphrase"), option: "--passphrase-stdin")
    }
  }

  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// The PIN of the activation.
  func pin(_ question: String = "PIN: ", fromPipe: Bool) throws -> PIN {
    try checked(try secret(question, .pin, fromPipe: fromPipe))
  }

  /// A PIN that is being chosen: typed twice, or read once from a pipe.
  ///
  /// A passphrase may stand in its place; what is easy to guess is named and taken.
  func newPIN(_ question: String = say("prompts.choose-pin") + " ", fromPipe: Bool) throws -> PIN {
    let pin = try checked(try secret(question, .pin, fromPipe: fromPipe))
    if let advice = PINAdvice(pin, at: Self.now) { console.note(advice.words) }
    try askAgain(pin.secret, .pin, fromPipe: fromPipe)
    return pin
  }

  /// A secret of one line: typed without echo, or read from a pipe where that was asked for.
  func secret(_ question: String, _ kind: Asked, fromPipe: Bool) throws -> Secret {
    try fromPipe && !isTerminal ? piped(kind) : typed(question, kind)
  }

  /// A line that is no secret, under the same rules.
  func text(_ question: String, _ kind: Asked, fromPipe: Bool) throws -> String {
    if !fromPipe { try requireTerminal(kind) }
    if isTerminal { console.ask(question) }
    guard let line = LineInput.line(from: descriptor) else { throw Self.ended(kind) }
    return line
  }

  /// What was typed, in small letters; without a terminal somebody must have decided before.
  ///
  /// Keys that were pressed before the question do not answer it.
  func answer(_ question: String) throws(CommandFailure) -> String {
    guard isTerminal else { throw Self.nobody }
    tcflush(descriptor, TCIFLUSH)
    console.ask(question + " ")
    return LineInput.line(from: descriptor)?.lowercased() ?? ""
  }

  private static var nobody: CommandFailure {
    .usage(
      say("prompts.nobody-there-confirm"), next: say("prompts.add-yes-when"))
  }

  /// Returns when `word` was typed; without a terminal somebody must have said so before.
  ///
  /// Keys that were pressed before the question do not answer it.
  func confirm(_ question: String, word: String = say("prompts.yes")) throws {
    guard try answer(question + " " + say("prompts.type", ["word": word])) == word else {
      throw CommandFailure(
        status: .failed, code: FailureCode.notConfirmed, happened: say("prompts.was-not-confirmed"),
        means: say("prompts.nothing-was-signed"), next: say("prompts.run-command-again"))
    }
  }

  /// Throws unless the same is typed again; what comes from a pipe was chosen elsewhere.
  func askAgain(_ secret: Secret, _ kind: Asked, fromPipe: Bool) throws {
    guard isTerminal || !fromPipe else { return }
    guard try typed(say("prompts.again") + " ", kind) == secret else {
      throw CommandFailure.usage(
        say("prompts.two-are-not"),
        next: say("prompts.run-command-again-type", ["name": kind.name]))
    }
  }

  private func typed(_ question: String, _ kind: Asked) throws -> Secret {
    try requireTerminal(kind)
    let input = HiddenInput(descriptor: descriptor) { console.ask(question) }
    let line = input.line()
    console.note("")
    guard let line else { throw Self.ended(kind) }
    return line
  }

  private func requireTerminal(_ kind: Asked) throws(CommandFailure) {
    guard !isTerminal else { return }
    throw .usage(
      say("prompts.asked-for-on", ["name": kind.name]),
      next: say("prompts.add-read-as", ["option": kind.option]))
  }

  private func piped(_ kind: Asked) throws(CommandFailure) -> Secret {
    guard let line = LineInput.secretLine(from: descriptor) else { throw Self.ended(kind) }
    return line
  }

  private static func ended(_ kind: Asked) -> CommandFailure {
    .usage(say("prompts.input-ended-before", ["name": kind.name]), next: say("prompts.give-in-one"))
  }

  private static var now: Moment { Moment(serverTime: Date(), monotonicMilliseconds: 0) }

  private func checked(_ line: Secret) throws -> PIN {
    if let pin = PIN(line) { return pin }
    guard line.count >= PIN.minimumLength else { throw TokenFailure.pinTooShort }
    let isLong = line.count > PIN.maximumLength
    throw CommandFailure.usage(
      isLong ? say("pin.full", ["limit": String(PIN.maximumLength)]) : say("pin.not-one-line"),
      next: say("prompts.give-in-one"))
  }
}
