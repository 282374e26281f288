internal import Lexicons

/// Names of the registers, for finding them in text.
struct NameTable {
  /// What a name stands for.
  struct Entry {
    var party: Int32 = -1
    var isDemonym = false
    var source: Int32 = -1
    var place: Int32 = -1
    /// Whether only capitals are this name: 'US', never 'us'.
    var isUpper = false
  }

  /// The names' tokens, by their places in ``entries``.
  let phrases: PhraseTable
  /// What the names stand for.
  let entries: [Entry]

  /// The table of all names that a builder was given.
  init(_ builder: NameTableBuilder) {
    entries = builder.entries
    phrases = PhraseTable(builder.places.map { (tokens: $0.key, value: $0.value) })
  }
}

/// Gathers names of the registers; one name may stand for several things.
struct NameTableBuilder {
  private(set) var entries: [NameTable.Entry] = []
  /// Where the entry of a name's tokens stands.
  private(set) var places: [[Int32]: Int32] = [:]

  /// Adds a name; a name that is there already takes on the further meaning.
  mutating func add(
    _ text: String, to lexicon: inout Lexicon, _ change: (inout NameTable.Entry) -> Void
  ) {
    let tokens = lexicon.tokens(of: text)
    guard tokens.first ?? -1 >= 0 else { return }
    if let place = places[tokens] {
      change(&entries[Int(place)])
      return
    }
    var entry = NameTable.Entry()
    let letters = text.utf8.filter { WordScanner.isLetter($0) }
    entry.isUpper = letters.count < 5 && !letters.contains { $0 & 0x20 != 0 }
    change(&entry)
    places[tokens] = Int32(entries.count)
    entries.append(entry)
  }
}
