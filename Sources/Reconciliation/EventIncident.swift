internal import ClaimModel
internal import RowSorting

/// What one document tells of one event, as incidents are compared across documents.
struct EventIncident {
  /// A figure with what it counts.
  struct Figure: Hashable {
    var party: Int32
    var outcome: Outcome
    var low: Int
    var high: Int
  }

  let document: String
  /// Its place among the document's incidents.
  let number: UInt32
  let place: PlaceName
  let date: PackedDate
  let day: Int32
  /// Whether its words give the day.
  let hasOwnDay: Bool
  /// Whether some claim on it says that it counts an incident.
  let isIncident: Bool
  /// What killed, as far as the sentences say.
  let cause: ClaimRecord.Flags
  /// The figures, each once.
  let figures: [Figure]
  /// Who says how many of whom, as ``Terms/hash(statedBy:_:)`` has it, each once.
  let statements: [UInt64]
  /// The claims, as ``claims(in:)`` reads them.
  var claims: ArraySlice<UInt8>

  /// Writes an incident, so that rows come by day, place, document and place in it.
  static func write(
    _ incident: EventGrouping.Incident, number: Int, to row: inout RowWriter
  ) {
    let setting = incident.setting
    row.write(setting.day)
    row.write(setting.place.key)
    row.write(incident.document)
    row.write(UInt32(truncatingIfNeeded: number))
    row.write(setting.place.name)
    row.write(setting.place.isWide ? 1 : 0 as UInt8)
    row.write(setting.date.bits)
    row.write(setting.hasOwnDay ? 1 : 0 as UInt8)
    row.write(
      incident.mentions.contains { $0.seed.scope == .incident } ? 1 : 0 as UInt8)
    row.write(incident.cause.rawValue)
    var figures: [Figure] = []
    var statements: [UInt64] = []
    for mention in incident.mentions {
      let figure = Figure(
        party: mention.counted.party, outcome: mention.counted.outcome,
        low: mention.record.statedLow,
        high: max(mention.record.statedLow, mention.record.statedHigh))
      if !figures.contains(figure) { figures.append(figure) }
      let statement = Terms.hash(statedBy: mention.record, mention.seed)
      if !statements.contains(statement) { statements.append(statement) }
    }
    row.write(UInt32(truncatingIfNeeded: figures.count))
    for figure in figures {
      row.write(figure.party)
      row.write(figure.outcome.number)
      row.write(figure.low)
      row.write(figure.high)
    }
    row.write(UInt32(truncatingIfNeeded: statements.count))
    for statement in statements { row.write(statement) }
    for mention in incident.mentions {
      mention.seed.write(to: &row)
      mention.record.write(to: &row)
    }
  }

  /// Reads an incident back.
  init(_ bytes: [UInt8]) {
    var row = RowReader(bytes)
    day = row.shortInteger()
    let key = row.text()
    document = row.text()
    number = row.shortUnsigned()
    place = PlaceName(name: row.text(), key: key, isWide: row.byte() == 1)
    date = PackedDate(bits: row.shortInteger())
    hasOwnDay = row.byte() == 1
    isIncident = row.byte() == 1
    cause = ClaimRecord.Flags(rawValue: row.byte())
    figures = (0..<row.shortUnsigned()).map { _ in
      Figure(
        party: row.shortInteger(), outcome: Outcome(number: row.byte(), else: .casualties),
        low: row.integer(), high: row.integer())
    }
    statements = (0..<row.shortUnsigned()).map { _ in row.unsigned() }
    claims = bytes[row.position...]
  }

  /// Whether its place tells no more than none: in a whole country much can happen in a day.
  var isPlaceless: Bool { place.key.isEmpty || place.isWide }

  /// Reads claims back.
  static func claims(
    in row: inout RowReader
  ) -> [(seed: Reconciler.SeedKey, record: ClaimRecord)] {
    var claims: [(seed: Reconciler.SeedKey, record: ClaimRecord)] = []
    while !row.isAtEnd {
      let seed = Reconciler.SeedKey(from: &row)
      claims.append((seed, ClaimRecord(from: &row)))
    }
    return claims
  }
}
