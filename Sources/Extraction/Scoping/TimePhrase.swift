internal import ClaimModel

/// Time words of a sentence and the dates that they stand for.
struct TimePhrase {
  /// How much time the words cover.
  enum Extent {
    /// A day or a part of it.
    case day
    /// More than a day, with two ends.
    case period
    /// Up to now or up to a date, all that happened before counted in.
    case running
  }

  /// The units of the words, with their preposition.
  var units: Range<Int>
  /// The dates.
  var span: TimeSpan
  /// How much time it covers.
  var extent: Extent
  /// The parts of the date, from which another end of a period may take its year.
  var parts: DateParts?
  /// Whether a preposition of time opens it, so that it cannot be the name of something.
  var isOpened: Bool
  /// Whether it opens with 'from', 'between' or the like and waits for its other end.
  var isFirstEnd = false
}

extension [TimePhrase] {
  /// Which of a sentence's units are words of the phrases.
  func marks(of count: Int) -> [Bool] {
    var marks = Array<Bool>(repeating: false, count: count)
    for phrase in self {
      for unit in phrase.units { marks[unit] = true }
    }
    return marks
  }
}

/// Two dates; nil where the words tell none.
struct TimeSpan {
  var from: PartialDate?
  var to: PartialDate?

  init(_ from: PartialDate? = nil, _ to: PartialDate? = nil) {
    self.from = from
    self.to = to
  }

  /// A single date.
  init(on date: PartialDate?) { self.init(date, date) }
}

/// A date as far as it is written out.
struct DateParts {
  var weekday: Int?
  var month: Int?
  var day: Int?
  var lastDay: Int?
  var year: Int?
  var lastYear: Int?

  /// Whether it names a single day.
  var isDay: Bool { weekday != nil && month == nil || day != nil && lastDay == nil }
}

/// Which of several like dates is meant, seen from the document's date.
enum TimeDirection {
  /// The nearest that is not in the future.
  case nearest
  /// The nearest that lies wholly in the past.
  case last
  /// The one of the present week or year.
  case present
  /// The nearest in the future.
  case next
}

/// Resolves dates against the date of the document.
///
/// A weekday is the nearest such day that is not after the document's date, since reports tell of
/// what has happened; a month without a year is the nearest that has begun.
struct ReportDate {
  /// The document's date; nil where none is known.
  let published: PartialDate?

  /// The day of the document; nil where only a month or year of it is known.
  var day: PartialDate? { published?.day == nil ? nil : published }

  /// The day that lies a number of days from the document's.
  func day(_ offset: Int) -> PartialDate? {
    day.flatMap { PartialDate(dayNumber: $0.dayNumber + offset) }
  }

  /// The month that lies a number of months from the document's.
  func month(_ offset: Int) -> PartialDate? {
    guard let published, let month = published.month else { return nil }
    let months = published.year * 12 + month - 1 + offset
    return PartialDate(year: months / 12, month: months % 12 + 1)
  }

  /// The year that lies a number of years from the document's.
  func year(_ offset: Int) -> PartialDate? {
    published.flatMap { PartialDate(year: $0.year + offset) }
  }

  /// The dates of a date that is written out in part.
  func span(of parts: DateParts, _ direction: TimeDirection = .nearest) -> TimeSpan {
    if let first = parts.year, let last = parts.lastYear {
      return TimeSpan(PartialDate(year: first), PartialDate(year: last))
    }
    if let month = parts.month {
      guard let year = parts.year ?? yearOf(month, parts.day, direction) else { return TimeSpan() }
      let first = PartialDate(year: year, month: month, day: parts.day)
      let last = parts.lastDay.map { PartialDate(year: year, month: month, day: $0) } ?? first
      return TimeSpan(first, last)
    }
    if let year = parts.year { return TimeSpan(on: PartialDate(year: year)) }
    if let weekday = parts.weekday { return TimeSpan(on: self.weekday(weekday, direction)) }
    return TimeSpan()
  }

  private func yearOf(_ month: Int, _ day: Int?, _ direction: TimeDirection) -> Int? {
    guard let published, let now = published.month else { return nil }
    if direction == .present { return published.year }
    let isAhead = month > now || month == now && (day ?? 0) > (published.day ?? 31)
    let isHere = month == now && day == nil
    switch direction {
    case .next: return isAhead ? published.year : published.year + 1
    case .last: return isAhead || isHere ? published.year - 1 : published.year
    case .nearest, .present: return isAhead ? published.year - 1 : published.year
    }
  }

  private func weekday(_ weekday: Int, _ direction: TimeDirection) -> PartialDate? {
    guard let today = day else { return nil }
    let back = (today.weekday - weekday + 7) % 7
    switch direction {
    case .next: return self.day(back == 0 ? 7 : 7 - back)
    case .last: return self.day(back == 0 ? -7 : -back)
    case .present: return self.day(today.weekday >= weekday ? -back : 7 - back)
    case .nearest: return self.day(-back)
    }
  }

  /// The dates of a whole unit of time before, around or after the document's date: 'last month'.
  ///
  /// The length is the unit's usual number of days; a weekend's is 2.
  func unit(_ length: Int, _ direction: TimeDirection) -> TimeSpan {
    let offset = direction == .next ? 1 : direction == .present ? 0 : -1
    switch length {
    case 1: return TimeSpan(on: day(offset))
    case 2:
      // The weekend that ended last.
      guard let day else { return TimeSpan() }
      let back = direction == .next ? day.weekday - 12 : (day.weekday + 1) % 7
      return TimeSpan(self.day(-back - 1), self.day(-back))
    case 7:
      guard let day else { return TimeSpan() }
      let monday = offset * 7 - day.weekday
      return TimeSpan(self.day(monday), offset == 0 ? day : self.day(monday + 6))
    case 30: return TimeSpan(on: month(offset))
    case 365: return TimeSpan(on: year(offset))
    default: return TimeSpan()
    }
  }

  /// The date that lies some units of time before the document's: 'two weeks ago'.
  func ago(_ count: Int, _ length: Int) -> PartialDate? {
    switch length {
    case 1, 7: day(-count * length)
    case 30: month(-count)
    case 365: year(-count)
    case 3650: year(-count * 10)
    default: nil
    }
  }

  /// The dates from some units of time ago until the document's: 'the past three months'.
  func past(_ count: Int, _ length: Int) -> TimeSpan {
    switch length {
    case 0: return TimeSpan(day(-max(1, (count + 23) / 24)), day)
    case 1, 7: return TimeSpan(day(-count * length), day)
    case 30: return TimeSpan(sameDay(month(-count)), published)
    case 365: return TimeSpan(sameDay(shifted(years: count)), published)
    case 3650: return TimeSpan(year(-count * 10), published)
    default: return TimeSpan()
    }
  }

  private func shifted(years: Int) -> PartialDate? {
    published.flatMap { PartialDate(year: $0.year - years, month: $0.month) }
  }

  /// The document's day of the month in another month; the month where it has no such day.
  private func sameDay(_ month: PartialDate?) -> PartialDate? {
    guard let month, let day = published?.day, let number = month.month else { return month }
    return PartialDate(year: month.year, month: number, day: day) ?? month
  }
}
