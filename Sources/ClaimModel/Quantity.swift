/// How a number was hedged.
package enum Qualifier: String, Hashable, Sendable, CaseIterable {
  case exact, about, nearly
  case atLeast = "at_least"
  case moreThan = "more_than"
  case atMost = "at_most"
  case fewerThan = "fewer_than"
  case range, indefinite
}

/// A number of people as it was said, before any interpretation.
///
/// `low` and `high` are equal unless the qualifier is ``Qualifier/range``; an indefinite word
/// ('dozens') holds its unit (12) in both.
package struct Quantity: Hashable, Sendable {
  /// How the number was hedged.
  package var qualifier: Qualifier
  /// The lower stated number.
  package var low: Int
  /// The upper stated number.
  package var high: Int

  package init(_ qualifier: Qualifier, _ low: Int, _ high: Int? = nil) {
    self.qualifier = qualifier
    self.low = low
    self.high = high ?? low
  }
}
