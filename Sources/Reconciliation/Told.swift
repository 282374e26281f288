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

/// What a document says elsewhere that settles the scope of claims which don't.
struct Told {
  private struct Figure: Hashable {
    var party: Int32
    var outcome: Outcome
    var low: Int
    var high: Int
  }

  private var events: Set<Int32> = []
  private var figures: Set<Figure> = []
  /// The sentences in which some claim names no time, place or event.
  private(set) var untimed: Set<Sentence> = []

  /// Nothing.
  init() {}

  /// Whether the document tells of anything as an incident that settles other claims.
  var hasIncidents: Bool { !events.isEmpty || !figures.isEmpty }

  /// Goes through all claims of a document.
  ///
  /// - Parameters:
  ///   - document: the document.
  ///   - floor: the least number that a claim of unknown scope must have to be read as a war's;
  ///     below it nothing needs to be settled.
  init(_ document: DocumentClaims, floor: Int) {
    for (seed, record) in document.claims {
      switch seed.scope {
      case .incident:
        if record.document == 0 { continue }
        if seed.event != 0 { events.insert(seed.event) }
        if record.statedHigh >= floor { figures.insert(Self.figure(record, seed)) }
      case .unknown:
        if isUntimed(record, seed) { untimed.insert(Sentence(record, seed)) }
      case .cumulative, .period: break
      }
    }
  }

  /// Whether a claim of unknown scope names no time, place or event of its own.
  func isUntimed(_ record: ClaimRecord, _ seed: Reconciler.SeedKey) -> Bool {
    seed.scope == .unknown && seed.event == 0 && record.flags.contains(.needsDocument)
      && record.place == 0 && record.from == .none && record.to == .none
  }

  /// Whether the document tells of a claim's named event as an incident.
  func isIncident(named seed: Reconciler.SeedKey) -> Bool {
    events.contains(seed.event)
  }

  /// Whether the document gives a claim's very figure as an incident's.
  func isIncident(_ record: ClaimRecord, _ seed: Reconciler.SeedKey) -> Bool {
    figures.contains(Self.figure(record, seed))
  }

  private static func figure(_ record: ClaimRecord, _ seed: Reconciler.SeedKey) -> Figure {
    Figure(
      party: seed.party, outcome: seed.outcome, low: record.statedLow, high: record.statedHigh)
  }
}
