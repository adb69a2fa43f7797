import PowerAuth
import TokenModel

/// The counter by which a server follows a device's signatures.
enum DeviceCounter: Sendable, Equatable {
  /// Protocol 3: a hash chain.
  case hashed(SignatureCounter)
  /// Protocol 2: a number, and the hash chain that a started upgrade has given out already.
  case numeric(UInt64, started: SignatureCounter?)

  /// Low byte of the number of signatures.
  var byte: UInt8 {
    switch self {
    case .hashed(let counter): counter.byte
    case .numeric(let number, _): UInt8(truncatingIfNeeded: number)
    }
  }

  /// What a status blob tells of the chain; zeros where there is none.
  func hash(transportKey: Secret) throws -> [UInt8] {
    switch self {
    case .hashed(let counter), .numeric(_, let counter?):
      try counter.hash(transportKey: transportKey)
    case .numeric(_, nil): [UInt8](repeating: 0, count: SignatureCounter.size)
    }
  }

  /// The counter after `steps` signatures.
  func stepped(by steps: Int) -> DeviceCounter {
    switch self {
    case .hashed(let counter): .hashed(counter.stepped(by: steps))
    case .numeric(let number, let started): .numeric(number &+ UInt64(steps), started: started)
    }
  }

  /// The counter after the signature that `isMatch` recognizes within the look-ahead; nil for none.
  ///
  /// While an upgrade is committed, the chain that was given out counts instead of the number.
  func following(
    isUpgrading: Bool, _ isMatch: (SignatureCounter) throws -> Bool
  ) rethrows -> DeviceCounter? {
    for step in 0..<ServerRules.lookAhead {
      let next = stepped(by: step + 1)
      switch self {
      case .hashed(let counter):
        if try isMatch(counter.stepped(by: step)) { return next }
      case .numeric(_, let started?) where isUpgrading:
        guard try isMatch(started.stepped(by: step)) else { continue }
        return next.with(chain: started.stepped(by: step + 1))
      case .numeric(let number, _):
        guard let counter = SignatureCounter(number: number &+ UInt64(step)) else { return nil }
        if try isMatch(counter) { return next }
      }
    }
    return nil
  }

  private func with(chain: SignatureCounter) -> DeviceCounter {
    switch self {
    case .hashed: self
    case .numeric(let number, _): .numeric(number, started: chain)
    }
  }

  /// Where the upgrade to protocol 3 stands.
  var upgrade: ServerUpgrade {
    get {
      switch self {
      case .hashed: .committed
      case .numeric(_, let chain?): .started(chain)
      case .numeric(_, nil): .offered
      }
    }
    set {
      switch (self, newValue) {
      case (.numeric(let number, _), .started(let chain)):
        self = .numeric(number, started: chain)
      case (.numeric(_, let chain?), .committed):
        // The chain goes on, and the byte counts on from the number.
        self = (try? SignatureCounter(data: chain.data, byte: byte)).map(Self.hashed) ?? self
      case (.hashed, _), (.numeric, .offered), (.numeric(_, nil), .committed):
        break  // There is no way back, and none past the start.
      }
    }
  }
}

extension SignatureCounter {
  /// What protocol 2 signs in place of a chain: 8 zero bytes and the number, big endian.
  fileprivate init?(number: UInt64) {
    let digits = withUnsafeBytes(of: number.bigEndian) { Array($0) }
    let zeros = [UInt8](repeating: 0, count: Self.size - digits.count)
    guard let counter = try? SignatureCounter(data: zeros + digits) else { return nil }
    self = counter
  }
}
