/// A stretch of a page's text that stands by itself: a paragraph, a line, a table's row.
struct PageBlock {
  /// The text in UTF-8, white space run together.
  var text: [UInt8]
  /// How many bytes of it are in links.
  var linked: Int
  /// The innermost element around it that is not in the line.
  var owner: Int
  /// How many line breaks stand in front of it: 1 or 2.
  var gap: Int
  /// The rank of the heading that it is; nil for other text.
  var headingRank: Int?
  /// Whether it is a row of a table or an element of a list.
  var isItem: Bool

  /// Whether it reads like running text rather than like furniture.
  var isProse: Bool {
    if headingRank != nil || linked * 2 > text.count { return false }
    return text.count >= 80 || (text.count >= 40 && endsSentence)
  }

  /// Whether it is mostly links.
  var isLinks: Bool {
    if isItem { return linked * 10 > text.count * 7 }
    return linked * 2 > text.count && !(text.count > 120 && endsSentence)
  }

  private var endsSentence: Bool {
    let tail = text.reversed().drop { $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: "\"") }
    switch tail.first {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
    // The last byte of ” … » 。 and of the Arabic question mark.
    case 0x9D, 0xA6, 0xBB, 0x82, 0x9F: return true
    default: return false
    }
  }
}
