package import ClaimModel

/// How the best figure of a question is chosen among its origins' figures (`--rule`).
package enum RangeRule: String, Hashable, Sendable, CaseIterable {
  /// The median of the origins' best figures, one vote an origin; of an even number the mean of
  /// the two in the middle, rounded down.
  case median
  /// Airwars: from the lowest to the highest figure reported; no single best.
  case airwars
  /// ACLED codebook: where sources differ, the lowest.
  case acled
  /// GTD codebook (June 2017, pp. 45-51): the most recent, of those the majority, else the lowest.
  case gtd
  /// The most recent; where several share the date, their median.
  case latest
}

/// What a person may set about a reconciliation.
package struct ReconciliationOptions: Sendable {
  /// What becomes of a claim of unknown scope.
  package enum UnknownScope: String, Hashable, Sendable, CaseIterable {
    /// A figure without place, event or period, at least ``ReconciliationOptions/wholeWarFloor``
    /// large, on a party of a known conflict counts that conflict so far; others stand alone.
    case cumulative
    /// Claims of unknown scope are compared with one another only.
    case apart
  }

  /// How the best figure is chosen.
  package var rule: RangeRule = .median
  /// The columns that claims must agree on to be comparable.
  package var by: [String] = ReconciliationOptions.defaultColumns
  /// The stances that may enter a range.
  package var stances: Set<Stance> = [.asserted, .doubted]
  /// What becomes of a claim of unknown scope.
  package var unknownScope: UnknownScope = .cumulative
  /// The least number that a figure of unknown scope must have to be read as a whole war's.
  package var wholeWarFloor = 1000
  /// How incident claims without an event are put together.
  package var events = EventOptions()
  /// Whether the claims themselves are kept for the reports; off for tables of many millions.
  package var keepsClaims = true
  /// Whether the result says why claims were put together as one event.
  package var explainsEvents = true
  /// The most ids in a list of echoes or revisions, and points in one origin's timeline.
  ///
  /// nil keeps all. Counts stay exact.
  package var listLimit: Int?
  /// The most pairs of origins of one question that are compared one by one.
  ///
  /// Above it each origin is compared with the lowest and the highest only, and as many of the
  /// widest gaps become findings.
  package var pairLimit = 1000

  package init() {}

  /// What claims agree on unless `--by` says otherwise.
  package static let defaultColumns = [
    "party", "status", "outcome", "scope", "event", "conflict",
  ]
}

/// How incident claims that name no event are put together.
package struct EventOptions: Hashable, Sendable {
  /// Whether it is done at all; off, each document's incident is an event of its own.
  package var isOn = true
  /// How many days apart two reports on one event may date it.
  package var days = 1
  /// How many times the smaller figure the larger may be, in thousandths, for two reports on one
  /// place and day to be about one event.
  package var factor = 3000

  package init() {}
}
