internal import ClaimModel

/// A count worked out from a stated number: a sum such as `N - r/2` or `10u - 1`.
///
/// | sign | what it stands for |
/// | --- | --- |
/// | `N`, `A` | the lower stated number |
/// | `B` | the upper stated number |
/// | `M` | the middle of both, a half rounded up |
/// | `u` | the unit of an indefinite number |
/// | `r` | half a unit of the last significant digit, at most a tenth of the number |
///
/// A sign may have a whole factor before it and `/2` behind it; the sum rounds a half up. Counts are
/// whole, so an `r` below one, which a number with a digit in its ones has, is nothing.
struct CountFormula: Sendable {
  private enum Sign: String, Sendable {
    case stated = "N"
    case lower = "A"
    case upper = "B"
    case middle = "M"
    case unit = "u"
    case rounding = "r"
  }

  private struct Term: Sendable {
    var isSubtracted: Bool
    var factor: Int
    /// Nil for a plain number.
    var sign: Sign?
    var isHalved: Bool
  }

  private var terms: [Term] = []

  /// Reads a formula; nil where it is none.
  init?(_ text: String) {
    var isSubtracted = false
    var expectsTerm = true
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if expectsTerm {
        guard let term = Self.term(word, isSubtracted: isSubtracted) else { return nil }
        terms.append(term)
      } else {
        guard word == "+" || word == "-" else { return nil }
        isSubtracted = word == "-"
      }
      expectsTerm.toggle()
    }
    if expectsTerm { return nil }
  }

  /// The count; never below 0, and `Int.max` where it would lie above.
  func count(of quantity: Quantity) -> Int {
    var sum = 0
    for term in terms.filter({ !$0.isSubtracted }) {
      let value = Self.value(of: term, in: quantity)
      // A half that is added rounds up.
      let part = term.isHalved ? value / 2 + value % 2 : value
      let (total, overflow) = sum.addingReportingOverflow(part)
      sum = overflow ? .max : total
    }
    for term in terms.filter(\.isSubtracted) {
      let value = Self.value(of: term, in: quantity)
      // A half that is taken away rounds down, so that the sum rounds up.
      let part = term.isHalved ? value / 2 : value
      sum = part > sum ? 0 : sum - part
    }
    return sum
  }

  /// The factor times what the sign stands for; never below 0.
  private static func value(of term: Term, in quantity: Quantity) -> Int {
    let low = max(0, min(quantity.low, quantity.high))
    let high = max(0, quantity.low, quantity.high)
    let value =
      switch term.sign {
      case nil: 1
      case .stated, .unit, .lower: low
      case .upper: high
      case .middle: low + (high - low) / 2 + (high - low) % 2
      case .rounding: rounding(of: low)
      }
    let (product, overflow) = value.multipliedReportingOverflow(by: term.factor)
    return overflow ? .max : product
  }

  /// Half a unit of the last significant digit, at most a tenth of the number.
  private static func rounding(of number: Int) -> Int {
    guard number > 0 else { return 0 }
    var unit = 1
    var rest = number
    while rest.isMultiple(of: 10) {
      rest /= 10
      unit *= 10
    }
    return min(unit / 2, number / 10)
  }

  private static func term(_ word: Substring, isSubtracted: Bool) -> Term? {
    var rest = word
    let isHalved = rest.hasSuffix("/2")
    if isHalved { rest = rest.dropLast(2) }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    rest = rest.dropFirst(digits.count)
    guard let factor = digits.isEmpty ? 1 : Int(digits) else { return nil }
    if rest.isEmpty {
      return digits.isEmpty || isHalved
        ? nil : Term(isSubtracted: isSubtracted, factor: factor, sign: nil, isHalved: false)
    }
    guard let sign = Sign(rawValue: String(rest)) else { return nil }
    return Term(isSubtracted: isSubtracted, factor: factor, sign: sign, isHalved: isHalved)
  }
}
