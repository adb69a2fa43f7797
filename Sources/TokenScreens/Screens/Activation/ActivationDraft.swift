import TokenModel

/// What the activation has collected so far; the PIN is no part of it.
struct ActivationDraft: Equatable, Sendable {
  var code: ActivationCode
  var deviceName: String
  /// Nil unless the bank gave one.
  var otp: String?
}

/// The head of a step: where one is, and what is wanted.
enum ActivationStep {
  /// Returns the row below.
  static func head(
    _ number: Int, _ title: String, _ canvas: inout Canvas, _ column: Rect
  ) -> Int {
    let end = canvas.text(title, column.column, column.row, Style(.title, .bold))
    canvas.text(
      "step \(number) of 3", end + 3, column.row, Style(.muted), room: column.endColumn - end - 3)
    return column.row + 2
  }
}
