import TokenModel

extension Picture {
  /// Bytes of the largest picture that is taken, 5 MiB.
  public static let byteLimit = 5 << 20
  /// Pixels of the largest picture that is shown.
  public static let pixelLimit = 16_000_000
  /// Pixels of the longest side.
  static let sideLimit = 16_384

  /// Looks at the head of `bytes`; throws `tooLarge`, `unsupportedKind`, `damaged` or
  /// `tooManyPixels`.
  ///
  /// What the server calls it does not count: the first bytes say what it is.
  public init(
    reading bytes: [UInt8], byteLimit: Int = byteLimit, pixelLimit: Int = pixelLimit
  ) throws(PictureFault) {
    guard bytes.count <= byteLimit else { throw .tooLarge(limit: byteLimit) }
    guard let kind = Kind(of: bytes) else { throw .unsupportedKind(ForeignKind.name(of: bytes)) }
    let reader = ByteReader(bytes)
    let size =
      switch kind {
      case .png: PNGHead.size(reader)
      case .jpeg: JPEGHead.size(reader)
      case .webp: WebPHead.size(reader)
      }
    guard let (width, height) = size, width > 0, height > 0 else { throw .damaged }
    guard width <= Self.sideLimit, height <= Self.sideLimit, width * height <= pixelLimit
    else { throw .tooManyPixels(width: width, height: height, limit: pixelLimit) }
    self.init(kind: kind, bytes: bytes, width: width, height: height)
  }
}

extension Picture.Kind {
  /// By the first bytes; nil for every other kind.
  init?(of bytes: [UInt8]) {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) {
      self = .webp
    } else {
      return nil
    }
  }
}

/// What bytes are that we do not decode, for the words that refuse them.
enum ForeignKind {
  /// Nil where nothing can be told.
  static func name(of bytes: [UInt8]) -> String? {
    let signs: [(String, [UInt8])] = [
      ("GIF", Array("GIF8".utf8)), ("BMP", Array("BM".utf8)), ("PDF", Array("%PDF".utf8)),
      ("TIFF", [0x49, 0x49, 0x2A, 0]), ("TIFF", [0x4D, 0x4D, 0, 0x2A]), ("gzip", [0x1F, 0x8B]),
    ]
    if let sign = signs.first(where: { bytes.starts(with: $0.1) }) { return sign.0 }
    if bytes.dropFirst(4).starts(with: "ftypavif".utf8) { return "AVIF" }
    if bytes.dropFirst(4).starts(with: "ftyphei".utf8) { return "HEIF" }
    return markup(bytes)
  }

  private static func markup(_ bytes: [UInt8]) -> String? {
    let start = String(decoding: bytes.prefix(1024), as: UTF8.self).lowercased()
    let text = start.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    guard text.hasPrefix("<") else { return nil }
    if text.contains("<svg") { return "SVG" }
    return text.hasPrefix("<!doctype html") || text.contains("<html") ? "HTML" : nil
  }
}

/// Numbers in bytes that may end anywhere.
struct ByteReader {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  subscript(offset: Int) -> Int? { bytes.indices.contains(offset) ? Int(bytes[offset]) : nil }

  /// Big-endian, of `count` bytes.
  func number(at offset: Int, _ count: Int) -> Int? {
    guard offset >= 0, offset + count <= bytes.count else { return nil }
    return bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
  }

  /// Little-endian, of `count` bytes.
  func littleNumber(at offset: Int, _ count: Int) -> Int? {
    guard offset >= 0, offset + count <= bytes.count else { return nil }
    return bytes[offset..<offset + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  func holds(_ text: String, at offset: Int) -> Bool {
    offset <= bytes.count && bytes[offset...].starts(with: text.utf8)
  }
}
