/// Why encryption did not happen.
public enum EciesError: Error, Equatable, Sendable {
  /// The message was not opened. Deliberately one case: why it failed must not be told apart.
  case refused
  /// An encryptor serves one request and then its response, nothing else.
  case outOfOrder
  /// Version 3.3 needs the identifier of a temporary key, earlier ones must not have it.
  case temporaryKey
}
