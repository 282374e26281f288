internal import ClaimModel
internal import Lexicons

extension TimePhraseReader {
  /// A date that is written out: 'Sunday', 'Tuesday, October 17th, 2023', '7 March', 'late 2024'.
  func date(_ index: Int, opener: TimeWord?) -> Core? {
    var at = index
    let hasArticle =
      grammar.has(at, .determiner) && role(at) == nil && grammar.units[at].quantity < 0
    if hasArticle { at += 1 }
    // 'the August 17 bombing': the article is the bombing's.
    if hasArticle, opener == nil, role(at) == .month || role(at) == .weekday { return nil }
    if role(at) == .stage {
      at += 1
      if grammar.isMark(0x2D, at) { at += 1 }
      if role(at) == .inside || role(at) == .of { at += 1 }
    }
    var parts = DateParts()
    var end = at
    if role(at) == .weekday, isName(at) {
      parts.weekday = value(at)
      end = at + 1
      if role(end) == .part { end += 1 }
      let next = grammar.isMark(0x2C, end) ? end + 1 : end
      if var dated = calendarDate(next, needsDay: true) {
        dated.parts.weekday = parts.weekday
        return core(dated.parts, dated.end)
      }
      return core(parts, end)
    }
    if let dated = calendarDate(at, needsDay: false) {
      end = dated.end
      parts = dated.parts
      if parts.day == nil, parts.year == nil, opener == nil, at == index { return nil }
      return core(parts, end)
    }
    let isStaged = at > index + (hasArticle ? 1 : 0)
    guard let years = years(at, opener: opener, isStaged: isStaged) else { return nil }
    // 'the 2020 war' is a name.
    let isName =
      hasArticle && years.parts?.lastYear == nil && years.end < grammar.units.count
      && grammar.units[years.end].isContent
    return isName ? nil : years
  }

  private func core(_ parts: DateParts, _ end: Int) -> Core {
    Core(
      end: end, span: report.span(of: parts), extent: parts.isDay ? .day : .period, parts: parts,
      standsAlone: true)
  }

  /// '2015', '1992 to 1995', 'the 1990s'.
  private func years(_ index: Int, opener: TimeWord?, isStaged: Bool) -> Core? {
    guard let found = year(index) else { return nil }
    var parts = DateParts(year: found.first, lastYear: found.last)
    var end = found.end
    if opener == nil, !isStaged {
      // A bare year is time only as a range or in brackets: '(2015)', '1992-1995'.
      let isBracketed = grammar.isMark(0x28, index - 1) && grammar.isMark(0x29, end)
      guard found.last != nil || isBracketed else { return nil }
    }
    if found.last == nil, let next = year(end + 1), next.last == nil, role(end) == .to {
      parts.lastYear = next.first
      end = next.end
    }
    return Core(
      end: end, span: report.span(of: parts), extent: .period, parts: parts,
      standsAlone: true)
  }

  /// '7 March', 'March 7, 2024', 'January 2024', 'the 7th of March'.
  private func calendarDate(_ index: Int, needsDay: Bool) -> (parts: DateParts, end: Int)? {
    var parts = DateParts()
    var at = index
    if let found = day(at) {
      parts.day = found.first
      parts.lastDay = found.last
      at = found.end
      if role(at) == .of { at += 1 }
      guard role(at) == .month, isName(at) || !grammar.has(at, [.modal, .verb]) else { return nil }
      parts.month = value(at)
      at += 1
    } else {
      guard role(at) == .month, isName(at) else { return nil }
      parts.month = value(at)
      at += 1
      if grammar.isMark(0x2E, at), day(at + 1) != nil { at += 1 }
      if let found = day(at), !countsPeople(found.end) {
        parts.day = found.first
        parts.lastDay = found.last
        at = found.end
      }
    }
    if needsDay, parts.day == nil { return nil }
    let next = grammar.isMark(0x2C, at) || role(at) == .of ? at + 1 : at
    if let found = year(next), found.last == nil {
      parts.year = found.first
      at = found.end
    }
    return (parts, at)
  }

  private func countsPeople(_ index: Int) -> Bool {
    grammar.has(index, .person)
  }

  /// A day of the month, or two, and where it ends.
  func day(_ index: Int) -> (first: Int, last: Int?, end: Int)? {
    guard let mention = plainMention(index), let low = mention.number.low.whole,
      let high = mention.number.high.whole, low >= 1, high <= 31
    else { return nil }
    var end = index + 1
    if mention.reason == "ordinal", end < grammar.units.count, !grammar.units[end].isSpaced {
      end += 1
    }
    return (low, high > low ? high : nil, end)
  }

  /// A year, two years or a decade, and where it ends.
  func year(_ index: Int) -> (first: Int, last: Int?, end: Int)? {
    guard let mention = plainMention(index), let low = mention.number.low.whole,
      let high = mention.number.high.whole, low >= 1000, high <= 2100
    else { return nil }
    if mention.reason == "decade" { return (low, low + 9, index + 2) }
    let token = grammar.text.tokens[mention.number.coreLast]
    let isYear = mention.reason == "year" || mention.reason == "date" || high > low
    guard isYear, token.end - token.start == 4, !countsPeople(index + 1) else { return nil }
    return (low, high > low ? high : nil, index + 1)
  }

  /// The number of a quantity; nil for ranges and indefinite numbers.
  func number(_ index: Int) -> Int? {
    guard let found = grammar.mention(at: index) else { return nil }
    let number = grammar.mentions[found].number
    guard number.low == number.high, number.qualifier != .indefinite else { return nil }
    return number.low.whole
  }

  private func plainMention(_ index: Int) -> Mention? {
    guard let found = grammar.mention(at: index) else { return nil }
    let mention = grammar.mentions[found]
    return mention.number.isPlainDigits ? mention : nil
  }

  /// Whether a month or weekday is written as a name.
  func isName(_ index: Int) -> Bool {
    grammar.units[index].isCapital || grammar.text.isCaseless
  }
}
