internal import Lexicons

/// Names of the registers by their first word, for finding them in text.
struct NameTable {
  /// What a name stands for.
  struct Entry {
    var tokens: [Int32]
    var party: Int32 = -1
    var isDemonym = false
    var source: Int32 = -1
    var place: Int32 = -1
    /// Whether only capitals are this name: 'US', never 'us'.
    var isUpper = false
  }

  private var entriesOfWord: [Int32: [Entry]] = [:]

  /// Adds a name; a name that is there already takes on the further meaning.
  mutating func add(
    _ text: String, to lexicon: inout Lexicon, _ change: (inout Entry) -> Void
  ) {
    let tokens = lexicon.tokens(of: text)
    guard let first = tokens.first, first >= 0 else { return }
    var entries = entriesOfWord[first] ?? []
    if let index = entries.firstIndex(where: { $0.tokens == tokens }) {
      change(&entries[index])
    } else {
      var entry = Entry(tokens: tokens)
      let letters = text.utf8.filter { WordScanner.isLetter($0) }
      entry.isUpper = letters.count < 5 && !letters.contains { $0 & 0x20 != 0 }
      change(&entry)
      entries.append(entry)
      entries.sort { $0.tokens.count > $1.tokens.count }
    }
    entriesOfWord[first] = entries
  }

  /// The names that start with a word, longest first.
  func entries(startingWith word: Int32) -> [Entry] {
    entriesOfWord[word] ?? []
  }
}
