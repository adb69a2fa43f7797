import TokenModel

/// What the activation has collected so far; the PIN is no part of it.
struct ActivationDraft: Equatable, Sendable {
  var credential: ActivationCredential
  var deviceName: String
  /// Nil unless the bank gave one.
  var otp: String?

  init(_ credential: ActivationCredential, deviceName: String, otp: String? = nil) {
    self.credential = credential
    self.deviceName = deviceName
    self.otp = otp
  }

  /// Something in it is nobody else's to find; a code alone stands on its own page as well.
  var holdsSecrets: Bool {
    switch credential {
    case .code: otp != nil
    case .custom, .recovery, .oidc: true
    }
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
  case credential, name, otp, pin

  /// The steps on the way that `credential` opens.
  private static func all(_ draft: ActivationDraft?) -> [ActivationStep] {
    draft?.takesOTP ?? true ? [.credential, .name, .otp, .pin] : [.credential, .name, .pin]
  }

  /// Returns the row below; without a draft the way is that of a code.
  static func head(
    _ draft: ActivationDraft?, _ step: ActivationStep, _ title: String, _ canvas: inout Canvas,
    _ column: Rect
  ) -> Int {
    let steps = all(draft)
    return head(
      (steps.firstIndex(of: step) ?? 0) + 1, of: steps.count, title, &canvas, column)
  }

  /// The same for the first step of a way without a one-time password.
  static func head(_ title: String, _ canvas: inout Canvas, _ column: Rect) -> Int {
    head(1, of: 3, title, &canvas, column)
  }

  private static func head(
    _ number: Int, of count: Int, _ title: String, _ canvas: inout Canvas, _ column: Rect
  ) -> Int {
    let end = canvas.text(title, column.column, column.row, Style(.title, .bold))
    let step = say("activating.step", ["number": String(number), "count": String(count)])
    if end + 3 + step.count <= column.endColumn {
      canvas.text(step, end + 3, column.row, Style(.muted))
    }
    return column.row + 2
  }
}
