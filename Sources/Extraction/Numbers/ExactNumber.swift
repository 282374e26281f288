/// A decimal number without rounding: `digits` times ten to the power of `-places`.
struct ExactNumber: Hashable {
  /// All digits as a whole number.
  var digits: Int
  /// How many of them stand behind the point.
  var places: Int

  init(_ digits: Int, places: Int = 0) {
    self.digits = digits
    self.places = places
    while self.places > 0, self.digits % 10 == 0 {
      self.digits /= 10
      self.places -= 1
    }
  }

  /// The number as a count; nil where it has a fraction.
  var whole: Int? { places == 0 ? digits : nil }

  /// The product with a whole factor; nil where it is too large to be held.
  func times(_ factor: Int) -> ExactNumber? {
    // A power of ten moves the point first, so that 1.2 million stays small.
    var digits = digits
    var places = places
    var factor = factor
    while places > 0, factor % 10 == 0 {
      places -= 1
      factor /= 10
    }
    let (product, overflow) = digits.multipliedReportingOverflow(by: factor)
    digits = product
    return overflow ? nil : ExactNumber(digits, places: places)
  }

  /// The sum; nil where it is too large to be held.
  func plus(_ other: ExactNumber) -> ExactNumber? {
    var a = self
    var b = other
    while a.places < b.places {
      let (digits, overflow) = a.digits.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      a.digits = digits
      a.places += 1
    }
    while b.places < a.places {
      let (digits, overflow) = b.digits.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      b.digits = digits
      b.places += 1
    }
    let (sum, overflow) = a.digits.addingReportingOverflow(b.digits)
    return overflow ? nil : ExactNumber(sum, places: a.places)
  }

  /// Whether this number is the smaller one.
  func isLess(than other: ExactNumber) -> Bool {
    guard places != other.places else { return digits < other.digits }
    let a = Double(digits) / Self.power(places)
    let b = Double(other.digits) / Self.power(other.places)
    return a < b
  }

  /// The number in plain decimal digits.
  var text: String {
    guard places > 0 else { return String(digits) }
    var text = String(digits)
    while text.utf8.count <= places { text = "0" + text }
    let split = text.index(text.endIndex, offsetBy: -places)
    return text[..<split] + "." + text[split...]
  }

  private static func power(_ places: Int) -> Double {
    var value = 1.0
    for _ in 0..<places { value *= 10 }
    return value
  }
}
