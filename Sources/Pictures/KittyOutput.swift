/// The pixels of kitty graphics as `chafa` writes them, packed anew in our own words.
///
/// Of the original only Base64 is kept; every key of the protocol is ours, so that the terminal is
/// asked for nothing but showing these pixels.
struct KittyOutput {
  /// Of all the images that we ever place; there is one at a time.
  static let image = 4_207
  /// Base64 bytes of one part, the most that the protocol allows.
  private static let part = 4_096
  private static let introducer: [UInt8] = [0x1B, 0x5F, 0x47]
  private static let terminator: [UInt8] = [0x1B, 0x5C]

  /// Pixels.
  let width: Int
  let height: Int
  /// A row of whole APC strings.
  let bytes: [UInt8]

  /// Nil for everything but one image in 32-bit pixels.
  init?(_ output: [UInt8]) {
    var output = output[...]
    while output.last == 0x0A { output.removeLast() }
    guard let parts = Self.parts(of: output), let head = parts.first,
      let width = head.keys["s"], let height = head.keys["v"], head.keys["f"] == 32,
      (1...4096).contains(width), (1...4096).contains(height)
    else { return nil }
    let payload = parts.flatMap(\.payload)
    guard payload.count == (width * height * 4 + 2) / 3 * 4, Self.isBase64(payload) else {
      return nil
    }
    self.width = width
    self.height = height
    bytes = Self.pack(payload, width: width, height: height)
  }

  private struct Part {
    let keys: [String: Int]
    let payload: ArraySlice<UInt8>
  }

  /// `ESC _ G keys ; payload ESC \`, again and again, and nothing else.
  private static func parts(of output: ArraySlice<UInt8>) -> [Part]? {
    var parts: [Part] = []
    var rest = output
    while !rest.isEmpty {
      guard rest.starts(with: introducer) else { return nil }
      let body = rest.dropFirst(3).prefix { $0 != 0x1B }
      rest = rest[body.endIndex...]
      guard rest.starts(with: terminator) else { return nil }
      rest = rest.dropFirst(2)
      let split = body.firstIndex(of: UInt8(ascii: ";")) ?? body.endIndex
      parts.append(Part(keys: keys(body[..<split]), payload: body[split...].dropFirst()))
    }
    return parts
  }

  private static func keys(_ bytes: ArraySlice<UInt8>) -> [String: Int] {
    let pairs = bytes.split(separator: UInt8(ascii: ",")).map {
      $0.split(separator: UInt8(ascii: "="), maxSplits: 1).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
    return Dictionary(
      pairs.compactMap { pair in
        pair.count == 2 ? Int(pair[1]).map { (pair[0], $0) } : nil
      }
    ) { first, _ in first }
  }

  /// RFC 4648, section 4; padding at the end only.
  private static func isBase64(_ bytes: [UInt8]) -> Bool {
    var text = bytes[...]
    for _ in 0..<2 where text.last == UInt8(ascii: "=") { text.removeLast() }
    return text.allSatisfy { byte in
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/")
    }
  }

  /// Transmit and show, quietly, without moving the cursor.
  private static func pack(_ payload: [UInt8], width: Int, height: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for start in stride(from: 0, to: payload.count, by: part) {
      let end = min(start + part, payload.count)
      let head =
        start == 0 ? "a=T,q=2,C=1,i=\(image),p=1,f=32,s=\(width),v=\(height)," : "q=2,"
      bytes += introducer
      bytes += Array("\(head)m=\(end < payload.count ? 1 : 0);".utf8)
      bytes += payload[start..<end] + terminator
    }
    return bytes
  }
}
