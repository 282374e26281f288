/// Finds what goes by a name: first as it is written, then without regard to case.
///
/// A short name in capitals ('US', 'IS') is never found caseless, nor is a single word in lower case
/// ('the economist', 'a guardian'): they would be words.
struct NameIndex: Sendable {
  private var exact: [String: Int] = [:]
  private var caseless: [String: Int] = [:]
  /// The first words of all names, in lower case.
  private var firstWords: Set<String> = []

  /// An index of nothing, with room for some names.
  init(minimumCapacity: Int = 0) {
    exact.reserveCapacity(minimumCapacity)
    caseless.reserveCapacity(minimumCapacity)
  }

  /// Enters a name for an item; the first item to claim a spelling keeps it.
  ///
  /// - Returns: the item that already goes by this very spelling, if another one does.
  mutating func insert(_ name: String, for item: Int) -> Int? {
    let key = Self.tidied(name)
    if let holder = exact[key] { return holder == item ? nil : holder }
    exact[key] = item
    let folded = Self.folded(key)
    firstWords.insert(Self.firstWord(of: folded))
    if !Self.isShortAcronym(key), caseless[folded] == nil { caseless[folded] = item }
    return nil
  }

  /// The item of that name; a leading article and a possessive ending may be there or not.
  func find(_ name: String) -> Int? {
    let key = Self.tidied(name)
    if let item = lookUp(key) { return item }
    let bare = Self.withoutPossessive(Self.withoutArticle(key))
    return bare == key ? nil : lookUp(bare)
  }

  /// Whether a name may start with a word; if not, no words that start with it need be looked up.
  func mayStart(with word: String) -> Bool {
    var word = Self.folded(word)
    while true {
      if firstWords.contains(word) || ["the", "a", "an"].contains(word) { return true }
      let bare = Self.withoutPossessive(word)
      if bare == word { return false }
      word = bare
    }
  }

  /// All of a text up to its first space.
  static func firstWord(of text: String) -> String {
    String(text.prefix { $0 != " " })
  }

  private func lookUp(_ key: String) -> Int? {
    if let item = exact[key] { return item }
    let folded = Self.folded(key)
    if folded == key, !Self.withoutArticle(key).utf8.contains(0x20) { return nil }
    return caseless[folded]
  }

  /// The name with plain apostrophes and plain single spaces.
  static func tidied(_ name: String) -> String {
    if !name.utf8.contains(where: { $0 >= 0x80 }), !name.utf8.isEmpty, !hasLooseSpace(name) {
      return name
    }
    var result = ""
    var pendingSpace = false
    for scalar in name.unicodeScalars {
      switch scalar {
      case " ", "\t", "\n", "\r", "\u{A0}", "\u{202F}": pendingSpace = !result.isEmpty
      default:
        if pendingSpace { result.unicodeScalars.append(" ") }
        pendingSpace = false
        result.unicodeScalars.append(scalar == "\u{2019}" || scalar == "\u{2018}" ? "'" : scalar)
      }
    }
    return result
  }

  /// The name in lower case.
  static func folded(_ name: String) -> String { name.lowercased() }

  private static let indefiniteArticles = ["a ", "A ", "an ", "An "]
  private static let articles = ["the ", "The "] + indefiniteArticles

  /// Whether 'a' or 'an' stands before the name.
  static func hasIndefiniteArticle(_ name: String) -> Bool {
    indefiniteArticles.contains { name.hasPrefix($0) }
  }

  /// The name without 'the', 'a' or 'an' before it.
  static func withoutArticle(_ name: String) -> String {
    for article in articles where name.hasPrefix(article) {
      return String(name.dropFirst(article.utf8.count))
    }
    return name
  }

  /// The name without `'s`, or the bare apostrophe behind an s.
  static func withoutPossessive(_ name: String) -> String {
    if name.hasSuffix("'s") { return String(name.dropLast(2)) }
    if name.hasSuffix("s'") { return String(name.dropLast()) }
    return name
  }

  private static func isShortAcronym(_ name: String) -> Bool {
    name.utf8.count <= 3 && name.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }

  private static func hasLooseSpace(_ name: String) -> Bool {
    var previous: UInt8 = 0x20
    for byte in name.utf8 {
      if byte == 0x20 && previous == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        return true
      }
      previous = byte
    }
    return previous == 0x20
  }
}
