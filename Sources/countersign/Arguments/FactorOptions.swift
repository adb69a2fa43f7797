import ArgumentParser
import TokenModel

/// What stands beside this device in a proof of two factors: the PIN, or the biometry factor.
struct FactorOptions: ParsableArguments {
  @Flag(help: "Read the PIN as one line of standard input.")
  var pinStdin = false

  @Flag(help: "Prove it by the biometry factor instead of the PIN.")
  var biometry = false

  func validate() throws {
    guard !(pinStdin && biometry) else {
      throw ValidationError("Either the PIN or the biometry factor, not both.")
    }
  }
}

extension Prompt {
  /// Asks for the PIN unless the biometry factor was chosen, which asks by itself.
  func factor(_ options: FactorOptions) throws -> SecondFactor {
    options.biometry ? .biometry : .pin(try pin(fromPipe: options.pinStdin))
  }
}
