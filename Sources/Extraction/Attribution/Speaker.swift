internal import ClaimModel
internal import Lexicons

/// One who can give a figure, as a sentence names them.
struct Speaker {
  /// The units of the whole noun phrase.
  var units: Range<Int>
  /// The name as it is credited: without title and apposition, resolved to its fullest form.
  var name: String
  /// What kind of speaker it is, for pronouns and short names.
  var kind: Kind
  /// What kind of source.
  var type: SourceType
  /// The party it belongs to; empty where none is known.
  var side: String
  /// The lower-case head noun of a speaker that is no person: 'ministry', 'newspaper'.
  var headNoun: String

  enum Kind {
    case person, body, group, pronoun
  }

  /// Whether it is a person, or its words tell what kind of source it is.
  var isOfKnownKind: Bool { kind == .person || type != .unknown || !headNoun.isEmpty }
}

/// What one speaker says in one sentence.
struct Saying {
  /// Who says it.
  var speaker: Speaker
  /// The attributing words.
  var cue: Range<Int>
  /// The units of what is said.
  var scope: Range<Int>
  /// How the attributing word ties the speaker to what is said.
  var kind: CueKind = .say
  /// What the attributing words make of it.
  var stance: Stance
  /// Whether the speaker is one whom another cites: it then is the origin, and the other the relay.
  var isCited: Bool
  /// Whether the speaker is any noun phrase behind 'according to', of no known kind.
  var isVague = false
  /// The outlet that was told; empty for none.
  var hearer: String

  /// The same speaker's saying, holding for the whole of another sentence that names nobody.
  func carried(over grammar: SentenceGrammar) -> Saying {
    var carried = self
    carried.scope = 0..<grammar.units.count
    carried.cue = 0..<0
    carried.speaker.units = 0..<0
    return carried
  }
}
