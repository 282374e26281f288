/// A date that is known to the day, the month or the year: `2025-02-16`, `2025-02` or `2025`.
package struct PartialDate: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The year of the Gregorian calendar, 1 to 9999.
  package let year: Int
  /// The month, 1 to 12; nil where only the year is known.
  package let month: Int?
  /// The day of the month; nil where only the month is known.
  package let day: Int?

  /// A date from its parts; nil where they name no day of the calendar.
  package init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day {
        guard day >= 1, day <= Self.days(inMonth: month, of: year) else { return nil }
      }
    } else if day != nil {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, with anything behind a `T` or a space left out.
  package init?(_ text: some StringProtocol) {
    var numbers: [Int] = []
    var value = 0
    var digits = 0
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39:
        value = value * 10 + Int(byte - 0x30)
        digits += 1
        if digits > 4 { return nil }
      case 0x2D where digits > 0 && numbers.count < 2:
        if digits != (numbers.isEmpty ? 4 : 2) { return nil }
        numbers.append(value)
        value = 0
        digits = 0
      case 0x54, 0x20:
        guard numbers.count == 2, digits == 2 else { return nil }
        self.init(year: numbers[0], month: numbers[1], day: value)
        return
      default: return nil
      }
    }
    guard digits == (numbers.isEmpty ? 4 : 2) else { return nil }
    numbers.append(value)
    self.init(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
      day: numbers.count > 2 ? numbers[2] : nil)
  }

  /// The first day that the date may mean.
  package var firstDay: PartialDate {
    PartialDate(validYear: year, month: month ?? 1, day: day ?? 1)
  }

  /// The last day that the date may mean.
  package var lastDay: PartialDate {
    let month = month ?? 12
    return PartialDate(
      validYear: year, month: month, day: day ?? Self.days(inMonth: month, of: year))
  }

  /// The number of days from 1970-01-01 to the first day that the date may mean.
  package var dayNumber: Int {
    // Howard Hinnant's days_from_civil.
    let first = firstDay
    let month = first.month ?? 1
    let shifted = month <= 2 ? first.year - 1 : first.year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + (first.day ?? 1) - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day that lies the given number of days after 1970-01-01; nil outside the years 1 to 9999.
  package init?(dayNumber: Int) {
    guard (-719_162...2_932_896).contains(dayNumber) else { return nil }
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The day of the week of the first day that the date may mean: 0 is Monday, 6 is Sunday.
  package var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 }

  package var description: String {
    var text = Self.padded(year, to: 4)
    if let month { text += "-" + Self.padded(month, to: 2) }
    if let day { text += "-" + Self.padded(day, to: 2) }
    return text
  }

  /// Orders by first day; of two that start together, the finer one comes first.
  package static func < (a: PartialDate, b: PartialDate) -> Bool {
    (a.year, a.month ?? 1, a.day ?? 1, a.month == nil ? 2 : a.day == nil ? 1 : 0)
      < (b.year, b.month ?? 1, b.day ?? 1, b.month == nil ? 2 : b.day == nil ? 1 : 0)
  }

  private init(validYear: Int, month: Int, day: Int) {
    self.year = validYear
    self.month = month
    self.day = day
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func padded(_ value: Int, to width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
