/// Tables of values stay tables; those that only place things become what stands in them.
extension HTMLReader {
  /// Columns beyond which nobody reads a table in 80.
  private static let mostColumns = 12

  mutating func readTable(_ node: HTMLNode, _ context: Context, _ flow: inout Flow) {
    flow.end(isParagraph: true)
    var rows: [Row] = []
    collect(node, context, &rows)
    rows = rows.filter { row in row.cells.contains { !$0.blocks.isEmpty } }
    let isTable =
      rows.contains { $0.cells.count > 1 }
      && rows.allSatisfy { $0.cells.count <= Self.mostColumns && $0.isPlain }
    if isTable {
      flow.blocks.append(.table(rows.map { $0.cells.map(\.plain) }))
    } else {
      flow.blocks += rows.flatMap { $0.cells.flatMap(\.blocks) }
    }
  }

  private struct Row {
    var cells: [Cell] = []

    /// Words and nothing else.
    var isPlain: Bool {
      cells.allSatisfy { cell in
        cell.blocks.isEmpty || cell.blocks.count == 1 && cell.words != nil
      }
    }
  }

  private struct Cell {
    let blocks: [MessageBlock]
    let isHeader: Bool

    var words: [MessageWord]? {
      guard case .text(let words, _)? = blocks.first else { return nil }
      return words
    }

    var plain: MessageCell { MessageCell(words: words ?? [], isHeader: isHeader) }
  }

  /// Rows of the table and of its groups; whatever else stands in it is a row of one cell.
  private mutating func collect(_ node: HTMLNode, _ context: Context, _ rows: inout [Row]) {
    for child in node.children {
      switch child.kind {
      case .element("tr"): rows.append(row(child, context))
      case .element("thead"), .element("tbody"), .element("tfoot"):
        collect(child, context, &rows)
      case .element("colgroup"), .element("col"), .nothing: continue
      case .element, .text:
        var flow = Flow()
        read(child, context, &flow)
        flow.end(isParagraph: false)
        rows.append(Row(cells: [Cell(blocks: flow.blocks, isHeader: false)]))
      }
    }
  }

  private mutating func row(_ node: HTMLNode, _ context: Context) -> Row {
    var row = Row()
    for child in node.children {
      guard case .element(let name) = child.kind, ["td", "th"].contains(name) else { continue }
      var inner = context
      if name == "th" { inner.emphasis.insert(.strong) }
      row.cells.append(Cell(blocks: blocks(in: child, inner), isHeader: name == "th"))
    }
    return row
  }
}
