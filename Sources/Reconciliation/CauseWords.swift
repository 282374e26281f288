internal import Lexicons

/// The words of a sentence that say what killed: people, or nature.
///
/// A bombing and a flood are never one event, however close a digest tells of them.
struct CauseWords {
  private var words = WordTable()
  /// What each word names, by its number.
  private var causes: [ClaimRecord.Flags] = []

  /// The words of a language.
  init(_ words: ComparisonWords) {
    for word in words.violence { add(word, .tellsViolence) }
    for word in words.disasters { add(word, .tellsDisaster) }
  }

  /// What a text names; both where it names both.
  func causes(in text: String) -> ClaimRecord.Flags {
    var found: ClaimRecord.Flags = []
    if causes.isEmpty { return found }
    var text = text
    text.withUTF8 { text in
      var start = 0
      for end in 0...text.count where end == text.count || !WordScanner.isLetter(text[end]) {
        let number = words.number(of: UnsafeBufferPointer(rebasing: text[start..<end]))
        if number >= 0 { found.formUnion(causes[Int(number)]) }
        start = end + 1
      }
    }
    return found
  }

  private mutating func add(_ word: String, _ cause: ClaimRecord.Flags) {
    var word = word
    let number = Int(word.withUTF8 { words.insert($0) })
    if number == causes.count { causes.append([]) }
    causes[number].formUnion(cause)
  }
}

extension ClaimRecord.Flags {
  /// What killed, as far as words say.
  var cause: ClaimRecord.Flags { intersection([.tellsViolence, .tellsDisaster]) }

  /// Whether two causes have nothing in common.
  func isApart(from other: ClaimRecord.Flags) -> Bool {
    !cause.isEmpty && !other.cause.isEmpty && cause.isDisjoint(with: other.cause)
  }
}
