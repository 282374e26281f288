package import ClaimModel

/// What was read in one document.
package struct Extraction: Sendable {
  /// The claims, in reading order.
  package var claims: [Claim]
  /// Sentences that say that a side publishes no figure.
  package var silences: [Silence]
  /// Every number of the text, in reading order: in a claim, or passed over with a reason.
  package var numbers: [NumberReading]

  package init(
    claims: [Claim] = [], silences: [Silence] = [], numbers: [NumberReading] = []
  ) {
    self.claims = claims
    self.silences = silences
    self.numbers = numbers
  }
}

/// What became of one number of a text: a row of the audit table.
package struct NumberReading: Hashable, Sendable {
  /// Where it stands.
  package var span: TextSpan
  /// The number expression, verbatim, with its qualifier words.
  package var expression: String
  /// How it was hedged.
  package var qualifier: Qualifier
  /// The lower stated number in plain decimal digits; empty where unbounded.
  package var statedLow: String
  /// The upper stated number in plain decimal digits; empty where unbounded.
  package var statedHigh: String
  /// The claims that it is in; empty where it was passed over.
  package var claimIDs: [String]
  /// Why it is no claim: `year`, `age`, `money`, …; empty where it is one.
  package var reason: String

  package init(
    span: TextSpan, expression: String, qualifier: Qualifier, statedLow: String,
    statedHigh: String, claimIDs: [String], reason: String
  ) {
    self.span = span
    self.expression = expression
    self.qualifier = qualifier
    self.statedLow = statedLow
    self.statedHigh = statedHigh
    self.claimIDs = claimIDs
    self.reason = reason
  }
}
