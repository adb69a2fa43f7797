import FoundationEssentials
import PowerAuth
import TokenModel

/// One sign-in with an OpenID provider: the address to open, and what the way back must look like.
///
/// Authorization-code flow with a proof key (PKCE, S256), which every provider takes or overlooks.
/// It opens nothing and waits for nothing; where and how long is the caller's.
public struct OIDCSignIn: Sendable, Equatable {
  /// Random bytes of state and nonce.
  private static let randomSize = 32

  /// What the person opens in a browser.
  public let address: String
  /// Where the browser comes back.
  public let redirect: String
  private let providerID: String
  private let state: Secret
  private let nonce: String
  private let proof: ProofKey

  /// Begins a sign-in with a random state, nonce and proof key.
  ///
  /// Throws `untrustedAnswer` where the provider is to be reached neither over https nor on this
  /// machine, and where the redirect is no address.
  public init(_ configuration: OIDCConfiguration) throws(TokenFailure) {
    try self.init(configuration, random: Nonce.bytes)
  }

  init(
    _ configuration: OIDCConfiguration, random: (_ count: Int) -> [UInt8]
  ) throws(TokenFailure) {
    guard let parts = RedirectParts(configuration.redirectURI), parts.query == nil else {
      throw .untrustedAnswer(.missing(member: "redirectUri"))
    }
    let state = Base64.encodeURLSafe(random(Self.randomSize))
    nonce = Base64.encodeURLSafe(random(Self.randomSize))
    proof = ProofKey(random: random(ProofKey.size))
    self.state = Secret(Array(state.utf8))
    providerID = configuration.providerID
    redirect = configuration.redirectURI
    address = try Self.address(configuration, state: state, nonce: nonce, proof)
  }

  /// The port of 127.0.0.1 to which the browser comes back; nil where it goes elsewhere.
  public var loopbackPort: Int? {
    guard let url = URL(string: redirect), url.scheme?.lowercased() == "http",
      ["127.0.0.1", "localhost"].contains(url.host()?.lowercased())
    else { return nil }
    return url.port ?? 80
  }

  /// Takes the address with which the browser came back, whole or from its path on.
  ///
  /// Before the state is found to be ours, in constant time, nothing else of it is believed.
  public func grant(from text: String) throws(TokenFailure) -> OIDCGrant {
    let parameters = try parameters(text.trimmingWhitespace)
    guard let returned = parameters["state"], Secret(Array(returned.utf8)) == state else {
      throw .oidc(.stateMismatch)
    }
    if let error = parameters["error"] { throw .oidc(.denied(error)) }
    guard let code = parameters["code"], !code.isEmpty else { throw .oidc(.invalidRedirect) }
    return OIDCGrant(
      providerID: providerID, code: code, nonce: nonce, codeVerifier: proof.verifier)
  }

  /// Whether the address ends this sign-in, be it with a code or with a refusal.
  public func isAnswered(by address: String) -> Bool {
    do throws(TokenFailure) {
      _ = try grant(from: address)
      return true
    } catch .oidc(.denied) {
      return true
    } catch {
      return false
    }
  }

  private func parameters(_ text: String) throws(TokenFailure) -> [String: String] {
    guard let expected = RedirectParts(redirect), let found = RedirectParts(text),
      found.path == expected.path, found.origin == nil || found.origin == expected.origin,
      let query = found.query, let parameters = FormText.decode(query)
    else { throw .oidc(.invalidRedirect) }
    return parameters
  }

  private static func address(
    _ configuration: OIDCConfiguration, state: String, nonce: String, _ proof: ProofKey
  ) throws(TokenFailure) -> String {
    let base = configuration.authorizeURI
    let parts = RedirectParts(base)
    guard let origin = parts?.origin, (try? ServerAddress(origin)) != nil,
      base.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { throw .untrustedAnswer(.missing(member: "authorizeUri")) }
    let query = FormText.encode([
      ("response_type", "code"), ("client_id", configuration.clientID),
      ("redirect_uri", configuration.redirectURI), ("scope", configuration.scopes),
      ("state", state), ("nonce", nonce), ("code_challenge", proof.challenge),
      ("code_challenge_method", ProofKey.method),
    ])
    return base + (parts?.query == nil ? "?" : "&") + query
  }
}

/// An address taken apart as far as a redirect is compared: the same place, with other parameters.
private struct RedirectParts {
  /// Scheme, host and port as written, with the former two in lower case; nil for a bare path.
  let origin: String?
  let path: String
  let query: String?

  /// Nil for what is neither an address nor begins with a slash; a fragment is no part of a redirect.
  init?(_ text: String) {
    let body = text.prefix { $0 != "#" }
    let address = body.prefix { $0 != "?" }
    query = address.endIndex == body.endIndex ? nil : String(body[address.endIndex...].dropFirst())
    guard !body.contains(where: \.isWhitespace) else { return nil }
    if address.hasPrefix("/") {
      origin = nil
      path = String(address)
      return
    }
    guard let scheme = address.firstRange(of: "://"), scheme.lowerBound > address.startIndex else {
      return nil
    }
    let place = address[scheme.upperBound...]
    let host = place.prefix { $0 != "/" }
    // Whose name stands before an `@` is not whom the browser asks.
    guard !host.isEmpty, !host.contains("@") else { return nil }
    origin = (address[..<scheme.upperBound] + host).lowercased()
    path = host.endIndex == place.endIndex ? "/" : String(place[host.endIndex...])
  }
}

/// The text form of parameters behind a question mark.
private enum FormText {
  static func encode(_ pairs: [(String, String)]) -> String {
    pairs.map { "\($0)=\(encode($1))" }.joined(separator: "&")
  }

  /// All but RFC 3986's unreserved characters as `%XX`.
  private static func encode(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        encoded += byte < 16 ? "%0\(hex)" : "%\(hex)"
      }
    }
    return encoded
  }

  /// Nil for a name that occurs twice, and for text that is not UTF-8 when decoded.
  static func decode(_ query: String) -> [String: String]? {
    var parameters: [String: String] = [:]
    for pair in query.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = decoded(parts[0]), let value = decoded(parts.count == 2 ? parts[1] : ""),
        parameters.updateValue(value, forKey: name) == nil
      else { return nil }
    }
    return parameters
  }

  /// Nil for a percent sign without two digits behind it, and for bytes that are no UTF-8.
  private static func decoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        let digits = rest.prefix(2).compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        guard digits.count == 2 else { return nil }
        bytes.append(UInt8(digits[0] << 4 | digits[1]))
        rest = rest.dropFirst(2)
      default: bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }
}

extension String {
  /// A pasted line brings its line break along.
  fileprivate var trimmingWhitespace: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
