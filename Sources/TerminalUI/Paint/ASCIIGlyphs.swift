/// What stands for the signs of the interface where the terminal's encoding is not UTF-8.
enum ASCIIGlyphs {
  /// The ASCII byte for `glyph`: itself, a look-alike, or `?`.
  static func substitute(for glyph: Character) -> UInt8 {
    if let byte = glyph.asciiValue { return (0x20...0x7E).contains(byte) ? byte : unknown }
    return substitutes[glyph] ?? unknown
  }

  private static let unknown = UInt8(ascii: "?")

  private static let substitutes: [Character: UInt8] = {
    let groups: [(String, Unicode.Scalar)] = [
      ("─━┄┅┈┉═╌╍–—−‐‑‒―", "-"),
      ("│┃┆┇┊┋║╎╏▌▍▎▏▐", "|"),
      ("┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬╭╮╯╰┏┓┗┛┣┫┳┻╋", "+"),
      ("█▇▆▅▄▃▂▁▀■▪▗▖▘▝", "#"),
      ("░▒▓", ":"),
      ("●•◆★", "*"),
      ("○◦◇☆", "o"),
      ("→⇒▶▸›»❯", ">"),
      ("←⇐◀◂‹«❮⏎↵", "<"),
      ("↑⇑▲▴", "^"),
      ("↓⇓▼▾", "v"),
      ("✓✔", "+"),
      ("€", "E"),
      ("£", "L"),
      ("¥", "Y"),
      ("✗✘✕×", "x"),
      ("⚠", "!"),
      ("…·⋯", "."),
      ("‘’‚‛′", "'"),
      ("“”„‟″", "\""),
      ("\u{A0}\u{2007}\u{2009}\u{202F}", " "),
    ]
    var substitutes: [Character: UInt8] = [:]
    for (glyphs, substitute) in groups {
      for glyph in glyphs { substitutes[glyph] = UInt8(ascii: substitute) }
    }
    return substitutes
  }()
}
