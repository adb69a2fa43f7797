import ArgumentParser
import TokenScreens

/// A word that only gathers commands, such as `pin` in `countersign pin check`.
protocol CommandFamily: ParsableCommand {}

extension CommandFamily {
  /// Alone it says nothing; which words may follow is what its user wants to know.
  mutating func run() throws {
    let name = "countersign \(Self._commandName)"
    let words = Self.configuration.subcommands.map { $0._commandName }.joined(separator: ", ")
    throw CommandFailure.usage(
      say("arguments.stands-alone", ["name": name]),
      next: say("arguments.add-one-see", ["value": words, "name": name]))
  }
}
