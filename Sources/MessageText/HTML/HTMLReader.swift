import TokenModel

/// Walks through a tree and writes down what a person would read.
struct HTMLReader {
  private var gate = TextGate()
  private var links = LinkList()

  static func read(_ page: String, isWhole: Bool) -> MessageDocument {
    let tree = HTMLTree(page)
    var reader = HTMLReader()
    var flow = Flow()
    tree.withRoot { reader.read($0, Context(), &flow) }
    flow.end(isParagraph: true)
    return MessageDocument(
      blocks: flow.blocks, links: reader.links.addresses, listsLinks: true, gate: reader.gate,
      isCutShort: !isWhole || tree.isCutShort)
  }

  /// What the elements around a text mean for it.
  struct Context {
    var emphasis: MessageEmphasis = []
    var link: Int?
  }

  mutating func readChildren(_ node: HTMLNode, _ context: Context, _ flow: inout Flow) {
    for child in node.children { read(child, context, &flow) }
  }

  mutating func read(_ node: HTMLNode, _ context: Context, _ flow: inout Flow) {
    switch node.kind {
    case .text(let text):
      flow.append(text, context) { gate.word($0) }
    case .element(let name):
      guard !isHidden(node) else { return }
      read(node, HTMLElement(name), context, &flow)
    case .nothing: return
    }
  }

  private mutating func read(
    _ node: HTMLNode, _ element: HTMLElement, _ context: Context, _ flow: inout Flow
  ) {
    switch element {
    case .ignored: return
    case .inline: readChildren(node, context, &flow)
    case .emphasis(let emphasis):
      var inner = context
      inner.emphasis.formUnion(emphasis)
      readChildren(node, inner, &flow)
    case .anchor: readAnchor(node, context, &flow)
    case .picture: readPicture(node, context, &flow)
    case .lineBreak: flow.breakLine()
    case .wordBreak: return
    case .rule:
      flow.end(isParagraph: false)
      flow.blocks.append(.rule)
    case .block(let isParagraph):
      flow.end(isParagraph: false)
      readChildren(node, context, &flow)
      flow.end(isParagraph: isParagraph)
    case .heading(let level): readHeading(node, level, context, &flow)
    case .quote:
      let blocks = blocks(in: node, context)
      flow.end(isParagraph: true)
      if !blocks.isEmpty { flow.blocks.append(.quote(blocks)) }
    case .preformatted: readPreformatted(node, &flow)
    case .list(let isOrdered): readList(node, isOrdered: isOrdered, context, &flow)
    case .term:
      var inner = context
      inner.emphasis.insert(.strong)
      flow.end(isParagraph: false)
      readChildren(node, inner, &flow)
      flow.end(isParagraph: false)
    case .definition: append([item(node, marker: "", context)], &flow)
    // Outside of a list it is an entry all the same.
    case .entry: append([item(node, marker: "•", context)], &flow)
    case .table: readTable(node, context, &flow)
    }
  }

  /// Banks hide lines that only a preview is to show.
  private func isHidden(_ node: HTMLNode) -> Bool {
    if node.attribute("hidden") != nil { return true }
    guard let style = node.attribute("style") else { return false }
    let rules = style.lowercased().filter { !$0.isWhitespace }
    return rules.contains("display:none") || rules.contains("visibility:hidden")
  }

  mutating func blocks(in node: HTMLNode, _ context: Context) -> [MessageBlock] {
    var flow = Flow()
    readChildren(node, context, &flow)
    flow.end(isParagraph: false)
    return flow.blocks
  }
}

// MARK: - Inline

extension HTMLReader {
  /// The words, then the link's number; an address that is not shown leaves plain words.
  private mutating func readAnchor(
    _ node: HTMLNode, _ context: Context, _ flow: inout Flow
  ) {
    guard context.link == nil, let link = node.attribute("href").flatMap({ links.number(of: $0) })
    else { return readChildren(node, context, &flow) }
    var inner = context
    inner.link = link
    readChildren(node, inner, &flow)
    flow.attach("[\(link)]", inner)
  }

  /// A picture is never fetched: what it shows stands here in words, if the bank wrote them.
  private mutating func readPicture(
    _ node: HTMLNode, _ context: Context, _ flow: inout Flow
  ) {
    let words = node.attribute("alt") ?? ""
    guard !words.allSatisfy(\.isWhitespace) else { return }
    flow.append("[\(words)]", context) { gate.word($0) }
  }
}

// MARK: - Blocks

extension HTMLReader {
  private mutating func readHeading(
    _ node: HTMLNode, _ level: Int, _ context: Context, _ flow: inout Flow
  ) {
    flow.end(isParagraph: true)
    for block in blocks(in: node, context) {
      guard case .text(let words, _) = block else {
        flow.blocks.append(block)
        continue
      }
      flow.blocks.append(.heading(words, level: level))
    }
  }

  private mutating func readPreformatted(_ node: HTMLNode, _ flow: inout Flow) {
    flow.end(isParagraph: true)
    var text = gate.lines(Self.rawText(node))
    // The first line break belongs to the tag, the last one ends the last line.
    if text.hasPrefix("\n") { text.removeFirst() }
    while text.hasSuffix("\n") { text.removeLast() }
    if !text.allSatisfy({ $0 == " " || $0 == "\n" }) { flow.blocks.append(.preformatted(text)) }
  }

  private static func rawText(_ node: HTMLNode) -> String {
    node.children.reduce(into: "") { text, child in
      switch child.kind {
      case .text(let part): text += part
      case .element("br"): text += "\n"
      case .element(let name):
        if case .ignored = HTMLElement(name) { return }
        text += rawText(child)
      case .nothing: return
      }
    }
  }

  private mutating func readList(
    _ node: HTMLNode, isOrdered: Bool, _ context: Context, _ flow: inout Flow
  ) {
    var number = node.attribute("start").flatMap { Int32($0) }.map(Int.init) ?? 1
    var items: [MessageItem] = []
    for child in node.children {
      switch child.kind {
      case .element("li"):
        if let own = child.attribute("value").flatMap({ Int32($0) }) { number = Int(own) }
        items.append(item(child, marker: isOrdered ? "\(number)." : "•", context))
        number += 1
      case .element, .text:
        // Strangers in a list, such as a list that stands in no entry.
        var inner = Flow()
        read(child, context, &inner)
        inner.end(isParagraph: false)
        if !inner.blocks.isEmpty { items.append(MessageItem(marker: "", blocks: inner.blocks)) }
      case .nothing: continue
      }
    }
    append(items, &flow)
  }

  private mutating func item(
    _ node: HTMLNode, marker: String, _ context: Context
  ) -> MessageItem {
    MessageItem(marker: marker, blocks: blocks(in: node, context))
  }

  /// Entries without a list around them join the one before.
  private func append(_ items: [MessageItem], _ flow: inout Flow) {
    let wasBare = !flow.hasWords
    flow.end(isParagraph: false)
    let items = items.filter { !$0.blocks.isEmpty || $0.marker.count > 1 }
    guard !items.isEmpty else { return }
    if wasBare, items.count == 1, case .list(let before)? = flow.blocks.last {
      flow.blocks[flow.blocks.count - 1] = .list(before + items)
    } else {
      flow.blocks.append(.list(items))
    }
  }
}
