internal import ClaimModel
internal import Lexicons

/// Numbers without their qualifiers: digits, words, scales and indefinite words.
extension NumberGrammar {
  /// A cardinal or indefinite number at a unit.
  func cardinal(at index: Int) -> StatedNumber? {
    if let indefinite = indefinite(at: index) { return indefinite }
    var start = index
    if units[index].kind == .word {
      if let quarters = quarters(at: index) { return quarters }
      if isWord("a", index) || isWord("an", index) {
        guard index + 1 < units.count else { return nil }
        let next = units[index + 1].classes
        if next.contains(.multiplier) || next.contains(.groupMultiplier) {
          return scaledWord(ExactNumber(1), first: index, next: index + 1)
        }
        return nil
      }
      if isWord("half", index), index + 2 < units.count,
        isWord("a", index + 1) || isWord("an", index + 1)
      {
        let next = units[index + 2]
        guard next.classes.contains(.multiplier) || next.classes.contains(.groupMultiplier) else {
          return nil
        }
        return scaledWord(ExactNumber(5, places: 1), first: index, next: index + 2)
      }
      // 'over hundred soldiers', 'another hundred'
      if units[index].classes.contains(.multiplier), index > 0,
        units[index - 1].classes.contains(.qualifierBefore) || isWord("another", index - 1)
      {
        return scaledWord(ExactNumber(1), first: index, next: index)
      }
      if units[index].classes.contains(.groupMultiplier), !isWord("score", index),
        !isWord("scores", index)
      {
        return scaledWord(ExactNumber(1), first: index, next: index)
      }
    }
    if units[start].kind == .mark, units[start].mark == 0x2E, start + 1 < units.count,
      units[start + 1].kind == .number, !units[start + 1].isSpaced,
      let fraction = digits(start + 1), fraction.number.places == 0
    {
      let token = text.tokens[units[start + 1].first]
      start += 1
      let number = ExactNumber(fraction.number.digits, places: token.end - token.start)
      return finish(number, first: index, next: fraction.next, plain: false)
    }
    if let (number, next) = digits(start) {
      return finish(number, first: index, next: next, plain: next == start + 1)
    }
    return words(at: index)
  }

  /// 'a quarter of a million', 'three quarters of a million'.
  private func quarters(at index: Int) -> StatedNumber? {
    let isThree = isWord("three", index) && isWord("quarters", index + 1)
    // 'up to quarter of a million' has no article.
    let quarter = isWord("quarter", index) ? index : index + 1
    guard isThree || quarter == index || isWord("a", index) && isWord("quarter", quarter),
      isWord("of", quarter + 1), isWord("a", quarter + 2), quarter + 3 < units.count,
      units[quarter + 3].classes.contains(.multiplier)
    else { return nil }
    return scaledWord(ExactNumber(isThree ? 75 : 25, places: 2), first: index, next: quarter + 3)
  }

  /// Digits, with groups of three set apart by spaces.
  func digits(_ index: Int) -> (number: ExactNumber, next: Int)? {
    guard units[index].kind == .number else { return nil }
    guard var number = value(ofDigits: text.tokens[units[index].first]) else { return nil }
    var next = index + 1
    let token = text.tokens[units[index].first]
    guard token.end - token.start <= 3, number.places == 0, number.digits > 0 else {
      return (number, next)
    }
    if index > 0, units[index - 1].classes.contains(.month) { return (number, next) }
    while next < units.count, units[next].kind == .number {
      let group = text.tokens[units[next].first]
      let gap = text.tokens[units[next].first].first - text.tokens[units[next - 1].last].last
      guard group.end - group.start == 3, gap == 1, let part = value(ofDigits: group),
        part.places == 0, let scaled = number.times(1000), let sum = scaled.plus(part)
      else { break }
      number = sum
      next += 1
    }
    return (number, next)
  }

  /// The value of a token of digits with separators; nil where they make no number.
  func value(ofDigits token: Token) -> ExactNumber? {
    var digits = 0
    var places = 0
    var groups: [Int] = []
    var length = 0
    var points = 0
    var index = token.start
    while index < token.end {
      let byte = text.bytes[index]
      if WordScanner.isDigit(byte) {
        let (scaled, overflow) = digits.multipliedReportingOverflow(by: 10)
        if overflow || scaled > Int.max - 9 { return nil }
        digits = scaled + Int(byte - 0x30)
        length += 1
        if points == 1 { places += 1 }
      } else if byte == 0x2E {
        points += 1
        groups.append(length)
        length = 0
      } else if byte == 0x2C || byte == 0x27 || byte == 0x99 {
        groups.append(length)
        length = 0
      }
      index += 1
    }
    groups.append(length)
    if points > 1 { return nil }
    if points == 0, groups.count > 1 {
      let inner = groups.dropFirst().dropLast()
      let grouped =
        groups.last == 3 && groups[0] <= 3 && groups[0] > 0
        && (inner.allSatisfy { $0 == 3 } || inner.allSatisfy { $0 == 2 })
      if !grouped { return nil }
    }
    return ExactNumber(digits, places: places)
  }

  /// Scales behind a number: '2 million', '450k', '3 hundred and 21'.
  func finish(
    _ number: ExactNumber, first: Int, next: Int, plain: Bool
  ) -> StatedNumber? {
    if next < units.count, units[next].kind == .word, !units[next].isSpaced {
      guard
        units[next].classes.contains(.multiplierSuffix)
          || units[next].classes.contains(.multiplier),
        let scaled = number.times(lexicon.terms[Int(units[next].term)].value)
      else { return stated(number, first: first, last: next - 1, plain: plain) }
      return stated(scaled, first: first, last: next, plain: false)
    }
    if next < units.count, isScale(next) {
      return scaledWord(number, first: first, next: next)
    }
    // '27-hundred', '2-million'
    if plain, next + 1 < units.count, units[next].kind == .mark, units[next].mark == 0x2D,
      !units[next].isSpaced, !units[next + 1].isSpaced,
      units[next + 1].classes.contains(.multiplier),
      let scaled = number.times(lexicon.terms[Int(units[next + 1].term)].value)
    {
      return stated(scaled, first: first, last: next + 1, plain: false)
    }
    if let same = sameInBrackets(number, next) {
      return stated(number, first: first, last: same, plain: false)
    }
    return stated(number, first: first, last: next - 1, plain: plain)
  }

  func isScale(_ index: Int) -> Bool {
    let classes = units[index].classes
    return classes.contains(.multiplier)
      || classes.contains(.groupMultiplier) && !isWord("score", index)
      || isWord("score", index) && index > 0 && units[index - 1].classes.contains(.numeral)
  }

  /// A number with the scale words that follow it.
  func scaledWord(_ number: ExactNumber, first: Int, next: Int) -> StatedNumber? {
    var total: ExactNumber?
    var current = number
    var next = next
    var isDecimal = number.places > 0
    while next < units.count, isScale(next) {
      let factor = lexicon.terms[Int(units[next].term)].value
      guard let scaled = current.times(factor) else { return nil }
      current = scaled
      next += 1
      if isWord("dozen", next - 1) || isWord("dozens", next - 1) { break }
      // 'four thousand three hundred', '3 hundred and 21'.
      var follow = next
      if follow < units.count, isWord("and", follow) { follow += 1 }
      if isDecimal || follow >= units.count { break }
      if let (part, end) = smaller(than: factor, at: follow, afterAnd: follow > next) {
        guard let sum = current.plus(part) else { return nil }
        current = sum
        next = end
        if next < units.count, isScale(next), factor < 1000 {
          isDecimal = false
          continue
        }
      }
      break
    }
    // 'a million and a half'
    if next + 2 < units.count, isWord("and", next), isWord("a", next + 1), isWord("half", next + 2),
      let half = ExactNumber(5, places: 1).times(
        lexicon.terms[Int(max(0, units[next - 1].term))].value),
      let sum = current.plus(half)
    {
      total = sum
      next += 3
    }
    let value = total ?? current
    if let same = sameInBrackets(value, next) {
      return stated(value, first: first, last: same, plain: false)
    }
    return stated(value, first: first, last: next - 1, plain: false)
  }

  /// The smaller part of a number behind a scale word: '21' in '3 hundred and 21'.
  func smaller(than factor: Int, at index: Int, afterAnd: Bool) -> (ExactNumber, Int)? {
    guard index < units.count else { return nil }
    if units[index].kind == .number {
      guard let (part, next) = digits(index), let count = part.whole, count > 0 else { return nil }
      if next < units.count, isScale(next) {
        let scale = lexicon.terms[Int(units[next].term)].value
        guard scale < factor, let scaled = part.times(scale) else { return nil }
        return (scaled, next + 1)
      }
      return afterAnd && count < factor ? (part, next) : nil
    }
    guard let word = words(at: index), let count = word.low.whole, count > 0, count < factor else {
      return nil
    }
    return (word.low, word.last + 1)
  }

  /// 'two hundred and thirty-four thousand', 'one and a half million'.
  func words(at index: Int) -> StatedNumber? {
    guard units[index].classes.contains(.numeral), units[index].kind == .word else { return nil }
    var total = 0
    var current = 0
    var lastScale = Int.max
    var next = index
    var sawScale = false
    var last = index - 1
    while next < units.count, units[next].kind == .word {
      let term = units[next].term >= 0 ? lexicon.terms[Int(units[next].term)] : nil
      guard let term else { break }
      if units[next].classes.contains(.numeral) {
        // 'nought-four' is two numbers.
        guard last < index || current + total > 0 else { break }
        guard Self.fits(term.value, behind: current), !(current == 0 && total == 0 && sawScale),
          term.value > 0 || (current == 0 && total == 0)
        else { break }
        current += term.value
      } else if units[next].classes.contains(.multiplier), last >= index {
        if term.value == 100 {
          guard current > 0, current < 100 else { break }
          current *= 100
        } else {
          guard term.value < lastScale else { break }
          let (product, overflow) = max(current, 1).multipliedReportingOverflow(by: term.value)
          let (sum, overflow2) = total.addingReportingOverflow(product)
          if overflow || overflow2 { return nil }
          total = sum
          lastScale = term.value
          current = 0
        }
        sawScale = true
      } else if units[next].classes.contains(.groupMultiplier), last >= index {
        let (product, overflow) = (total + current).multipliedReportingOverflow(by: term.value)
        if overflow { return nil }
        total = product
        current = 0
        last = next
        break
      } else {
        break
      }
      last = next
      next += 1
      if next < units.count - 1, units[next].kind == .mark, units[next].mark == 0x2D,
        units[next + 1].classes.contains(.numeral) || units[next + 1].classes.contains(.multiplier),
        units[next + 1].kind == .word
      {
        next += 1
      } else if next < units.count - 1, sawScale, isWord("and", next),
        units[next + 1].classes.contains(.numeral),
        Self.fits(lexicon.terms[Int(units[next + 1].term)].value, behind: current),
        lexicon.terms[Int(units[next + 1].term)].value > 0
      {
        next += 1
      }
    }
    guard last >= index else { return nil }
    let isOne = last == index && total + current == 1
    var value = ExactNumber(total + current)
    // 'one and a half million'
    if last + 4 < units.count, isWord("and", last + 1), isWord("a", last + 2),
      isWord("half", last + 3), units[last + 4].classes.contains(.multiplier)
    {
      value = value.plus(ExactNumber(5, places: 1)) ?? value
      return scaledWord(value, first: index, next: last + 4)
    }
    if let same = sameInBrackets(value, last + 1) {
      return stated(value, first: index, last: same, plain: false)
    }
    var number = stated(value, first: index, last: last, plain: false)
    number?.isOne = isOne
    return number
  }

  /// Whether a numeral may follow what was read since the last scale word.
  static func fits(_ value: Int, behind current: Int) -> Bool {
    if current == 0 { return true }
    if value < 10 { return current % 10 == 0 && (current % 100 >= 20 || current % 100 == 0) }
    if value < 100 { return current % 100 == 0 }
    return false
  }

  /// 'forty-five (45)': the bracket that says the same again.
  func sameInBrackets(_ number: ExactNumber, _ index: Int) -> Int? {
    guard index + 2 < units.count, units[index].kind == .mark, units[index].mark == 0x28 else {
      return nil
    }
    let inner: (ExactNumber, Int)?
    if let (value, next) = digits(index + 1) {
      inner = (value, next)
    } else if units[index + 1].classes.contains(.numeral) {
      inner = words(at: index + 1).map { ($0.low, $0.last + 1) }
    } else {
      inner = nil
    }
    guard let (value, next) = inner, value == number, next < units.count,
      units[next].mark == 0x29
    else { return nil }
    return next
  }

  // MARK: Indefinite words

  /// 'dozens', 'hundreds of thousands', 'several hundred', 'a few'.
  func indefinite(at index: Int) -> StatedNumber? {
    let unit = units[index]
    guard unit.kind == .word, unit.classes.contains(.indefinite), unit.term >= 0 else { return nil }
    let term = lexicon.terms[Int(unit.term)]
    var value = term.value
    var last = index
    var next = index + 1
    switch term.indefiniteKind {
    case .couple, .pair:
      let number = ExactNumber(2)
      var read = stated(number, first: index, last: index, plain: false)
      if next < units.count,
        units[next].classes.contains(.multiplier) || units[next].classes.contains(.groupMultiplier)
      {
        read = scaledWord(number, first: index, next: next)
      }
      read?.qualifier = term.indefiniteKind == .couple ? .about : .exact
      return read
    case .few:
      if isWord("few", index) || isWord("the few", index) {
        guard next < units.count, isScale(next) else { return nil }
      }
      while next < units.count, isScale(next) {
        value *= lexicon.terms[Int(units[next].term)].value
        last = next
        next += 1
      }
    case .plural, nil:
      while next + 1 < units.count, isWord("of", next),
        units[next + 1].classes.contains(.indefinite),
        units[next + 1].term >= 0,
        lexicon.terms[Int(units[next + 1].term)].indefiniteKind == .plural
      {
        value *= lexicon.terms[Int(units[next + 1].term)].value
        last = next + 1
        next += 2
      }
    }
    var read = stated(ExactNumber(value), first: index, last: last, plain: false)
    read?.qualifier = .indefinite
    return read
  }

  // MARK: Small things

  func stated(
    _ number: ExactNumber, first: Int, last: Int, plain: Bool
  ) -> StatedNumber? {
    StatedNumber(
      first: first, last: last, coreFirst: first, coreLast: last, qualifier: .exact, low: number,
      high: number, isPlainDigits: plain)
  }

  func isLevel(_ index: Int) -> Bool {
    index >= 0 && index < units.count && units[index].classes.contains(.level)
  }

  /// Whether a unit is a word of one given spelling, in lower case.
  func isWord(_ word: StaticString, _ index: Int) -> Bool {
    guard index >= 0, index < units.count, units[index].kind == .word else { return false }
    return text.isWord(word, units[index].first, units[index].last)
  }
}
