/// A column of the claims table, in the table's order.
package enum ClaimColumn: Int, Hashable, Sendable, CaseIterable {
  case claimID, documentID, publisher, published, url, start, end, quote, expression
  case qualifier, statedLow, statedHigh, low, best, high, convention
  case outcome, victims, party, status, source, sourceType, sourceSide, via, cue, stance
  case partOf, scope, when, from, to, place, event, rule, confidence

  /// The column's name in the header row.
  package var name: String { Self.names[rawValue] }

  /// The column of a name; nil where the claims table has none of that name.
  package init?(name: some StringProtocol) {
    guard let position = Self.names.firstIndex(where: { $0 == name }) else { return nil }
    self.init(rawValue: position)
  }

  /// What a change in this column alone makes of a claim.
  ///
  /// Numbers revise a claim, bounds requalify it, the one credited reattributes it, and what is
  /// counted reclassifies it; wording, place of publication and the record itself only move it.
  package var kindOfChange: ChangeKind {
    switch self {
    case .statedLow, .statedHigh: .revised
    case .qualifier, .low, .best, .high, .convention: .requalified
    case .source, .sourceType, .sourceSide: .reattributed
    case .outcome, .party, .status, .stance, .partOf, .scope, .from, .to, .place, .event:
      .reclassified
    case .claimID, .documentID, .publisher, .published, .url, .start, .end, .quote, .expression,
      .victims, .via, .cue, .when, .rule, .confidence:
      .moved
    }
  }

  /// Whether the column holds a whole number of people.
  package var isCount: Bool {
    switch self {
    case .statedLow, .statedHigh, .low, .best, .high: true
    default: false
    }
  }

  private static let names = [
    "claim_id", "document_id", "publisher", "published", "url", "start", "end", "quote",
    "expression", "qualifier", "stated_low", "stated_high", "low", "best", "high", "convention",
    "outcome", "victims", "party", "status", "source", "source_type", "source_side", "via", "cue",
    "stance", "part_of", "scope", "when", "from", "to", "place", "event", "rule", "confidence",
  ]
}

/// A set of columns that is asked for each field of a million rows.
package struct ColumnSet: Hashable, Sendable {
  private var bits: UInt64 = 0

  package init(_ columns: [ClaimColumn] = []) {
    for column in columns { insert(column) }
  }

  /// Adds a column.
  package mutating func insert(_ column: ClaimColumn) {
    bits |= 1 << UInt64(column.rawValue)
  }

  /// Whether the column is in the set.
  package func contains(_ column: ClaimColumn) -> Bool {
    bits & (1 << UInt64(column.rawValue)) != 0
  }
}
