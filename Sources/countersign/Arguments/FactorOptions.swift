import ArgumentParser
import TokenModel
import TokenScreens

/// What stands beside this device in a proof of two factors: the PIN, or the biometry factor.
struct FactorOptions: ParsableArguments {
  @Flag(help: ArgumentHelp(say("command.read-pin-as")))
  var pinStdin = false

  @Flag(help: ArgumentHelp(say("arguments.prove-by-biometry")))
  var biometry = false

  func validate() throws {
    guard !(pinStdin && biometry) else {
      throw ValidationError(say("arguments.either-pin-or"))
    }
  }
}

extension Prompt {
  /// Asks for the PIN unless the biometry factor was chosen, which asks by itself.
  func factor(_ options: FactorOptions) throws -> SecondFactor {
    options.biometry ? .biometry : .pin(try pin(fromPipe: options.pinStdin))
  }
}
