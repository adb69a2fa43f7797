import Synchronization
import TokenCore
import TokenModel

/// The token, made on first use: nothing of it stands before the first frame.
///
/// A failure is not remembered, so that the user can mend what it names and try again.
public final class TokenSource: Sendable {
  /// A token, and what ends its connections.
  public struct Opened: Sendable {
    let token: Token
    let close: @Sendable () -> Void

    public init(_ token: Token, close: @escaping @Sendable () -> Void = {}) {
      self.token = token
      self.close = close
    }
  }

  private let made = Mutex<Opened?>(nil)
  private let make: @Sendable () throws(TokenFailure) -> Opened

  public init(_ make: @escaping @Sendable () throws(TokenFailure) -> Opened) {
    self.make = make
  }

  /// Ends the connections of a token that is not wanted any more.
  func close() { made.withLock { $0?.close() } }

  func token() throws(TokenFailure) -> Token {
    try made.withLock { made throws(TokenFailure) in
      if let made { return made.token }
      let opened = try make()
      made = opened
      return opened.token
    }
  }
}
