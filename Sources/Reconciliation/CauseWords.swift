internal import Lexicons

/// The words of a sentence that say what killed: people, or nature.
///
/// A bombing and a flood are never one event, however close a digest tells of them.
struct CauseWords {
  private var causes: [UInt64: ClaimRecord.Flags] = [:]
  private var shortest = Int.max

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
      var hash = Self.start
      var count = 0
      for byte in text {
        let letter = byte | 0x20
        if (0x61...0x7A).contains(letter) {
          hash = (hash ^ UInt64(letter)) &* Self.prime
          count += 1
          continue
        }
        if count >= shortest, let cause = causes[hash] { found.formUnion(cause) }
        hash = Self.start
        count = 0
      }
      if count >= shortest, let cause = causes[hash] { found.formUnion(cause) }
    }
    return found
  }

  private mutating func add(_ word: String, _ cause: ClaimRecord.Flags) {
    var hash = Self.start
    for byte in word.utf8 { hash = (hash ^ UInt64(byte | 0x20)) &* Self.prime }
    causes[hash] = cause
    shortest = min(shortest, word.utf8.count)
  }

  // FNV-1a, 64 bits.
  private static let start: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01b3
}

extension ClaimRecord.Flags {
  /// What killed, as far as words say.
  var cause: ClaimRecord.Flags { intersection([.tellsViolence, .tellsDisaster]) }

  /// Whether two causes have nothing in common.
  func isApart(from other: ClaimRecord.Flags) -> Bool {
    !cause.isEmpty && !other.cause.isEmpty && cause.isDisjoint(with: other.cause)
  }
}
