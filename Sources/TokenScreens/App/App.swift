/// The interface as a pure machine: actions in, effects out, pictures on request.
public enum App {
  /// What is to be done once, before anything else has happened.
  public static func start(_ state: inout AppState) -> [Effect] {
    [.setTitle("Countersign"), .loadActivation]
  }

  /// Takes one action and says what it asks for.
  public static func reduce(_ state: inout AppState, _ action: AppAction) -> [Effect] {
    if case .resized(let size) = action { state.size = size }
    return []
  }

  /// The picture of `state` at `now`.
  public static func view(_ state: AppState, at now: Moment) -> Frame {
    Frame(size: state.size)
  }

  /// When the picture changes by itself, for a countdown or a notice that ends; nil for never.
  public static func nextRedraw(_ state: AppState, after now: Moment) -> Moment? {
    nil
  }
}
