/// Ratios and their logarithms in whole thousandths, without binary floating point, so that every
/// machine gives the same digits.
enum OrderOfMagnitude {
  /// The ratio of two counts in thousandths, rounded to the nearest; nil where the lower is 0.
  static func ratio(_ high: Int, over low: Int) -> Int? {
    guard low > 0, high >= 0 else { return nil }
    let thousandths = (UInt128(high) * 1000 + UInt128(low) / 2) / UInt128(low)
    return Int(clamping: thousandths)
  }

  /// log10 of the ratio of two counts in thousandths, rounded to the nearest.
  ///
  /// It is 0 where the first is not above the second. A count of 0 is taken for 1, so that 'none' against 12 has a size.
  static func severity(_ high: Int, over low: Int) -> Int {
    let above = UInt128(max(high, 1))
    var below = UInt128(max(low, 1))
    guard above > below else { return 0 }
    var whole: UInt128 = 0
    while below * 10 <= above {
      below *= 10
      whole += 1
    }
    // The mantissa in [1, 10) with 56 binary places; each squaring gives one bit of the logarithm.
    var mantissa = (above << 56) / below
    let ten = UInt128(10) << 56
    var bits: UInt128 = 0
    for _ in 0..<20 {
      mantissa = (mantissa * mantissa) >> 56
      bits <<= 1
      if mantissa >= ten {
        mantissa /= 10
        bits |= 1
      }
    }
    return Int(clamping: whole * 1000 + ((bits * 1000 + (1 << 19)) >> 20))
  }
}
