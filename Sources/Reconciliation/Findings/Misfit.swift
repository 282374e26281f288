internal import ClaimModel

/// How far some parts together are from their whole.
struct Misfit {
  /// The parts' sum, and the whole's end that it misses.
  let sum: Int
  let end: Int
  /// Whether any of the figures is no plain number, so that the difference is the least there is.
  let isLeast: Bool

  /// The misfit of some parts; nil where they can make the whole.
  ///
  /// - Parameters:
  ///   - parts: figures that do not overlap.
  ///   - whole: the figure that they are parts of.
  ///   - areAll: whether nothing is left between them, so that they may fall short too.
  init?(_ parts: [ClaimRecord], of whole: ClaimRecord, areAll: Bool) {
    isLeast = (parts + [whole]).contains { $0.low != $0.high }
    let low = parts.reduce(0) { $0.addingReportingOverflow(max($1.low, 0)).partialValue }
    if whole.high != .min, low > whole.high {
      sum = low
      end = whole.high
      return
    }
    let high = parts.reduce(0) { $0.addingReportingOverflow(max($1.high, 0)).partialValue }
    guard areAll, parts.allSatisfy({ $0.high != .min }), whole.low != .min, high < whole.low else {
      return nil
    }
    sum = high
    end = whole.low
  }

  var low: Int { min(sum, end) }
  var high: Int { max(sum, end) }
  var severity: Int { OrderOfMagnitude.severity(high, over: low) }
  var ratio: Int? { OrderOfMagnitude.ratio(high, over: low) }

  /// What the parts, of which a sentence has named so many, are to the whole.
  func comparison(_ count: Int) -> String {
    if count == 1 { return " is more than" }
    let together = ", together \(Wording.grouped(sum)),"
    return sum > end
      ? "\(together) are more than"
      : "\(together) are \(isLeast ? "at least " : "")\(Wording.grouped(end - sum)) short of"
  }
}
