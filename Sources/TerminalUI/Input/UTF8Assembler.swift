/// Joins the bytes of one UTF-8 scalar, however many reads bring them.
struct UTF8Assembler: Sendable {
  /// What a byte did.
  enum Step: Equatable {
    case incomplete
    case scalar(Unicode.Scalar)
    /// Not the start of a scalar.
    case stray
    /// Not the continuation of what came before, which is dropped; the byte still counts.
    case broken
  }

  private var value: UInt32 = 0
  private var missing = 0
  /// What the next byte may be: narrower than 80...BF where that excludes overlong forms,
  /// surrogates and values above 10FFFF.
  private var allowed: ClosedRange<UInt8> = 0x80...0xBF

  var isPending: Bool { missing > 0 }

  mutating func take(_ byte: UInt8) -> Step {
    guard isPending else { return start(byte) }
    guard allowed.contains(byte) else {
      missing = 0
      return .broken
    }
    allowed = 0x80...0xBF
    value = value << 6 | UInt32(byte & 0x3F)
    missing -= 1
    guard missing == 0 else { return .incomplete }
    return Unicode.Scalar(value).map(Step.scalar) ?? .stray
  }

  private mutating func start(_ byte: UInt8) -> Step {
    switch byte {
    case 0xC2...0xDF: expect(1, of: byte & 0x1F, 0x80...0xBF)
    case 0xE0: expect(2, of: byte & 0x0F, 0xA0...0xBF)
    case 0xED: expect(2, of: byte & 0x0F, 0x80...0x9F)
    case 0xE1...0xEF: expect(2, of: byte & 0x0F, 0x80...0xBF)
    case 0xF0: expect(3, of: byte & 0x07, 0x90...0xBF)
    case 0xF1...0xF3: expect(3, of: byte & 0x07, 0x80...0xBF)
    case 0xF4: expect(3, of: byte & 0x07, 0x80...0x8F)
    default: return .stray
    }
    return .incomplete
  }

  private mutating func expect(_ count: Int, of bits: UInt8, _ range: ClosedRange<UInt8>) {
    value = UInt32(bits)
    missing = count
    allowed = range
  }
}
