import TokenModel
import TokenScreens

/// The terminal as the loop sees it; all but `wake` are called on the thread of the loop.
public struct TerminalPort {
  public let size: () -> Size
  /// Writes what differs from the picture before.
  public let present: (Frame) -> Void
  /// Blocks until something happens, or until the monotonic clock (milliseconds) reaches the
  /// deadline; nil waits for ever.
  public let wait: (_ deadline: Int64?) -> [TerminalEvent]
  /// Ends a `wait` under way, from any thread.
  public let wake: @Sendable () -> Void
  /// Gives the terminal back to the shell, and returns when the user is back.
  public let suspend: () -> Void
  /// Draws everything anew with the next picture.
  public let redraw: () -> Void
  public let setTitle: (String) -> Void
  /// Changes the colours at once.
  public let setAppearance: (Appearance) -> Void
  /// Puts text on the user's clipboard.
  public let copy: (String) -> Void
  /// Tells a user who looks elsewhere that something has arrived.
  public let notify: (String) -> Void
  /// How a picture can be shown at present.
  public let pictureForm: () -> PictureForm

  public init(
    size: @escaping () -> Size, present: @escaping (Frame) -> Void,
    wait: @escaping (Int64?) -> [TerminalEvent], wake: @escaping @Sendable () -> Void,
    suspend: @escaping () -> Void, redraw: @escaping () -> Void,
    setTitle: @escaping (String) -> Void,
    setAppearance: @escaping (Appearance) -> Void = { _ in },
    copy: @escaping (String) -> Void, notify: @escaping (String) -> Void,
    pictureForm: @escaping () -> PictureForm = { .halfBlocks }
  ) {
    self.size = size
    self.present = present
    self.wait = wait
    self.wake = wake
    self.suspend = suspend
    self.redraw = redraw
    self.setTitle = setTitle
    self.setAppearance = setAppearance
    self.copy = copy
    self.notify = notify
    self.pictureForm = pictureForm
  }
}
