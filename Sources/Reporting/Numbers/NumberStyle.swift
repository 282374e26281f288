package import ClaimModel

/// How numbers are written for readers of one language.
///
/// Digits are grouped, missing is a dash and never 0, open ends keep their sign (≥ 20, > 20), and no
/// number gets digits that its source did not give: 'about 1 million' stays that.
package struct NumberStyle: Hashable, Sendable {
  /// What stands between groups of three digits.
  package var groupSeparator: String
  /// The fewest digits that are grouped: 4 writes 1,000; 5 writes 1000 and 10,000.
  package var groupedFrom: Int
  /// What stands before the decimals.
  package var decimalSeparator: String
  /// What stands between the ends of a range.
  package var rangeDash: String
  /// What stands where a value is missing.
  package var missing: String
  /// The words of hedged and large numbers.
  package var words: NumberWords

  package init(
    groupSeparator: String, groupedFrom: Int = 4, decimalSeparator: String,
    rangeDash: String = "–", missing: String = "—", words: NumberWords = .english
  ) {
    self.groupSeparator = groupSeparator
    self.groupedFrom = groupedFrom
    self.decimalSeparator = decimalSeparator
    self.rangeDash = rangeDash
    self.missing = missing
    self.words = words
  }

  /// English: 46,000 and 9.5.
  package static let english = ReportWords.english.numbers

  /// A count in grouped digits: 46,000.
  package func count(_ value: Int) -> String {
    let digits = String(value.magnitude)
    let sign = value < 0 ? "−" : ""
    guard digits.utf8.count >= groupedFrom else { return sign + digits }
    var text = sign
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index) % 3 == 0 { text += groupSeparator }
      text.append(digit)
    }
    return text
  }

  /// A count in grouped digits, or the dash.
  package func count(_ value: Int?) -> String {
    value.map { count($0) } ?? missing
  }

  /// A count for running text: 46,000; 1 million; 1.25 million.
  package func prose(_ value: Int) -> String {
    for (unit, word) in [(1_000_000_000, words.billion), (1_000_000, words.million)]
    where value >= unit && value % (unit / 100) == 0 {
      return decimal(value / (unit / 100), places: 2) + " " + word
    }
    return count(value)
  }

  /// A count for an axis, as short as it can be said: 46k, 1M, 1.5M.
  package func compact(_ value: Int) -> String {
    for unit in [1_000_000_000, 1_000_000, 10_000] where value >= unit {
      guard let suffix = words.compact[unit] else { continue }
      let step = max(1, (unit == 10_000 ? 1000 : unit) / 100)
      if value % step == 0 { return decimal(value / step, places: 2) + suffix }
    }
    return count(value)
  }

  /// An interval: 46,000; 200,000–900,000; ≥ 20; ≤ 5; the dash where nothing is known.
  package func interval(_ interval: Interval) -> String {
    switch (interval.low, interval.high) {
    case (let low?, let high?):
      low == high ? count(low) : count(low) + rangeDash + count(high)
    case (let low?, nil): "≥ " + count(low)
    case (nil, let high?): "≤ " + count(high)
    case (nil, nil): interval.best.map { words.about + " " + prose($0) } ?? missing
    }
  }

  /// A number as it was said: about 1 million; ≥ 20; > 20; 200,000–900,000; dozens.
  package func stated(_ quantity: Quantity) -> String {
    switch quantity.qualifier {
    case .exact: prose(quantity.low)
    case .about: words.about + " " + prose(quantity.low)
    case .nearly: words.nearly + " " + prose(quantity.low)
    case .atLeast: "≥ " + prose(quantity.low)
    case .moreThan: "> " + prose(quantity.low)
    case .atMost: "≤ " + prose(quantity.high)
    case .fewerThan: "< " + prose(quantity.high)
    case .range: count(quantity.low) + rangeDash + count(quantity.high)
    case .indefinite: words.indefinite(quantity.low) ?? words.about + " " + prose(quantity.low)
    }
  }

  /// A ratio in thousandths as 9.5, 12 or 1.04.
  ///
  /// Two decimals below 2, one below 100, else none.
  package func ratio(_ thousandths: Int) -> String {
    if thousandths < 2000 { return decimal(rounded(thousandths, to: 10) / 10, places: 2) }
    if thousandths < 100_000 { return decimal(rounded(thousandths, to: 100) / 100, places: 1) }
    return count(rounded(thousandths, to: 1000) / 1000)
  }

  /// A whole number of tenths, hundredths, … without zeros at its end.
  private func decimal(_ value: Int, places: Int) -> String {
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    var fraction = value % scale
    var width = places
    while width > 0, fraction % 10 == 0 {
      fraction /= 10
      width -= 1
    }
    guard width > 0 else { return count(value / scale) }
    let digits = String(fraction)
    let padding = String(repeating: "0", count: width - digits.utf8.count)
    return count(value / scale) + decimalSeparator + padding + digits
  }

  private func rounded(_ value: Int, to unit: Int) -> Int {
    (value + unit / 2) / unit * unit
  }
}

/// The words of hedged and large numbers in one language.
package struct NumberWords: Hashable, Sendable {
  package var about: String
  package var nearly: String
  package var million: String
  package var billion: String
  /// Words for an indefinite number by its unit, as the claims table holds it: 12 is dozens.
  package var units: [Int: String]
  /// What stands behind numbers on axes, by the count from which it is used.
  package var compact: [Int: String]

  package init(
    about: String, nearly: String, million: String, billion: String, units: [Int: String],
    compact: [Int: String] = [:]
  ) {
    self.compact = compact
    self.about = about
    self.nearly = nearly
    self.million = million
    self.billion = billion
    self.units = units
  }

  /// The word for an indefinite number; nil where its unit has none.
  package func indefinite(_ unit: Int) -> String? { units[unit] }

  /// English words.
  package static let english = ReportWords.english.numbers.words
}
