/// One sixel string, checked byte by byte: nothing in it can end it early.
struct SixelOutput {
  /// From `ESC P` to `ESC \`.
  let bytes: [UInt8]
  /// Pixels, as its raster attributes say.
  let width: Int
  let height: Int

  /// Nil for everything but exactly one whole sixel string.
  init?(_ output: [UInt8]) {
    var bytes = output[...]
    while bytes.last == 0x0A { bytes.removeLast() }
    guard bytes.starts(with: [0x1B, 0x50]), bytes.suffix(2).elementsEqual([0x1B, 0x5C]) else {
      return nil
    }
    let content = bytes.dropFirst(2).dropLast(2)
    guard let start = content.firstIndex(of: UInt8(ascii: "q")), start - content.startIndex <= 16,
      content[..<start].allSatisfy(Self.isParameter)
    else { return nil }
    let data = content[(start + 1)...]
    guard data.allSatisfy(Self.isData), let size = Self.raster(data) else { return nil }
    // Lines of six pixels: more of them than the attributes say would run on below the box.
    let lines = data.count { $0 == UInt8(ascii: "-") } + 1
    guard (lines - 1) * 6 <= size.height else { return nil }
    (width, height) = size
    self.bytes = Array(bytes)
  }

  private static func isParameter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ";")
  }

  /// Sixels, and `! " # $ -` with their numbers; neither ESC nor any other control.
  private static func isData(_ byte: UInt8) -> Bool {
    (0x3F...0x7E).contains(byte) || isParameter(byte) || "!\"#$-".utf8.contains(byte)
  }

  /// `"1;1;WIDTH;HEIGHT` at the beginning of the data.
  private static func raster(_ data: ArraySlice<UInt8>) -> (width: Int, height: Int)? {
    guard data.first == UInt8(ascii: "\"") else { return nil }
    let numbers = data.dropFirst().prefix { isParameter($0) }
      .split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
    guard numbers.count == 4, numbers[0] == 1, numbers[1] == 1,
      (1...4096).contains(numbers[2]), (1...4096).contains(numbers[3])
    else { return nil }
    return (numbers[2], numbers[3])
  }
}
