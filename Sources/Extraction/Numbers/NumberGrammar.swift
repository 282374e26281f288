internal import ClaimModel
internal import Lexicons

/// A number expression of a sentence, as it was said.
struct StatedNumber {
  /// The units it covers, with its qualifier words.
  var first: Int
  var last: Int
  /// The units of the number alone.
  var coreFirst: Int
  var coreLast: Int
  /// How it was hedged.
  var qualifier: Qualifier
  /// What was said, low and high.
  var low: ExactNumber
  var high: ExactNumber
  /// Whether it was written in digits with no word or sign of scale, so that it may be a year.
  var isPlainDigits = false
  /// Whether the word was 'one'.
  var isOne = false
  /// Whether its qualifier is a verb: 'exceeded 10,000'.
  var isLedByVerb = false
  /// Whether it is a word for none: 'no', 'without'.
  var isZeroWord = false
}

/// Reads number expressions: digits, words, scales, ranges, indefinite words and their qualifiers.
struct NumberGrammar {
  let page: Page
  let units: [Unit]

  var text: TokenizedText { page.text }
  var lexicon: Lexicon { page.lexicon }

  /// The number expressions of the sentence in reading order; none overlaps another.
  func numbers() -> [StatedNumber] {
    var numbers: [StatedNumber] = []
    var index = 0
    while index < units.count {
      guard canStart(index), let number = expression(at: index) else {
        index += 1
        continue
      }
      var read = number
      if let earlier = numbers.last, joins(&read, to: earlier) { numbers.removeLast() }
      numbers.append(read)
      index = read.last + 1
    }
    return numbers
  }

  /// Whether a number expression may start at a unit: most words need no closer look.
  private func canStart(_ index: Int) -> Bool {
    let unit = units[index]
    switch unit.kind {
    case .number: return true
    case .mark: return unit.mark == 0x2E
    case .possessive, .quantity: return false
    case .word: break
    }
    if !unit.classes.isDisjoint(with: [.numeral, .multiplier, .groupMultiplier, .indefinite]) {
      return true
    }
    // 'a', 'an', 'between', 'from', 'half', 'quarter'
    switch text.bytes[text.tokens[unit.first].start] | 0x20 {
    case 0x61, 0x62, 0x66, 0x68: return true
    case 0x71: return isWord("quarter", index)
    default: return false
    }
  }

  // MARK: Expressions

  /// The whole expression whose core starts at a unit, with the qualifiers before and behind.
  private func expression(at index: Int) -> StatedNumber? {
    guard let core = core(at: index) else { return nil }
    var number = core
    var strongest: Qualifier = core.qualifier
    // 'over 3 years' tells how long.
    let isSpan =
      (isWord("over", core.first - 1) || isWord("past", core.first - 1))
      && core.last + 1 < units.count && units[core.last + 1].classes.contains(.timeUnit)
    // 'reported about two killed' tells of two; nobody counts about two.
    let isOfWhich =
      isWord("about", core.first - 1) && (core.low.whole ?? 5) < 5 && core.first > 1
      && units[core.first - 2].classes.contains(.cue) && core.qualifier == .exact
    if !isSpan, !isOfWhich, let (first, qualifier) = qualifiersBefore(core.first) {
      number.first = first
      number.isLedByVerb =
        units[first].classes.contains(.level) && units[first].classes.contains(.verb)
      strongest = Self.stronger(strongest, qualifier)
    }
    if let (last, qualifier) = qualifiersBehind(core.last) {
      number.last = last
      strongest = Self.stronger(strongest, qualifier)
    }
    if core.qualifier == .range, strongest == .atMost || strongest == .fewerThan {
      // 'up to 10 or 12' is at most 12.
      number.low = core.high
      number.qualifier = strongest
    } else if core.qualifier == .range || core.qualifier == .indefinite {
      number.qualifier = core.qualifier
    } else {
      number.qualifier = strongest
    }
    return number
  }

  /// A cardinal, an indefinite or a range, without qualifiers.
  private func core(at index: Int) -> StatedNumber? {
    var start = index
    if units[index].kind == .word, isWord("between", index) || isWord("from", index) {
      start = index + 1
      while start < units.count, units[start].classes.contains(.qualifierBefore) { start += 1 }
      // 'between a few dozen and 80' has an indefinite end.
      guard start < units.count, let low = cardinal(at: start),
        low.qualifier == .exact || low.qualifier == .indefinite && isWord("between", index),
        let range = range(from: low, opener: index)
      else { return nil }
      return range
    }
    guard let low = cardinal(at: start) else { return nil }
    if low.qualifier == .exact, let range = range(from: low, opener: nil) { return range }
    return low
  }

  /// 'A to B', 'A-B', 'A or B', 'between A and B', 'from A to B'.
  private func range(from low: StatedNumber, opener: Int?) -> StatedNumber? {
    let joint = low.last + 1
    guard joint < units.count - 1 else { return nil }
    var next = joint + 1
    let isBetween = opener.map { isWord("between", $0) } ?? false
    let unit = units[joint]
    let isDash = unit.kind == .mark && [0x2D, 0x2013, 0x2014, 0x2012, 0x2011].contains(unit.mark)
    if isBetween {
      guard isWord("and", joint) || isWord("to", joint) || isDash else { return nil }
    } else if isDash {
      guard unit.isSpaced == units[joint + 1].isSpaced,
        unit.isSpaced || units[low.last].kind == .number || unit.mark != 0x2D
      else { return nil }
    } else {
      guard
        isWord("to", joint) || isWord("through", joint) || isWord("or", joint) && opener == nil
          || isWord("up to", joint) && opener != nil
      else { return nil }
    }
    // 'rose from 38 to 46' names two tolls, no range.
    let from = isBetween ? nil : opener ?? (isWord("from", low.first - 1) ? low.first - 1 : nil)
    if let from, !isSpanning(from - 1), !isSpanning(from - 2), !isWord("at", from - 1),
      isLevel(from - 1) || isLevel(from - 2)
    {
      return nil
    }
    // 'since December 2013 to nearly 900,000'
    if low.isPlainDigits, isWord("to", joint), low.first > 0, low.low.whole ?? 0 > 1000,
      units[low.first - 1].classes.contains(.month) || isWord("since", low.first - 1)
    {
      return nil
    }
    // 'rose by 14 to 230'
    if isWord("by", low.first - 1), isWord("to", joint), isLevel(low.first - 2) { return nil }
    while !isDash, next < units.count - 1, units[next].classes.contains(.qualifierBefore) {
      next += 1
    }
    if isDash, low.first > 0, units[low.first - 1].classes.contains(.month) { return nil }
    guard let high = cardinal(at: next), high.qualifier == .exact else { return nil }
    var bottom = low.low
    if let scaled = scaled(low, by: high) { bottom = scaled }
    guard bottom.isLess(than: high.low) else { return nil }
    if isWord("or", joint) {
      guard let top = high.low.whole, let base = bottom.whole, top <= base * 2 else { return nil }
    }
    var range = low
    range.first = opener ?? low.first
    range.coreFirst = range.first
    range.last = high.last
    range.coreLast = high.last
    range.low = bottom
    range.high = high.low
    range.qualifier = .range
    range.isPlainDigits = low.isPlainDigits && high.isPlainDigits
    return range
  }

  /// Whether a verb says that both ends of a range follow: 'estimates range from 300 to 500'.
  private func isSpanning(_ index: Int) -> Bool {
    isWord("range", index) || isWord("ranges", index) || isWord("ranged", index)
      || isWord("ranging", index) || isWord("vary", index) || isWord("varies", index)
      || isWord("varied", index) || isWord("varying", index)
  }

  /// The first number of a range that leaves its scale to the second: '2-3 million',
  /// '100 to 120,000'.
  private func scaled(_ low: StatedNumber, by high: StatedNumber) -> ExactNumber? {
    guard low.first == low.last, low.low.isLess(than: high.low) else { return nil }
    var factor = 1
    if high.last > high.first {
      for index in high.first...high.last
      where !units[index].classes.isDisjoint(with: [.multiplier, .groupMultiplier]) {
        factor = lexicon.terms[Int(units[index].term)].value
      }
      // 'three or four hundred'
      guard factor >= 1000 || factor == 100 && units[low.first].kind == .word else { return nil }
    } else {
      guard let a = low.low.whole, let b = high.low.whole, units[high.first].kind == .number,
        units[low.first].kind == .number, a < 1000, b >= 1000, b % 1000 == 0, b / 1000 > a,
        b / 1000 <= a * 3,
        text.tokens[units[high.first].first].end
          - text.tokens[units[high.first].first].start > 4
      else { return nil }
      factor = 1000
    }
    guard let scaled = low.low.times(factor), scaled.isLess(than: high.low) else { return nil }
    return scaled
  }

  /// Makes one range of two bounds that face each other: 'more than 20 and less than 35'.
  private func joins(_ number: inout StatedNumber, to earlier: StatedNumber) -> Bool {
    guard number.first == earlier.last + 2, isWord("and", earlier.last + 1) else { return false }
    let lower: [Qualifier] = [.atLeast, .moreThan]
    let upper: [Qualifier] = [.atMost, .fewerThan]
    let (bottom, top) =
      lower.contains(earlier.qualifier) && upper.contains(number.qualifier)
      ? (earlier, number)
      : upper.contains(earlier.qualifier) && lower.contains(number.qualifier)
        ? (number, earlier) : (number, number)
    guard bottom.low.isLess(than: top.low) else { return false }
    number = earlier
    number.last = max(bottom.last, top.last)
    number.coreLast = number.last
    number.low = bottom.low
    number.high = top.low
    number.qualifier = .range
    return true
  }

  // MARK: Qualifiers

  private func qualifiersBefore(_ first: Int) -> (Int, Qualifier)? {
    var index = first - 1
    var found: (Int, Qualifier)?
    while index >= 0 {
      let unit = units[index]
      if unit.classes.contains(.qualifierBefore), let qualifier = qualifier(of: unit),
        !isVerbOfSaying(index), !isAdjective(index),
        !(isWord("about", index) && index > 0 && units[index - 1].classes.contains(.report)
          && units[index - 1].classes.isDisjoint(with: [.verb, .verbS]))
      {
        found = (index, Self.stronger(found?.1 ?? .exact, qualifier))
        index -= 1
      } else if isWord("a", index) || isWord("an", index) || isWord("the", index)
        || isWord("another", index), index + 1 < first || isWord("another", index), index > 0,
        units[index - 1].classes.contains(.qualifierBefore)
      {
        index -= 1
      } else if unit.kind == .mark,
        [0x22, 0x201C, 0x201D, 0x27, 0x2018, 0x2019].contains(unit.mark), index > 0,
        units[index - 1].classes.contains(.qualifierBefore)
      {
        index -= 1
      } else {
        break
      }
    }
    // 'did not exceed 60', 'could not have been less than 200'
    if let (start, qualifier) = found, let turned = negated(qualifier, at: start) {
      return (start, turned)
    }
    // 'an estimated 20' takes its article along.
    if let (start, qualifier) = found, start > 0, isWord("an", start - 1) {
      return (start - 1, qualifier)
    }
    return found
  }

  /// What a bound says behind a negation; nil where none stands before it.
  private func negated(_ qualifier: Qualifier, at start: Int) -> Qualifier? {
    var before = start - 1
    while before >= 0, !units[before].classes.isDisjoint(with: [.be, .have]) { before -= 1 }
    guard before >= 0, isWord("not", before) || units[before].classes.contains(.negation),
      !isWord("no", before), !isWord("without", before),
      units[before].classes.isDisjoint(with: [.verb, .cue])
    else { return nil }
    switch qualifier {
    case .moreThan: return .atMost
    case .fewerThan: return .atLeast
    default: return nil
    }
  }

  /// 'reports estimated up to 33': a verb, where 'an estimated 33' is a qualifier.
  private func isVerbOfSaying(_ index: Int) -> Bool {
    guard units[index].classes.contains(.cue), index > 0 else { return false }
    // 'Voss (1998) estimated 300'
    if units[index - 1].kind == .mark, units[index - 1].mark == 0x29 { return true }
    return units[index - 1].classes.isDisjoint(with: [.determiner, .preposition, .be])
      && units[index - 1].kind == .word && !isWord("an", index - 1)
  }

  /// 'the top 10 commanders': a verb only behind a modal or what rises, 'deaths may top 100'.
  private func isAdjective(_ index: Int) -> Bool {
    guard isWord("top", index) else { return false }
    guard index > 0 else { return true }
    let before = units[index - 1].classes
    return before.isDisjoint(with: [.modal, .have])
      && !(before.contains(.outcome) && before.contains(.plural)) && !isWord("to", index - 1)
  }

  private func qualifiersBehind(_ last: Int) -> (Int, Qualifier)? {
    let next = last + 1
    guard next < units.count else { return nil }
    let unit = units[next]
    if unit.kind == .mark, unit.mark == 0x2B { return (next, .moreThan) }
    if unit.kind == .mark, unit.mark == 0x2D, next + 1 < units.count, isWord("plus", next + 1) {
      return (next + 1, .moreThan)
    }
    if unit.classes.contains(.qualifierAfter), let qualifier = qualifier(of: unit) {
      if isWord("plus", next), next + 1 < units.count, units[next + 1].kind == .number {
        return nil
      }
      if qualifier == .atLeast || qualifier == .atMost, unit.classes.contains(.qualifierBefore),
        next + 1 < units.count, cardinal(at: next + 1) != nil
      {
        return nil
      }
      if next + 1 < units.count, units[next + 1].kind == .number { return nil }
      return (next, qualifier)
    }
    return nil
  }

  private func qualifier(of unit: Unit) -> Qualifier? {
    unit.term >= 0
      ? lexicon.terms[Int(unit.term)].qualifier
      : lexicon.term(ofMark: unit.mark)?.qualifier
  }

  private static let strength: [Qualifier: Int] = [
    .exact: 0, .about: 1, .nearly: 2, .moreThan: 3, .atLeast: 4, .atMost: 4, .fewerThan: 4,
    .range: 5, .indefinite: 5,
  ]

  /// The qualifier that decides where two are stacked: 'at least some 20' is at least 20.
  private static func stronger(_ a: Qualifier, _ b: Qualifier) -> Qualifier {
    (strength[b] ?? 0) > (strength[a] ?? 0) ? b : a
  }
}
