/// What a terminal session reports to the loop.
public enum TerminalEvent: Hashable, Sendable {
  case input(Input)
  case resized(Size)
  /// Ctrl-Z, `SIGTSTP`: the session waits for the loop to clear its secrets and suspend.
  case suspendRequested
  /// Back in the foreground; everything must be drawn anew.
  case resumed
  /// Another thread has left something in the mailbox.
  case woken
  /// The terminal is gone: nothing can be shown any more.
  case terminated
}
