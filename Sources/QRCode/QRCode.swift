import CQREncode

/// A text as the square of dark and light modules that a camera reads.
public struct QRCode: Sendable, Equatable {
  /// Modules on each side, without the quiet zone around them.
  public let width: Int
  private let modules: [Bool]

  /// The longest text, in UTF-8 bytes: what version 40 holds at level L.
  public static let longestText = 2953

  /// Nil for an empty text and one that is longer than `longestText`.
  ///
  /// The smallest symbol that holds the text, with error correction of level L (7 %): on a screen
  /// nothing gets dirty, and a smaller symbol is easier to scan.
  public init?(_ text: String) {
    guard let symbol = Symbol(Array(text.utf8)) else { return nil }
    width = symbol.width
    modules = symbol.modules
  }

  /// Whether a module is dark; light outside of the symbol, so that a quiet zone can be drawn.
  public func isDark(x: Int, y: Int) -> Bool {
    guard (0..<width).contains(x), (0..<width).contains(y) else { return false }
    return modules[y * width + x]
  }
}

/// Owns one symbol of libqrencode.
private struct Symbol: ~Copyable {
  private let handle: UnsafeMutablePointer<CQREncode.QRcode>

  init?(_ bytes: [UInt8]) {
    guard (1...QRCode.longestText).contains(bytes.count),
      let handle = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_L)
    else { return nil }
    self.handle = handle
  }

  deinit { QRcode_free(handle) }

  var width: Int { Int(handle.pointee.width) }

  /// Row by row; the lowest bit of each byte says dark.
  var modules: [Bool] {
    UnsafeBufferPointer(start: handle.pointee.data, count: width * width).map { $0 & 1 == 1 }
  }
}
