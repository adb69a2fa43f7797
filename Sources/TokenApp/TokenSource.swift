import Synchronization
import TokenCore
import TokenModel

/// The token, made on first use: nothing of it stands before the first frame.
///
/// A failure is not remembered, so that the user can mend what it names and try again.
public final class TokenSource: Sendable {
  private let made = Mutex<Token?>(nil)
  private let make: @Sendable () throws(TokenFailure) -> Token

  public init(_ make: @escaping @Sendable () throws(TokenFailure) -> Token) {
    self.make = make
  }

  func token() throws(TokenFailure) -> Token {
    try made.withLock { made throws(TokenFailure) in
      if let made { return made }
      let token = try make()
      made = token
      return token
    }
  }
}
