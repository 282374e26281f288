package import ClaimModel

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

/// How an indefinite number word is read: the `kind` of `indefinites.csv`.
package enum IndefiniteKind: String, Hashable, Sendable, CaseIterable {
  /// 'a few', 'several'.
  case few
  /// 'dozens', 'hundreds'.
  case plural
  /// 'a couple': about two.
  case couple
  /// 'a pair': two.
  case pair
}

/// How a pronoun points: the `gender` of `pronouns.csv`.
package enum PronounGender: String, Hashable, Sendable, CaseIterable {
  case male, female, neuter, any
  /// The author or the one who is quoted: 'we'.
  case `self`
}

/// Why a number before a noun is no count of people who may have suffered: the `reason` of
/// `measures.csv`.
package enum MeasureReason: String, Hashable, Sendable, CaseIterable {
  case duration, measure, money, percent, thing, time
  /// 'suspects', 'voters'.
  case otherPeople = "other_people"
}

/// All that the lexicon knows of one word or phrase, but for the lists that few have.
///
/// Terms are looked up for every word of a text, so they are plain values: to copy one allocates
/// nothing and counts no references.
package struct LexicalTerm: Hashable, Sendable {
  /// What it can be.
  package var classes: WordClasses = []
  /// A numeral's value, a multiplier's factor, an indefinite's unit, a month's or weekday's number.
  package var value: Int = 0
  /// How it hedges a number.
  package var qualifier: Qualifier?
  /// What kind of indefinite it is.
  package var indefiniteKind: IndefiniteKind?
  /// Whether people so named bear arms.
  package var status: VictimStatus?
  /// What kind of source one so named is.
  package var sourceType: SourceType?
  /// Whether the speaker is a body ('ministry') rather than persons ('officials').
  package var isBody = false
  /// How it ties a speaker to what is said.
  package var cue: CueKind?
  /// What it makes of what is said.
  package var cueStance: Stance?
  /// What kind of title it is.
  package var title: TitleKind?
  /// Why a number before it is no count of people.
  package var reason: MeasureReason?
  /// How a pronoun points.
  package var gender: PronounGender?
  /// What it does in a phrase of time.
  package var time: TimeWord?
  /// A month's or weekday's number, a day's distance from today, a unit's length in days, a season's
  /// first month.
  package var timeValue: Int = 0
  /// What it does in a phrase of place.
  package var place: PlaceWord?

  package init() {}
}
