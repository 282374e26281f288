/// Phrases and names by their first word, for finding the longest one that starts at a word.
///
/// A text is matched against it word by word, so it is three flat arrays of plain values: a search
/// allocates nothing and counts no references.
package struct PhraseTable: Sendable {
  /// A run of two tokens and more, or a name of one.
  package struct Phrase: Sendable {
    /// What it stands for, as the table's maker numbers it.
    package let value: Int32
    /// Its number of tokens.
    package let count: Int
    /// The second token, which tells most phrases of one first word apart; 0 where there is none.
    package let second: Int32
    /// Where its tokens start among those of all phrases.
    package let start: Int
  }

  /// All phrases, those of one first word together, longest first.
  package private(set) var phrases: [Phrase] = []
  /// The tokens of all phrases, one behind another.
  package private(set) var tokens: [Int32] = []
  /// For each word number where its phrases stand; words behind the last first word are left out.
  package private(set) var rangeOfWord: [Range<Int32>] = []

  /// A table of nothing.
  package init() {}

  /// A table of phrases.
  ///
  /// - Parameter entries: The tokens of each phrase, as ``Lexicon/tokens(of:)`` gives them, and what
  ///   it stands for; those that do not start with a word are never found.
  package init(_ entries: [(tokens: [Int32], value: Int32)]) {
    let sorted = entries.filter { $0.tokens.first ?? -1 >= 0 }.sorted { a, b in
      if a.tokens[0] != b.tokens[0] { return a.tokens[0] < b.tokens[0] }
      if a.tokens.count != b.tokens.count { return a.tokens.count > b.tokens.count }
      return a.tokens.lexicographicallyPrecedes(b.tokens)
    }
    for entry in sorted {
      let first = Int(entry.tokens[0])
      while rangeOfWord.count <= first {
        rangeOfWord.append(Int32(phrases.count)..<Int32(phrases.count))
      }
      phrases.append(
        Phrase(
          value: entry.value, count: entry.tokens.count,
          second: entry.tokens.count > 1 ? entry.tokens[1] : 0, start: tokens.count))
      tokens += entry.tokens
      rangeOfWord[first] = rangeOfWord[first].lowerBound..<Int32(phrases.count)
    }
  }
}
