/// What is said to have happened to people.
package enum Outcome: String, Hashable, Sendable, CaseIterable {
  case killed, injured, casualties, missing, captured, displaced
}

/// Whether the victims bore arms.
package enum VictimStatus: String, Hashable, Sendable, CaseIterable {
  case military, civilian, unspecified
}

/// What kind of body or person a figure is credited to.
package enum SourceType: String, Hashable, Sendable, CaseIterable {
  case government, military, intelligence
  case armedGroup = "armed_group"
  case health, police, emergency, court
  case internationalOrganization = "international_organization"
  case ngo, media, research, witness, official, unknown
}

/// How firmly a figure is put forward.
package enum Stance: String, Hashable, Sendable, CaseIterable {
  /// The source gives it as its figure.
  case asserted
  /// The source denies it.
  case denied
  /// A forecast, a fear or a condition.
  case hypothetical
  /// The author calls the figure into question; it is still its source's assertion.
  case doubted
}

/// Which stretch of time a figure counts.
package enum Scope: String, Hashable, Sendable, CaseIterable {
  case incident, period, cumulative, unknown
}

/// Who is credited with a figure, and through whom it came.
package struct Attribution: Hashable, Sendable {
  /// The origin, resolved to its fullest name; empty means the author's own voice.
  package var source: String
  /// What kind of body or person the origin is.
  package var type: SourceType
  /// The party that the origin belongs to or speaks for; empty where none is known.
  package var side: String
  /// Who passes the figure on, nearest to the reader first: 'X, citing Y' has Y here as source, X via.
  package var via: [String]
  /// The attributing words, verbatim.
  package var cue: String

  package init(
    source: String = "", type: SourceType = .unknown, side: String = "", via: [String] = [],
    cue: String = ""
  ) {
    self.source = source
    self.type = type
    self.side = side
    self.via = via
    self.cue = cue
  }
}

/// One origin says that one number of people suffered one outcome.
///
/// A claim is a row of the claims table; its properties are the table's columns.
package struct Claim: Hashable, Sendable {
  /// Sixteen hexadecimal digits, stable from run to run; empty until it is computed.
  package var id: String = ""
  /// The path below the corpus folder, or the record's own id.
  package var documentID: String = ""
  /// The outlet that published the document.
  package var publisher: String = ""
  /// When the document was published.
  package var published: PartialDate?
  /// Where the document was published.
  package var url: String = ""
  /// Where the expression stands in the document's text; nil for a figure from no text.
  package var span: TextSpan?
  /// The whole sentence, verbatim.
  package var quote: String = ""
  /// The number expression, verbatim, with its qualifier words.
  package var expression: String = ""
  /// The number as said.
  package var quantity: Quantity
  /// The number as read under ``convention``.
  package var interval: Interval
  /// The profile that made ``interval``.
  package var convention: String = ""
  /// What the people suffered.
  package var outcome: Outcome
  /// The victims' noun phrase, verbatim, without the number.
  package var victims: String = ""
  /// The side, nation or group that the victims belong to, by its canonical name.
  package var party: String = ""
  /// Whether the victims bore arms.
  package var status: VictimStatus = .unspecified
  /// Who is credited with the figure.
  package var attribution: Attribution = Attribution()
  /// How firmly the figure is put forward.
  package var stance: Stance = .asserted
  /// The id of the claim that this one is a stated part of.
  package var partOf: String?
  /// Which stretch of time the figure counts.
  package var scope: Scope = .unknown
  /// The time words that scope the figure, verbatim.
  package var when: String = ""
  /// The start of the time that ``when`` means, against the document's date.
  package var from: PartialDate?
  /// The end of that time.
  package var to: PartialDate?
  /// The place that scopes the figure.
  package var place: String = ""
  /// The event's key.
  package var event: String = ""
  /// The name of the rule that read the figure.
  package var rule: String = ""
  /// How sure the reading is, in thousandths: 850 is written 0.85; nil where nobody said.
  package var confidence: Int?
  /// Columns that are none of the table's own, carried through in the order they came.
  package var extra: [ExtraField] = []

  package init(quantity: Quantity, interval: Interval, outcome: Outcome) {
    self.quantity = quantity
    self.interval = interval
    self.outcome = outcome
  }
}

/// One value of a column that the claims table does not define.
package struct ExtraField: Hashable, Sendable {
  /// The column's name in the header row.
  package var column: String
  /// The value, verbatim.
  package var value: String

  package init(column: String, value: String) {
    self.column = column
    self.value = value
  }
}
