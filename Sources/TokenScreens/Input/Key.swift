/// A key as the screens know it, whatever bytes the terminal sent.
public enum Key: Hashable, Sendable {
  case character(Character)
  case control(Character)
  case alt(Character)
  case function(Int)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
}

/// A mouse report, in cells from 0 at the top left.
public struct Mouse: Hashable, Sendable {
  public enum Event: Hashable, Sendable { case press, release, drag, wheelUp, wheelDown }
  public let event: Event
  public let position: Position

  public init(_ event: Event, at position: Position) {
    self.event = event
    self.position = position
  }
}

/// What a terminal can tell us.
public enum Input: Hashable, Sendable {
  case key(Key)
  /// Text between bracketed paste markers: data, never keys.
  case paste(String)
  case mouse(Mouse)
  case focus(gained: Bool)
}
