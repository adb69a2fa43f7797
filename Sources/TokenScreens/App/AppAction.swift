/// What can happen to the screens.
public enum AppAction: Equatable, Sendable {
  case input(Input, at: Moment)
  case event(AppEvent, at: Moment)
  case resized(Size)
  /// The user is back from a suspension.
  case resumed(at: Moment)
  /// The latest picture stands on the terminal. Decision screens take keys only after this, and
  /// what it showed counts as seen; it is to follow each presented frame.
  case painted(at: Moment)
}
