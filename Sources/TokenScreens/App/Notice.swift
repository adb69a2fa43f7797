/// One line above the footer that goes by itself.
struct Notice: Equatable, Sendable {
  enum Kind: Equatable, Sendable { case info, success, warning }

  let kind: Kind
  let text: String
  /// Monotonic milliseconds at which it is gone.
  let until: Int64

  /// Long texts stay longer: 3 s and 60 ms for each character.
  init(_ kind: Kind, _ text: String, at now: Moment) {
    self.kind = kind
    self.text = text
    until = now.monotonicMilliseconds + 3000 + Int64(text.count) * 60
  }

  var sign: String {
    switch kind {
    case .info: "·"
    case .success: "✓"
    case .warning: "!"
    }
  }

  var style: Style {
    switch kind {
    case .info: Style(.info)
    case .success: Style(.success)
    case .warning: Style(.warning)
    }
  }

  /// True when `action` is what the notice waited for: a refusal goes with the next input, a
  /// question to the bank with its answer.
  func ends(with action: AppAction) -> Bool {
    switch (kind, action) {
    case (.warning, .input(.key, _)), (.warning, .input(.paste, _)), (.warning, .input(.mouse, _)):
      true
    case (.info, .event(.status, _)), (.info, .event(.polling(.list), _)),
      (.info, .event(.polling(.failed), _)), (.info, .event(.messages, _)):
      text == Self.asking
    case (.info, _), (.warning, _), (.success, _): false
    }
  }

  /// Said while an answer that the user asked for is on its way.
  static var asking: String { say("frame.notice-asking") }
}
