import TokenModel

/// What the activation has collected so far; the PIN is no part of it.
struct ActivationDraft: Equatable, Sendable {
  let credential: ActivationCredential
  var deviceName: String
  /// Nil unless the bank gave one.
  var otp: String?

  init(_ credential: ActivationCredential, deviceName: String, otp: String? = nil) {
    self.credential = credential
    self.deviceName = deviceName
    self.otp = otp
  }

  /// Whether banks give a one-time password beside this credential.
  var takesOTP: Bool {
    switch credential {
    case .code: true
    case .custom, .recovery, .oidc: false
    }
  }
}

/// The head of a step: where one is, and what is wanted.
enum ActivationStep {
  /// Returns the row below.
  static func head(
    _ number: Int, _ title: String, _ canvas: inout Canvas, _ column: Rect
  ) -> Int {
    let end = canvas.text(title, column.column, column.row, Style(.title, .bold))
    let step = "step \(number) of 3"
    if end + 3 + step.count <= column.endColumn {
      canvas.text(step, end + 3, column.row, Style(.muted))
    }
    return column.row + 2
  }
}
