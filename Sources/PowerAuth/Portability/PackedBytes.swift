/// Takes values off the front of packed bytes; running out of them throws the reader's own fault.
///
/// A count is one byte (`0…`), two (`10…`, 14 bits) or four (`11…`, 30 bits), big endian; data is a
/// count and so many bytes. The reference client packs its configuration and its state like this.
struct PackedReader<Fault: Error> {
  private var bytes: ArraySlice<UInt8>
  private let truncated: Fault

  init(_ bytes: [UInt8], truncated: Fault) {
    self.bytes = bytes[...]
    self.truncated = truncated
  }

  /// What has not been read yet.
  var rest: ArraySlice<UInt8> { bytes }

  mutating func byte() throws(Fault) -> UInt8 {
    guard let byte = bytes.popFirst() else { throw truncated }
    return byte
  }

  /// All bytes of an integer, big endian.
  mutating func integer<Number: FixedWidthInteger>(
    _ type: Number.Type = Number.self
  ) throws(Fault) -> Number {
    try take(Number.bitWidth / 8).reduce(0) { $0 << 8 | Number(truncatingIfNeeded: $1) }
  }

  mutating func count() throws(Fault) -> Int {
    let first = Int(try byte())
    guard first & 0x80 != 0 else { return first }
    return try take(first & 0x40 == 0 ? 1 : 3).reduce(first & 0x3f) { $0 << 8 | Int($1) }
  }

  mutating func data() throws(Fault) -> [UInt8] { Array(try take(try count())) }

  /// Steps over these bytes where they, and nothing else, are left.
  mutating func skip(_ tail: [UInt8]) {
    if bytes.elementsEqual(tail) { bytes = [] }
  }

  private mutating func take(_ size: Int) throws(Fault) -> ArraySlice<UInt8> {
    guard size <= bytes.count else { throw truncated }
    defer { bytes = bytes.dropFirst(size) }
    return bytes.prefix(size)
  }
}

/// The writing side of `PackedReader`.
struct PackedWriter {
  private(set) var bytes: [UInt8] = []

  mutating func append(byte: UInt8) { bytes.append(byte) }

  mutating func append(integer number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
  }

  /// At most 30 bits, which is more than any value here has.
  mutating func append(count: Int) {
    switch count {
    case ...0x7f: append(byte: UInt8(count))
    case ...0x3fff: append(integer: UInt16(count) | 0x8000)
    default: append(integer: UInt32(count) | 0xc000_0000)
    }
  }

  mutating func append(data: some Collection<UInt8>) {
    append(count: data.count)
    bytes.append(contentsOf: data)
  }
}
