import Resources

/// The file by which a desktop learns that links of a scheme are opened with this program.
struct DesktopEntry: Equatable {
  static let fileName = "countersign-open.desktop"

  /// Program and arguments, before what is done with the link.
  let command: [String]
  /// In lower case.
  let schemes: [String]

  /// Schemes that belong to browsers, mail programs and the like; nobody means to take them away.
  static let reserved: Set = [
    "about", "blob", "data", "file", "ftp", "ftps", "geo", "http", "https", "imap", "irc",
    "javascript", "ldap", "magnet", "mailto", "news", "otpauth", "sftp", "sip", "sips", "sms",
    "ssh", "tel", "trash", "urn", "view-source", "vnc", "webcal", "ws", "wss", "xmpp",
  ]

  /// RFC 3986, section 3.1, without what the list of types could mistake: nil for no scheme.
  static func scheme(_ text: String) -> String? {
    let bytes = Array(text.lowercased().utf8)
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard let first = bytes.first, letters.contains(first), bytes.count <= 64,
      bytes.allSatisfy({ letters.contains($0) || digits.contains($0) || "+-.".utf8.contains($0) })
    else { return nil }
    return text.lowercased()
  }

  static func type(_ scheme: String) -> String { "x-scheme-handler/" + scheme }

  /// The file's whole text.
  var text: String {
    DesktopResources.entry
      .replacing("{exec}", with: command.map(Self.quoted).joined(separator: " "))
      .replacing("{types}", with: schemes.map { Self.type($0) + ";" }.joined())
  }

  /// An argument of the key Exec (Desktop Entry Specification, "The Exec key"): quoted where it holds
  /// a reserved character, then escaped once more, as every value of type string is.
  static func quoted(_ argument: String) -> String {
    let reserved = " \t\n\"'\\><~|&;$*?#()`"
    var text = argument.replacing("%", with: "%%")
    if argument.isEmpty || argument.contains(where: { reserved.contains($0) }) {
      let escaped = text.map { "\"`$\\".contains($0) ? "\\\($0)" : String($0) }.joined()
      text = "\"\(escaped)\""
    }
    return text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
      .replacing("\t", with: "\\t").replacing("\r", with: "\\r")
  }
}
