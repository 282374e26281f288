internal import ClaimModel
internal import RowSorting

/// Who says how many of whom, and what that one's words say of when and where: all of a claim but
/// the document that it stands in and the day it was printed.
///
/// Two documents with one claim in the same terms relay one statement.
struct Terms: Hashable {
  /// A hash of them.
  let hash: UInt64

  /// The terms of a claim.
  init(_ record: ClaimRecord, _ seed: Reconciler.SeedKey) {
    var hash = Self.hash(statedBy: record, seed)
    for pair in [
      (seed.event, seed.conflict), (seed.also, record.place), (record.from.bits, record.to.bits),
      (Int32(seed.scope.number), Int32(record.qualifier.number)),
    ] {
      Self.mix(UInt64(UInt32(bitPattern: pair.0)) << 32, into: &hash)
      Self.mix(UInt64(UInt32(bitPattern: pair.1)), into: &hash)
    }
    self.hash = hash
  }

  /// A hash of who says how many of whom.
  static func hash(statedBy record: ClaimRecord, _ seed: Reconciler.SeedKey) -> UInt64 {
    var hash: UInt64 = 0x9e37_79b9_7f4a_7c15
    mix(UInt64(bitPattern: Int64(record.statedLow)), into: &hash)
    mix(UInt64(bitPattern: Int64(record.statedHigh)), into: &hash)
    mix(UInt64(UInt32(bitPattern: seed.party)), into: &hash)
    mix(UInt64(UInt32(bitPattern: record.origin)), into: &hash)
    mix(UInt64(seed.status.number) << 8 | UInt64(seed.outcome.number), into: &hash)
    return hash
  }

  /// Takes a number in, spread as SplitMix64 does.
  private static func mix(_ value: UInt64, into hash: inout UInt64) {
    hash = (hash ^ value) &* 0xbf58_476d_1ce4_e5b9
    hash ^= hash >> 29
    hash = hash &* 0x94d0_49bb_1331_11eb
    hash ^= hash >> 32
  }
}

/// What documents make of statements, for others that relay a statement and tell nothing beside it.
///
/// A newspaper's short item gives one figure of a ministry; a long article gives the same and tells
/// which war, which month or which attack it is for. The item is an echo of it and counts the same.
/// A document with more than one statement needs no help: it tells its own story.
struct Relays {
  /// Where a statement belongs.
  enum Place {
    case question(QuestionKey)
    case incident(EventGrouping.Setting)
  }

  /// Where a document has put a statement, and the day of that statement.
  private struct Note {
    var day: Int32
    var place: Place
  }

  private let floor: Int
  /// What documents make of their statements: the terms, the day, the place.
  private var notes: RowSorter
  /// The documents that wait: the terms, the document, the claim.
  private var waiting: RowSorter
  private var row = RowWriter()

  /// No statements yet.
  ///
  /// - Parameters:
  ///   - floor: The least number that is one statement whenever it was printed; a smaller one may
  ///     come up again in another matter some days later.
  ///   - store: Where rows go that memory has no room for.
  init(floor: Int, _ store: SpillStore?) {
    self.floor = floor
    notes = RowSorter(store)
    waiting = RowSorter(store)
  }

  /// The most days between a number below the floor and a document that relays it: a toll so far is
  /// repeated for weeks, what happened in one attack for days.
  private static func reach(of scope: Scope) -> Int { scope == .cumulative ? 31 : 3 }

  /// Keeps a document for later where it holds one statement that may need another document.
  ///
  /// - Returns: Whether it was kept.
  mutating func wait(_ document: DocumentClaims) throws -> Bool {
    guard document.hash != 0, let (seed, record) = document.claims.first, record.partOf == 0,
      seed.conflict == 0, seed.scope == .cumulative || record.flags.contains(.needsDocument)
    else { return false }
    let terms = Terms(record, seed)
    for (seed, record) in document.claims.dropFirst()
    where record.partOf != 0 || Terms(record, seed) != terms { return false }
    for (seed, record) in document.claims {
      row.begin()
      row.write(terms.hash)
      row.write(document.hash)
      row.write(document.name)
      seed.write(to: &row)
      record.write(to: &row)
      try waiting.add(row)
    }
    return true
  }

  /// Takes down where a document has put a statement.
  mutating func note(
    _ place: Place, of record: ClaimRecord, _ seed: Reconciler.SeedKey
  ) throws {
    row.begin()
    row.write(Terms(record, seed).hash)
    row.write(record.asOf)
    switch place {
    case .question(let key):
      row.write(0 as UInt8)
      key.write(to: &row)
    case .incident(let setting):
      row.write(1 as UInt8)
      setting.write(to: &row)
    }
    try notes.add(row)
  }

  /// Calls with each document that was kept, and where others have put its statement: of several
  /// places that of the nearest day, then the first in order; nil where none has.
  mutating func forEachWaiting(
    _ body: (DocumentClaims, Place?) throws -> Void
  ) throws {
    guard waiting.count > 0 else { return }
    var rows = try take(&waiting).sorted()
    var notes = try take(&self.notes).sorted()
    var hasNote = try notes.advance()
    var found: (terms: UInt64, notes: [Note])?
    var document = DocumentClaims(hash: 0)
    func finish() throws {
      guard let (seed, record) = document.claims.first else { return }
      let isKnown = found?.terms == Terms(record, seed).hash
      try body(document, isKnown ? place(among: found?.notes ?? [], of: record, seed) : nil)
    }
    while try rows.advance() {
      var reader = RowReader(rows.row)
      let terms = reader.unsigned()
      let hash = reader.unsigned()
      if hash != document.hash {
        try finish()
        document = DocumentClaims(hash: hash)
      }
      document.add(&reader)
      while hasNote {
        var note = RowReader(notes.row)
        let other = note.unsigned()
        if other > terms { break }
        if other == terms {
          if found?.terms != terms { found = (terms, []) }
          found?.notes.append(Note(day: note.shortInteger(), place: Place(from: &note)))
        }
        hasNote = try notes.advance()
      }
    }
    try finish()
  }

  private func place(
    among notes: [Note], of record: ClaimRecord, _ seed: Reconciler.SeedKey
  ) -> Place? {
    func distance(_ note: Note) -> Int { abs(Int(note.day) - Int(record.asOf)) }
    let isLarge = max(record.statedLow, record.statedHigh) >= floor
    let reach = isLarge ? .max : Self.reach(of: seed.scope)
    // The notes come in order, so that of two at one distance the first is the same every time.
    return notes.filter { distance($0) <= reach }.min { distance($0) < distance($1) }?.place
  }

  private func take(_ sorter: inout RowSorter) -> RowSorter {
    defer { sorter = RowSorter(nil) }
    return sorter
  }
}

extension Relays.Place {
  /// Reads a place back.
  fileprivate init(from row: inout RowReader) {
    self =
      row.byte() == 0
      ? .question(QuestionKey(from: &row)) : .incident(EventGrouping.Setting(from: &row))
  }
}

extension EventGrouping.Setting {
  /// Writes the setting.
  fileprivate func write(to row: inout RowWriter) {
    row.write(place.key)
    row.write(place.name)
    row.write(place.isWide ? 1 : 0 as UInt8)
    row.write(date.bits)
    row.write(day)
    row.write(hasOwnDay ? 1 : 0 as UInt8)
  }

  /// Reads a setting back.
  fileprivate init(from row: inout RowReader) {
    let key = row.text()
    place = PlaceName(name: row.text(), key: key, isWide: row.byte() == 1)
    date = PackedDate(bits: row.shortInteger())
    day = row.shortInteger()
    hasOwnDay = row.byte() == 1
  }
}
