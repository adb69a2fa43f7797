/// What an element means for somebody who reads.
enum HTMLElement {
  case inline, anchor, picture, lineBreak, wordBreak, rule, quote, preformatted
  case term, definition, entry, table
  case emphasis(MessageEmphasis)
  case block(isParagraph: Bool)
  case heading(level: Int)
  case list(isOrdered: Bool)
  /// Runs, is filled in, is fetched or is not for reading.
  case ignored

  /// An unknown element is only what stands in it.
  init(_ name: String) {
    self =
      switch name {
      case "a": .anchor
      case "img": .picture
      case "br": .lineBreak
      case "wbr": .wordBreak
      case "hr": .rule
      case "b", "strong", "th": .emphasis(.strong)
      case "i", "em", "u", "ins", "cite", "dfn", "var", "mark": .emphasis(.stressed)
      case "p", "figure": .block(isParagraph: true)
      case "h1", "h2", "h3", "h4", "h5", "h6": .heading(level: Int(name.suffix(1)) ?? 1)
      case "blockquote": .quote
      case "pre", "listing", "xmp", "plaintext": .preformatted
      case "ul", "menu", "dir": .list(isOrdered: false)
      case "ol": .list(isOrdered: true)
      case "li": .entry
      case "dt": .term
      case "dd": .definition
      case "table": .table
      case _ where Self.blocks.contains(name): .block(isParagraph: false)
      case _ where Self.unread.contains(name): .ignored
      case _: .inline
      }
  }

  private static let blocks: Set = [
    "html", "body", "div", "section", "article", "header", "footer", "main", "aside", "nav",
    "address", "center", "dl", "fieldset", "legend", "form", "figcaption", "details", "summary",
    "caption", "tbody", "thead", "tfoot", "tr", "td", "hgroup",
  ]

  private static let unread: Set = [
    "head", "title", "meta", "link", "base", "script", "style", "template", "iframe", "frame",
    "frameset", "noframes", "object", "embed", "applet", "param", "svg", "math", "canvas", "audio",
    "video", "source", "track", "map", "area", "input", "select", "option", "optgroup", "textarea",
    "button", "datalist", "output", "progress", "meter", "keygen", "isindex", "bgsound",
  ]
}
