import FoundationEssentials

/// The pixels of kitty graphics as `chafa` writes them, packed anew in our own words.
///
/// Of the original only the pixels are kept; every key of the protocol is ours, so that the terminal is
/// asked for nothing but showing these pixels. An original that asks for more is not trusted at all.
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
    guard let parts = Self.parts(of: output), Self.areOneImage(parts), let head = parts.first,
      let width = head.keys["s"].flatMap({ Int($0) }), (1...4096).contains(width),
      let height = head.keys["v"].flatMap({ Int($0) }), (1...4096).contains(height)
    else { return nil }
    guard let pixels = Self.pixels(parts), pixels.count == width * height * 4 else { return nil }
    self.width = width
    self.height = height
    bytes = Self.pack(pixels, width: width, height: height)
  }

  private struct Part {
    let keys: [String: String]
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
      guard let keys = keys(body[..<split]) else { return nil }
      parts.append(Part(keys: keys, payload: body[split...].dropFirst()))
    }
    return parts
  }

  /// A key that comes twice, or without a value, is none of the protocol.
  private static func keys(_ bytes: ArraySlice<UInt8>) -> [String: String]? {
    var keys: [String: String] = [:]
    for pair in bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      let parts = pair.split(separator: UInt8(ascii: "="), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      guard parts.count == 2, keys.updateValue(parts[1], forKey: parts[0]) == nil else {
        return nil
      }
    }
    return keys
  }

  /// To transmit and show one image of 32-bit pixels that stand in the parts themselves; `m` tells
  /// which part is the last.
  private static func areOneImage(_ parts: [Part]) -> Bool {
    guard let head = parts.first?.keys, head["a"] == "T", head["f"] == "32",
      ["d", nil].contains(head["t"]), head.keys.allSatisfy(headKeys.contains)
    else { return false }
    return parts.indices.allSatisfy { index in
      let keys = parts[index].keys
      let more = keys["m"] ?? "0"
      return more == (index == parts.count - 1 ? "0" : "1")
        && (index == 0 || keys.keys.allSatisfy(laterKeys.contains))
    }
  }

  /// Action, format, medium, size in pixels and in cells, silence, and that more is to come.
  private static let headKeys: Set<String> = ["a", "f", "t", "s", "v", "c", "r", "q", "m"]
  private static let laterKeys: Set<String> = ["q", "m"]

  /// Each part is a Base64 text of its own; nil where one is not.
  private static func pixels(_ parts: [Part]) -> Data? {
    var pixels = Data()
    for part in parts {
      guard let bytes = Data(base64Encoded: Data(part.payload)) else { return nil }
      pixels += bytes
    }
    closeSeams(&pixels)
    return pixels
  }

  /// `chafa` leaves lines of pixels that are not quite opaque wherever it joins what it has scaled.
  private static func closeSeams(_ pixels: inout Data) {
    for index in stride(from: 3, to: pixels.count, by: 4) where pixels[index] >= 240 {
      pixels[index] = 255
    }
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
