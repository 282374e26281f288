package import ClaimModel
package import DelimitedText

/// Writes claims as the claims table: the same claims give the same bytes.
package struct ClaimTableWriter {
  private var writer: CSVWriter
  private let extraColumns: [String]

  /// A writer that has written the header.
  ///
  /// - Parameters:
  ///   - extraColumns: Columns behind the table's own; claims carry their values in `extra`.
  ///   - hasHXLRow: Whether the HXL row stands under the header.
  ///   - sink: Takes the bytes, in order.
  /// - Throws: What the sink throws.
  package init(
    extraColumns: [String] = [], hasHXLRow: Bool = false, sink: @escaping CSVWriter.Sink
  ) throws {
    writer = CSVWriter(sink: sink)
    self.extraColumns = extraColumns
    try writer.write(row: TableSchema.claims.header + extraColumns)
    if hasHXLRow {
      try writer.write(row: TableSchema.claims.hxlTags + extraColumns.map { _ in "" })
    }
  }

  /// Writes one claim.
  package mutating func write(_ claim: Claim) throws {
    for column in ClaimColumn.allCases { writeField(column, of: claim) }
    writeExtra(of: claim)
    try writer.endRow()
  }

  /// Hands what is gathered to the sink; the owner calls it at the end.
  package mutating func flush() throws {
    try writer.flush()
  }

  /// One value of a claim as the table writes it; empty where it is missing.
  package static func text(_ column: ClaimColumn, of claim: Claim) -> String {
    var bytes: [UInt8] = []
    // A sink that only appends never throws.
    if let number = number(column, of: claim) {
      return String(number)
    }
    if let date = date(column, of: claim) { return date.description }
    if let text = string(column, of: claim) { return text }
    appendOther(column, of: claim, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func writeField(_ column: ClaimColumn, of claim: Claim) {
    if let text = Self.string(column, of: claim) {
      if text.isEmpty { writer.missingField() } else { writer.field(text) }
    } else if let number = Self.number(column, of: claim) {
      writer.field(number)
    } else if let date = Self.date(column, of: claim) {
      writer.field(date)
    } else {
      var bytes: [UInt8] = []
      Self.appendOther(column, of: claim, to: &bytes)
      if bytes.isEmpty { writer.missingField() } else { bytes.withUnsafeBytes { writer.field($0) } }
    }
  }

  private mutating func writeExtra(of claim: Claim) {
    for (index, column) in extraColumns.enumerated() {
      // Claims of one table carry the columns in one order, which makes the first guess right.
      var value: String?
      if index < claim.extra.count, claim.extra[index].column == column {
        value = claim.extra[index].value
      } else {
        value = claim.extra.first { $0.column == column }?.value
      }
      if let value, !value.isEmpty { writer.field(value) } else { writer.missingField() }
    }
  }

  private static func string(_ column: ClaimColumn, of claim: Claim) -> String? {
    switch column {
    case .claimID: claim.id
    case .documentID: claim.documentID
    case .publisher: claim.publisher
    case .url: claim.url
    case .quote: claim.quote
    case .expression: claim.expression
    case .qualifier: claim.quantity.qualifier.rawValue
    case .convention: claim.convention
    case .outcome: claim.outcome.rawValue
    case .victims: claim.victims
    case .party: claim.party
    case .status: claim.status.rawValue
    case .source: claim.attribution.source
    case .sourceType: claim.attribution.type.rawValue
    case .sourceSide: claim.attribution.side
    case .cue: claim.attribution.cue
    case .stance: claim.stance.rawValue
    case .partOf: claim.partOf ?? ""
    case .scope: claim.scope.rawValue
    case .when: claim.when
    case .place: claim.place
    case .event: claim.event
    case .rule: claim.rule
    default: nil
    }
  }

  private static func number(_ column: ClaimColumn, of claim: Claim) -> Int? {
    switch column {
    case .start: claim.span?.start
    case .end: claim.span?.end
    case .statedLow: claim.quantity.low
    case .statedHigh: claim.quantity.high
    case .low: claim.interval.low
    case .best: claim.interval.best
    case .high: claim.interval.high
    default: nil
    }
  }

  private static func date(_ column: ClaimColumn, of claim: Claim) -> PartialDate? {
    switch column {
    case .published: claim.published
    case .from: claim.from
    case .to: claim.to
    default: nil
    }
  }

  /// Appends a list of relays or a confidence; nothing for a value that is missing.
  private static func appendOther(
    _ column: ClaimColumn, of claim: Claim, to bytes: inout [UInt8]
  ) {
    switch column {
    case .via:
      for (index, relay) in claim.attribution.via.enumerated() {
        if index > 0 { bytes.append(contentsOf: ClaimColumn.viaSeparator.utf8) }
        bytes.append(contentsOf: relay.utf8)
      }
    case .confidence:
      guard let confidence = claim.confidence else { return }
      appendThousandths(confidence, to: &bytes)
    default: break
    }
  }

  /// Appends thousandths as a decimal number without trailing zeros: 850 as `0.85`.
  private static func appendThousandths(_ value: Int, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: String(value / 1000).utf8)
    var rest = value % 1000
    guard rest > 0 else { return }
    bytes.append(0x2E)
    var unit = 100
    while rest > 0 {
      bytes.append(0x30 + UInt8(rest / unit))
      rest %= unit
      unit /= 10
    }
  }
}

extension CSVWriter {
  /// Writes one field of the row, a date to the day, month or year.
  package mutating func field(_ date: PartialDate) {
    withUnsafeTemporaryAllocation(byteCount: 10, alignment: 1) { digits in
      func put(_ value: Int, _ count: Int, at start: Int) {
        var rest = value
        for index in stride(from: start + count - 1, through: start, by: -1) {
          digits[index] = 0x30 + UInt8(rest % 10)
          rest /= 10
        }
      }
      put(date.year, 4, at: 0)
      var count = 4
      if let month = date.month {
        digits[4] = 0x2D
        put(month, 2, at: 5)
        count = 7
      }
      if let day = date.day {
        digits[7] = 0x2D
        put(day, 2, at: 8)
        count = 10
      }
      field(UnsafeRawBufferPointer(rebasing: digits[..<count]))
    }
  }
}
