import Glibc
import TokenModel

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

  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// The PIN of the activation.
  func pin(_ question: String = "PIN: ", fromPipe: Bool) throws -> PIN {
    try checked(try fromPipe && !isTerminal ? piped() : typed(question))
  }

  /// A PIN that is being chosen: typed twice, or read once from a pipe.
  func newPIN(fromPipe: Bool) throws -> PIN {
    if fromPipe, !isTerminal { return try checked(try piped()) }
    let pin = try checked(try typed("Choose a PIN: "))
    guard try typed("Again: ") == pin.secret else {
      throw CommandFailure.usage(
        "The two PINs differ.", next: "Run the command again and type the same PIN twice.")
    }
    return pin
  }

  /// Returns when `word` was typed; without a terminal somebody must have said so before.
  func confirm(_ question: String, word: String = "yes") throws {
    guard isTerminal else {
      throw CommandFailure.usage(
        "Nobody is there to confirm: standard input is not a terminal.",
        next: "Add --yes when the decision has been made elsewhere.")
    }
    console.ask("\(question) Type \(word): ")
    guard LineInput.line(from: descriptor)?.lowercased() == word else {
      throw CommandFailure(
        status: .failed, code: FailureCode.notConfirmed, happened: "It was not confirmed.",
        means: "Nothing was signed or sent.", next: "Run the command again to decide.")
    }
  }

  private func typed(_ question: String) throws -> Secret {
    guard isTerminal else {
      throw CommandFailure.usage(
        "The PIN is asked for on a terminal, and standard input is none.",
        next: "Add --pin-stdin to read it as one line of standard input.")
    }
    let input = HiddenInput(descriptor: descriptor) { console.ask(question) }
    let line = input.line()
    console.note("")
    return try given(line)
  }

  private func piped() throws -> Secret { try given(LineInput.secretLine(from: descriptor)) }

  private func given(_ line: Secret?) throws -> Secret {
    guard let line else {
      throw CommandFailure.usage(
        "Input ended before a PIN was given.", next: "Give it in one line.")
    }
    return line
  }

  private func checked(_ line: Secret) throws(TokenFailure) -> PIN {
    guard let pin = PIN(line) else { throw .pinTooShort }
    return pin
  }
}
