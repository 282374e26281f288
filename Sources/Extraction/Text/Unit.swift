internal import Lexicons

/// What the grammar works on: a word, a phrase of the lexicon, a name of the registers, a mark or
/// a whole quantity.
struct Unit {
  enum Kind: UInt8 {
    case word, number, mark, possessive, quantity
  }

  var kind: Kind
  /// The first and last token of it.
  var first: Int
  var last: Int
  /// All that it can be.
  var classes: WordClasses
  /// The lexicon's term; -1 for none.
  var term: Int32 = -1
  /// The register's party, as an index into the extractor's parties; -1 for none.
  var party: Int32 = -1
  /// Whether the party's name stands here as an adjective or a name of its people.
  var isDemonym = false
  /// The register's source; -1 for none.
  var source: Int32 = -1
  /// The party of the place so named; -1 for none.
  var place: Int32 = -1
  /// Whether it starts with a capital letter.
  var isCapital = false
  /// A mark's code point.
  var mark: UInt32 = 0
  /// The quantity, as an index into the sentence's quantities; -1 for none.
  var quantity: Int32 = -1
  /// Whether white space stands before it.
  var isSpaced = true

  /// Whether it is a word that carries meaning: no mark, no number, no function word.
  var isContent: Bool {
    kind == .word && classes.isDisjoint(with: .function)
  }

  /// Whether it names something of the registers.
  var isName: Bool { party >= 0 || source >= 0 || place >= 0 }
}
