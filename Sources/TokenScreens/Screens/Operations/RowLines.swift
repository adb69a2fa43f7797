import TokenModel

/// The lines of a row's value.
extension OperationRow {
  struct Line: Equatable, Sendable {
    let text: String
    let style: Style
    var link: Link?

    func span(at column: Int) -> TextPage.Span {
      TextPage.Span(column: column, text: text, style: style, link: link)
    }
  }

  /// Wrapped to `width` columns; at least one.
  func lines(width: Int) -> [Line] {
    var lines = texts(width: width).map { Line(text: $0, style: style) }
    if let address {
      let link = Link(address)
      if value.text.isEmpty { lines = [] }
      lines += TextWrap.addressLines(DisplayText(address).singleLine, width: max(1, width)).map {
        Line(text: $0, style: Style(.accent), link: link)
      }
    }
    return lines
  }

  private func texts(width: Int) -> [String] {
    switch kind {
    case .money: MoneyLines.wrap(value.text, width: width)
    case .image:
      TextWrap.lines(say("attributes.picture", ["address": value.singleLine]), width: width)
    case .unknown: TextWrap.lines(say("attributes.not-shown"), width: width)
    case .title, .message, .value, .note, .heading, .alert:
      TextWrap.lines(value.text, width: width)
    }
  }

  private var style: Style {
    if let tone = look.tone, kind != .unknown { return tone.style }
    return switch kind {
    case .money: Style(.money, .bold)
    case .unknown: Style(.muted)
    case .title, .message, .value, .note, .image, .heading, .alert: .plain
    }
  }

  /// Text of the form, not of an attribute.
  var isFormText: Bool {
    switch kind {
    case .title, .message: true
    case .value, .money, .note, .image, .unknown, .heading, .alert: false
    }
  }

  /// A value that is read better below its label than squeezed beside it.
  func needsLines(wider room: Int) -> Bool {
    switch kind {
    case .note: value.width > room
    case .money: MoneyLines.widest(value.text) > room
    case .title, .message, .value, .image, .unknown, .heading, .alert: false
    }
  }

  /// What a folded row is called.
  var headLabel: String {
    let label = label.singleLine
    return label.isEmpty ? say("templates.details") : label
  }

  /// What somebody sees who looks at the row; never what its bytes may hide.
  var copiedText: String {
    guard let address else { return value.text }
    return value.text.isEmpty ? DisplayText(address).singleLine : value.text
  }
}

/// Amounts over several lines: never broken inside, where that can be helped.
enum MoneyLines {
  private static let noBreakSpace = "\u{A0}"

  static func wrap(_ text: String, width: Int) -> [String] {
    TextWrap.lines(joined(text), width: width).map { $0.replacing(noBreakSpace, with: " ") }
  }

  /// Columns of the longest part that should stay in one piece.
  static func widest(_ text: String) -> Int {
    joined(text).split(whereSeparator: { $0 == " " || $0 == "\n" })
      .map { DisplayWidth.of($0) }.max() ?? 0
  }

  /// Only the arrow between two amounts, and what stands in brackets behind, begins a new line.
  private static func joined(_ text: String) -> String {
    text.replacing(" ", with: noBreakSpace)
      .replacing("\(noBreakSpace)→\(noBreakSpace)", with: " →\(noBreakSpace)")
      .replacing("\(noBreakSpace)\(noBreakSpace)(", with: "  (")
  }
}
