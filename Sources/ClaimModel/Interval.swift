/// What a stated number may mean under a convention: a low, a best and a high count.
///
/// A missing end is open: `at least 20` has no high. The words are UCDP's.
package struct Interval: Hashable, Sendable {
  /// The least count, nil where unknown.
  package var low: Int?
  /// The single most fitting count, nil where none can be named.
  package var best: Int?
  /// The greatest count, nil where the figure is open upwards.
  package var high: Int?

  package init(low: Int?, best: Int?, high: Int?) {
    self.low = low
    self.best = best
    self.high = high
  }

  /// The interval of one known count.
  package init(exactly count: Int) {
    self.init(low: count, best: count, high: count)
  }

  /// Whether some count lies in both intervals.
  package func meets(_ other: Interval) -> Bool {
    (low ?? .min) <= (other.high ?? .max) && (other.low ?? .min) <= (high ?? .max)
  }

  /// Whether every count of the other interval lies in this one.
  package func contains(_ other: Interval) -> Bool {
    (low ?? .min) <= (other.low ?? .min) && (other.high ?? .max) <= (high ?? .max)
  }
}
