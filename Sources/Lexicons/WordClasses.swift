/// What a word or phrase can be in a sentence; one term may be several things.
///
/// Every class has a bit of its own. The extractor tests classes many times for every word of a text,
/// so a class, and a literal of several classes, must be constants there. For that they are public:
/// Swift inlines no function of another module that is not, and reading literals of classes at run
/// time took half of the extractor's time.
public struct WordClasses: OptionSet, Hashable, Sendable {
  public let rawValue: UInt128

  @inlinable public init(rawValue: UInt128) {
    self.rawValue = rawValue
  }

  /// The class of one bit.
  @inlinable public init(bit: UInt128) {
    rawValue = 1 &<< bit
  }

  /// All of some classes.
  @inlinable @inline(__always) public init(arrayLiteral classes: WordClasses...) {
    var bits: UInt128 = 0
    for each in classes { bits |= each.rawValue }
    rawValue = bits
  }

  /// Whether it has none of some classes.
  @inlinable @inline(__always) public func isDisjoint(with other: WordClasses) -> Bool {
    rawValue & other.rawValue == 0
  }

  /// Whether it has all of some classes.
  @inlinable @inline(__always) public func contains(_ other: WordClasses) -> Bool {
    rawValue & other.rawValue == other.rawValue
  }

  /// Adds some classes.
  @inlinable @inline(__always) public mutating func formUnion(_ other: WordClasses) {
    self = WordClasses(rawValue: rawValue | other.rawValue)
  }

  /// Takes some classes away.
  @inlinable @inline(__always) public mutating func remove(_ other: WordClasses) {
    self = WordClasses(rawValue: rawValue & ~other.rawValue)
  }

  @inlinable public static var numeral: WordClasses { WordClasses(bit: 0) }
  @inlinable public static var multiplier: WordClasses { WordClasses(bit: 1) }
  @inlinable public static var groupMultiplier: WordClasses { WordClasses(bit: 2) }
  @inlinable public static var multiplierSuffix: WordClasses { WordClasses(bit: 3) }
  @inlinable public static var qualifierBefore: WordClasses { WordClasses(bit: 4) }
  @inlinable public static var qualifierAfter: WordClasses { WordClasses(bit: 5) }
  @inlinable public static var indefinite: WordClasses { WordClasses(bit: 6) }
  @inlinable public static var outcome: WordClasses { WordClasses(bit: 7) }
  /// A noun for people.
  @inlinable public static var person: WordClasses { WordClasses(bit: 8) }
  /// A noun for those who can give a figure.
  @inlinable public static var speaker: WordClasses { WordClasses(bit: 9) }
  @inlinable public static var cue: WordClasses { WordClasses(bit: 10) }
  @inlinable public static var title: WordClasses { WordClasses(bit: 11) }
  @inlinable public static var pronoun: WordClasses { WordClasses(bit: 12) }
  @inlinable public static var determiner: WordClasses { WordClasses(bit: 13) }
  @inlinable public static var preposition: WordClasses { WordClasses(bit: 14) }
  @inlinable public static var conjunction: WordClasses { WordClasses(bit: 15) }
  @inlinable public static var relative: WordClasses { WordClasses(bit: 16) }
  @inlinable public static var subordinator: WordClasses { WordClasses(bit: 17) }
  @inlinable public static var be: WordClasses { WordClasses(bit: 18) }
  @inlinable public static var have: WordClasses { WordClasses(bit: 19) }
  @inlinable public static var `do`: WordClasses { WordClasses(bit: 20) }
  @inlinable public static var modal: WordClasses { WordClasses(bit: 21) }
  /// 'may', 'could': what they govern is not said to have happened.
  @inlinable public static var possibility: WordClasses { WordClasses(bit: 22) }
  @inlinable public static var negation: WordClasses { WordClasses(bit: 23) }
  @inlinable public static var adverb: WordClasses { WordClasses(bit: 24) }
  /// 'more', 'others': it points to people named before.
  @inlinable public static var more: WordClasses { WordClasses(bit: 25) }
  /// 'confirmed', 'feared': it may stand between 'be' and a state.
  @inlinable public static var reporting: WordClasses { WordClasses(bit: 26) }
  @inlinable public static var copula: WordClasses { WordClasses(bit: 27) }
  /// 'including', 'of whom': what follows is a part.
  @inlinable public static var part: WordClasses { WordClasses(bit: 28) }
  /// 'rose', 'stands': it leads from a toll to its number.
  @inlinable public static var level: WordClasses { WordClasses(bit: 29) }
  /// A noun that makes the number before it no count of people.
  @inlinable public static var measure: WordClasses { WordClasses(bit: 30) }
  @inlinable public static var month: WordClasses { WordClasses(bit: 31) }
  @inlinable public static var weekday: WordClasses { WordClasses(bit: 32) }
  @inlinable public static var day: WordClasses { WordClasses(bit: 33) }
  @inlinable public static var timeModifier: WordClasses { WordClasses(bit: 34) }
  @inlinable public static var timeUnit: WordClasses { WordClasses(bit: 35) }
  /// Some form of a verb.
  @inlinable public static var verb: WordClasses { WordClasses(bit: 36) }
  @inlinable public static var verbBase: WordClasses { WordClasses(bit: 37) }
  @inlinable public static var verbS: WordClasses { WordClasses(bit: 38) }
  @inlinable public static var verbPast: WordClasses { WordClasses(bit: 39) }
  @inlinable public static var participle: WordClasses { WordClasses(bit: 40) }
  @inlinable public static var gerund: WordClasses { WordClasses(bit: 41) }
  /// The verb's form is as often a noun or an adjective.
  @inlinable public static var ambiguousVerb: WordClasses { WordClasses(bit: 42) }
  @inlinable public static var abbreviation: WordClasses { WordClasses(bit: 43) }
  @inlinable public static var conflictSetting: WordClasses { WordClasses(bit: 44) }
  @inlinable public static var calamitySetting: WordClasses { WordClasses(bit: 45) }
  /// The noun is in the plural.
  @inlinable public static var plural: WordClasses { WordClasses(bit: 46) }

  /// 'unbelievable': the author calls a figure into question.
  @inlinable public static var doubt: WordClasses { WordClasses(bit: 47) }
  /// 'has no basis', 'is disputed': what is said so of a figure calls it into question.
  @inlinable public static var discredit: WordClasses { WordClasses(bit: 115) }
  /// 'threatened', 'plans': what follows has not happened.
  @inlinable public static var unreal: WordClasses { WordClasses(bit: 48) }
  /// 'suffered', 'sustained': the subject bears the losses.
  @inlinable public static var suffering: WordClasses { WordClasses(bit: 49) }
  /// 'rebels', 'guerrillas': fighters of no state.
  @inlinable public static var irregular: WordClasses { WordClasses(bit: 50) }
  /// 'refuse', 'decline', 'have not': with a word for publishing, a side keeps silent.
  @inlinable public static var silence: WordClasses { WordClasses(bit: 51) }
  /// 'publish', 'release', 'broadcast'.
  @inlinable public static var publishing: WordClasses { WordClasses(bit: 52) }
  /// 'suicide bomber': political violence that may be far from any war.
  @inlinable public static var terrorSetting: WordClasses { WordClasses(bit: 53) }
  /// 'gang', 'robbery': violence that is no politics.
  @inlinable public static var crimeSetting: WordClasses { WordClasses(bit: 54) }
  /// 'strike', 'invasion': whoever stands before it did it, and was not where it was done.
  @inlinable public static var attack: WordClasses { WordClasses(bit: 55) }
  /// 'claim', 'statement': a noun for what somebody says.
  @inlinable public static var telling: WordClasses { WordClasses(bit: 122) }
  /// 'asked about': what follows is the question's, not the answer's.
  @inlinable public static var asking: WordClasses { WordClasses(bit: 120) }
  /// 'sentenced', 'condemned': a death to which one is so sent has not been died.
  @inlinable public static var sentencing: WordClasses { WordClasses(bit: 80) }
  /// 'put', 'revised': it gives a count that was given before another number.
  @inlinable public static var restating: WordClasses { WordClasses(bit: 81) }
  /// 'rescuers', 'divers': whom they search for is missing.
  @inlinable public static var rescue: WordClasses { WordClasses(bit: 82) }
  /// 'sheltering', 'housing': what a camp does for those who fled.
  @inlinable public static var lodging: WordClasses { WordClasses(bit: 121) }
  /// 'search', 'look': with 'for' behind it, for whom rescuers seek.
  @inlinable public static var searching: WordClasses { WordClasses(bit: 83) }
  /// 'hold', 'take': what armed people do to captives.
  @inlinable public static var holding: WordClasses { WordClasses(bit: 84) }
  /// 'relatives', 'widows': whom the dead leave behind.
  @inlinable public static var bereaved: WordClasses { WordClasses(bit: 85) }
  /// 'cases', 'infections': counted beside deaths, and none of them.
  @inlinable public static var sickness: WordClasses { WordClasses(bit: 87) }
  /// 'drove', 'pushed': with 'out of' behind their object, it had to leave.
  @inlinable public static var driving: WordClasses { WordClasses(bit: 88) }
  /// 'discharged', 'treated': what is done to those who were hurt.
  @inlinable public static var aftercare: WordClasses { WordClasses(bit: 89) }
  /// 'in critical condition', 'in hospital': how those who were hurt fare.
  @inlinable public static var severity: WordClasses { WordClasses(bit: 100) }
  /// 'sons', 'brothers': whom a family loses.
  @inlinable public static var kin: WordClasses { WordClasses(bit: 101) }
  /// 'the rest': what is left of those told before, and no number.
  @inlinable public static var remainder: WordClasses { WordClasses(bit: 102) }
  /// 'fell': of soldiers, that they were killed.
  @inlinable public static var falling: WordClasses { WordClasses(bit: 103) }
  /// 'charge', 'trenches': where soldiers fall.
  @inlinable public static var charge: WordClasses { WordClasses(bit: 104) }
  /// 'to hospital', 'in hospital': where the hurt are taken.
  @inlinable public static var ward: WordClasses { WordClasses(bit: 105) }
  /// 'put', 'sent': with 'in hospital' behind their object, it was hurt.
  @inlinable public static var sending: WordClasses { WordClasses(bit: 106) }
  /// 'not true', 'no evidence': what is told in the clause behind it is denied.
  @inlinable public static var denial: WordClasses { WordClasses(bit: 107) }
  /// 'reports', 'claims': with 'of' or 'that' behind it, what somebody told.
  @inlinable public static var report: WordClasses { WordClasses(bit: 108) }
  /// 'fears', 'feared': what is told in the clause behind it may not be so.
  @inlinable public static var fearing: WordClasses { WordClasses(bit: 109) }
  /// 'town', 'island': with 'of' behind it, a number is of those who live there.
  @inlinable public static var settlement: WordClasses { WordClasses(bit: 110) }
  /// 'killers', 'assailants': those who did it.
  @inlinable public static var assailant: WordClasses { WordClasses(bit: 111) }
  /// 'killer', 'murderer': with 'of' behind it, whom they killed.
  @inlinable public static var slayer: WordClasses { WordClasses(bit: 93) }
  /// 'burned', 'buried': with 'alive' behind its object, a way of killing.
  @inlinable public static var burning: WordClasses { WordClasses(bit: 123) }
  /// 'making', 'give': with 'a total of' behind it, it sums up.
  @inlinable public static var adding: WordClasses { WordClasses(bit: 124) }
  /// 'hospital', 'infirmary': with 'taken to' before it, where the hurt are taken.
  @inlinable public static var clinic: WordClasses { WordClasses(bit: 112) }
  /// 'section', 'flight': with a number behind it, a name.
  @inlinable public static var reference: WordClasses { WordClasses(bit: 113) }
  /// 'condition': with 'of' behind it, of whom it tells that they are hurt.
  @inlinable public static var ailing: WordClasses { WordClasses(bit: 114) }
  /// 'freed', 'exchanged': what becomes of captives.
  @inlinable public static var freeing: WordClasses { WordClasses(bit: 90) }
  /// 'invaders', 'occupiers': the enemy, in the mouth of those whose land it is.
  @inlinable public static var invader: WordClasses { WordClasses(bit: 91) }
  /// 'separatists', 'Maoists': fighters whom a word names that in each war means another group.
  @inlinable public static var faction: WordClasses { WordClasses(bit: 92) }
  /// 'both sides', 'the two armies'.
  @inlinable public static var bothSides: WordClasses { WordClasses(bit: 94) }
  /// 'bus', 'fire': it tells of an accident only where nobody fights.
  @inlinable public static var weakSetting: WordClasses { WordClasses(bit: 95) }
  /// 'hotel', 'metro', 'tourists': what terror strikes far from any front.
  @inlinable public static var softTarget: WordClasses { WordClasses(bit: 118) }
  /// 'the Sahel', 'West Africa': a region of several countries.
  @inlinable public static var wideRegion: WordClasses { WordClasses(bit: 119) }
  /// 'war', 'genocide': with a land's name before it, it tells where it was.
  @inlinable public static var warName: WordClasses { WordClasses(bit: 96) }
  /// 'factions', 'bandits': armed people whom no army owns.
  @inlinable public static var captor: WordClasses { WordClasses(bit: 86) }
  /// 'figures', 'data', 'toll': what an author may call into question.
  @inlinable public static var figures: WordClasses { WordClasses(bit: 66) }
  /// 'number', 'total', 'tally': a noun for a count, whose number may stand far from it.
  @inlinable public static var count: WordClasses { WordClasses(bit: 70) }
  /// 'enemy': the other side, as one of them sees it.
  @inlinable public static var enemy: WordClasses { WordClasses(bit: 65) }
  /// Speaks of political violence, which has sides wherever it is: 'protesters', 'crackdown'.
  @inlinable public static var politicalSetting: WordClasses { WordClasses(bit: 64) }
  /// Says where somebody sits or speaks and not where it happened: 'based', 'briefing'.
  @inlinable public static var seat: WordClasses { WordClasses(bit: 63) }
  /// 'admitted', 'acknowledged': who says so speaks of their own losses.
  @inlinable public static var admission: WordClasses { WordClasses(bit: 67) }
  /// 'field', 'battlefield': where an army leaves its dead.
  @inlinable public static var battlefield: WordClasses { WordClasses(bit: 126) }
  /// 'ambushed', 'stormed': a verb whose object is those who are attacked.
  @inlinable public static var assailing: WordClasses { WordClasses(bit: 127) }
  /// 'hands', 'captivity': with a side before it, who holds captives.
  @inlinable public static var custody: WordClasses { WordClasses(bit: 125) }
  /// 'brigade', 'regiment': a body of soldiers, and no side of its own.
  @inlinable public static var formation: WordClasses { WordClasses(bit: 68) }
  /// 'belonging', 'linked', 'loyal': with 'to' or 'with' behind it, whom people belong to follows.
  @inlinable public static var belonging: WordClasses { WordClasses(bit: 69) }
  /// 'burns', 'gunshot': a hurt that people are treated for; 'seriously': how badly they were hurt.
  @inlinable public static var wound: WordClasses { WordClasses(bit: 56) }
  /// 'identify', 'lay to rest': what is done to the dead.
  @inlinable public static var lastRite: WordClasses { WordClasses(bit: 57) }
  /// 'list', 'name': a verb whose objects are shares of a count that was given before.
  @inlinable public static var listing: WordClasses { WordClasses(bit: 58) }
  /// 'half', 'a third': with 'of' behind it, a number is the whole of an unnamed part.
  @inlinable public static var fraction: WordClasses { WordClasses(bit: 59) }
  /// 'forced', 'had': with 'to' behind it, it belongs to the verb that follows.
  @inlinable public static var compelling: WordClasses { WordClasses(bit: 60) }
  /// 'likely', 'probably': an estimator's word for a figure of their own.
  @inlinable public static var hedge: WordClasses { WordClasses(bit: 61) }
  /// 'therefore', 'in total': the sentence draws on what was just said.
  @inlinable public static var drawing: WordClasses { WordClasses(bit: 62) }

  /// 'near', 'across', 'south of': a preposition of place.
  @inlinable public static var whereabouts: WordClasses { WordClasses(bit: 97) }
  /// 'sparked', 'retaliation': what follows came before what is told of, and led to it.
  @inlinable public static var prompting: WordClasses { WordClasses(bit: 98) }
  /// 'previous', 'since', 'deadliest': the sentence sets a figure against other times.
  @inlinable public static var backdrop: WordClasses { WordClasses(bit: 71) }
  /// 'it is noted': the one who spoke right before speaks on.
  @inlinable public static var resuming: WordClasses { WordClasses(bit: 72) }
  /// 'transcript', 'briefing': a text in which people take turns.
  @inlinable public static var dialogue: WordClasses { WordClasses(bit: 73) }
  /// 'Q', 'reporter': before a colon, one who asks.
  @inlinable public static var questioner: WordClasses { WordClasses(bit: 74) }

  /// 'gave', 'provided': with a noun for a count behind it, a verb of telling: 'gave a total of 98 dead'.
  @inlinable public static var giving: WordClasses { WordClasses(bit: 99) }
  /// 'estimates', 'tallies': nouns for the counts of several who differ.
  @inlinable public static var estimates: WordClasses { WordClasses(bit: 77) }
  /// 'perhaps', 'possibly': behind a figure, a larger one is a guess.
  @inlinable public static var guess: WordClasses { WordClasses(bit: 79) }
  /// 'blamed', 'attributed': with 'on' or 'to' behind it, who or what did it, and no other fate.
  @inlinable public static var ascribing: WordClasses { WordClasses(bit: 78) }
  /// 'documented', 'listed': who did so has gone through cases one by one.
  @inlinable public static var recording: WordClasses { WordClasses(bit: 75) }
  /// 'appointed', 'commissioned': with 'by' behind it, who founded a body or had it look into a matter.
  @inlinable public static var founding: WordClasses { WordClasses(bit: 116) }
  /// 'meanwhile', 'elsewhere': the sentence tells of another matter.
  @inlinable public static var aside: WordClasses { WordClasses(bit: 76) }

  /// Function words: none of them is part of a bare noun phrase.
  @inlinable public static var function: WordClasses {
    [
      .determiner, .preposition, .conjunction, .relative, .subordinator, .be, .have, .do, .modal,
      .negation, .pronoun,
    ]
  }
}
