/// Whether the pictures that an operation names are fetched.
public enum PicturePolicy: String, CaseIterable, Sendable {
  /// Once the user has seen the address and agreed.
  case ask
  /// As soon as their page is opened.
  case always
  case never
}
