import TokenModel

/// Laid-out text: lines of spans for one width, drawn from any offset.
struct TextPage: Equatable, Sendable {
  struct Span: Equatable, Sendable {
    let column: Int
    let text: String
    let style: Style
    var link: Link?
  }

  private(set) var lines: [[Span]] = []
  let width: Int

  init(width: Int) { self.width = max(1, width) }

  mutating func blank() {
    if let last = lines.last, !last.isEmpty { lines.append([]) }
  }

  mutating func append(_ other: TextPage) { lines += other.lines }

  /// A line that is laid out already.
  mutating func append(_ line: [Span]) { lines.append(line) }

  /// Text of the server, behind a bar at its left that nothing in it can reach or leave.
  mutating func foreign(_ text: TextPage) {
    var inner = text
    inner.trim()
    let bar = Span(column: 0, text: "│", style: Style(.border))
    lines += inner.lines.map { spans in
      [bar]
        + spans.map { span in
          Span(
            column: span.column + Self.gutter, text: span.text, style: span.style,
            link: span.link)
        }
    }
  }

  /// A page for text of the server, to be given to `foreign`.
  var inner: TextPage { TextPage(width: width - Self.gutter) }

  /// Columns of the bar and of the blank behind it.
  private static let gutter = 2

  /// Drops blank lines at the end.
  mutating func trim() {
    while lines.last?.isEmpty == true { lines.removeLast() }
  }

  /// Wrapped text; a `sign` hangs left of its first line.
  mutating func text(
    _ text: String, _ style: Style = .plain, indent: Int = 0, sign: String = ""
  ) {
    let hang = sign.isEmpty ? 0 : DisplayWidth.of(sign) + 1
    let wrapped = TextWrap.lines(text, width: width - indent - hang)
    for (number, line) in wrapped.enumerated() {
      var spans = [Span(column: indent + hang, text: line, style: style)]
      if number == 0, hang > 0 {
        spans.insert(Span(column: indent, text: sign, style: style), at: 0)
      }
      lines.append(spans)
    }
  }

  /// Text in which every blank counts.
  mutating func exact(_ text: String, _ style: Style) {
    for line in TextWrap.exactLines(text, width: width) {
      lines.append([Span(column: 0, text: line, style: style)])
    }
  }

  /// An address, whole and broken where addresses may be; it can be followed where it is safe.
  mutating func address(_ address: String, _ style: Style = Style(.accent), indent: Int = 0) {
    let text = DisplayText(address).singleLine
    for line in TextWrap.addressLines(text, width: width - indent) {
      lines.append([
        Span(column: indent, text: line, style: style, link: Link(address))
      ])
    }
  }

  /// A label and its value side by side; where that leaves too little room, one above the other.
  mutating func pair(
    _ label: String, _ value: String, _ style: Style = .plain, labelColumns: Int
  ) {
    let room = width - labelColumns
    guard DisplayWidth.of(label) < labelColumns, room >= 12 else {
      text(label, Style(.muted))
      return text(value, style, indent: 2)
    }
    for (number, line) in TextWrap.lines(value, width: room).enumerated() {
      let span = Span(column: labelColumns, text: line, style: style)
      lines.append(
        number == 0 ? [Span(column: 0, text: label, style: Style(.muted)), span] : [span])
    }
  }

  /// Columns that let most of `labels` stand beside their values.
  static func labelColumns(_ labels: [String], width: Int) -> Int {
    let widest = labels.map { DisplayWidth.of($0) }.filter { $0 <= width / 3 }.max() ?? 0
    return max(width < 50 ? 8 : 14, widest) + 2
  }

  func view(_ canvas: inout Canvas, _ area: Rect, from offset: Int = 0) {
    for (row, line) in lines.dropFirst(offset).prefix(area.rows).enumerated() {
      for span in line {
        canvas.linked(span.link) { canvas in
          canvas.text(
            span.text, area.column + span.column, area.row + row, span.style,
            room: area.columns - span.column)
        }
      }
    }
  }
}
