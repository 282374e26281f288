internal import ClaimModel
internal import Lexicons

/// Counts of nobody: 'no casualties', 'none was hurt', 'without injuries'.
extension SentenceGrammar {
  /// 'no casualties', 'no one was hurt', 'without inflicting any casualties': counts of nobody.
  mutating func addZeroWords() {
    for index in units.indices where mayBeZeroWord(index) {
      let isNobody = isWord("nobody", index) || isWord("none", index)
      let isNo = isWord("no", index)
      let isWithout = isWord("without", index)
      let single = isWord("not", index) ? endOfSingle(behind: index) : nil
      guard isNobody || isNo || isWithout || single != nil else { continue }
      var last = single ?? index
      // 'No-one was hurt'
      if isNo, isMark(0x2D, index + 1), index + 2 < units.count, units[index + 2].quantity >= 0,
        !units[index + 2].isSpaced,
        text.isWord("one", units[index + 2].first, units[index + 2].last)
      {
        last = index + 2
      }
      if isNo, index + 1 < units.count, units[index + 1].quantity >= 0 { last = index + 1 }
      var number = StatedNumber(
        first: index, last: last, coreFirst: units[index].first, coreLast: units[last].last,
        qualifier: .exact, low: ExactNumber(0), high: ExactNumber(0))
      number.isZeroWord = true
      var (phrase, head, end) = nounPhrase(behind: last)
      if isWithout, let event = eventBehindWithout(index) {
        phrase = event..<event + 1
        head = event
        end = event
      } else if isWithout {
        continue
      } else if isNobody, let head, [.thing, .unknown].contains(kind(ofHead: head)) {
        // 'none of the articles'
        continue
      } else if isNobody, head == nil, isWord("of these", last + 1) || isWord("of those", last + 1),
        last + 2 < units.count, units[last + 2].isContent, !isPeople(last + 2),
        !has(last + 2, .outcome)
      {
        // 'none of these articles'
        continue
      } else if isNo, let head, let event = eventBehindReport(head) {
        // 'no immediate reports of casualties'
        phrase = event..<event + 1
        end = event
        mentions.append(
          Mention(
            number: number, unit: index, phrase: phrase, head: event, end: end, kind: .people,
            reason: nil, rule: nil))
        continue
      } else if isNo, let head, let event = eventJoined(to: head) {
        // 'no damage or casualties'
        phrase = event..<event + 1
        mentions.append(
          Mention(
            number: number, unit: index, phrase: phrase, head: event, end: event, kind: .people,
            reason: nil, rule: nil))
        continue
      } else if isNo && last == index || single != nil {
        guard let head, isPeople(head) || has(head, .outcome) || units[head].isDemonym else {
          continue
        }
      }
      mentions.append(
        Mention(
          number: number, unit: index, phrase: phrase, head: head, end: end,
          kind: head == nil ? .none : kind(ofHead: head), reason: nil, rule: nil))
    }
  }

  /// The last unit of 'a single' or 'one' behind 'not'; nil where nothing so counts nobody.
  private func endOfSingle(behind not: Int) -> Int? {
    let one = isIndefiniteArticle(not + 1) ? not + 2 : not + 1
    guard one < units.count, units[one].quantity >= 0,
      text.isWord("single", units[one].first, units[one].last)
        || text.isWord("a single", units[one].first, units[one].last)
        || one == not + 1 && text.isWord("one", units[one].first, units[one].last)
    else { return nil }
    return one
  }

  /// 'casualties' in 'no damage or casualties'.
  private func eventJoined(to head: Int) -> Int? {
    let event = head + 2
    guard !isPeople(head), !has(head, .outcome), isWord("or", head + 1) || isWord("and", head + 1),
      event < units.count, senses(event).contains(where: { $0.frame == .event }),
      has(event, .plural), mention(at: event) == nil
    else { return nil }
    return event
  }

  /// Whether a word starts as 'no', 'none', 'nobody' and 'without' do.
  private func mayBeZeroWord(_ index: Int) -> Bool {
    guard units[index].kind == .word else { return false }
    let letter = text.bytes[text.tokens[units[index].first].start] | 0x20
    return letter == 0x6E || letter == 0x77
  }

  /// 'casualties' in 'no reports of casualties'.
  private func eventBehindReport(_ head: Int) -> Int? {
    var noun = head
    while noun < units.count, noun < head + 3, !isWord("of", noun) { noun += 1 }
    guard isWord("of", noun), noun > 0,
      isWord("reports", noun - 1) || isWord("report", noun - 1) || isWord("word", noun - 1)
        || isWord("news", noun - 1) || isWord("sign", noun - 1) || isWord("information", noun - 1)
    else { return nil }
    var next = noun + 1
    while next < units.count, next < noun + 4 {
      if senses(next).contains(where: { $0.frame == .event }) { return next }
      next += 1
    }
    return nil
  }

  private func eventBehindWithout(_ index: Int) -> Int? {
    var next = index + 1
    while next < units.count, next < index + 6 {
      if units[next].quantity >= 0 || isPossessivePronoun(next) { return nil }
      let frames = senses(next).map(\.frame)
      if frames.contains(.event) { return next }
      if units[next].kind == .mark { return nil }
      next += 1
    }
    return nil
  }
}
