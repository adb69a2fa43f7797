import PowerAuth
import TokenModel

/// Where a signed request goes and what proves it.
struct SignedCall: Sendable {
  let url: String
  let uriID: String
  let factors: Factors
  let pin: PIN?

  init(_ url: String, uriID: String, factors: Factors, pin: PIN? = nil) {
    self.url = url
    self.uriID = uriID
    self.factors = factors
    self.pin = pin
  }
}

/// Random bytes that travel openly, from the kernel's generator.
enum Nonce {
  static func bytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }
}
