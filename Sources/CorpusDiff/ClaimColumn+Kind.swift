package import ClaimTables

extension ClaimColumn {
  /// What a change in this column alone makes of a claim.
  ///
  /// Numbers revise a claim, bounds requalify it, the one credited reattributes it, and what is
  /// counted reclassifies it; wording, place of publication and the record itself only move it. Time
  /// and place reclassify a number that stays; beside a new number they are part of its revision.
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
}
