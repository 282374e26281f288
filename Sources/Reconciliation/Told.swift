internal import ClaimModel

/// One sentence's figures of one party and outcome.
struct Sentence: Hashable {
  var document: UInt64
  var quote: UInt32
  var party: Int32
  var outcome: Outcome

  init(_ record: ClaimRecord, _ seed: Reconciler.SeedKey) {
    document = record.document
    quote = record.quote
    party = seed.party
    outcome = seed.outcome
  }
}

/// What a claim for a period counts, beyond what its seed says.
struct Period: Hashable {
  /// The place and the dates.
  var event: String
  var conflict: String
}

/// What documents say elsewhere that settles the scope of claims which don't.
struct Told {
  private struct Event: Hashable {
    var document: UInt64
    var event: Int32
  }

  private struct Figure: Hashable {
    var document: UInt64
    var party: Int32
    var outcome: Outcome
    var low: Int
    var high: Int
  }

  private var events: Set<Event> = []
  private var figures: Set<Figure> = []
  /// The sentences in which some claim names no time, place or event.
  private(set) var untimed: Set<Sentence> = []

  /// Goes through all claims.
  ///
  /// - Parameters:
  ///   - seeds: the claims by what they share.
  ///   - floor: the least number that a claim of unknown scope must have to be read as a war's;
  ///     below it nothing needs to be settled.
  init(_ seeds: [Reconciler.SeedKey: [ClaimRecord]], floor: Int) {
    for (seed, records) in seeds {
      switch seed.scope {
      case .incident:
        for record in records where record.document != 0 {
          if seed.event != 0 { events.insert(Event(document: record.document, event: seed.event)) }
          if record.statedHigh >= floor { figures.insert(Self.figure(record, seed)) }
        }
      case .unknown:
        for record in records where isUntimed(record, seed) {
          untimed.insert(Sentence(record, seed))
        }
      case .cumulative, .period: break
      }
    }
  }

  /// Whether a claim of unknown scope names no time, place or event of its own.
  func isUntimed(_ record: ClaimRecord, _ seed: Reconciler.SeedKey) -> Bool {
    seed.scope == .unknown && seed.event == 0 && record.documentName != 0 && record.place == 0
      && record.from == .none && record.to == .none
  }

  /// Whether a claim's document tells of the claim's named event as an incident.
  func isIncident(_ record: ClaimRecord, named seed: Reconciler.SeedKey) -> Bool {
    events.contains(Event(document: record.document, event: seed.event))
  }

  /// Whether a claim's document gives its very figure as an incident's.
  func isIncident(_ record: ClaimRecord, _ seed: Reconciler.SeedKey) -> Bool {
    figures.contains(Self.figure(record, seed))
  }

  private static func figure(_ record: ClaimRecord, _ seed: Reconciler.SeedKey) -> Figure {
    Figure(
      document: record.document, party: seed.party, outcome: seed.outcome, low: record.statedLow,
      high: record.statedHigh)
  }
}
