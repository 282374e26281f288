internal import ClaimModel
internal import Lexicons

/// Carries outcomes over sentences, to figures that point back to a figure before.
///
/// 'Twelve people were killed. Three were children.' A figure points back where it is a definite
/// remainder ('the other two'), where the sentence opens with the whole ('Of these, …'), where all
/// that is said of it is who its people are ('three were children'), or where its subject is a word
/// for the count itself ('the number includes 25 women').
struct Carrying {
  /// A figure that others may point back to.
  private struct Antecedent {
    var sentence: Int
    var outcome: Outcome
    var high: Int
    var isPart: Bool
  }

  private var sentences: [SentenceGrammar]
  private var antecedents: [Antecedent] = []
  /// The outcome of the last figure of people, with its sentence; nil where it suffered nothing.
  private var last: (sentence: Int, outcome: Outcome?)?

  private init(_ sentences: [SentenceGrammar]) { self.sentences = sentences }

  /// The sentences with every outcome carried that can be.
  static func carried(over sentences: [SentenceGrammar]) -> [SentenceGrammar] {
    var carrying = Carrying(sentences)
    for index in sentences.indices {
      if !carrying.sentences[index].mentions.isEmpty { carrying.read(index) }
    }
    carrying.settleTolls()
    carrying.linkAddends()
    return carrying.sentences
  }

  private mutating func read(_ sentence: Int) {
    antecedents.removeAll { sentence - $0.sentence > 4 }
    if let last, sentence - last.sentence > 2 { self.last = nil }
    var hasCarried = false
    let opened = sentences[sentence].indexOpenedBack
    for index in sentences[sentence].mentions.indices {
      let mention = sentences[sentence].mentions[index]
      guard mention.reason == nil, mention.kind != .thing, !mention.number.isZeroWord else {
        continue
      }
      if mention.outcome == nil, let carried = carried(to: index, in: sentence, opened: opened) {
        sentences[sentence].mentions[index].outcome =
          sentences[sentence].outcomeSaid(of: index) ?? carried.outcome
        sentences[sentence].mentions[index].rule = carried.isPart ? .part : .toll
        sentences[sentence].mentions[index].isPartOfEarlier = carried.isPart
        hasCarried = true
      } else if mention.outcome == nil, sumUp(index, in: sentence) {
        hasCarried = true
      } else if mention.outcome == .casualties {
        specify(index, in: sentence)
      } else if mention.outcome != nil, mention.whole == nil,
        sentences[sentence].isShareOfSufferers(index)
      {
        sentences[sentence].mentions[index].isPartOfEarlier = true
      } else if let outcome = mention.outcome, mention.whole == nil,
        sentences[sentence].isDefinitePart(index),
        antecedents.contains(where: {
          sentence - $0.sentence <= 2 && ($0.outcome == outcome || $0.outcome == .casualties)
            && $0.high >= mention.number.low.whole ?? 0
        })
      {
        sentences[sentence].mentions[index].isPartOfEarlier = true
      }
      note(sentences[sentence].mentions[index], sentence)
    }
    if hasCarried { sentences[sentence].spread() }
  }

  /// 'Total 2,325.': a sentence that sums up the figures of the one before.
  private mutating func sumUp(_ index: Int, in sentence: Int) -> Bool {
    let mention = sentences[sentence].mentions[index]
    guard sentence > 0, mention.kind == .none || mention.kind == .people,
      sentences[sentence].isTotal(index), let total = mention.number.low.whole
    else { return false }
    let told = sentences[..<sentence].last { !$0.mentions.isEmpty }?.mentions ?? []
    let parts = told.filter { $0.outcome != nil && $0.reason == nil && $0.whole == nil }
    guard parts.count > 1, parts.compactMap(\.number.low.whole).reduce(0, +) == total,
      let first = parts[0].outcome
    else { return false }
    let isOne = parts.allSatisfy { $0.outcome == first }
    sentences[sentence].mentions[index].outcome = isOne ? first : .casualties
    sentences[sentence].mentions[index].rule = .toll
    return true
  }

  /// 'Ferry toll rises to 14' beside 'two more of the dead were found': the toll is of deaths, where
  /// what stands around it speaks of the dead alone.
  private mutating func settleTolls() {
    for sentence in sentences.indices {
      for index in sentences[sentence].mentions.indices
      where sentences[sentence].mentions[index].outcome == .casualties
        && sentences[sentence].isBareToll(index)
      {
        let near = max(0, sentence - 2)...min(sentences.count - 1, sentence + 2)
        let told = near.flatMap { other in
          sentences[other].mentions.indices.filter { other != sentence || $0 != index }.map {
            sentences[other].mentions[$0]
          }
        }.filter { $0.reason == nil }.compactMap(\.outcome)
        if told.contains(.killed), !told.contains(.casualties) {
          sentences[sentence].mentions[index].outcome = .killed
        }
      }
    }
  }

  private mutating func note(_ mention: Mention, _ sentence: Int) {
    last = (sentence, mention.outcome)
    guard let outcome = mention.outcome else { return }
    antecedents.append(
      Antecedent(
        sentence: sentence, outcome: outcome, high: mention.number.high.whole ?? Int.max,
        isPart: mention.whole != nil || mention.isPartOfEarlier))
  }

  /// What a free figure takes over from those before it; nil where it points to none.
  private func carried(to index: Int, in sentence: Int, opened: Int?) -> (
    outcome: Outcome, isPart: Bool
  )? {
    let grammar = sentences[sentence]
    let mention = grammar.mentions[index]
    let low = mention.number.low.whole ?? 0
    let wider = antecedents.last { $0.high >= low && sentence - $0.sentence <= 2 }
    if let wider, grammar.isPartOfPeopleBefore(index, outcome: wider.outcome) {
      return (wider.outcome, true)
    }
    if let wider, let opened, mention.unit > opened, mention.unit < opened + 8,
      !grammar.hasFate(index, outcome: wider.outcome)
    {
      return (wider.outcome, true)
    }
    if let wider, grammar.isRemainder(index), !grammar.hasFate(index, outcome: wider.outcome) {
      return (wider.outcome, true)
    }
    if let last, let outcome = last.outcome, index > 0, last.sentence == sentence,
      grammar.isNextShare(index), low <= antecedents.last(where: { !$0.isPart })?.high ?? 0
    {
      return (outcome, true)
    }
    if let last, let outcome = last.outcome, mention.kind == .none, sentence - last.sentence <= 1,
      low <= antecedents.last?.high ?? 0, grammar.isSaidWhoTheyAre(index)
    {
      return (outcome, true)
    }
    if let wider, mention.kind == .people, grammar.isListed(index, after: sentence - wider.sentence)
    {
      return (wider.outcome, true)
    }
    if let wider, grammar.isIncludedInCount(index) { return (wider.outcome, true) }
    if let last, let restated = countRestated(before: last.sentence),
      mention.kind == .none || grammar.countsPlainPeople(index), grammar.pointsBack(index),
      last.outcome != nil || !grammar.isRestated(index)
    {
      return (restated, false)
    }
    return nil
  }

  /// The outcome that 'the figure' means: that of the dead where a sentence gives several counts.
  private func countRestated(before sentence: Int) -> Outcome? {
    let recent = antecedents.filter { $0.sentence == sentence && !$0.isPart }
    if recent.contains(where: { $0.outcome == .killed }) { return .killed }
    return recent.last?.outcome ?? antecedents.last?.outcome
  }

  /// Marks figures as parts of one of an earlier sentence where together they add up to it.
  private mutating func linkAddends() {
    var figures: [(sentence: Int, index: Int, mention: Mention)] = []
    for sentence in sentences.indices {
      for (index, mention) in sentences[sentence].mentions.enumerated()
      where mention.outcome != nil && mention.reason == nil && !mention.number.isZeroWord
        && mention.whole == nil && !mention.isPartOfEarlier
      {
        figures.append((sentence, index, mention))
      }
    }
    for (order, whole) in figures.enumerated() where whole.mention.number.qualifier == .exact {
      guard let total = whole.mention.number.low.whole, total > 2 else { continue }
      let reach = whole.sentence + 2
      var sum = 0
      var parts: [Int] = []
      for other in figures.indices.dropFirst(order + 1) {
        let figure = figures[other]
        guard figure.sentence <= reach, sum < total else { break }
        guard figure.sentence > whole.sentence,
          figure.mention.outcome == whole.mention.outcome || whole.mention.outcome == .casualties
        else { continue }
        // 'two more' are not among those told before.
        guard figure.mention.number.qualifier == .exact,
          !sentences[figure.sentence].isIncrement(figure.index),
          let value = figure.mention.number.low.whole
        else { break }
        sum += value
        parts.append(other)
      }
      guard sum == total, parts.count > 1 else { continue }
      for part in parts {
        sentences[figures[part].sentence].mentions[figures[part].index].isPartOfEarlier = true
      }
    }
  }

  /// 'The casualties include 90 children' after '700 people were killed': they are the dead.
  private mutating func specify(_ index: Int, in sentence: Int) {
    let grammar = sentences[sentence]
    let mention = grammar.mentions[index]
    guard let trigger = mention.trigger, mention.rule == .part || grammar.namesVictims(index) else {
      return
    }
    guard grammar.senses(trigger).contains(where: { $0.outcome == .casualties }) else { return }
    let recent = antecedents.filter { sentence - $0.sentence <= 2 }
    guard !recent.isEmpty, recent.allSatisfy({ $0.outcome == .killed }) else { return }
    sentences[sentence].mentions[index].outcome = .killed
  }
}

extension SentenceGrammar {
  /// The unit behind which figures are parts of one before: the comma of 'Of these, …'; nil for none.
  fileprivate var indexOpenedBack: Int? {
    var start = 0
    while has(start, .conjunction) || isQuote(start) { start += 1 }
    guard
      isWord("of these", start) || isWord("of them", start) || isWord("of those", start)
        || isWord("among them", start) || isWord("among these", start)
    else {
      let isCount =
        isWord("of", start) && has(start + 1, .determiner) && isCountNoun(start + 2)
        && isMark(0x2C, start + 3)
      return isCount ? start + 2 : nil
    }
    return start
  }

  /// Whether a figure is 'N of them' with nothing said of it that the dead cannot suffer.
  fileprivate func isPartOfPeopleBefore(_ index: Int, outcome: Outcome) -> Bool {
    let next = mentions[index].unit + 1
    guard isWord("of them", next) || isWord("of those", next) || isWord("of these", next) else {
      return false
    }
    return has(next + 1, [.be, .have]) && !hasFate(index, outcome: outcome)
  }

  /// Whether a verb behind a figure says that its people fared otherwise than those before.
  fileprivate func hasFate(_ index: Int, outcome: Outcome) -> Bool {
    var next = mentions[index].end + 1
    while has(next, [.adverb, .part]) { next += 1 }
    if has(next, [.be, .have, .modal]) {
      while has(next, [.be, .have, .modal, .adverb, .negation]) || isWord("since", next) {
        next += 1
      }
      if outcome == .killed, has(next, .lastRite) { return false }
      return next < units.count && isVerb(next) && !has(next, .outcome) && !isPeople(next)
    }
    return next < units.count && has(next, .verb) && has(next, [.verbPast, .verbS, .verbBase])
      && !has(next, [.preposition, .person, .outcome])
  }

  /// 'the remaining 15', 'the other 22': what is left of a figure before.
  fileprivate func isRemainder(_ index: Int) -> Bool {
    let before = mentions[index].unit - 1
    guard isWord("remaining", before) || isWord("other", before) else { return false }
    guard isWord("the", before - 1) || isWord("remaining", before) else { return false }
    return mentions[index].kind != .unknown
  }

  /// 'three were children', 'two were from Dhaka', 'one was aged 12': all that is said of them is
  /// who they are.
  fileprivate func isSaidWhoTheyAre(_ index: Int) -> Bool {
    var next = mentions[index].end + 1
    guard has(next, .be) else { return false }
    while has(next, [.be, .adverb]) { next += 1 }
    guard next < units.count else { return false }
    if isWord("from", next) || isWord("aged", next) { return true }
    if let other = mention(at: next) { return mentions[other].reason == "age" }
    guard let end = plainPhrase(at: next) else { return units[next].isDemonym }
    return (next...end).contains { isPeople($0) || units[$0].isDemonym }
      && !(next...end).contains { isVerb($0) && !isPeople($0) && !has($0, .outcome) }
  }

  /// 'killed' in 'about 200 are those killed in battle': what is said of the people themselves.
  fileprivate func outcomeSaid(of index: Int) -> Outcome? {
    var next = mentions[index].end + 1
    guard has(next, .be) else { return nil }
    while has(next, [.be, .adverb]) { next += 1 }
    guard isWord("those", next), let sense = senses(min(next + 1, units.count - 1)).first else {
      return nil
    }
    return sense.outcome
  }

  /// 'at least 35 of the dead', 'the other 14 miners', '240 of these were killed': with an outcome
  /// of its own, yet a share of a figure before.
  fileprivate func isDefinitePart(_ index: Int) -> Bool {
    let mention = mentions[index]
    let next = mention.unit + 1
    if isWord("of them", next) || isWord("of those", next) || isWord("of these", next) {
      return true
    }
    if isRemainder(index) { return true }
    // 'nineteen victims were women'
    return mention.rule == .noun && mention.head.map { has($0, .outcome) } ?? false
      && isSaidWhoTheyAre(index)
  }

  /// 'at least 35 of the dead', 'four of the seriously injured': a share by what it is said of.
  fileprivate func isShareOfSufferers(_ index: Int) -> Bool {
    let mention = mentions[index]
    let next = mention.unit + 1
    guard isWord("of", next), has(next + 1, .determiner), let trigger = mention.trigger,
      mention.rule == .noun && trigger > next || trigger > mention.end
    else { return false }
    return (next + 1...max(next + 1, mention.end)).contains { unit in
      senses(unit).contains { $0.frame == .people || $0.frame == .harm || $0.frame == .state }
    }
  }

  /// Whether a figure is that of a 'toll' of which no word says whether it is of deaths.
  fileprivate func isBareToll(_ index: Int) -> Bool {
    mentions[index].trigger.map { isWord("toll", $0) || isWord("tolls", $0) } ?? false
  }

  /// 'two more', 'another 30': people beside those told before.
  fileprivate func isIncrement(_ index: Int) -> Bool {
    let unit = mentions[index].unit
    return has(unit + 1, .more) || has(unit - 1, .more) || isWord("another", unit - 1)
      || isWord("a further", unit - 1)
  }

  /// 'people', 'individuals': a noun that says no more than that they are people.
  fileprivate func countsPlainPeople(_ index: Int) -> Bool {
    guard let head = mentions[index].head, mentions[index].phrase.count == 1 else { return false }
    return isWord("people", head) || isWord("individuals", head) || isWord("persons", head)
      || isWord("dead", head) || isWord("deaths", head)
  }

  /// ', two Swiss, one Dutch': shares that go on a list of who people of a count are.
  fileprivate func isNextShare(_ index: Int) -> Bool {
    guard index > 0, mentions[index - 1].isPartOfEarlier, isJoint(mentions[index].unit - 1) else {
      return false
    }
    let next = mentions[index].end + 1
    return next >= units.count || units[next].kind == .mark
      || has(next, [.conjunction, .preposition])
  }

  /// 'It lists 60 girls and 45 boys' after a count: shares of that count.
  fileprivate func isListed(_ index: Int, after distance: Int) -> Bool {
    var at = mentions[index].unit - 1
    if index > 0, mentions[index - 1].rule == .part, mentions[index - 1].isPartOfEarlier,
      at > 0, isJoint(at)
    {
      return true
    }
    while has(at, .adverb) { at -= 1 }
    guard distance <= 1, has(at, .listing), has(at, [.verbPast, .verbS]), at > 0 else {
      return false
    }
    return !has(at - 1, [.be, .have])
  }

  /// 'the number includes 25 women', 'they include four nurses': the subject is a count or people
  /// of an earlier sentence.
  fileprivate func isIncludedInCount(_ index: Int) -> Bool {
    let before = mentions[index].unit - 1
    guard isWord("includes", before) || isWord("include", before) || isWord("included", before)
    else { return false }
    var at = before - 1
    while at > 0, has(at, [.modal, .adverb]) { at -= 1 }
    guard at >= 0 else { return false }
    return isCountNoun(at) || isWord("they", at) || isWord("these", at) || isWord("those", at)
      || isWord("that", at) || isWord("this", at) || isWord("it", at)
  }

  /// Whether a figure counts 'victims': those of the event that was told.
  fileprivate func namesVictims(_ index: Int) -> Bool {
    guard let trigger = mentions[index].trigger else { return false }
    return senses(trigger).contains { $0.frame == .people && $0.outcome == .casualties }
      && !senses(trigger).contains { $0.frame == .event }
  }
}
