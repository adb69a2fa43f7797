import PowerAuth

/// How the generation of an activation lies in its columns.
extension ActivationGeneration {
  var name: String {
    switch self {
    case .v3: "v3"
    case .upgrading: "upgrading"
    case .v2: "v2"
    }
  }

  /// 8 B, big endian, in generation 2 only.
  var legacyCounter: [UInt8]? {
    guard case .v2(let counter) = self else { return nil }
    return withUnsafeBytes(of: counter.bigEndian, Array.init)
  }

  /// Nil for anything that `name` and `legacyCounter` never give.
  init?(name: String, legacyCounter: [UInt8]?) {
    switch (name, legacyCounter) {
    case ("v3", nil): self = .v3
    case ("upgrading", nil): self = .upgrading
    case ("v2", let bytes?) where bytes.count == MemoryLayout<UInt64>.size:
      self = .v2(counter: bytes.reduce(0) { $0 << 8 | UInt64($1) })
    default: return nil
    }
  }
}
