/// Cuts a page's text into blocks, the way a browser would lay it out.
///
/// Elements in the line run on; others begin and end lines; `<br>` breaks one, twice a paragraph.
/// The cells of a table of data stand on one line with tabs between them, as in `innerText`; a
/// table that only lays the page out is cut like any other element.
struct PageBlocks {
  /// The blocks in reading order.
  private(set) var blocks: [PageBlock] = []

  private struct Open {
    var index: Int
    var end: Int
    var element: HTMLElement
    var isDataTable = false
  }

  private let tree: HTMLTree
  private var open: [Open] = []
  private var linkDepth = 0
  private var dataTableDepth = 0
  private var preDepth = 0
  private var text: [UInt8] = []
  private var linked = 0
  private var owesSpace = false
  private var gap = 2

  /// Cuts the nodes that a test lets through; what lies in a node that it stops is left out too.
  init(of tree: HTMLTree, leavingOut isLeftOut: (Int) -> Bool) {
    self.tree = tree
    var index = 0
    while index < tree.nodes.count {
      close(until: index)
      let node = tree.nodes[index]
      if node.element == .text {
        append(tree.characters[node.text])
      } else if isLeftOut(index) {
        index = node.end
        continue
      } else {
        begin(index)
      }
      index += 1
    }
    close(until: tree.nodes.count)
    breakLine(2)
  }

  // MARK: - Elements

  private mutating func begin(_ index: Int) {
    let node = tree.nodes[index]
    var opened = Open(index: index, end: node.end, element: node.element)
    switch node.element {
    case .br:
      if text.isEmpty { gap = 2 } else { breakLine(1) }
    case .a: linkDepth += 1
    case .q: append([0xE2, 0x80, 0x9C])
    case .pre: preDepth += 1
    case .table:
      opened.isDataTable = dataTableDepth == 0 && isDataTable(index)
      if opened.isDataTable { breakLine(2) }
    default: break
    }
    if opened.isDataTable || (dataTableDepth > 0 && node.element == .table) { dataTableDepth += 1 }
    if node.element == .td || node.element == .th, dataTableDepth > 0 {
      if !text.isEmpty {
        text.append(0x09)
        owesSpace = false
      }
    } else {
      separate(node.element)
    }
    open.append(opened)
  }

  private mutating func close(until index: Int) {
    while let last = open.last, last.end <= index {
      switch last.element {
      case .a: linkDepth -= 1
      case .q: append([0xE2, 0x80, 0x9D])
      case .pre: preDepth -= 1
      default: break
      }
      separate(last.element)
      open.removeLast()
      if last.element == .table, dataTableDepth > 0 { dataTableDepth -= 1 }
    }
  }

  /// What an element's beginning or end does to the line.
  private mutating func separate(_ element: HTMLElement) {
    let flow = element.flow
    if flow == .inline { return }
    if dataTableDepth > 0 {
      // Inside a table of data only rows make lines.
      switch element {
      case .tr, .caption: breakLine(1)
      case .table: breakLine(2)
      default: owesSpace = !text.isEmpty
      }
      return
    }
    breakLine(flow == .line ? 1 : 2)
  }

  private mutating func breakLine(_ lines: Int) {
    if !text.isEmpty {
      while text.last == 0x09 || text.last == 0x20 { text.removeLast() }
      let owner = open.last { $0.element.flow != .inline }
      let rank = open.lazy.compactMap(\.element.headingRank).first
      blocks.append(
        PageBlock(
          text: text, linked: linked, owner: owner?.index ?? 0, gap: gap, headingRank: rank,
          isItem: dataTableDepth > 0 || open.contains { $0.element == .li }))
      text = []
      linked = 0
      gap = 0
    }
    owesSpace = false
    gap = max(gap, lines)
  }

  /// Whether a table holds data: short cells, several in a row, no table in it.
  private func isDataTable(_ index: Int) -> Bool {
    if tree.attribute("role", of: index) == "presentation" { return false }
    var cell = 0..<0
    var length = 0
    var paragraphs = 0
    var lastBreak = -9
    var rows = 0
    var cells = 0
    for inner in (index + 1)..<max(index + 1, tree.nodes[index].end) {
      let node = tree.nodes[inner]
      switch node.element {
      case .table: return false
      case .tr: rows += 1
      case .td, .th:
        cell = inner..<node.end
        length = 0
        paragraphs = 0
        cells += 1
      // Several paragraphs in one cell: the table lays out the page. A line break alone makes
      // none, two in a row do.
      case .br where cell.contains(inner):
        if inner - lastBreak <= 2 { paragraphs += 1 }
        lastBreak = inner
        if paragraphs > 2 { return false }
      case .p where cell.contains(inner):
        paragraphs += 1
        if paragraphs > 2 { return false }
      case .text where cell.contains(inner):
        length += node.text.count
        if length > 600 { return false }
      default: break
      }
    }
    return cells > rows && rows > 1
  }

  // MARK: - Text

  private mutating func append(_ bytes: some RandomAccessCollection<UInt8>) {
    var previous: (UInt8, UInt8) = (0, 0)
    let before = text.count
    for byte in bytes {
      switch byte {
      case 0x0A where preDepth > 0:
        if text.isEmpty { gap = 2 } else { breakLine(1) }
      case 0x20, 0x09...0x0D: owesSpace = !text.isEmpty && text.last != 0x09
      case 0x00...0x1F: break
      default:
        if owesSpace {
          text.append(0x20)
          owesSpace = false
        }
        text.append(byte)
        dropIfInvisible(behind: previous, byte)
      }
      previous = (previous.1, byte)
    }
    if linkDepth > 0 { linked += max(0, text.count - before) }
  }

  /// Takes back what nobody sees: soft hyphens, zero-width spaces, word joiners, stray marks.
  private mutating func dropIfInvisible(behind previous: (UInt8, UInt8), _ byte: UInt8) {
    switch (previous.0, previous.1, byte) {
    case (_, 0xC2, 0xAD): text.removeLast(2)
    case (0xE2, 0x80, 0x8B), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): text.removeLast(3)
    default: break
    }
  }
}
