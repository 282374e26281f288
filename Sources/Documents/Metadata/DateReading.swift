import ClaimModel

/// Reads the dates that pages, records and manifests carry, as they are written there.
///
/// Understood are ISO 8601 in full or in part (`2024-03-05T10:00:00Z`, `2024-03`, `20240305`), RFC
/// 2822 (`Tue, 5 Mar 2024 10:00:00 GMT`), dates with the month's name in twelve languages (`5 March
/// 2024`, `March 5, 2024`, `5 de marzo de 2024`), all-number dates whose order is plain
/// (`31/12/2024`, `5.3.2024`) and seconds since 1970. Of a range of months (`2004-12/2005-01`) the
/// first is taken. The day is the one that stands there: no time zone moves it. Anything that may
/// mean two days (`05/03/2024`) or none is nil: a wrong date is worse than a missing one.
enum DateReading {
  /// Reads the date in a text of which it is the main thing.
  static func date(in text: some StringProtocol) -> PartialDate? {
    let tokens = DateTokens(of: text)
    return yearFirst(tokens) ?? named(tokens) ?? yearLast(tokens) ?? epoch(tokens)
  }

  // MARK: - Forms

  /// `2024-03-05`, `2024/03/05`, `2024.03.05`, `20240305`, and, as the whole text, `2024-03`, `2024`.
  private static func yearFirst(_ tokens: DateTokens) -> PartialDate? {
    for (index, number) in tokens.numbers.enumerated() {
      let isFirst = index == 0 && number.position == 0
      if number.digits == 8, tokens.words.isEmpty || isFirst,
        let date = PartialDate(
          year: number.value / 10000, month: number.value / 100 % 100, day: number.value % 100),
        (1600...2200).contains(date.year)
      {
        return date
      }
      guard number.digits == 4, (1000...2999).contains(number.value) else { continue }
      let month = tokens.number(at: index + 1)
      guard let month, month.digits <= 2, number.joins.isDateSeparator else {
        if isFirst, tokens.numbers.count == 1, tokens.words.isEmpty {
          return PartialDate(year: number.value)
        }
        continue
      }
      if let day = tokens.number(at: index + 2), day.digits <= 2,
        month.joins == number.joins
          || (number.joins == .year && month.joins == .month)
      {
        return PartialDate(year: number.value, month: month.value, day: day.value)
      }
      if isFirst, month.digits == 2 || number.joins == .year {
        return PartialDate(year: number.value, month: month.value)
      }
    }
    return nil
  }

  /// `5 March 2024`, `March 5th, 2024`, `5 de marzo de 2024`, `March 2024`.
  private static func named(_ tokens: DateTokens) -> PartialDate? {
    let months = tokens.words.compactMap { word in
      MonthNames.month(of: word.text).map { (month: $0, position: word.position) }
    }
    func numberBefore(_ position: Int) -> DateTokens.Number? {
      tokens.numbers.last { $0.position < position }
        .flatMap { tokens.distance(from: $0.position, to: position) <= 1 ? $0 : nil }
    }
    let chosen =
      months.first { numberBefore($0.position).map { $0.isDay } ?? false } ?? months.first
    guard let chosen else { return nil }
    let after = tokens.numbers.filter { $0.position > chosen.position }
    let before = tokens.numbers.filter { $0.position < chosen.position }
    guard let year = after.first(where: { $0.isYear }) ?? before.last(where: { $0.isYear }) else {
      return nil
    }
    if let day = numberBefore(chosen.position), day.isDay {
      return PartialDate(year: year.value, month: chosen.month, day: day.value)
    }
    if let day = after.first, day.isDay,
      tokens.distance(from: chosen.position, to: day.position) <= 1
    {
      return PartialDate(year: year.value, month: chosen.month, day: day.value)
    }
    return PartialDate(year: year.value, month: chosen.month)
  }

  /// `31/12/2024`, `12/31/2024`, `5.3.2024`; nil where day and month could change places.
  private static func yearLast(_ tokens: DateTokens) -> PartialDate? {
    guard tokens.numbers.count >= 3 else { return nil }
    let (first, second, year) = (tokens.numbers[0], tokens.numbers[1], tokens.numbers[2])
    guard first.isDay, second.isDay, year.isYear, first.joins.isDateSeparator,
      first.joins == second.joins
    else { return nil }
    if first.joins == .dot || first.value > 12 || first.value == second.value {
      return PartialDate(year: year.value, month: second.value, day: first.value)
    }
    if second.value > 12 {
      return PartialDate(year: year.value, month: first.value, day: second.value)
    }
    return nil
  }

  /// Seconds or milliseconds since 1970, as the whole text; only those of 2001 to 2065.
  private static func epoch(_ tokens: DateTokens) -> PartialDate? {
    guard tokens.numbers.count == 1, tokens.words.isEmpty else { return nil }
    let number = tokens.numbers[0]
    let seconds =
      switch number.digits {
      case 10: number.value
      case 13: number.value / 1000
      default: 0
      }
    guard (1_000_000_000...3_000_000_000).contains(seconds) else { return nil }
    return PartialDate(dayNumber: seconds / 86_400)
  }
}

/// The numbers and words of a date, without the time of day.
struct DateTokens {
  /// What stands between a number and the next one.
  enum Joint: Hashable {
    case none, dash, slash, dot, year, month, other

    /// Whether it holds the parts of a date together.
    var isDateSeparator: Bool {
      switch self {
      case .dash, .slash, .dot, .year: true
      default: false
      }
    }
  }

  /// A run of digits.
  struct Number {
    /// What it says; runs of more than 15 digits are cut.
    var value: Int
    /// How many digits it has.
    var digits: Int
    /// Its place among all tokens.
    var position: Int
    /// What joins it to the number behind it.
    var joins: Joint = .none

    /// Whether it may be a day of the month.
    var isDay: Bool { digits <= 2 && (1...31).contains(value) }
    /// Whether it may be a year.
    var isYear: Bool { digits == 4 && (1000...2999).contains(value) }
  }

  /// A run of letters.
  struct Word {
    /// The letters in lower case.
    var text: String
    /// Its place among all tokens.
    var position: Int
  }

  private(set) var numbers: [Number] = []
  private(set) var words: [Word] = []
  private var small: Set<Int> = []

  /// Splits the first 120 code points of a text.
  init(of text: some StringProtocol) {
    var word = ""
    var position = 0
    var joint: [Unicode.Scalar] = []
    var number: Number?
    var inTime = false

    func joining(_ scalars: [Unicode.Scalar]) -> Joint {
      guard scalars.count == 1 else { return scalars.isEmpty ? .none : .other }
      switch scalars[0] {
      case "-", "\u{2010}", "\u{2011}", "\u{2013}", "\u{2212}": return .dash
      case "/": return .slash
      case ".": return .dot
      case "\u{5E74}": return .year
      case "\u{6708}": return .month
      default: return .other
      }
    }
    func endNumber() {
      guard let ended = number else { return }
      number = nil
      if inTime { return }
      if !numbers.isEmpty { numbers[numbers.count - 1].joins = joining(joint) }
      numbers.append(ended)
      joint = []
      position += 1
    }
    func endWord() {
      if word.isEmpty { return }
      let lower = word.lowercased()
      if Self.isLink(lower) { small.insert(position) }
      words.append(Word(text: lower, position: position))
      position += 1
      word = ""
    }

    for scalar in text.unicodeScalars.prefix(120) {
      if let digit = Self.digit(scalar) {
        // `05T10`: the letter between date and time ends the date.
        if word == "T" || word == "t" {
          word = ""
          inTime = true
        }
        endWord()
        if var current = number {
          if current.digits < 15 { current.value = current.value * 10 + digit }
          current.digits += 1
          number = current
        } else {
          number = Number(value: digit, digits: 1, position: position)
        }
        continue
      }
      if scalar == ":", number != nil {
        number = nil
        inTime = true
        continue
      }
      endNumber()
      let isCounter = scalar == "\u{5E74}" || scalar == "\u{6708}" || scalar == "\u{65E5}"
      if scalar.properties.isAlphabetic && !isCounter
        || scalar.properties.generalCategory == .nonspacingMark
      {
        word.unicodeScalars.append(scalar)
      } else {
        endWord()
        if inTime, !(scalar == "." || scalar == "+" || scalar == "-") { inTime = false }
        joint.append(scalar)
      }
      if scalar.properties.isAlphabetic, !isCounter { joint.append(scalar) }
    }
    endNumber()
    endWord()
  }

  /// The number at an index, nil behind the last.
  func number(at index: Int) -> Number? {
    numbers.indices.contains(index) ? numbers[index] : nil
  }

  /// How many tokens stand between two, not counting `de`, `of`, `th` and their like.
  func distance(from first: Int, to last: Int) -> Int {
    max(0, last - first - 1 - (first..<last).count { small.contains($0) })
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value) - 0x30
    case 0x660...0x669: Int(scalar.value) - 0x660
    case 0x6F0...0x6F9: Int(scalar.value) - 0x6F0
    default: nil
    }
  }

  /// Words that stand between the parts of a date: `5 de marzo`, `1st of March`, `le 1er mars`.
  private static func isLink(_ word: String) -> Bool {
    switch word {
    case "de", "del", "do", "of", "the", "st", "nd", "rd", "th", "er", "den", "le", "el": true
    default: false
    }
  }
}
