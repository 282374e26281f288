internal import ClaimModel
internal import RowSorting

/// Records as rows that a file can take.
extension ClaimRecord {
  /// Writes the record, the fields that tell it from others first.
  func write(to row: inout RowWriter) {
    row.write(id)
    row.write(document)
    row.write(start)
    row.write(quote)
    for number in [statedLow, statedHigh, low, best, high] { row.write(number) }
    row.write(partOf)
    for number in [origin, publisher, place, expression, victims, asOf] { row.write(number) }
    for date in [from, to, published] { row.write(date.bits) }
    row.write(qualifier.number)
    row.write(flags.rawValue)
  }

  /// Reads a record back.
  init(from row: inout RowReader) {
    id = row.unsigned()
    document = row.unsigned()
    start = row.shortInteger()
    quote = row.shortUnsigned()
    statedLow = row.integer()
    statedHigh = row.integer()
    low = row.integer()
    best = row.integer()
    high = row.integer()
    partOf = row.unsigned()
    origin = row.shortInteger()
    publisher = row.shortInteger()
    place = row.shortInteger()
    expression = row.shortInteger()
    victims = row.shortInteger()
    asOf = row.shortInteger()
    from = PackedDate(bits: row.shortInteger())
    to = PackedDate(bits: row.shortInteger())
    published = PackedDate(bits: row.shortInteger())
    qualifier = Qualifier(number: row.byte(), else: .exact)
    flags = Flags(rawValue: row.byte())
  }
}

extension Reconciler.SeedKey {
  /// Writes the key.
  func write(to row: inout RowWriter) {
    row.write(party)
    row.write(status.number)
    row.write(outcome.number)
    row.write(scope.number)
    for number in [event, conflict, also] { row.write(number) }
  }

  /// Reads a key back.
  init(from row: inout RowReader) {
    party = row.shortInteger()
    status = VictimStatus(number: row.byte(), else: .unspecified)
    outcome = Outcome(number: row.byte(), else: .casualties)
    scope = Scope(number: row.byte(), else: .unknown)
    event = row.shortInteger()
    conflict = row.shortInteger()
    also = row.shortInteger()
  }
}

extension QuestionKey {
  /// Writes the key, so that rows come in the order in which questions are reconciled: by party,
  /// conflict, event and outcome.
  func write(to row: inout RowWriter) {
    row.write(party)
    row.write(conflict)
    row.write(event)
    row.write(outcome.rawValue)
    row.write(number)
    row.write(status.number)
    row.write(scope.number)
    row.write(whole)
    row.write(part)
    row.write(also)
  }

  /// Reads a key back.
  init(from row: inout RowReader) {
    party = row.text()
    conflict = row.text()
    event = row.text()
    outcome = Outcome(rawValue: row.text()) ?? .casualties
    _ = row.unsigned()
    status = VictimStatus(number: row.byte(), else: .unspecified)
    scope = Scope(number: row.byte(), else: .unknown)
    whole = row.text()
    part = row.text()
    also = row.text()
  }
}

extension CaseIterable where Self: Equatable {
  /// The place among all cases; there are never more than a byte counts.
  var number: UInt8 {
    var number: UInt8 = 0
    for one in Self.allCases {
      if one == self { return number }
      number += 1
    }
    return number
  }

  /// The case at a place, as ``number`` gives it.
  init(number: UInt8, else other: Self) {
    self = Self.allCases.dropFirst(Int(number)).first ?? other
  }
}
