internal import ClaimModel
internal import RowSorting

/// The claims that are stated parts of others, until the questions of their wholes are known.
struct PartClaims {
  private let store: SpillStore?
  private var rows: RowSorter
  private var row = RowWriter()

  /// No claims yet.
  init(_ store: SpillStore?) {
    self.store = store
    rows = RowSorter(store)
  }

  /// How many there are.
  var count: Int { rows.count }

  /// Takes in a claim.
  mutating func add(_ record: ClaimRecord, _ seed: Reconciler.SeedKey) throws {
    row.begin()
    row.write(record.partOf)
    seed.write(to: &row)
    record.write(to: &row)
    try rows.add(row)
  }

  /// Calls with every claim and the question of its whole, and keeps those whose whole is unknown.
  ///
  /// - Parameters:
  ///   - wholes: The questions, as ``SettledClaims/takeWholes()`` gives them.
  ///   - body: Takes the claim and its whole's question.
  /// - Throws: What the store and the body throw.
  mutating func match(
    _ wholes: consuming RowSorter,
    _ body: (Reconciler.SeedKey, ClaimRecord, QuestionKey) throws -> Void
  ) throws {
    var wholes = try wholes.sorted()
    var parts = try take().sorted()
    var known: (id: UInt64, key: QuestionKey)?
    var isMore = try wholes.advance()
    while try parts.advance() {
      var reader = RowReader(parts.row)
      let id = reader.unsigned()
      while isMore {
        var whole = RowReader(wholes.row)
        let next = whole.unsigned()
        if next > id { break }
        // The first row of an id is the one that counts.
        if next == id, known?.id != id {
          _ = whole.unsigned()
          known = (id, QuestionKey(from: &whole))
        }
        isMore = try wholes.advance()
      }
      let seed = Reconciler.SeedKey(from: &reader)
      let record = ClaimRecord(from: &reader)
      if let known, known.id == id {
        try body(seed, record, known.key)
      } else {
        try add(record, seed)
      }
    }
  }

  /// Calls with every claim that is left.
  mutating func takeRest(
    _ body: (Reconciler.SeedKey, ClaimRecord) throws -> Void
  ) throws {
    var parts = try take().sorted()
    while try parts.advance() {
      var reader = RowReader(parts.row)
      _ = reader.unsigned()
      let seed = Reconciler.SeedKey(from: &reader)
      try body(seed, ClaimRecord(from: &reader))
    }
  }

  private mutating func take() -> RowSorter {
    defer { rows = RowSorter(store) }
    return rows
  }
}

extension Assembly {
  /// Puts parts under questions of their own, tied to the question of their whole.
  ///
  /// A part takes event, scope and conflict from its whole. Parts of parts come after their
  /// wholes; what is left when nothing more can be placed is a part of itself or of a claim that
  /// is not in the input.
  mutating func settleParts() throws {
    var waiting = PartClaims(nil)
    swap(&waiting, &parts)
    while waiting.count > 0 {
      let before = waiting.count
      let wholes = settled.takeWholes()
      try waiting.match(wholes) { seed, record, whole in
        try settled.add(record, under: key(of: record, seed, whole: whole, wholeID: whole.id))
      }
      if waiting.count == before { break }
    }
    try waiting.takeRest { seed, record in
      let whole = QuestionKey(
        party: strings[seed.party], status: seed.status, outcome: seed.outcome,
        scope: seed.scope, event: strings[seed.event], conflict: strings[seed.conflict])
      let wholeID = names.name(of: record.partOf)
      try settled.add(record, under: key(of: record, seed, whole: whole, wholeID: wholeID))
    }
  }

  private func key(
    of part: ClaimRecord, _ seed: Reconciler.SeedKey, whole: QuestionKey, wholeID: String
  ) -> QuestionKey {
    var key = whole
    let by = options.by
    let party = strings[seed.party]
    if by.contains("party"), !party.isEmpty { key.party = party }
    if by.contains("status") { key.status = seed.status }
    if by.contains("outcome") { key.outcome = seed.outcome }
    key.also = strings[seed.also]
    key.whole = wholeID
    key.part = Wording.plainKey(strings[part.victims], facts.words)
    return key
  }
}
