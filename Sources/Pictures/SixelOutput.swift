/// One sixel string, checked byte by byte: nothing in it can end it early or paint beyond its size.
struct SixelOutput {
  /// From `ESC P` to `ESC \`.
  let bytes: [UInt8]
  /// Pixels, as its raster attributes say.
  let width: Int
  let height: Int

  /// Nil for everything but exactly one whole sixel string that stays within what it declares.
  init?(_ output: [UInt8]) {
    var bytes = output[...]
    while bytes.last == 0x0A { bytes.removeLast() }
    guard bytes.starts(with: [0x1B, 0x50]), bytes.suffix(2).elementsEqual([0x1B, 0x5C]) else {
      return nil
    }
    let content = bytes.dropFirst(2).dropLast(2)
    guard let start = content.firstIndex(of: UInt8(ascii: "q")), start - content.startIndex <= 16,
      content[..<start].allSatisfy(SixelReader.isParameter)
    else { return nil }
    var reader = SixelReader(content[(start + 1)...])
    guard reader.readRaster(), reader.readPixels() else { return nil }
    (width, height) = (reader.width, reader.height)
    self.bytes = Array(bytes)
  }
}

/// Follows the pen of a sixel string: terminals grow a picture that runs beyond its own attributes.
private struct SixelReader {
  private(set) var width = 0
  private(set) var height = 0
  private var rest: ArraySlice<UInt8>
  /// Where the pen stands: pixels from the left, and pixels above its line of six.
  private var column = 0
  private var row = 0

  /// Pixels of one side; also the largest number that has a meaning.
  private static let largest = 4_096
  /// Registers of colours that terminals have at most.
  private static let lastRegister = 1_023

  init(_ data: ArraySlice<UInt8>) { rest = data }

  static func isParameter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ";")
  }

  /// `"1;1;WIDTH;HEIGHT`, at the beginning and nowhere else.
  mutating func readRaster() -> Bool {
    guard rest.popFirst() == UInt8(ascii: "\""), let numbers = numbers(), numbers.count == 4,
      numbers[0] == 1, numbers[1] == 1, numbers[2] > 0, numbers[3] > 0
    else { return false }
    (width, height) = (numbers[2], numbers[3])
    return true
  }

  /// All that follows: colours, repetitions, sixels and the ends of lines.
  mutating func readPixels() -> Bool {
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "#"): guard readColour() else { return false }
      case UInt8(ascii: "!"):
        guard let count = numbers(), count.count == 1, count[0] > 0, let sixel = rest.popFirst(),
          paint(sixel, times: count[0])
        else { return false }
      case UInt8(ascii: "$"): column = 0
      case UInt8(ascii: "-"):
        (column, row) = (0, row + 6)
        // One more may end the last line; nothing fits behind it.
        guard row < height + 6 else { return false }
      default: guard paint(byte, times: 1) else { return false }
      }
    }
    return true
  }

  /// `#REGISTER`, or with it `;SPACE;X;Y;Z`: 1 is HLS, 2 RGB in per cent.
  private mutating func readColour() -> Bool {
    guard let numbers = numbers(), numbers[0] <= Self.lastRegister else { return false }
    guard numbers.count == 5 else { return numbers.count == 1 }
    return [1, 2].contains(numbers[1]) && numbers[2] <= 360 && numbers[3] <= 100
      && numbers[4] <= 100
  }

  /// False for what is no sixel, and for one of which a pixel lies outside.
  private mutating func paint(_ byte: UInt8, times: Int) -> Bool {
    guard (0x3F...0x7E).contains(byte) else { return false }
    column += times
    let bits = byte - 0x3F
    return column <= width && row + (8 - bits.leadingZeroBitCount) <= height
  }

  /// Numbers between semicolons, an empty one for 0; nil for none, or one that is too large.
  private mutating func numbers() -> [Int]? {
    let digits = rest.prefix(while: Self.isParameter)
    guard (1...24).contains(digits.count) else { return nil }
    rest = rest[digits.endIndex...]
    let numbers = digits.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { $0.isEmpty ? 0 : Int(String(decoding: $0, as: UTF8.self)) ?? .max }
    return numbers.allSatisfy { $0 <= Self.largest } ? numbers : nil
  }
}
