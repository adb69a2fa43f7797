/// The table that the benchmark prints, one row as soon as it is known.
struct Report {
  enum Unit: String {
    case milliseconds = "ms"
    case microseconds = "µs"
    case mebibytes = "MiB"
  }

  /// Prints a value with its target; a value without one is for information.
  func row(_ name: String, _ value: Double, _ unit: Unit, target: Double? = nil) {
    let shown = Self.decimals(value)
    var line = Self.padded(name, to: 48) + Self.right(shown, to: 10) + " " + unit.rawValue
    if let target {
      line = Self.padded(line, to: 64) + (value <= target ? "✓" : "✗")
      line += " target ≤ \(Self.decimals(target))"
    }
    print(line)
  }

  func heading(_ text: String) { print("\n\(text)") }

  private static func decimals(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100)." + (rest < 10 ? "0" : "") + "\(rest)"
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func right(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
