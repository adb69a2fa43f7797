import ArgumentParser

/// A word that only gathers commands, such as `pin` in `countersign pin check`.
protocol CommandFamily: ParsableCommand {}

extension CommandFamily {
  /// Alone it says nothing; which words may follow is what its user wants to know.
  mutating func run() throws {
    let name = "countersign \(Self._commandName)"
    let words = Self.configuration.subcommands.map { $0._commandName }.joined(separator: ", ")
    throw CommandFailure.usage(
      "\(name) stands alone.", next: "Add one of: \(words). See \(name) --help.")
  }
}
