package import ClaimModel

/// What a word or phrase can be in a sentence; one term may be several things.
///
/// Every class has a bit of its own. The extractor tests classes for every word, so all of this can
/// be inlined there: a class, and a literal of several classes, are constants. Where the literals
/// were left to the standard library, they took a fifth of the extractor's time.
package struct WordClasses: OptionSet, Hashable, Sendable {
  package let rawValue: UInt128

  @inlinable package init(rawValue: UInt128) {
    self.rawValue = rawValue
  }

  /// The class of one bit.
  @inlinable package init(bit: UInt128) {
    rawValue = 1 &<< bit
  }

  /// All of some classes.
  @inlinable @inline(__always) package init(arrayLiteral classes: WordClasses...) {
    var bits: UInt128 = 0
    for each in classes { bits |= each.rawValue }
    rawValue = bits
  }

  /// Whether it has none of some classes.
  @inlinable package func isDisjoint(with other: WordClasses) -> Bool {
    rawValue & other.rawValue == 0
  }

  /// Whether it has all of some classes.
  @inlinable package func contains(_ other: WordClasses) -> Bool {
    rawValue & other.rawValue == other.rawValue
  }

  @inlinable package static var numeral: WordClasses { WordClasses(bit: 0) }
  @inlinable package static var multiplier: WordClasses { WordClasses(bit: 1) }
  @inlinable package static var groupMultiplier: WordClasses { WordClasses(bit: 2) }
  @inlinable package static var multiplierSuffix: WordClasses { WordClasses(bit: 3) }
  @inlinable package static var qualifierBefore: WordClasses { WordClasses(bit: 4) }
  @inlinable package static var qualifierAfter: WordClasses { WordClasses(bit: 5) }
  @inlinable package static var indefinite: WordClasses { WordClasses(bit: 6) }
  @inlinable package static var outcome: WordClasses { WordClasses(bit: 7) }
  /// A noun for people.
  @inlinable package static var person: WordClasses { WordClasses(bit: 8) }
  /// A noun for those who can give a figure.
  @inlinable package static var speaker: WordClasses { WordClasses(bit: 9) }
  @inlinable package static var cue: WordClasses { WordClasses(bit: 10) }
  @inlinable package static var title: WordClasses { WordClasses(bit: 11) }
  @inlinable package static var pronoun: WordClasses { WordClasses(bit: 12) }
  @inlinable package static var determiner: WordClasses { WordClasses(bit: 13) }
  @inlinable package static var preposition: WordClasses { WordClasses(bit: 14) }
  @inlinable package static var conjunction: WordClasses { WordClasses(bit: 15) }
  @inlinable package static var relative: WordClasses { WordClasses(bit: 16) }
  @inlinable package static var subordinator: WordClasses { WordClasses(bit: 17) }
  @inlinable package static var be: WordClasses { WordClasses(bit: 18) }
  @inlinable package static var have: WordClasses { WordClasses(bit: 19) }
  @inlinable package static var `do`: WordClasses { WordClasses(bit: 20) }
  @inlinable package static var modal: WordClasses { WordClasses(bit: 21) }
  /// 'may', 'could': what they govern is not said to have happened.
  @inlinable package static var possibility: WordClasses { WordClasses(bit: 22) }
  @inlinable package static var negation: WordClasses { WordClasses(bit: 23) }
  @inlinable package static var adverb: WordClasses { WordClasses(bit: 24) }
  /// 'more', 'others': it points to people named before.
  @inlinable package static var more: WordClasses { WordClasses(bit: 25) }
  /// 'confirmed', 'feared': it may stand between 'be' and a state.
  @inlinable package static var reporting: WordClasses { WordClasses(bit: 26) }
  @inlinable package static var copula: WordClasses { WordClasses(bit: 27) }
  /// 'including', 'of whom': what follows is a part.
  @inlinable package static var part: WordClasses { WordClasses(bit: 28) }
  /// 'rose', 'stands': it leads from a toll to its number.
  @inlinable package static var level: WordClasses { WordClasses(bit: 29) }
  /// A noun that makes the number before it no count of people.
  @inlinable package static var measure: WordClasses { WordClasses(bit: 30) }
  @inlinable package static var month: WordClasses { WordClasses(bit: 31) }
  @inlinable package static var weekday: WordClasses { WordClasses(bit: 32) }
  @inlinable package static var day: WordClasses { WordClasses(bit: 33) }
  @inlinable package static var timeModifier: WordClasses { WordClasses(bit: 34) }
  @inlinable package static var timeUnit: WordClasses { WordClasses(bit: 35) }
  /// Some form of a verb.
  @inlinable package static var verb: WordClasses { WordClasses(bit: 36) }
  @inlinable package static var verbBase: WordClasses { WordClasses(bit: 37) }
  @inlinable package static var verbS: WordClasses { WordClasses(bit: 38) }
  @inlinable package static var verbPast: WordClasses { WordClasses(bit: 39) }
  @inlinable package static var participle: WordClasses { WordClasses(bit: 40) }
  @inlinable package static var gerund: WordClasses { WordClasses(bit: 41) }
  /// The verb's form is as often a noun or an adjective.
  @inlinable package static var ambiguousVerb: WordClasses { WordClasses(bit: 42) }
  @inlinable package static var abbreviation: WordClasses { WordClasses(bit: 43) }
  @inlinable package static var conflictSetting: WordClasses { WordClasses(bit: 44) }
  @inlinable package static var calamitySetting: WordClasses { WordClasses(bit: 45) }
  /// The noun is in the plural.
  @inlinable package static var plural: WordClasses { WordClasses(bit: 46) }

  /// 'unbelievable': the author calls a figure into question.
  @inlinable package static var doubt: WordClasses { WordClasses(bit: 47) }
  /// 'threatened', 'plans': what follows has not happened.
  @inlinable package static var unreal: WordClasses { WordClasses(bit: 48) }
  /// 'suffered', 'sustained': the subject bears the losses.
  @inlinable package static var suffering: WordClasses { WordClasses(bit: 49) }
  /// 'rebels', 'guerrillas': fighters of no state.
  @inlinable package static var irregular: WordClasses { WordClasses(bit: 50) }
  /// 'refuse', 'decline', 'have not': with a word for publishing, a side keeps silent.
  @inlinable package static var silence: WordClasses { WordClasses(bit: 51) }
  /// 'publish', 'release', 'broadcast'.
  @inlinable package static var publishing: WordClasses { WordClasses(bit: 52) }
  /// 'suicide bomber': political violence that may be far from any war.
  @inlinable package static var terrorSetting: WordClasses { WordClasses(bit: 53) }
  /// 'gang', 'robbery': violence that is no politics.
  @inlinable package static var crimeSetting: WordClasses { WordClasses(bit: 54) }
  /// 'strike', 'invasion': whoever stands before it did it, and was not where it was done.
  @inlinable package static var attack: WordClasses { WordClasses(bit: 55) }
  /// 'sentenced', 'condemned': a death to which one is so sent has not been died.
  @inlinable package static var sentencing: WordClasses { WordClasses(bit: 80) }
  /// 'put', 'revised': it gives a count that was given before another number.
  @inlinable package static var restating: WordClasses { WordClasses(bit: 81) }
  /// 'rescuers', 'divers': whom they search for is missing.
  @inlinable package static var rescue: WordClasses { WordClasses(bit: 82) }
  /// 'search', 'look': with 'for' behind it, for whom rescuers seek.
  @inlinable package static var searching: WordClasses { WordClasses(bit: 83) }
  /// 'hold', 'take': what armed people do to captives.
  @inlinable package static var holding: WordClasses { WordClasses(bit: 84) }
  /// 'relatives', 'widows': whom the dead leave behind.
  @inlinable package static var bereaved: WordClasses { WordClasses(bit: 85) }
  /// 'cases', 'infections': counted beside deaths, and none of them.
  @inlinable package static var sickness: WordClasses { WordClasses(bit: 87) }
  /// 'drove', 'pushed': with 'out of' behind their object, it had to leave.
  @inlinable package static var driving: WordClasses { WordClasses(bit: 88) }
  /// 'discharged', 'treated': what is done to those who were hurt.
  @inlinable package static var aftercare: WordClasses { WordClasses(bit: 89) }
  /// 'in critical condition', 'in hospital': how those who were hurt fare.
  @inlinable package static var severity: WordClasses { WordClasses(bit: 100) }
  /// 'sons', 'brothers': whom a family loses.
  @inlinable package static var kin: WordClasses { WordClasses(bit: 101) }
  /// 'the rest': what is left of those told before, and no number.
  @inlinable package static var remainder: WordClasses { WordClasses(bit: 102) }
  /// 'fell': of soldiers, that they were killed.
  @inlinable package static var falling: WordClasses { WordClasses(bit: 103) }
  /// 'charge', 'trenches': where soldiers fall.
  @inlinable package static var charge: WordClasses { WordClasses(bit: 104) }
  /// 'to hospital', 'in hospital': where the hurt are taken.
  @inlinable package static var ward: WordClasses { WordClasses(bit: 105) }
  /// 'put', 'sent': with 'in hospital' behind their object, it was hurt.
  @inlinable package static var sending: WordClasses { WordClasses(bit: 106) }
  /// 'not true', 'no evidence': what is told in the clause behind it is denied.
  @inlinable package static var denial: WordClasses { WordClasses(bit: 107) }
  /// 'reports', 'claims': with 'of' or 'that' behind it, what somebody told.
  @inlinable package static var report: WordClasses { WordClasses(bit: 108) }
  /// 'fears', 'feared': what is told in the clause behind it may not be so.
  @inlinable package static var fearing: WordClasses { WordClasses(bit: 109) }
  /// 'town', 'island': with 'of' behind it, a number is of those who live there.
  @inlinable package static var settlement: WordClasses { WordClasses(bit: 110) }
  /// 'killers', 'assailants': those who did it.
  @inlinable package static var assailant: WordClasses { WordClasses(bit: 111) }
  /// 'hospital', 'infirmary': with 'taken to' before it, where the hurt are taken.
  @inlinable package static var clinic: WordClasses { WordClasses(bit: 112) }
  /// 'section', 'flight': with a number behind it, a name.
  @inlinable package static var reference: WordClasses { WordClasses(bit: 113) }
  /// 'freed', 'exchanged': what becomes of captives.
  @inlinable package static var freeing: WordClasses { WordClasses(bit: 90) }
  /// 'invaders', 'occupiers': the enemy, in the mouth of those whose land it is.
  @inlinable package static var invader: WordClasses { WordClasses(bit: 91) }
  /// 'separatists', 'Maoists': fighters whom a word names that in each war means another group.
  @inlinable package static var faction: WordClasses { WordClasses(bit: 92) }
  /// 'both sides', 'the two armies'.
  @inlinable package static var bothSides: WordClasses { WordClasses(bit: 94) }
  /// 'bus', 'fire': it tells of an accident only where nobody fights.
  @inlinable package static var weakSetting: WordClasses { WordClasses(bit: 95) }
  /// 'factions', 'bandits': armed people whom no army owns.
  @inlinable package static var captor: WordClasses { WordClasses(bit: 86) }
  /// 'figures', 'data', 'toll': what an author may call into question.
  @inlinable package static var figures: WordClasses { WordClasses(bit: 66) }
  /// 'enemy': the other side, as one of them sees it.
  @inlinable package static var enemy: WordClasses { WordClasses(bit: 65) }
  /// Speaks of political violence, which has sides wherever it is: 'protesters', 'crackdown'.
  @inlinable package static var politicalSetting: WordClasses { WordClasses(bit: 64) }
  /// Says where somebody sits or speaks and not where it happened: 'based', 'briefing'.
  @inlinable package static var seat: WordClasses { WordClasses(bit: 63) }
  /// 'admitted', 'acknowledged': who says so speaks of their own losses.
  @inlinable package static var admission: WordClasses { WordClasses(bit: 67) }
  /// 'brigade', 'regiment': a body of soldiers, and no side of its own.
  @inlinable package static var formation: WordClasses { WordClasses(bit: 68) }
  /// 'belonging', 'linked', 'loyal': with 'to' or 'with' behind it, whom people belong to follows.
  @inlinable package static var belonging: WordClasses { WordClasses(bit: 69) }
  /// 'burns', 'gunshot': a hurt that people are treated for; 'seriously': how badly they were hurt.
  @inlinable package static var wound: WordClasses { WordClasses(bit: 56) }
  /// 'identify', 'lay to rest': what is done to the dead.
  @inlinable package static var lastRite: WordClasses { WordClasses(bit: 57) }
  /// 'list', 'name': a verb whose objects are shares of a count that was given before.
  @inlinable package static var listing: WordClasses { WordClasses(bit: 58) }
  /// 'half', 'a third': with 'of' behind it, a number is the whole of an unnamed part.
  @inlinable package static var fraction: WordClasses { WordClasses(bit: 59) }
  /// 'forced', 'had': with 'to' behind it, it belongs to the verb that follows.
  @inlinable package static var compelling: WordClasses { WordClasses(bit: 60) }
  /// 'likely', 'probably': an estimator's word for a figure of their own.
  @inlinable package static var hedge: WordClasses { WordClasses(bit: 61) }
  /// 'therefore', 'in total': the sentence draws on what was just said.
  @inlinable package static var drawing: WordClasses { WordClasses(bit: 62) }

  /// Function words: none of them is part of a bare noun phrase.
  @inlinable package static var function: WordClasses {
    [
      .determiner, .preposition, .conjunction, .relative, .subordinator, .be, .have, .do, .modal,
      .negation, .pronoun,
    ]
  }
}

/// How an outcome word takes its victims.
package enum OutcomeFrame: String, Hashable, Sendable, CaseIterable {
  /// A verb whose object suffers: 'killed 12'.
  case harm
  /// A verb that tells of an outcome only where its object is people: 'eliminated 12 fighters'.
  case remove
  /// A verb whose subject suffers: '12 died'.
  case suffer
  /// A noun for what happened: '12 deaths', 'the death of 12 people'.
  case event
  /// A noun for the count: 'a death toll of 12', 'the toll rose to 12'.
  case toll
  /// A noun for those who suffered: 'the bodies of 12 people', '12 wounded'.
  case people
  /// An adjective: '12 are missing', 'left 12 dead'.
  case state
  /// 'lives' in 'claimed 12 lives'.
  case lives
  /// 'left' in 'left 12 dead'.
  case leave
  /// 'claimed' in 'claimed 12 lives', 'took' in 'took 12 prisoners'.
  case take
  /// 'lost' in 'lost 12 men'.
  case lose
  /// 'losses' in 'losses of 12'.
  case loss
  /// 'treated' in 'treated 12 people for burns'.
  case treat
  /// 'buried' in 'the villagers buried 60 of the enemy': deaths where people do it to people.
  case bury
  /// 'shot' in 'gunmen shot four farmers': a killing where it is active.
  case shoot
}

/// One reading of an outcome word.
package struct OutcomeSense: Hashable, Sendable {
  /// What the people suffered.
  package var outcome: Outcome
  /// How the word takes its victims.
  package var frame: OutcomeFrame

  package init(outcome: Outcome, frame: OutcomeFrame) {
    self.outcome = outcome
    self.frame = frame
  }
}

/// How an attributing word ties a speaker to what is said.
package enum CueKind: String, Hashable, Sendable, CaseIterable {
  /// 'said': a clause is its content.
  case say
  /// 'told': a hearer stands between it and its content.
  case tell
  /// 'reported', 'recorded': a figure itself may be its content.
  case tally
  /// 'saw': only of reporters, and only a figure.
  case witness
  /// 'found': only with a clause behind it, for what is found may be a body.
  case conclude
  /// 'denied'.
  case deny
  /// 'accused X of'.
  case accuse
  /// 'quoted X as saying'.
  case cite
  /// 'according to': the speaker follows.
  case according
  /// No attribution of figures: 'claimed responsibility'.
  case none
}

/// What kind of title stands before a name.
package enum TitleKind: String, Hashable, Sendable, CaseIterable {
  case office, rank, honorific, role
}

/// What a word does in a phrase of time: the `kind` of `times.csv`.
package enum TimeWord: String, Hashable, Sendable, CaseIterable {
  case month, weekday, unit, season
  /// 'today', 'yesterday'.
  case day
  /// 'morning', 'dawn', 'midnight'.
  case part
  /// 'overnight': the night before the document's day.
  case overnight
  /// 'last', 'past', 'previous'.
  case last
  /// 'this', 'current'.
  case this
  case next
  /// 'same', 'that': a day that was named before.
  case same
  /// 'late', 'early', 'mid'.
  case stage
  /// 'the day before'.
  case eve
  /// 'the following': it marks time, and tells no date.
  case other
  /// 'first', 'final'; its value counts from the front, or is -1.
  case ordinal
  /// 'half' in 'the first half of 2024'.
  case half
  /// 'start', 'end', 'height' of a time; the value is 1 where it is its end.
  case edge
  /// 'in', 'on', 'at'.
  case inside
  /// 'during', 'throughout', 'within', 'over': they open only what takes time.
  case during
  case since, until, from, between, by
  /// 'as of'.
  case asOf = "as_of"
  /// 'of' between a part and its whole.
  case of
  /// 'to', 'through', 'and' between two ends.
  case to
  case ago, earlier, later
  /// 'so far', 'to date'.
  case running
  /// 'total', 'overall': the sum of all that happened.
  case total
  /// 'war', 'invasion': events that take long and time others.
  case course
  /// 'blast', 'crash': events of a day.
  case incident
}

/// What a word does in a phrase of place: the `kind` of `places.csv`.
package enum PlaceWord: String, Hashable, Sendable, CaseIterable {
  /// 'in', 'near': a phrase of place starts with it.
  case opener
  /// 'city', 'hospital', 'coast': the head noun of a place.
  case head
}

/// All that the lexicon knows of one word or phrase.
package struct LexicalTerm: Hashable, Sendable {
  /// What it can be.
  package var classes: WordClasses = []
  /// A numeral's value, a multiplier's factor, an indefinite's unit, a month's or weekday's number.
  package var value: Int = 0
  /// How it hedges a number.
  package var qualifier: Qualifier?
  /// What kind of indefinite it is: `few`, `plural`, `couple`; else empty.
  package var indefiniteKind: String = ""
  /// Its readings as an outcome word.
  package var outcomes: [OutcomeSense] = []
  /// Whether people so named bear arms.
  package var status: VictimStatus?
  /// What kind of source one so named is.
  package var sourceType: SourceType?
  /// Whether the speaker is a body ('ministry') rather than persons ('officials').
  package var isBody = false
  /// What kinds of named body 'the …' can mean: 'the group', 'the agency'.
  package var refersTo: [SourceType] = []
  /// How it ties a speaker to what is said.
  package var cue: CueKind?
  /// Whether it is a noun for what somebody says: 'claim', 'statement'.
  package var isTelling = false
  /// What it makes of what is said.
  package var cueStance: Stance?
  /// What kind of title it is.
  package var title: TitleKind?
  /// Why a number before it is no count of people.
  package var reason: String = ""
  /// How a pronoun points: `male`, `female`, `neuter`, `any`; else empty.
  package var gender: String = ""
  /// What it does in a phrase of time.
  package var time: TimeWord?
  /// A month's or weekday's number, a day's distance from today, a unit's length in days, a season's
  /// first month.
  package var timeValue: Int = 0
  /// What it does in a phrase of place.
  package var place: PlaceWord?

  package init() {}
}
