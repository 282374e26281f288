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
    /// The word of the figure's noun; nil where it has none.
    var noun: Int32?
  }

  /// The sentences, with what was carried so far.
  var sentences: [SentenceGrammar]
  private var antecedents: [Antecedent] = []
  /// The outcome of the last figure of people, with its sentence; nil where it suffered nothing.
  private var last: (sentence: Int, outcome: Outcome?)?

  private init(_ sentences: [SentenceGrammar]) { self.sentences = sentences }

  /// The sentences with every outcome carried that can be.
  static func carried(over sentences: [SentenceGrammar]) -> [SentenceGrammar] {
    var carrying = Carrying(FigureLines.labelled(in: sentences))
    for index in sentences.indices {
      if !carrying.sentences[index].mentions.isEmpty { carrying.read(index) }
    }
    carrying.settleTolls()
    carrying.linkAddends()
    carrying.linkSharesByPlace()
    return ItemLists.marked(in: carrying.sentences)
  }

  private mutating func read(_ sentence: Int) {
    antecedents.removeAll { sentence - $0.sentence > 4 }
    if let last, sentence - last.sentence > (speaksOfCount(before: sentence) ? 4 : 2) {
      self.last = nil
    }
    var hasCarried = false
    readHeading(over: sentence)
    readList(sentence)
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
      } else if mention.outcome != nil, mention.whole == nil,
        sentences[sentence].isShareOfSufferers(index)
      {
        if mention.outcome == .casualties { specify(index, in: sentence) }
        sentences[sentence].mentions[index].isPartOfEarlier = true
      } else {
        if mention.outcome == .casualties { specify(index, in: sentence) }
        if mention.outcome != nil, sumUp(index, in: sentence) {
          hasCarried = true
        } else if isShare(index, in: sentence, opened: opened) {
          sentences[sentence].mentions[index].isPartOfEarlier = true
        }
      }
      note(sentences[sentence].mentions[index], sentence)
    }
    if hasCarried {
      sentences[sentence].linkParts()
      sentences[sentence].spread()
    }
    // 'Of these, 63 were from the north and 95 from the south'
    for index in sentences[sentence].mentions.indices.dropFirst()
    where sentences[sentence].mentions[index].rule == .gapping
      && sentences[sentence].mentions[index].antecedent == index - 1
      && sentences[sentence].mentions[index - 1].isPartOfEarlier
      && sentences[sentence].mentions[index].whole == nil
      && !sentences[sentence].isIncrement(index)
    {
      sentences[sentence].mentions[index].isPartOfEarlier = true
    }
  }

  /// Whether a figure with an outcome is by its words a share of one before: 'Of the men lost, 40
  /// were killed', 'the remaining 15 were hurt', 'the casualties included five children'.
  private func isShare(_ index: Int, in sentence: Int, opened: Int?) -> Bool {
    let grammar = sentences[sentence]
    let mention = grammar.mentions[index]
    guard let outcome = mention.outcome, mention.whole == nil else { return false }
    let isOfCasualties = outcome == .casualties && mention.rule == .part
    let isOpened =
      opened.map {
        mention.unit > $0 + 1
          && (mention.unit < $0 + 4 || grammar.isFirstSaid(index, behind: $0 + 1))
      } ?? false
    guard
      isOpened || isOfCasualties || grammar.isDefinitePart(index)
        || isOfTheHurtBefore(index, in: sentence) || isOneOfThose(index, in: sentence)
        || grammar.isIncludedInCount(index) || grammar.isShareOfTotal(index)
        || grammar.isAmongOpened(index) || opened != nil && grammar.goesOnWithParts(index)
    else { return false }
    return antecedents.contains {
      let distance = sentence - $0.sentence
      return distance <= 4 && $0.high >= mention.number.low.whole ?? 0
        && ($0.outcome == outcome || $0.outcome == .casualties
          || distance == 1 && $0.outcome != .displaced && grammar.isOfThem(index)
          || distance == 1 && isOfCasualties && ($0.outcome == .killed || $0.outcome == .injured))
    }
  }

  /// 'Civilian deaths' over '65 people, 13 of them children': a heading tells what befell those whom
  /// the line under it counts.
  private mutating func readHeading(over sentence: Int) {
    guard sentence > 0, sentences[sentence - 1].mentions.isEmpty,
      let outcome = sentences[sentence - 1].outcomeOfHeading,
      let first = sentences[sentence].mentions.indices.first,
      sentences[sentence].isListEntry(first),
      !sentences[sentence].mentions[first].isLabelledBelow
    else { return }
    sentences[sentence].mentions[first].outcome = outcome
    sentences[sentence].mentions[first].rule = .list
    sentences[sentence].linkParts()
    sentences[sentence].spread()
  }

  /// 'Those killed since July are as follows:' over '1st Battalion: 124': the lines of a list count
  /// what the line that opens it tells of.
  private mutating func readList(_ sentence: Int) {
    guard sentence > 0, let index = sentences[sentence].indexOfLabelled else { return }
    let before = sentences[sentence - 1]
    if let earlier = before.indexOfLabelled, before.mentions[earlier].rule == .list,
      before.mentions[earlier].trigger == nil
    {
      sentences[sentence].mentions[index].outcome = before.mentions[earlier].outcome
    } else if before.endsInColon, let topic = before.topicOfList {
      sentences[sentence].mentions[index].outcome = topic
    } else {
      return
    }
    sentences[sentence].mentions[index].rule = .list
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
    if let before = sentences[..<sentence].lastIndex(where: { !$0.mentions.isEmpty }) {
      for part in sentences[before].mentions.indices
      where sentences[before].mentions[part].outcome != nil
        && sentences[before].mentions[part].reason == nil
        && sentences[before].mentions[part].whole == nil
      {
        sentences[before].mentions[part].isPartOfLater = true
      }
    }
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
        let topic = told.isEmpty && sentence > 0 ? sentences[sentence - 1].topicOfCount : nil
        if told.contains(.killed) && !told.contains(.casualties) || topic == .killed {
          sentences[sentence].mentions[index].outcome = .killed
        }
      }
    }
  }

  /// 'One of the pupils died at the scene' behind 'Two pupils are dead': of the same people.
  private func isOneOfThose(_ index: Int, in sentence: Int) -> Bool {
    let grammar = sentences[sentence]
    let mention = grammar.mentions[index]
    guard let head = mention.head, grammar.isWord("of", mention.unit + 1),
      grammar.isWord("the", mention.unit + 2)
    else { return false }
    return antecedents.contains {
      $0.noun == grammar.word(of: head) && $0.outcome == mention.outcome && !$0.isPart
        && sentence - $0.sentence <= 2 && $0.high > mention.number.low.whole ?? Int.max
    }
  }

  /// 'Two are in critical condition' behind 'Seven were wounded': how some of them fare.
  private func isOfTheHurtBefore(_ index: Int, in sentence: Int) -> Bool {
    guard let last, last.outcome == .injured, sentence - last.sentence <= 1 else { return false }
    let grammar = sentences[sentence]
    return (grammar.mentions[index].kind == .none || grammar.countsPlainPeople(index))
      && !grammar.isIncrement(index) && grammar.isSaidHowTheyFare(index)
  }

  private mutating func note(_ mention: Mention, _ sentence: Int) {
    last = (sentence, mention.outcome)
    guard let outcome = mention.outcome else { return }
    antecedents.append(
      Antecedent(
        sentence: sentence, outcome: outcome, high: mention.number.high.whole ?? Int.max,
        isPart: mention.whole != nil || mention.isPartOfEarlier || mention.isPartOfLater,
        noun: mention.head.map { sentences[sentence].word(of: $0) }))
  }

  /// What a free figure takes over from those before it; nil where it points to none.
  private func carried(to index: Int, in sentence: Int, opened: Int?) -> (
    outcome: Outcome, isPart: Bool
  )? {
    let grammar = sentences[sentence]
    let mention = grammar.mentions[index]
    let low = mention.number.low.whole ?? 0
    let wider = antecedents.last { $0.high >= low && sentence - $0.sentence <= 2 }
    if grammar.isNamedAnew(index),
      let same = antecedents.last(where: { $0.high == low && sentence - $0.sentence <= 2 })
    {
      return (same.outcome, false)
    }
    if let wider, grammar.isPartOfPeopleBefore(index, outcome: wider.outcome) {
      return (wider.outcome, true)
    }
    // 'The other nine are civilians and include five children'
    if let wider, index > 0, grammar.mentions[index - 1].isPartOfEarlier,
      grammar.isPartPhrase(index), !grammar.hasFate(index, outcome: wider.outcome)
    {
      return (wider.outcome, true)
    }
    if let wider, let opened, mention.unit > opened + 1,
      mention.unit < opened + 8 || grammar.isFirstSaid(index, behind: opened + 1),
      !grammar.hasFate(index, outcome: wider.outcome)
    {
      return (grammar.outcomeOpened(through: opened) ?? wider.outcome, true)
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
      low <= antecedents.map(\.high).max() ?? 0, grammar.isSaidWhoTheyAre(index)
    {
      return (outcome, true)
    }
    // 'The Fourth lost 164 at the mill' behind 'the regiment lost 300 men'
    if let wider = antecedents.last, wider.outcome != .displaced, wider.outcome != .missing,
      sentence - wider.sentence <= 2,
      grammar.isBareLoss(index)
    {
      return (.casualties, false)
    }
    if let last, last.outcome == .injured,
      mention.kind == .none || grammar.countsPlainPeople(index), sentence - last.sentence <= 1,
      low <= antecedents.last?.high ?? 0, grammar.isSaidHowTheyFare(index)
    {
      return (.injured, true)
    }
    // 'Ten people are still in hospital', 'and 18 others were discharged'
    if antecedents.contains(where: { $0.outcome == .killed || $0.outcome == .injured }),
      grammar.isSaidToLieInHospital(index) && tellsOfHurt(around: sentence)
        || antecedents.last.map({ $0.outcome == .injured && sentence - $0.sentence <= 1 }) ?? false
          && grammar.isSaidToBeCaredFor(index)
    {
      let isShare = antecedents.contains { $0.outcome == .injured && $0.high > low }
      return (.injured, isShare && !grammar.isIncrement(index))
    }
    if let wider, mention.kind == .people, sentence - wider.sentence <= 1,
      grammar.isAmongThem(index)
    {
      return (wider.outcome, true)
    }
    if let wider, mention.kind == .people, grammar.isListed(index, after: sentence - wider.sentence)
    {
      return (wider.outcome, true)
    }
    if let wider, grammar.isIncludedInCount(index) { return (wider.outcome, true) }
    if antecedents.isEmpty || last?.outcome == nil, grammar.pointsBack(index),
      mention.kind == .none || grammar.countsPlainPeople(index) || grammar.namesMen(index),
      let topic = topic(before: index, in: sentence)
    {
      let areDead = !antecedents.isEmpty && antecedents.allSatisfy { $0.outcome == .killed }
      return (topic == .casualties && areDead ? .killed : topic, false)
    }
    if let last, last.outcome != nil, sentence - last.sentence <= 1,
      grammar.isBareSaying(index) || grammar.isAllOfSentence(index),
      let restated = countRestated(before: last.sentence)
    {
      return (restated, false)
    }
    if let last, let restated = countRestated(before: last.sentence),
      mention.kind == .none || grammar.countsPlainPeople(index) || grammar.namesMen(index),
      grammar.pointsBack(index),
      last.outcome != nil || !grammar.isRestated(index) && !grammar.isCompared(index)
    {
      return (restated, false)
    }
    return nil
  }

  /// Whether the last sentences speak of wounds or of something that hurts: of an illness people lie in
  /// hospital, too.
  private func tellsOfHurt(around sentence: Int) -> Bool {
    antecedents.contains { $0.outcome == .injured }
      || sentences[max(0, sentence - 4)...sentence].contains {
        !$0.classes.isDisjoint(with: [.wound, .attack, .calamitySetting, .conflictSetting])
      }
  }

  /// What a count without a figure of its own was told to be of, in the sentence before or earlier in
  /// the same: 'How many died is unclear, with estimates ranging from 300 to 2,000'.
  private func topic(before index: Int, in sentence: Int) -> Outcome? {
    let grammar = sentences[sentence]
    if grammar.isCompared(index) {
      return grammar.outcomeCompared(before: grammar.mentions[index].unit)
    }
    let reach = sentences[max(0, sentence - 3)..<sentence].reversed()
    let told =
      grammar.topicOfCount(before: grammar.mentions[index].unit) ?? reach.first?.topicOfCount
    // 'published the toll number' behind 'counts of those killed'
    if told == .casualties {
      return reach.lazy.compactMap(\.topicOfCount).first { $0 != told } ?? told
    }
    if told == nil, grammar.isRestated(index) { return reach.first?.topicOfList }
    guard told == nil, grammar.isGivenFigure(index) else { return told }
    return grammar.outcomeToldLast(before: grammar.mentions[index].unit) ?? reach.first?.topicOfList
  }

  /// The outcome that 'the figure' means: that of the dead where a sentence gives several counts.
  private func countRestated(before sentence: Int) -> Outcome? {
    let recent = antecedents.filter { $0.sentence == sentence && !$0.isPart }
    if recent.contains(where: { $0.outcome == .killed }) { return .killed }
    return recent.last?.outcome ?? antecedents.last?.outcome
  }

  /// 'The casualties include 90 children' after '700 people were killed': they are the dead.
  private mutating func specify(_ index: Int, in sentence: Int) {
    let grammar = sentences[sentence]
    let mention = grammar.mentions[index]
    // 'the casualties include 6,150 children and 4,000 women'
    let isNext =
      index > 0 && mention.rule == .coordination && grammar.mentions[index - 1].rule == .part
      && grammar.mentions[index - 1].trigger == mention.trigger
    guard let trigger = mention.trigger,
      mention.rule == .part || isNext || grammar.namesVictims(index)
    else {
      return
    }
    guard grammar.senses(trigger).contains(where: { $0.outcome == .casualties }) else { return }
    let recent = antecedents.filter { sentence - $0.sentence <= 2 }
    // 'Among the victims are 30 children' behind '340 dead and 900 wounded': of the dead.
    let areToldOfDead =
      grammar.namesVictims(index) && (mention.rule == .part || isNext)
      && recent.contains { $0.outcome == .killed }
      && recent.allSatisfy { $0.outcome == .killed || $0.sentence < sentence }
      && !recent.contains { $0.outcome == .casualties }
    if !areToldOfDead, !recent.isEmpty, mention.rule == .part, grammar.namesVictims(index),
      recent.allSatisfy({ $0.outcome == .injured })
    {
      sentences[sentence].mentions[index].outcome = .injured
      return
    }
    guard areToldOfDead || !recent.isEmpty && recent.allSatisfy({ $0.outcome == .killed }) else {
      return
    }
    sentences[sentence].mentions[index].outcome = .killed
  }
}
