import FoundationEssentials

/// The pixels of kitty graphics as `chafa` writes them, packed anew in our own words.
///
/// Of the original only the pixels are kept; every key of the protocol is ours, so that the terminal is
/// asked for nothing but showing these pixels.
struct KittyOutput {
  /// Of all the images that we ever place; there is one at a time.
  static let image = 4_207
  /// Bytes of one part: 4,096 in Base64, the most that the protocol allows.
  private static let part = 3_072
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
    guard let pixels = Self.pixels(parts), pixels.count == width * height * 4 else { return nil }
    self.width = width
    self.height = height
    bytes = Self.pack(pixels, width: width, height: height)
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

  /// Each part is a Base64 text of its own; nil where one is not.
  private static func pixels(_ parts: [Part]) -> Data? {
    var pixels = Data()
    for part in parts {
      guard let bytes = Data(base64Encoded: Data(part.payload)) else { return nil }
      pixels += bytes
    }
    return pixels
  }

  /// Transmit and show, quietly, without moving the cursor.
  private static func pack(_ pixels: Data, width: Int, height: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for start in stride(from: 0, to: pixels.count, by: part) {
      let end = min(start + part, pixels.count)
      let head =
        start == 0 ? "a=T,q=2,C=1,i=\(image),p=1,f=32,s=\(width),v=\(height)," : "q=2,"
      bytes += introducer
      bytes += Array("\(head)m=\(end < pixels.count ? 1 : 0);".utf8)
      bytes += Array(pixels[start..<end].base64EncodedData()) + terminator
    }
    return bytes
  }
}
