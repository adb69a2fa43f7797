import CXML2

/// What libxml2 makes of a page: repaired as browsers do, without network, scripts or entities of its own.
final class HTMLTree {
  /// Elements inside one another before the parser stops; libxml2's own limit is the same.
  static let deepest = 256

  private let document: htmlDocPtr?
  /// The parser gave up before the end: elements were nested too deeply, or memory was short.
  let isCutShort: Bool

  /// The library's tables, made once for all threads.
  private static let library: Void = xmlInitParser()

  /// Never fails: a page that nothing can be made of has no nodes.
  init(_ page: String) {
    Self.library
    guard let context = htmlNewParserCtxt() else {
      (document, isCutShort) = (nil, true)
      return
    }
    defer { htmlFreeParserCtxt(context) }
    var bytes = Array(HTMLSource.harmless(page).utf8)
    document = bytes.withUnsafeMutableBytes { buffer in
      buffer.withMemoryRebound(to: CChar.self) { characters in
        htmlCtxtReadMemory(
          context, characters.baseAddress, Int32(characters.count), nil, "UTF-8", Self.options)
      }
    }
    isCutShort = document == nil ? !bytes.isEmpty : context.pointee.disableSAX != 0
  }

  deinit { if let document { xmlFreeDoc(document) } }

  /// Runs `body` with the root element, whose nodes live no longer than the call.
  func withRoot(_ body: (HTMLNode) -> Void) {
    if let root = document.flatMap({ xmlDocGetRootElement($0) }) { body(HTMLNode(root)) }
  }

  /// What the page says of its own encoding does not count: it is UTF-8 by now.
  private static let options = Int32(
    bitPattern: HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue
      | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
      | HTML_PARSE_IGNORE_ENC.rawValue)
}

/// A node of a tree, good only while the tree lives.
struct HTMLNode {
  private let pointer: xmlNodePtr

  init(_ pointer: xmlNodePtr) { self.pointer = pointer }

  enum Kind {
    case text(String)
    /// By its name in lower case.
    case element(String)
    /// Comments, declarations and the like.
    case nothing
  }

  var kind: Kind {
    switch pointer.pointee.type {
    case XML_TEXT_NODE: .text(content)
    case XML_ELEMENT_NODE: .element(pointer.pointee.name.map { Self.text($0) } ?? "")
    // The raw text of scripts and styles is a section of character data.
    case _: .nothing
    }
  }

  var children: some Sequence<HTMLNode> {
    sequence(state: pointer.pointee.children) { next -> HTMLNode? in
      guard let node = next else { return nil }
      next = node.pointee.next
      return HTMLNode(node)
    }
  }

  /// The attribute's text, empty for a bare name; nil when the element does not have it.
  func attribute(_ name: String) -> String? {
    guard let attribute = xmlHasProp(pointer, name) else { return nil }
    return attribute.pointee.children.map { HTMLNode($0).content } ?? ""
  }

  private var content: String { pointer.pointee.content.map { Self.text($0) } ?? "" }

  private static func text(_ bytes: UnsafePointer<xmlChar>) -> String {
    String(decodingCString: bytes, as: UTF8.self)
  }
}
