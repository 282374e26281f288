internal import ClaimModel
internal import Lexicons

/// Tells numbers that count something from years, dates, ages, money, names and the like.
struct CountTest {
  let page: Page
  let units: [Unit]

  var text: TokenizedText { page.text }
  var lexicon: Lexicon { page.lexicon }

  /// Why a number is no count at all; nil where it may be one.
  ///
  /// What follows the number decides only where it is a unit of measure: things that can be counted
  /// (tanks, villages) are told by the noun phrase later on.
  func reason(against number: StatedNumber) -> String? {
    let before = number.first - 1
    let after = number.last + 1
    if number.low.places > 0 || number.high.places > 0 { return measure(after) ?? "decimal" }
    return glued(number, before, after)
      ?? money(before, after)
      ?? date(number, before, after)
      ?? measure(after)
      ?? age(number, before, after)
      ?? name(number, before, after)
      ?? ratio(number, before, after)
      ?? pronoun(number, before, after)
  }

  private func glued(_ number: StatedNumber, _ before: Int, _ after: Int) -> String? {
    if after < units.count, !units[after].isSpaced {
      let next = units[after]
      if next.kind == .word, units[number.last].kind == .number {
        let suffix = text.string(tokens: next.first, through: next.first)
        switch suffix {
        case "st", "nd", "rd", "th", "ST", "ND", "RD", "TH": return "ordinal"
        case "s": return "decade"
        case "am", "pm": return "time"
        case "x" where after + 1 < units.count && units[after + 1].classes.contains(.outcome):
          return nil
        default: return next.classes.contains(.measure) ? reason(of: next) : "name"
        }
      }
      if next.kind == .mark, next.mark == 0x25 { return "percent" }
      if next.kind == .mark, next.mark == 0x2D, after + 1 < units.count, !units[after + 1].isSpaced,
        units[after + 1].kind == .word, !isWord("plus", after + 1)
      {
        let compound = units[after + 1]
        if isWord("strong", after + 1) { return "strength" }
        if compound.classes.contains(.timeUnit) {
          let end = min(after + 4, units.count)
          for index in after..<end where isWord("old", index) || isWord("olds", index) {
            return "age"
          }
          return "duration"
        }
        if compound.classes.contains(.measure) { return reason(of: compound) }
        return "compound"
      }
      if next.kind == .mark, next.mark == 0x3A || next.mark == 0x2F, after + 1 < units.count,
        units[after + 1].kind == .number, !units[after + 1].isSpaced
      {
        return next.mark == 0x3A ? "time" : "date"
      }
      if next.kind == .mark, next.mark == 0x2D || next.mark == 0x2013, after + 1 < units.count,
        units[after + 1].kind == .number, !units[after + 1].isSpaced
      {
        return "score"
      }
    }
    // '12 died.[3]': the number of a note
    if before >= 0, after < units.count, units[before].kind == .mark, units[before].mark == 0x5B,
      units[after].kind == .mark, units[after].mark == 0x5D, number.isPlainDigits
    {
      return "name"
    }
    if before >= 0, !units[number.first].isSpaced {
      let previous = units[before]
      if previous.kind == .word { return "name" }
      if previous.kind == .mark {
        switch previous.mark {
        case 0x2F: return "date"
        case 0x3A where before > 0 && units[before - 1].kind == .number: return "time"
        case 0x2D, 0x2013:
          if before > 0, !previous.isSpaced,
            units[before - 1].kind == .quantity || units[before - 1].kind == .number
          {
            return "score"
          }
          if before > 0, !previous.isSpaced, units[before - 1].kind == .word,
            units[number.first].kind == .number || units[number.first].kind == .quantity
          {
            return "name"
          }
        case 0x23, 0x40, 0x5F, 0x3D: return "name"
        default: break
        }
      }
    }
    return nil
  }

  private func money(_ before: Int, _ after: Int) -> String? {
    if before >= 0, isCurrency(before) { return "money" }
    if after < units.count, isCurrency(after) { return "money" }
    return nil
  }

  private func isCurrency(_ index: Int) -> Bool {
    let unit = units[index]
    if unit.kind == .mark {
      return (0x20A0...0x20CF).contains(unit.mark) || [0x24, 0xA3, 0xA5].contains(unit.mark)
    }
    guard unit.kind == .word, unit.classes.contains(.measure) else { return false }
    return reason(of: unit) == "money" && !unit.classes.contains(.person)
  }

  private func measure(_ after: Int) -> String? {
    guard after < units.count else { return nil }
    let next = units[after]
    if next.kind == .mark, next.mark == 0x25 || next.mark == 0xB0 {
      return next.mark == 0x25 ? "percent" : "measure"
    }
    guard next.kind == .word else { return nil }
    // 'four and a half years'
    if isWord("and", after), isWord("a half", after + 1) || isWord("half", after + 2) {
      let half = isWord("a half", after + 1) ? after + 1 : after + 2
      if half + 1 < units.count, units[half + 1].classes.contains(.timeUnit) { return "duration" }
    }
    // 'the garrison, 3,000 strong'
    if isWord("strong", after), after + 1 >= units.count || units[after + 1].kind == .mark {
      return "strength"
    }
    if next.classes.contains(.measure) {
      let reason = reason(of: next)
      if reason == "thing" || reason == "other_people" { return nil }
      if reason == "duration", after + 1 < units.count,
        isWord("old", after + 1) || isWord("of", after + 1) && isWord("age", after + 2)
      {
        return "age"
      }
      if next.classes.contains(.person) || next.classes.contains(.outcome) { return nil }
      return reason
    }
    // 'rose to 45 overnight' tells when.
    if next.classes.contains(.timeUnit), !isOvernight(next) {
      return after + 1 < units.count && isWord("old", after + 1) ? "age" : "duration"
    }
    if isWord("more", after) || isWord("further", after) || isWord("consecutive", after)
      || isWord("straight", after) || isWord("full", after) || isWord("long", after)
      || isWord("short", after) || isWord("entire", after) || isWord("square", after)
      || isWord("cubic", after), after + 1 < units.count
    {
      let second = units[after + 1]
      if second.classes.contains(.timeUnit) { return "duration" }
      if second.classes.contains(.measure), !second.classes.contains(.person) {
        let reason = reason(of: second)
        return reason == "thing" ? nil : reason
      }
    }
    return nil
  }

  private func isOvernight(_ unit: Unit) -> Bool {
    unit.term >= 0 && lexicon.terms[Int(unit.term)].time == .overnight
  }

  func isNameWord(_ index: Int) -> Bool {
    let unit = units[index]
    return unit.kind == .word && unit.isCapital && unit.classes.isDisjoint(with: .function)
      && !unit.classes.contains(.outcome) && !unit.classes.contains(.month) && unit.place < 0
  }

  private func name(_ number: StatedNumber, _ before: Int, _ after: Int) -> String? {
    guard number.qualifier == .exact, number.first == number.last else { return nil }
    // 'Section 12', 'flight 370', 'number 12'
    if before >= 0, units[before].classes.contains(.reference), number.isPlainDigits,
      after >= units.count || !units[after].classes.contains(.person)
    {
      return "name"
    }
    // 'in Zones 1 and 8'
    if before >= 2, isWord("and", before), !isMonth(before - 2), number.isPlainDigits,
      units[before - 1].kind == .number, units[before - 2].isCapital,
      units[before - 2].kind == .word, units[before - 2].classes.isDisjoint(with: .function),
      after >= units.count || units[after].kind == .mark
    {
      return "name"
    }
    // '1. A list', '2) of points'
    if before < 0, after < units.count, number.isPlainDigits, let value = number.low.whole,
      value < 100, units[after].kind == .mark,
      units[after].mark == 0x2E || units[after].mark == 0x29
    {
      return "list"
    }
    guard before >= 0, units[before].kind == .word, units[before].isCapital else { return nil }
    let previous = units[before]
    guard previous.classes.isDisjoint(with: .function), !previous.classes.contains(.outcome),
      !previous.classes.contains(.cue), !previous.classes.contains(.verb),
      !previous.classes.contains(.adverb), !previous.classes.contains(.person),
      previous.party < 0, previous.place < 0, previous.source < 0, before > 0
    else { return nil }
    guard number.isPlainDigits || number.isOne else { return nil }
    if previous.classes.contains(.weekday) || previous.classes.contains(.speaker) { return nil }
    if after < units.count, units[after].kind == .word,
      units[after].classes.contains(.person) || units[after].classes.contains(.outcome)
    {
      return nil
    }
    return "name"
  }

  private func ratio(_ number: StatedNumber, _ before: Int, _ after: Int) -> String? {
    // 'all but 12 were lost'
    if before >= 1, isWord("but", before), isWord("all", before - 1) { return "exception" }
    if isWord("at", after), isWord("a", after + 1), isWord("time", after + 2) { return "rate" }
    // '30 more than the last one'
    if isWord("more than", after) || isWord("fewer than", after) { return "ratio" }
    if before >= 0, isWord("per", before) { return "ratio" }
    // 'one of every eleven', 'two out of each hundred'
    if before >= 1, isWord("every", before) || isWord("each", before),
      isWord("of", before - 1) || isWord("in", before - 1)
    {
      return "ratio"
    }
    // 'the score was three to one'
    if number.isOne, before > 1, isWord("to", before), units[before - 1].classes.contains(.numeral),
      !isWord("from", before - 2), after >= units.count || units[after].kind == .mark
    {
      return "ratio"
    }
    // 'among the five worst on record'
    if isWord("the", before), isWord("among", before - 1) || isWord("of", before - 1),
      after < units.count, isWord("worst", after) || units[after].classes.contains(.backdrop)
    {
      return "thing"
    }
    if isTenth(number, before, after) || isWord("times", after) { return "ratio" }
    if before >= 1, isWord("in", before) || isWord("of", before) && isWord("out", before - 1),
      isWord("one", before - 1) || isWord("one", before - 2)
    {
      return "ratio"
    }
    if number.isOne, after + 1 < units.count, isWord("in", after),
      units[after + 1].classes.contains(.numeral) || units[after + 1].kind == .number
    {
      return "ratio"
    }
    if after < units.count, isWord("in", after) || isWord("out", after) {
      var next = after + 1
      if isWord("out", after), next < units.count, isWord("of", next) { next += 1 }
      if next < units.count, next > after,
        units[next].kind == .quantity || units[next].kind == .number
          || units[next].classes.contains(.numeral)
      {
        var end = next + 1
        // 'eight out of thirty-one students'
        while end + 1 < units.count, units[end].kind == .mark && units[end].mark == 0x2D,
          units[end + 1].classes.contains(.numeral)
        {
          end += 2
        }
        let isBare = end >= units.count || units[end].kind == .mark || isWord("people", end)
        let value = number.low.whole ?? 0
        if isBare, value < 100, number.qualifier == .exact,
          units[next].kind != .number || value < 10
        {
          if let token = text.tokens[units[next].first].kind == .number ? 4 : nil,
            text.tokens[units[next].first].end - text.tokens[units[next].first].start == token
          {
            return nil
          }
          return "ratio"
        }
      }
    }
    return nil
  }

  /// Whether 'one' stands for something named before: 'no one', 'that one', 'one of the reasons'.
  private func pronoun(_ number: StatedNumber, _ before: Int, _ after: Int) -> String? {
    guard number.isOne, number.qualifier == .exact else { return nil }
    if after < units.count, isWord("another", after) || units[after].classes.contains(.modal) {
      return "pronoun"
    }
    if after < units.count, isWord("of", after) {
      return isOneOfPeople(after + 1) && !namesOne(after + 1) ? nil : "pronoun"
    }
    // 'it was one in a long line of crimes'
    if isWord("in", after), isWord("a", after + 1) { return "pronoun" }
    guard before >= 0 else { return nil }
    // 'six citizens, five of them from one family'
    if isWord("from", before) || isWord("to", before), after < units.count,
      units[after].classes.contains(.person), !units[after].classes.contains(.plural),
      after + 1 >= units.count || units[after + 1].kind == .mark
        || units[after + 1].classes.contains(.conjunction)
    {
      return "pronoun"
    }
    // 'another one soldier was killed'
    if isWord("another", before), after < units.count, units[after].classes.contains(.person) {
      return nil
    }
    if isWord("that", before), after < units.count, units[after].classes.contains(.person) {
      // 'said that one person was killed'
      return nil
    }
    if units[before].classes.contains(.determiner), !isWord("all", before) { return "pronoun" }
    return isWord("that", before) && (after >= units.count || !units[after].isContent)
      ? "pronoun" : nil
  }

  /// Whether 'of' leads to people: 'one of them', 'one of the dead', not 'one of the worst tolls'.
  private func isOneOfPeople(_ start: Int) -> Bool {
    var index = start
    while index < units.count, index < start + 6, units[index].kind == .word {
      let classes = units[index].classes
      if isWord("most", index) || classes.contains(.be) { return false }
      let frames =
        units[index].term >= 0 ? lexicon.senses(of: units[index].term).map(\.frame) : []
      if frames.contains(.toll) { return false }
      // 'one of the rebels' strongholds'
      let isOwner = index + 1 < units.count && units[index + 1].kind == .possessive
      if !isOwner,
        classes.contains(.person) || classes.contains(.pronoun) || frames.contains(.people)
          || units[index].isDemonym
      {
        return true
      }
      index += 1
    }
    return false
  }

  private func reason(of unit: Unit) -> String {
    let reason =
      unit.term >= 0
      ? lexicon.terms[Int(unit.term)].reason : lexicon.term(ofMark: unit.mark)?.reason
    return reason?.rawValue ?? ""
  }

  /// Whether a unit is a word or phrase of one given spelling.
  func isWord(_ word: StaticString, _ index: Int) -> Bool {
    guard index >= 0, index < units.count, units[index].kind == .word else { return false }
    return text.isWord(word, units[index].first, units[index].last)
  }
}
