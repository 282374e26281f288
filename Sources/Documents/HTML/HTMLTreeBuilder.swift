import CLibXML2

/// Builds a page's tree from what libxml2 reports while it parses.
///
/// libxml2's own tree is left out: it would take several times the memory, and it gives up where
/// elements lie more than 256 deep in one another. Here elements below ``depthLimit`` are left out
/// and their text is kept, and parsing stops at ``openLimit``, where the time that libxml2 takes to
/// close elements would begin to grow with the square of the page.
final class HTMLTreeBuilder {
  private(set) var tree = HTMLTree()
  /// Whether parsing stopped because too many elements were open.
  private(set) var stopped = false
  private var open: [Int] = []
  private var openCount = 0
  private var context: htmlParserCtxtPtr?

  private init() {
    // A root of our own: text may stand before the first element and behind the last.
    tree.nodes.append(.init(element: .other, parent: -1, end: 1))
  }

  /// How deep elements are kept.
  static let depthLimit = 300
  /// How many elements may be open at once.
  static let openLimit = 1500

  /// Parses a page.
  ///
  /// - Parameter bytes: The page in valid UTF-8 without NULs.
  /// - Returns: Its tree, and whether parsing stopped before the end; nil where libxml2 finds no
  ///   memory.
  static func parse(_ bytes: [UInt8]) -> (tree: HTMLTree, stopped: Bool)? {
    let builder = HTMLTreeBuilder()
    let succeeded = bytes.withUnsafeBufferPointer { buffer -> Bool in
      buffer.withMemoryRebound(to: CChar.self) { characters -> Bool in
        guard let base = characters.baseAddress, let count = Int32(exactly: characters.count),
          let context = htmlCreateMemoryParserCtxt(base, count)
        else { return false }
        defer { htmlFreeParserCtxt(context) }
        builder.run(context)
        return true
      }
    }
    return succeeded ? (builder.tree, builder.stopped) : nil
  }

  private func run(_ context: htmlParserCtxtPtr) {
    let options = [
      HTML_PARSE_RECOVER, HTML_PARSE_NOERROR, HTML_PARSE_NOWARNING, HTML_PARSE_NONET,
      HTML_PARSE_IGNORE_ENC,
    ]
    htmlCtxtUseOptions(context, Int32(bitPattern: options.reduce(0) { $0 | $1.rawValue }))
    xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
    var handler = xmlSAXHandler()
    handler.startElement = { builderStart($0, $1, $2) }
    handler.endElement = { builderEnd($0, $1) }
    handler.characters = { builderText($0, $1, $2) }
    handler.ignorableWhitespace = { builderText($0, $1, $2) }
    handler.cdataBlock = { builderText($0, $1, $2) }
    handler.initialized = 1
    context.pointee.sax?.pointee = handler
    context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
    self.context = context
    htmlParseDocument(context)
    self.context = nil
    while let index = open.popLast() { tree.nodes[index].end = tree.nodes.count }
    tree.nodes[0].end = tree.nodes.count
  }

  // MARK: - Events

  fileprivate func start(
    _ name: UnsafePointer<xmlChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    openCount += 1
    if openCount > Self.openLimit {
      stopped = true
      if let context { xmlStopParser(context) }
      return
    }
    if open.count >= Self.depthLimit { return }
    let index = tree.nodes.count
    var node = HTMLTree.Node(
      element: HTMLElement.named[String(cString: name)] ?? .other, parent: open.last ?? 0,
      end: index + 1)
    let first = tree.attributes.count
    var pair = attributes
    while let current = pair, let key = current[0] {
      let name = String(cString: key)
      if HTMLTree.keptAttributes.contains(name) {
        let value = current[1].map { String(cString: $0) } ?? ""
        tree.attributes.append(.init(name: name, value: value))
      }
      pair = current + 2
    }
    node.attributes = first..<tree.attributes.count
    tree.nodes.append(node)
    open.append(index)
  }

  fileprivate func end() {
    openCount -= 1
    // Elements that were too deep to keep end without having been opened here.
    if openCount >= open.count { return }
    if let index = open.popLast() { tree.nodes[index].end = tree.nodes.count }
  }

  fileprivate func text(_ characters: UnsafeBufferPointer<UInt8>) {
    if stopped { return }
    let start = tree.characters.count
    tree.characters.append(contentsOf: characters)
    let end = tree.characters.count
    if let last = tree.nodes.last, last.element == .text, last.parent == open.last ?? 0 {
      tree.nodes[tree.nodes.count - 1].text = last.text.lowerBound..<end
      return
    }
    let index = tree.nodes.count
    tree.nodes.append(
      .init(element: .text, parent: open.last ?? 0, end: index + 1, text: start..<end))
  }
}

// The calls from C: each finds the builder that it is for.

private func builder(_ data: UnsafeMutableRawPointer?) -> HTMLTreeBuilder? {
  data.map { Unmanaged<HTMLTreeBuilder>.fromOpaque($0).takeUnretainedValue() }
}

private func builderStart(
  _ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?,
  _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
) {
  if let name { builder(data)?.start(name, attributes) }
}

private func builderEnd(_ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?) {
  builder(data)?.end()
}

private func builderText(
  _ data: UnsafeMutableRawPointer?, _ text: UnsafePointer<xmlChar>?, _ count: Int32
) {
  builder(data)?.text(UnsafeBufferPointer(start: text, count: Int(count)))
}
