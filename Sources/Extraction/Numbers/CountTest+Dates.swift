internal import ClaimModel
internal import Lexicons

/// Which numbers are days and years.
extension CountTest {
  /// Whether a number is a day, a month's year or a year.
  func date(_ number: StatedNumber, _ before: Int, _ after: Int) -> String? {
    if after < units.count, isMonth(after), let day = number.low.whole, day >= 1, day <= 31 {
      return "date"
    }
    if before >= 0, isMonth(before), let day = number.low.whole, day >= 1,
      day <= 31 || isYear(number)
    {
      if day <= 31, after < units.count, units[after].classes.contains(.person) { return nil }
      return "date"
    }
    if before >= 1, units[before].kind == .mark, units[before].mark == 0x2E, isMonth(before - 1),
      number.isPlainDigits
    {
      return "date"
    }
    if isSecondDay(number, before, after) { return "date" }
    guard isYear(number) else { return nil }
    // 'their number has grown to 1318'
    if before > 0, isWord("to", before), units[before - 1].classes.contains(.level) { return nil }
    // 'killed 192 people and wounded 1400': the object of a verb that takes people.
    if before >= 0, units[before].classes.contains(.outcome), units[before].classes.contains(.verb),
      after >= units.count || units[after].kind == .mark || units[after].classes.contains(.more)
    {
      return nil
    }
    if after < units.count {
      let next = units[after]
      if next.isSpaced, next.kind == .word {
        let noun = next.classes
        if noun.contains(.person) || next.isDemonym, noun.contains(.plural) || next.isDemonym {
          return before >= 0 && units[before].classes.contains(.preposition)
            && isWord("in", before) ? "year" : nil
        }
        if noun.contains(.outcome), !noun.contains(.verb), before < 0 || !isYearOpener(before) {
          return nil
        }
        // '1700 cases and 1063 related deaths'
        if after + 1 < units.count, next.isContent, !next.isCapital, before >= 0,
          !isYearOpener(before), units[before].kind == .word,
          !units[after + 1].classes.isDisjoint(with: [.person, .outcome]),
          units[after + 1].classes.contains(.plural), !units[after + 1].classes.contains(.verb)
        {
          return nil
        }
        // 'believed that 1000 were killed'
        if isWord("were", after) || isWord("are", after) || isWord("have", after), before >= 0,
          !isYearOpener(before), units[before].classes.isDisjoint(with: .conjunction),
          units[after...].prefix(4).contains(where: { $0.classes.contains(.outcome) })
        {
          return nil
        }
        // '443 dead, 1806 wounded and 76 missing', 'our loss was 2010 killed'
        if noun.contains(.outcome), noun.contains(.participle) || tellsState(next), before >= 0,
          units[before].kind == .mark && units[before].mark == 0x2C
            || !units[before].classes.isDisjoint(with: [.conjunction, .be, .have])
        {
          return nil
        }
      }
    }
    return "year"
  }

  /// 'between August 5 and 6', 'from May 10 to 18': the second of two days of a month.
  private func isSecondDay(_ number: StatedNumber, _ before: Int, _ after: Int) -> Bool {
    guard number.isPlainDigits, let day = number.low.whole, (1...31).contains(day), before >= 2,
      isWord("and", before) || isWord("to", before) || isWord("or", before),
      units[before - 1].kind == .number || units[before - 1].kind == .quantity
    else { return false }
    let isStopped = units[before - 2].kind == .mark && units[before - 2].mark == 0x2E
    let month = isStopped ? before - 3 : before - 2
    guard month >= 0, isMonth(month) else { return false }
    return after >= units.count
      || units[after].classes.isDisjoint(with: [.person, .outcome, .more, .be, .have])
  }

  private func tellsState(_ unit: Unit) -> Bool {
    unit.term >= 0 && lexicon.senses(of: unit.term).contains { $0.frame == .state }
  }

  private func isYearOpener(_ index: Int) -> Bool {
    isWord("in", index) || isWord("since", index) || isWord("of", index) || isWord("the", index)
      || isWord("during", index) || isWord("by", index) || isWord("until", index)
  }

  /// Whether the number looks like a year of the last thousand years.
  private func isYear(_ number: StatedNumber) -> Bool {
    guard number.isPlainDigits, let low = number.low.whole, low >= 1000, low <= 2100 else {
      return false
    }
    let token = text.tokens[units[number.coreFirst].first]
    guard token.end - token.start == 4 else { return false }
    return number.qualifier == .exact || number.qualifier == .about || number.qualifier == .range
  }

  func isMonth(_ index: Int) -> Bool {
    let unit = units[index]
    return unit.classes.contains(.month) && unit.isCapital && !unit.classes.contains(.modal)
      || unit.classes.contains(.month) && isWord("may", index) && unit.isCapital && index > 0
  }
}
