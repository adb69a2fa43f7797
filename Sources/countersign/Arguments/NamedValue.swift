import ArgumentParser
import TokenScreens

/// `NAME=VALUE` of the command line; the value may hold further equal signs, or be empty.
struct NamedValue: ExpressibleByArgument, Equatable, Sendable {
  let name: String
  let value: String

  init?(argument: String) {
    guard let equals = argument.firstIndex(of: "="), equals > argument.startIndex else {
      return nil
    }
    name = String(argument[..<equals])
    value = String(argument[argument.index(after: equals)...])
  }

  /// Throws when a name stands there twice: nobody could say which value counts.
  static func checkDistinct(_ values: [NamedValue]) throws {
    guard Set(values.map(\.name)).count == values.count else {
      throw ValidationError(say("arguments.name-can-be"))
    }
  }

  /// By name; of names given twice, the last.
  static func dictionary(_ values: [NamedValue]) -> [String: String] {
    Dictionary(values.map { ($0.name, $0.value) }) { _, last in last }
  }
}
