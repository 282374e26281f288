internal import ClaimModel
internal import Lexicons

extension TimePhraseReader {
  /// The time that starts at a unit, behind its preposition if it has one.
  func core(_ index: Int, opener: TimeWord?) -> Core? {
    guard index < grammar.units.count else { return nil }
    return dayWord(index) ?? shifted(index) ?? relative(index, opener: opener)
      ?? ordinal(index, opener: opener) ?? edge(index, opener: opener)
      ?? date(index, opener: opener) ?? part(index, opener: opener)
  }

  private func skippingArticle(_ index: Int) -> Int {
    grammar.has(index, .determiner) && role(index) == nil && grammar.units[index].quantity < 0
      && !grammar.has(index, .relative) ? index + 1 : index
  }

  /// 'yesterday', 'earlier today', 'tonight', 'overnight', 'the day before'.
  private func dayWord(_ index: Int) -> Core? {
    var at = index
    if role(at) == .stage || role(at) == .earlier || role(at) == .later { at += 1 }
    if role(at) == .eve {
      return Core(
        end: at + 1, span: TimeSpan(on: report.day(-1)), extent: .day, standsAlone: true)
    }
    if role(at) == .overnight {
      return Core(
        end: at + 1, span: TimeSpan(report.day(-1), report.day), extent: .day, standsAlone: true)
    }
    guard role(at) == .day else { return nil }
    let end = role(at + 1) == .part ? at + 2 : at + 1
    return Core(
      end: end, span: TimeSpan(on: report.day(value(at))), extent: .day, standsAlone: true)
  }

  /// 'two weeks ago', 'a day earlier', 'hours later'.
  private func shifted(_ index: Int) -> Core? {
    var at = index
    var count: Int? = nil
    if grammar.units[at].quantity >= 0 {
      count = number(at)
      at += 1
    } else if grammar.has(at, .determiner), role(at) == nil {
      count = 1
      at += 1
    }
    while grammar.has(at, .indefinite) || grammar.has(at, .adverb) && role(at) == nil {
      count = nil
      at += 1
    }
    guard role(at) == .unit, let shift = role(at + 1) else { return nil }
    guard shift == .ago || shift == .earlier || shift == .later else { return nil }
    // 'two days before the truce', 'a day after the vote' hang on something else.
    if shift != .ago, grammar.has(at + 1, [.subordinator, .preposition]) {
      guard at + 2 >= grammar.units.count || grammar.units[at + 2].kind == .mark else { return nil }
    }
    let length = value(at)
    let date = shift == .later ? nil : count.flatMap { report.ago($0, length) }
    return Core(
      end: at + 2, span: TimeSpan(on: date), extent: length <= 1 ? .day : .period,
      standsAlone: true)
  }

  /// 'last week', 'this morning', 'the past 20 days', 'last October', 'next Friday', 'that day'.
  private func relative(_ index: Int, opener: TimeWord?) -> Core? {
    var at = skippingArticle(index)
    if role(at) == .stage { at += 1 }
    if let found = undated(at) { return found }
    guard let direction = direction(at) else { return weekend(at, opener: opener) }
    let isSame = role(at) == .same
    let isPast = role(at) == .last && at > index
    at += 1
    if let span = measured(at, opener: opener) { return span }
    if grammar.has(at, .adverb), role(at) == nil { at += 1 }
    switch role(at) {
    case .unit:
      if isSame || value(at) == 0 {
        return Core(
          end: at + 1, span: TimeSpan(), extent: value(at) <= 1 ? .day : .period, standsAlone: true)
      }
      let length = value(at)
      let span =
        isPast && length != 1 && length != 2
        ? report.past(1, length) : report.unit(length, direction)
      return Core(end: at + 1, span: span, extent: length <= 1 ? .day : .period, standsAlone: true)
    case .part:
      let offset = direction == .last ? -1 : 0
      let span =
        isSame
        ? TimeSpan() : offset < 0 ? TimeSpan(report.day(-1), report.day) : TimeSpan(on: report.day)
      return Core(end: at + 1, span: span, extent: .day, standsAlone: true)
    case .season: return season(at, direction)
    case .weekday:
      let parts = DateParts(weekday: value(at))
      let end = role(at + 1) == .part ? at + 2 : at + 1
      return Core(
        end: end, span: report.span(of: parts, direction), extent: .day, parts: parts,
        standsAlone: true)
    case .month where isName(at):
      var parts = DateParts(month: value(at))
      var end = at + 1
      if let day = day(end) {
        parts.day = day.first
        end = day.end
      }
      return Core(
        end: end, span: report.span(of: parts, direction), extent: parts.isDay ? .day : .period,
        parts: parts, standsAlone: true)
    default: return nil
    }
  }

  /// 'that day', 'recent weeks', 'the following night': time that only the text around dates.
  private func undated(_ index: Int) -> Core? {
    let isThat = grammar.has(index, .determiner) && grammar.has(index, .relative)
    guard isThat || role(index) == .other, role(index + 1) == .unit || role(index + 1) == .part
    else {
      return nil
    }
    let isDay = value(index + 1) == 1 && (isThat || !isPlural(index + 1))
    return Core(
      end: index + 2, span: TimeSpan(), extent: isDay ? .day : .period, standsAlone: true)
  }

  private func isPlural(_ index: Int) -> Bool {
    let token = grammar.text.tokens[grammar.units[index].last]
    return grammar.text.bytes[token.end - 1] | 0x20 == 0x73
  }

  /// 'the weekend', 'at the weekend', 'the weekend of'.
  private func weekend(_ index: Int, opener: TimeWord?) -> Core? {
    guard opener != nil, role(index) == .unit, value(index) == 2 else { return nil }
    return Core(
      end: index + 1, span: report.unit(2, .last), extent: .period, standsAlone: true)
  }

  /// '20 days', 'few weeks' and '24 hours' behind 'past' or 'last'.
  private func measured(_ index: Int, opener: TimeWord?) -> Core? {
    var at = index
    var count: Int?
    if at < grammar.units.count, grammar.units[at].quantity >= 0 {
      count = number(at)
      at += 1
    } else if grammar.has(at, .indefinite) {
      at += 1
    } else {
      return nil
    }
    guard role(at) == .unit else { return nil }
    var span = count.map { report.past($0, value(at)) } ?? TimeSpan(nil, report.published)
    // 'the last three months of 2024'
    if role(at + 1) == .of, let whole = core(at + 2, opener: .of), let count, value(at) == 30 {
      span = Self.months(-count, of: whole.span)
      return Core(end: whole.end, span: span, extent: .period, standsAlone: true)
    }
    return Core(end: at + 1, span: span, extent: .period, standsAlone: true)
  }

  private func direction(_ index: Int) -> TimeDirection? {
    switch role(index) {
    case .last: .last
    case .this: .present
    case .next: .next
    case .same: .present
    default: nil
    }
  }

  private func season(_ index: Int, _ direction: TimeDirection) -> Core {
    var end = index + 1
    var year: Int?
    if role(end) == .of, let found = self.year(end + 1) {
      year = found.first
      end = found.end
    } else if let found = self.year(end) {
      year = found.first
      end = found.end
    } else if let month = report.published?.month, let now = report.published?.year {
      let isAhead = value(index) > month || direction == .last && value(index) + 2 >= month
      year = isAhead && direction != .present ? now - 1 : now
    }
    let first = year.flatMap { PartialDate(year: $0, month: value(index)) }
    let last = first.flatMap { date in
      let month = (date.month ?? 1) + 2
      return PartialDate(year: month > 12 ? date.year + 1 : date.year, month: (month - 1) % 12 + 1)
    }
    return Core(end: end, span: TimeSpan(first, last), extent: .period, standsAlone: true)
  }

  /// 'the first three months of 2025', 'the second half of the year', 'the first day'.
  private func ordinal(_ index: Int, opener: TimeWord?) -> Core? {
    var at = skippingArticle(index)
    guard opener != nil || at > index, at < grammar.units.count, let order = order(at) else {
      return nil
    }
    // 'the first night of raids left 80 dead' needs no preposition, other parts of a time do.
    if opener == nil {
      guard role(at) == .ordinal,
        role(at + 1) == .part || role(at + 1) == .unit && value(at + 1) == 1
      else { return nil }
      return Core(end: at + 2, span: TimeSpan(), extent: .day, standsAlone: true)
    }
    at += 1
    if role(at) == .part {
      return Core(end: at + 1, span: TimeSpan(), extent: .day, standsAlone: false)
    }
    var count = 1
    if at < grammar.units.count, grammar.units[at].quantity >= 0, role(at + 1) == .unit {
      count = number(at) ?? 0
      at += 1
    } else if grammar.has(at, .indefinite) {
      count = 0
      at += 1
    }
    guard role(at) == .unit || role(at) == .half else { return nil }
    let months = role(at) == .half ? 6 : value(at) == 90 ? 3 : value(at) == 30 ? count : 0
    let isDay = value(at) == 1 && count == 1 && role(at) == .unit
    var end = at + 1
    var span = TimeSpan()
    let whole = role(end) == .of ? core(end + 1, opener: .of) ?? course(end + 1) : nil
    let year = whole?.span ?? report.unit(365, .present)
    if let whole { end = whole.end }
    if months > 0, whole == nil || whole?.span.from != nil {
      let shift =
        months == 6 || value(at) == 90 ? (order - 1) * months : order > 1 ? (order - 1) : 0
      span = Self.months(order < 0 ? -months : months, of: year, after: shift)
      if whole == nil, let now = report.published, let to = span.to, now < to.firstDay {
        span = Self.months(months, of: report.unit(365, .last), after: shift)
      }
    }
    return Core(end: end, span: span, extent: isDay ? .day : .period, standsAlone: false)
  }

  private func order(_ index: Int) -> Int? {
    role(index) == .ordinal ? value(index) : role(index) == .last ? -1 : nil
  }

  /// The first months of a year, or the last where the count is negative.
  private static func months(_ count: Int, of year: TimeSpan, after skipped: Int = 0) -> TimeSpan {
    guard let year = year.from?.year, count != 0, abs(count) <= 12 else { return TimeSpan() }
    let first = count > 0 ? skipped + 1 : 13 + count
    let last = count > 0 ? skipped + count : 12
    return TimeSpan(PartialDate(year: year, month: first), PartialDate(year: year, month: last))
  }

  /// 'the end of 2024', 'the start of the war', 'the early hours of Sunday', 'the night of 5 March'.
  private func edge(_ index: Int, opener: TimeWord?) -> Core? {
    var at = skippingArticle(index)
    let isEarly = role(at) == .stage
    if isEarly { at += 1 }
    let isPart = role(at) == .part || isEarly && role(at) == .unit && value(at) <= 1
    guard role(at) == .edge || isPart else { return nil }
    if isPart, role(at + 1) != .of {
      guard isEarly, role(at + 1) == .inside, let day = date(at + 2, opener: .inside),
        day.extent == .day
      else { return nil }
      return Core(end: day.end, span: day.span, extent: .day, parts: day.parts, standsAlone: false)
    }
    guard role(at + 1) == .of else { return nil }
    guard let whole = core(at + 2, opener: .of) ?? edgeOfUnit(at + 2) ?? course(at + 2) else {
      return nil
    }
    return Core(
      end: whole.end, span: whole.span, extent: isPart ? .day : whole.extent, parts: whole.parts,
      standsAlone: false)
  }

  /// 'the year', 'the month' behind 'end of'.
  private func edgeOfUnit(_ index: Int) -> Core? {
    let at = skippingArticle(index)
    guard role(at) == .unit, value(at) > 1 else { return nil }
    return Core(
      end: at + 1, span: report.unit(value(at), .present), extent: .period, standsAlone: false)
  }

  /// 'dawn', 'the morning', 'night'; only behind a preposition.
  private func part(_ index: Int, opener: TimeWord?) -> Core? {
    var at = skippingArticle(index)
    if role(at) == .stage { at += 1 }
    if role(at) == .season, opener != nil { return season(at, .nearest) }
    guard opener != nil, role(at) == .part else { return nil }
    // 'in an early morning raid' is a kind of raid.
    if at > index, role(at + 1) == .incident || role(at + 1) == .course { return nil }
    return Core(end: at + 1, span: TimeSpan(), extent: .day, standsAlone: false)
  }

  /// A number of days, weeks or hours behind a preposition: 'within 24 hours', 'in a single day'.
  func length(_ index: Int) -> Core? {
    var at = skippingArticle(index)
    var isCounted = at > index
    if at < grammar.units.count, grammar.units[at].quantity >= 0 {
      isCounted = true
      at += 1
    }
    while grammar.has(at, .indefinite) || role(at) == .ordinal {
      isCounted = true
      at += 1
    }
    guard isCounted, role(at) == .unit || role(at) == .part else { return nil }
    var end = at + 1
    let course = role(end) == .of ? course(end + 1) : nil
    if let course { end = course.end }
    return Core(
      end: end, span: TimeSpan(), extent: .period, standsAlone: false, isOfCourse: course != nil)
  }

  /// 'the war', 'the 22-month war in Gaza', 'World War II': an event that takes time.
  func course(_ index: Int) -> Core? {
    var at = index
    while at < grammar.units.count, at < index + 8, role(at) != .course {
      let unit = grammar.units[at]
      if unit.kind == .mark, unit.mark != 0x2D || unit.isSpaced { return nil }
      if unit.kind == .word, grammar.has(at, [.preposition, .conjunction, .relative, .be, .have]) {
        guard grammar.has(at, .determiner) else { return nil }
      }
      if grammar.isVerb(at), grammar.has(at, [.verbPast, .verbS]), !grammar.has(at, .participle) {
        return nil
      }
      at += 1
    }
    guard at < index + 8, role(at) == .course else { return nil }
    while role(at + 1) == .course { at += 1 }
    var end = at + 1
    if end < grammar.units.count, grammar.text.tokens[grammar.units[end].first].isUpper { end += 1 }
    if role(end) == .of || role(end) == .inside, end + 1 < grammar.units.count,
      grammar.units[end + 1].isCapital, role(end + 1) == nil, grammar.units[end + 1].quantity < 0
    {
      end += 2
      while end < grammar.units.count, grammar.units[end].isCapital, role(end) == nil { end += 1 }
    }
    return Core(end: end, span: TimeSpan(), extent: .period, standsAlone: false)
  }
}
