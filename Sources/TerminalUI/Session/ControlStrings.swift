import TokenModel
import TokenScreens

/// Control strings that go to the terminal past ncurses, between two frames.
enum ControlStrings {
  /// Mode 2026: the terminal holds back the picture until `endFrame`.
  static let beginFrame = "\u{1B}[?2026h"
  static let endFrame = "\u{1B}[?2026l"

  /// Puts the title on the terminal's stack, then bracketed paste, focus and scheme reports.
  static let enter = "\u{1B}[22;0t\u{1B}[?2004h\u{1B}[?1004h\u{1B}[?2031h"
  /// Undoes `enter`.
  static let leave = "\u{1B}[?2031l\u{1B}[?1004l\u{1B}[?2004l\u{1B}[23;0t"

  /// Asks whether mode 2026 is known.
  static let askSynchronizedOutput = "\u{1B}[?2026$p"
  /// Asks for the background colour (OSC 11).
  static let askBackground = "\u{1B}]11;?\u{1B}\\"

  /// Asks what the terminal can do (DA1); sixel graphics are in the answer.
  static let askAttributes = "\u{1B}[c"
  /// Asks whether an image of one pixel could be shown (kitty graphics protocol).
  static let askKittyGraphics =
    "\u{1B}_Gi=\(askedImage),s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\"
  /// The number of the image that is asked about, and never shown.
  static let askedImage = 4_206
  /// Takes all images of the kitty protocol from the screen, and forgets their pixels.
  static let dropKittyGraphics = "\u{1B}_Ga=d,d=A,q=2\u{1B}\\"

  /// Draws a picture with its upper left corner in the given cell; cursor and colours come back.
  static func place(_ graphics: PictureGraphics, _ corner: Position) -> [UInt8] {
    Array("\u{1B}7\u{1B}[\(corner.row + 1);\(corner.column + 1)H".utf8) + graphics.bytes
      + Array("\u{1B}8".utf8)
  }

  /// Press, release, drag and wheel (1000, 1002) in the SGR form (1006).
  static func mouse(_ on: Bool) -> String {
    on ? "\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h" : "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l"
  }

  /// Window title (OSC 2).
  static func title(_ text: String) -> String {
    "\u{1B}]2;\(harmless(text))\u{1B}\\"
  }

  /// Clipboard (OSC 52); an empty text empties it.
  static func copy(_ text: String) -> String {
    "\u{1B}]52;c;\(base64(Array(text.utf8)))\u{1B}\\"
  }

  /// Bell and desktop notification (OSC 9).
  static func ring(_ text: String) -> String {
    "\u{07}\u{1B}]9;\(harmless(text))\u{1B}\\"
  }

  /// What follows leads to `link` (OSC 8), until `endLink`; runs of one number light up together.
  static func link(_ link: Link, _ number: UInt8) -> String {
    "\u{1B}]8;id=\(number);\(link.address)\u{1B}\\"
  }
  static let endLink = "\u{1B}]8;;\u{1B}\\"

  /// Most characters of a title or notification.
  private static let longestText = 120

  /// The text without controls, formats and line ends, which could end the string early.
  private static func harmless(_ text: String) -> String {
    let scalars = text.unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
        false
      default: true
      }
    }
    return String(String(String.UnicodeScalarView(scalars)).prefix(longestText))
  }

  /// RFC 4648, section 4.
  private static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for index in 0..<4 {
        let isPadding = index > group.count
        text.append(isPadding ? UInt8(ascii: "=") : alphabet[bits >> (18 - 6 * index) & 63])
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
