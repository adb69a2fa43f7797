/// Where each kind of picture says how large it is; nil where the head is cut off or makes no sense.
typealias PictureSize = (width: Int, height: Int)

/// The chunk IHDR, which comes first (ISO/IEC 15948, 11.2.2).
enum PNGHead {
  static func size(_ reader: ByteReader) -> PictureSize? {
    guard reader.holds("IHDR", at: 12), let width = reader.number(at: 16, 4),
      let height = reader.number(at: 20, 4)
    else { return nil }
    return (width, height)
  }
}

/// The frame header, somewhere behind other segments (ITU-T T.81, B.2.2).
enum JPEGHead {
  /// Segments before the frame; no camera writes so many.
  private static let mostSegments = 256

  static func size(_ reader: ByteReader) -> PictureSize? {
    var offset = 2
    for _ in 0..<mostSegments {
      while reader[offset] == 0xFF, reader[offset + 1] == 0xFF { offset += 1 }
      guard reader[offset] == 0xFF, let marker = reader[offset + 1] else { return nil }
      if isFrame(marker) {
        guard let height = reader.number(at: offset + 5, 2),
          let width = reader.number(at: offset + 7, 2)
        else { return nil }
        return (width, height)
      }
      // The scan, or the end, before any frame.
      guard marker != 0xDA, marker != 0xD9, let length = reader.number(at: offset + 2, 2),
        length >= 2
      else { return nil }
      offset += 2 + length
    }
    return nil
  }

  /// SOF0 to SOF15, but for the tables that lie between their numbers.
  private static func isFrame(_ marker: Int) -> Bool {
    (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
  }
}

/// The first chunk: lossy, lossless or extended (RFC 9649).
enum WebPHead {
  static func size(_ reader: ByteReader) -> PictureSize? {
    if reader.holds("VP8 ", at: 12) { return lossy(reader) }
    if reader.holds("VP8L", at: 12) { return lossless(reader) }
    guard reader.holds("VP8X", at: 12), let width = reader.littleNumber(at: 24, 3),
      let height = reader.littleNumber(at: 27, 3)
    else { return nil }
    return (width + 1, height + 1)
  }

  /// The upper two bits of each number scale what is shown, and do not count.
  private static func lossy(_ reader: ByteReader) -> PictureSize? {
    guard reader.number(at: 23, 3) == 0x9D_012A, let width = reader.littleNumber(at: 26, 2),
      let height = reader.littleNumber(at: 28, 2)
    else { return nil }
    return (width & 0x3FFF, height & 0x3FFF)
  }

  private static func lossless(_ reader: ByteReader) -> PictureSize? {
    guard reader[20] == 0x2F, let bits = reader.littleNumber(at: 21, 4) else { return nil }
    return (bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
  }
}
