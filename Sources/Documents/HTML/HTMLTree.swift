/// A page as a list of nodes in reading order.
///
/// The first node holds all others. The nodes below a node follow it and end in front of its `end`: a subtree is a range, and what
/// is summed up over subtrees takes one pass.
struct HTMLTree {
  /// An element or a stretch of text.
  struct Node {
    /// What it is.
    var element: HTMLElement
    /// The index of the node that it lies in; -1 for the first.
    var parent: Int
    /// The index behind the last node in it.
    var end: Int
    /// The text's place in ``HTMLTree/characters``; empty for elements.
    var text: Range<Int> = 0..<0
    /// The attributes' place in ``HTMLTree/attributes``.
    var attributes: Range<Int> = 0..<0
  }

  /// An attribute that makes a difference; others are not kept.
  struct Attribute {
    /// Its name in lower case.
    var name: String
    /// Its value, entities resolved.
    var value: String
  }

  var nodes: [Node] = []
  var attributes: [Attribute] = []
  /// The UTF-8 of all text nodes, one behind the other.
  var characters: [UInt8] = []

  /// The names of the attributes that are kept.
  static let keptAttributes: Set<String> = [
    "id", "class", "role", "itemprop", "itemtype", "hidden", "aria-hidden", "style", "href", "rel",
    "content", "name", "property", "http-equiv", "datetime", "lang", "xml:lang", "type",
  ]

  /// The value of a node's attribute; nil where it has none of that name.
  func attribute(_ name: String, of index: Int) -> String? {
    for attribute in attributes[nodes[index].attributes] where attribute.name == name {
      return attribute.value
    }
    return nil
  }

  /// The text in a subtree, white space run together.
  func text(of index: Int) -> String {
    var text: [UInt8] = []
    for node in nodes[index..<nodes[index].end] where node.element == .text {
      for byte in characters[node.text] {
        let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
        if !isSpace {
          text.append(byte)
        } else if let last = text.last, last != 0x20 {
          text.append(0x20)
        }
      }
    }
    if text.last == 0x20 { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }

  /// The text in a subtree as it stands in the page.
  func rawText(of index: Int) -> [UInt8] {
    nodes[index..<nodes[index].end].flatMap { characters[$0.text] }
  }

  /// Whether a node lies in an element.
  func isInside(_ index: Int, _ condition: (HTMLElement) -> Bool) -> Bool {
    var index = nodes[index].parent
    while index >= 0 {
      if condition(nodes[index].element) { return true }
      index = nodes[index].parent
    }
    return false
  }
}
