/// Precision, recall and their harmonic mean at one level.
package struct EvaluationScore: Hashable, Sendable {
  /// The share of the extracted claims that are right.
  package var precision: RoundedShare
  /// The share of the annotated claims that were found and are right.
  package var recall: RoundedShare
  /// The harmonic mean of the two, made before either is rounded.
  package var f1: RoundedShare

  /// The score of a number of right claims.
  package init(hits: Int, gold: Int, extracted: Int) {
    let precision = extracted > 0 ? Double(hits) / Double(extracted) : 0
    let recall = gold > 0 ? Double(hits) / Double(gold) : 0
    self.precision = RoundedShare(precision)
    self.recall = RoundedShare(recall)
    f1 = RoundedShare(
      precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0)
  }
}

/// A share from 0 to 1, rounded to four decimals.
package struct RoundedShare: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The share in ten-thousandths.
  package let tenThousandths: Int

  package init(_ share: Double) {
    tenThousandths = Self.rounded(share, times: 10_000)
  }

  /// The shortest decimal: `0.85`, `1.0`.
  package var description: String {
    var digits = Self.digits(tenThousandths % 10_000, count: 4)
    while digits.utf8.count > 1, digits.hasSuffix("0") { digits.removeLast() }
    return "\(tenThousandths / 10_000).\(digits)"
  }

  /// The share with three decimals, rounded once more from the four.
  package var threeDecimals: String {
    let thousandths = Self.rounded(Double(tenThousandths) / 10_000, times: 1000)
    return "\(thousandths / 1000).\(Self.digits(thousandths % 1000, count: 3))"
  }

  package static func < (a: RoundedShare, b: RoundedShare) -> Bool {
    a.tenThousandths < b.tenThousandths
  }

  /// The whole number nearest to the exact value of a double times a factor, ties to even.
  ///
  /// Multiplying in floating point would round before the rounding; the figures are to be the same
  /// to the last digit wherever they are computed.
  private static func rounded(_ share: Double, times factor: Int) -> Int {
    guard share > 0, share.isFinite else { return 0 }
    // The double is significand · 2^(exponent - 52), the significand a whole number of 53 bits.
    let significand = UInt128(share.significandBitPattern | (1 << 52))
    let shift = 52 - Int(share.exponent)
    guard shift > 0, shift < 120 else { return shift <= 0 ? Int(share) * factor : 0 }
    let product = significand * UInt128(factor)
    let whole = product >> UInt128(shift)
    let rest = product - (whole << UInt128(shift))
    let half = UInt128(1) << UInt128(shift - 1)
    let roundsUp = rest > half || (rest == half && whole & 1 == 1)
    return Int(whole) + (roundsUp ? 1 : 0)
  }

  private static func digits(_ value: Int, count: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, count - digits.utf8.count)) + digits
  }
}
