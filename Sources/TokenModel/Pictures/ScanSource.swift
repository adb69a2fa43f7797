/// Where a picture with a code comes from.
public enum ScanSource: Equatable, Sendable {
  /// A path; a `~` at its beginning is this user's home.
  case file(String)
  /// A picture that was copied, or the text of a code.
  case clipboard
  /// All that the screen shows.
  case screen
}
