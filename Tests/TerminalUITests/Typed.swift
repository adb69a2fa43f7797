import Testing
import TokenScreens

@testable import TerminalUI

/// Bytes of a terminal, with ESC for 1B hex, and what they mean.
struct Typed: CustomTestStringConvertible, Sendable {
  let bytes: [UInt8]
  let inputs: [Input]

  init(_ text: String, _ inputs: [Input]) {
    bytes = Array(text.replacing("ESC", with: "\u{1B}").utf8)
    self.inputs = inputs
  }

  init(_ text: String, _ first: Input, _ others: Input...) {
    self.init(text, [first] + others)
  }

  init(_ text: String, _ first: Key, _ others: Key...) {
    self.init(text, ([first] + others).map(Input.key))
  }

  init(bytes: [UInt8], _ keys: Key...) {
    self.bytes = bytes
    inputs = keys.map(Input.key)
  }

  var testDescription: String {
    String(decoding: bytes, as: UTF8.self).debugDescription
  }
}

extension [InputDecoder.Output] {
  /// What the screens get.
  var inputs: [Input] {
    compactMap { if case .input(let input) = $0 { input } else { nil } }
  }
}

extension InputDecoder {
  /// What the screens get of `bytes`.
  mutating func inputs(_ bytes: [UInt8]) -> [Input] {
    decode(bytes).inputs
  }
}
