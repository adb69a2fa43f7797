import TokenModel

/// A message's body as terminal text: blocks of words that have passed the gate for shown text.
///
/// Nothing in it can fetch, run or hide anything: pictures are their alternative texts, and links are
/// words with a number.
public struct MessageDocument: Equatable, Sendable {
  public let blocks: [MessageBlock]
  /// Addresses that words lead to; the first one has the number 1.
  public let links: [String]
  /// Whether the addresses are to be listed; not where the text itself shows them.
  public let listsLinks: Bool
  /// Something was invisible, reordering or a control character.
  public let hidesCharacters: Bool
  /// One word mixes alphabets that look alike.
  public let mixesScripts: Bool
  /// Something at the end is missing: it was too long or nested too deeply.
  public let isCutShort: Bool

  /// Characters of a body that are read; the servers take no longer ones.
  public static let longestBody = 65_536

  /// The document of a message that was fetched with its body.
  public init(_ message: InboxMessage) {
    self.init(body: message.body ?? "", isHTML: message.content == .html)
  }

  /// Anything that is not HTML is plain text.
  public init(body: String, isHTML: Bool) {
    let scalars = body.unicodeScalars
    let end =
      scalars.index(
        scalars.startIndex, offsetBy: Self.longestBody, limitedBy: scalars.endIndex)
      ?? scalars.endIndex
    let text = String(scalars[..<end])
    let isWhole = end == scalars.endIndex
    self = isHTML ? HTMLReader.read(text, isWhole: isWhole) : PlainText.read(text, isWhole: isWhole)
  }

  init(
    blocks: [MessageBlock], links: [String], listsLinks: Bool, gate: TextGate, isCutShort: Bool
  ) {
    self.blocks = blocks
    self.links = links
    self.listsLinks = listsLinks
    hidesCharacters = gate.hidesCharacters
    mixesScripts = gate.mixesScripts
    self.isCutShort = isCutShort
  }
}

/// A part of a message that stands on lines of its own.
public indirect enum MessageBlock: Equatable, Sendable {
  /// Running text; a paragraph keeps a blank line around it.
  case text([MessageWord], isParagraph: Bool)
  /// From 1, the largest, to 6.
  case heading([MessageWord], level: Int)
  /// Every blank and line break counts.
  case preformatted(String)
  case list([MessageItem])
  case quote([MessageBlock])
  case table([[MessageCell]])
  case rule
}

/// An entry of a list.
public struct MessageItem: Equatable, Sendable {
  /// Such as `•` or `12.`; empty for an entry that is only indented.
  public let marker: String
  public let blocks: [MessageBlock]
}

/// A cell of a table that holds running text only.
public struct MessageCell: Equatable, Sendable {
  public let words: [MessageWord]
  public let isHeader: Bool
}

/// What is never broken over two lines unless it is longer than one.
public struct MessageWord: Equatable, Sendable {
  public let text: String
  public let emphasis: MessageEmphasis
  /// Number of the link among the document's, from 1.
  public let link: Int?
  public let before: Gap

  /// What separates a word from the one before it.
  public enum Gap: Equatable, Sendable { case none, blank, line }
}

/// How words differ from their neighbours.
public struct MessageEmphasis: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  public static let strong = Self(rawValue: 1)
  /// Italics or underlined.
  public static let stressed = Self(rawValue: 2)
}
