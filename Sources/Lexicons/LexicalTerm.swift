package import ClaimModel

/// What a word or phrase can be in a sentence; one term may be several things.
///
/// Every class has a bit of its own.
package struct WordClasses: OptionSet, Hashable, Sendable {
  package let rawValue: UInt128

  package init(rawValue: UInt128) {
    self.rawValue = rawValue
  }

  private init(bit: UInt128) {
    rawValue = 1 << bit
  }

  package static let numeral = WordClasses(bit: 0)
  package static let multiplier = WordClasses(bit: 1)
  package static let groupMultiplier = WordClasses(bit: 2)
  package static let multiplierSuffix = WordClasses(bit: 3)
  package static let qualifierBefore = WordClasses(bit: 4)
  package static let qualifierAfter = WordClasses(bit: 5)
  package static let indefinite = WordClasses(bit: 6)
  package static let outcome = WordClasses(bit: 7)
  /// A noun for people.
  package static let person = WordClasses(bit: 8)
  /// A noun for those who can give a figure.
  package static let speaker = WordClasses(bit: 9)
  package static let cue = WordClasses(bit: 10)
  package static let title = WordClasses(bit: 11)
  package static let pronoun = WordClasses(bit: 12)
  package static let determiner = WordClasses(bit: 13)
  package static let preposition = WordClasses(bit: 14)
  package static let conjunction = WordClasses(bit: 15)
  package static let relative = WordClasses(bit: 16)
  package static let subordinator = WordClasses(bit: 17)
  package static let be = WordClasses(bit: 18)
  package static let have = WordClasses(bit: 19)
  package static let `do` = WordClasses(bit: 20)
  package static let modal = WordClasses(bit: 21)
  /// 'may', 'could': what they govern is not said to have happened.
  package static let possibility = WordClasses(bit: 22)
  package static let negation = WordClasses(bit: 23)
  package static let adverb = WordClasses(bit: 24)
  /// 'more', 'others': it points to people named before.
  package static let more = WordClasses(bit: 25)
  /// 'confirmed', 'feared': it may stand between 'be' and a state.
  package static let reporting = WordClasses(bit: 26)
  package static let copula = WordClasses(bit: 27)
  /// 'including', 'of whom': what follows is a part.
  package static let part = WordClasses(bit: 28)
  /// 'rose', 'stands': it leads from a toll to its number.
  package static let level = WordClasses(bit: 29)
  /// A noun that makes the number before it no count of people.
  package static let measure = WordClasses(bit: 30)
  package static let month = WordClasses(bit: 31)
  package static let weekday = WordClasses(bit: 32)
  package static let day = WordClasses(bit: 33)
  package static let timeModifier = WordClasses(bit: 34)
  package static let timeUnit = WordClasses(bit: 35)
  /// Some form of a verb.
  package static let verb = WordClasses(bit: 36)
  package static let verbBase = WordClasses(bit: 37)
  package static let verbS = WordClasses(bit: 38)
  package static let verbPast = WordClasses(bit: 39)
  package static let participle = WordClasses(bit: 40)
  package static let gerund = WordClasses(bit: 41)
  /// The verb's form is as often a noun or an adjective.
  package static let ambiguousVerb = WordClasses(bit: 42)
  package static let abbreviation = WordClasses(bit: 43)
  package static let conflictSetting = WordClasses(bit: 44)
  package static let calamitySetting = WordClasses(bit: 45)
  /// The noun is in the plural.
  package static let plural = WordClasses(bit: 46)

  /// 'unbelievable': the author calls a figure into question.
  package static let doubt = WordClasses(bit: 47)
  /// 'threatened', 'plans': what follows has not happened.
  package static let unreal = WordClasses(bit: 48)
  /// 'suffered', 'sustained': the subject bears the losses.
  package static let suffering = WordClasses(bit: 49)
  /// 'rebels', 'guerrillas': fighters of no state.
  package static let irregular = WordClasses(bit: 50)
  /// 'refuse', 'decline', 'have not': with a word for publishing, a side keeps silent.
  package static let silence = WordClasses(bit: 51)
  /// 'publish', 'release', 'broadcast'.
  package static let publishing = WordClasses(bit: 52)
  /// 'suicide bomber': political violence that may be far from any war.
  package static let terrorSetting = WordClasses(bit: 53)
  /// 'gang', 'robbery': violence that is no politics.
  package static let crimeSetting = WordClasses(bit: 54)
  /// 'strike', 'invasion': whoever stands before it did it, and was not where it was done.
  package static let attack = WordClasses(bit: 55)
  /// 'sentenced', 'condemned': a death to which one is so sent has not been died.
  package static let sentencing = WordClasses(bit: 80)
  /// 'put', 'revised': it gives a count that was given before another number.
  package static let restating = WordClasses(bit: 81)
  /// 'rescuers', 'divers': whom they search for is missing.
  package static let rescue = WordClasses(bit: 82)
  /// 'search', 'look': with 'for' behind it, for whom rescuers seek.
  package static let searching = WordClasses(bit: 83)
  /// 'hold', 'take': what armed people do to captives.
  package static let holding = WordClasses(bit: 84)
  /// 'relatives', 'widows': whom the dead leave behind.
  package static let bereaved = WordClasses(bit: 85)
  /// 'cases', 'infections': counted beside deaths, and none of them.
  package static let sickness = WordClasses(bit: 87)
  /// 'drove', 'pushed': with 'out of' behind their object, it had to leave.
  package static let driving = WordClasses(bit: 88)
  /// 'discharged', 'treated': what is done to those who were hurt.
  package static let aftercare = WordClasses(bit: 89)
  /// 'freed', 'exchanged': what becomes of captives.
  package static let freeing = WordClasses(bit: 90)
  /// 'factions', 'bandits': armed people whom no army owns.
  package static let captor = WordClasses(bit: 86)
  /// 'figures', 'data', 'toll': what an author may call into question.
  package static let figures = WordClasses(bit: 66)
  /// 'enemy': the other side, as one of them sees it.
  package static let enemy = WordClasses(bit: 65)
  /// Speaks of political violence, which has sides wherever it is: 'protesters', 'crackdown'.
  package static let politicalSetting = WordClasses(bit: 64)
  /// Says where somebody sits or speaks and not where it happened: 'based', 'briefing'.
  package static let seat = WordClasses(bit: 63)
  /// 'admitted', 'acknowledged': who says so speaks of their own losses.
  package static let admission = WordClasses(bit: 67)
  /// 'brigade', 'regiment': a body of soldiers, and no side of its own.
  package static let formation = WordClasses(bit: 68)
  /// 'belonging', 'linked', 'loyal': with 'to' or 'with' behind it, whom people belong to follows.
  package static let belonging = WordClasses(bit: 69)
  /// 'burns', 'gunshot': a hurt that people are treated for; 'seriously': how badly they were hurt.
  package static let wound = WordClasses(bit: 56)
  /// 'identify', 'lay to rest': what is done to the dead.
  package static let lastRite = WordClasses(bit: 57)
  /// 'list', 'name': a verb whose objects are shares of a count that was given before.
  package static let listing = WordClasses(bit: 58)
  /// 'half', 'a third': with 'of' behind it, a number is the whole of an unnamed part.
  package static let fraction = WordClasses(bit: 59)
  /// 'forced', 'had': with 'to' behind it, it belongs to the verb that follows.
  package static let compelling = WordClasses(bit: 60)
  /// 'likely', 'probably': an estimator's word for a figure of their own.
  package static let hedge = WordClasses(bit: 61)
  /// 'therefore', 'in total': the sentence draws on what was just said.
  package static let drawing = WordClasses(bit: 62)

  /// Function words: none of them is part of a bare noun phrase.
  package static let function: WordClasses = [
    .determiner, .preposition, .conjunction, .relative, .subordinator, .be, .have, .do, .modal,
    .negation, .pronoun,
  ]
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
