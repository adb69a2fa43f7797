import Testing
import TokenScreens

@testable import TerminalUI

@Suite struct `Any bytes` {
  @Test(arguments: 0..<40)
  func `mean the same however they are split over reads`(_ batch: UInt64) {
    var random = RandomBytes(seed: batch)
    for _ in 0..<200 {
      let bytes = random.stream(upTo: 120)
      var whole = InputDecoder()
      var split = InputDecoder()
      let expected = whole.decode(bytes)
      let pieces = random.split(bytes).flatMap { split.decode($0) }
      #expect(pieces == expected, "\(bytes)")
      #expect(split.patience == whole.patience)
      #expect(split.timeOut() == whole.timeOut())
    }
  }

  @Test(arguments: 0..<40)
  func `inside escape sequences never become typed characters`(_ batch: UInt64) {
    var random = RandomBytes(seed: batch)
    for _ in 0..<200 {
      var decoder = InputDecoder()
      var typed: [Key] = []
      for _ in 0..<20 {
        let bytes = random.sequenceThatIsNoCharacter()
        for piece in random.split(bytes) {
          typed += decoder.decode(piece).inputs.compactMap(Self.character)
          // Silence anywhere in the middle changes nothing.
          if decoder.patience == nil {
            typed += decoder.timeOut().inputs.compactMap(Self.character)
          }
        }
      }
      #expect(typed == [])
      #expect(decoder.decode(Array("5".utf8)) == [.input(.key(.character("5")))])
    }
  }

  @Test(arguments: 0..<20)
  func `leave a decoder that Ctrl-C and Enter get out of`(_ batch: UInt64) {
    var random = RandomBytes(seed: batch)
    for _ in 0..<200 {
      var decoder = InputDecoder()
      _ = decoder.decode(random.stream(upTo: 120))
      _ = decoder.decode(Array("\u{1B}[201~\u{18}\r".utf8))
      #expect(decoder.decode([0x03]) == [.input(.key(.control("c")))])
    }
  }

  private static func character(_ input: Input) -> Key? {
    if case .key(.character(let character)) = input { .character(character) } else { nil }
  }
}

extension RandomBytes {
  /// A whole escape sequence, known or not, that stands for no character.
  fileprivate mutating func sequenceThatIsNoCharacter() -> [UInt8] {
    let digits = bytes(0x30...0x39, upTo: 12)
    switch Int.random(in: 0..<4, using: &self) {
    case 0:
      // `u` and `~` report characters; `M` and `[` are followed by bytes of their own.
      let finals = (0x40...0x7E).filter { ![0x4D, 0x5B, 0x75, 0x7E].contains($0) }
      let middle = bytes(0x30...0x3F, upTo: 20) + bytes(0x20...0x2F, upTo: 3)
      return [0x1B, 0x5B] + middle + [UInt8(finals.randomElement(using: &self) ?? 0x41)]
    case 1:
      return [0x1B, 0x5B] + digits + bytes(0x20...0x2F, upTo: 3) + Array("$u".utf8)
    case 2:
      let introducer = Array("]P_^X".utf8).randomElement(using: &self) ?? 0x5D
      return [0x1B, introducer, 0x31] + bytes(0x20...0x7E, upTo: 40) + [0x1B, 0x5C]
    default:
      return [0x1B, 0x4F] + digits + [UInt8.random(in: 0x41...0x48, using: &self)]
    }
  }

  private mutating func bytes(_ range: ClosedRange<UInt8>, upTo count: Int) -> [UInt8] {
    (0..<Int.random(in: 0...count, using: &self)).map { _ in
      UInt8.random(in: range, using: &self)
    }
  }
}
