internal import ClaimModel
internal import Lexicons

/// Whether a sentence that names nobody goes on with the account of the one before.
///
/// Most such sentences are the author's own: of ten behind an attributed one, nine. The account goes
/// on where the text shows that its speaker was still heard: taken up by a pronoun or 'also' in the
/// sentence before, or named again in the one behind. What sets a figure against other times ('the
/// deadliest since', 'had killed') is the author's background even there.
struct Continuation {
  let sentences: [SentenceGrammar]

  /// The saying of the sentence before that holds on in one, and whom it cites; none where the
  /// author speaks.
  func sayings(goingOnAt index: Int, _ all: [[Saying]]) -> [Saying] {
    guard index > 0, all[index].isEmpty, let before = all[index - 1].last(where: { !$0.isCited }),
      !before.isVague, before.kind != .deny, before.kind != .accuse
    else { return [] }
    let goesOn =
      resumes(index) || countsFurther(index)
      || tells(index) && !before.cue.isEmpty
        && (isTakenUp(before, index - 1) || isEnclosed(before, index, all)
          || isRecord(before, index))
    return goesOn ? [before] + all[index - 1].filter(\.isCited).suffix(1) : []
  }

  /// 'it is noted that 7 more were hurt'.
  private func resumes(_ index: Int) -> Bool {
    sentences[index].units.indices.prefix(4).contains { sentences[index].has($0, .resuming) }
  }

  // MARK: Counting on

  /// 'The number of injured has risen to 799', 'There were also 487 women among the casualties',
  /// 'Of the 1,900 dead, 1,500 were …': the same count, item by item.
  private func countsFurther(_ index: Int) -> Bool {
    let grammar = sentences[index]
    guard let mention = figure(of: grammar), isWhole(index), isWhole(index - 1),
      let earlier = figure(of: sentences[index - 1]), !hasBackdrop(grammar)
    else { return false }
    // 'Another 12,000 people were killed'
    if mention.unit <= 2, (0..<mention.unit + 1).contains(where: { isFurther($0, grammar) }) {
      return true
    }
    if !sentences.startsLine(index), countsPlainly(mention, grammar) { return true }
    if repeatsWhole(mention, index) { return true }
    if grammar.isWord("there", 0), grammar.has(1, .be), mention.unit < 5 {
      return (2..<mention.unit).contains { grammar.isWord("also", $0) }
    }
    if grammar.isWord("the", 0), grammar.isWord("number", 1) || grammar.isWord("number of", 1) {
      return mention.rule == .toll && mention.outcome != earlier.outcome
    }
    return false
  }

  /// 'Of these 52,000 deaths, some 26,000 were …': a figure of the sentence before, in its parts.
  private func repeatsWhole(_ mention: Mention, _ index: Int) -> Bool {
    let grammar = sentences[index]
    guard
      mention.unit < 5 && grammar.has(0, .preposition)
        && grammar.has(mention.unit - 1, .determiner)
        || mention.unit == 1 && grammar.has(0, .part)
    else { return false }
    return sentences[index - 1].mentions.contains {
      $0.outcome != nil && $0.number.low == mention.number.low
        && $0.number.high == mention.number.high
    }
  }

  /// 'Three militiamen were injured.': a count in the past and no more, which needs the sentence before
  /// to tell where and when.
  private func countsPlainly(_ mention: Mention, _ grammar: SentenceGrammar) -> Bool {
    guard mention.unit <= 1, mention.rule == .subject, let verb = firstVerb(grammar),
      verb > mention.end, grammar.isWord("was", verb) || grammar.isWord("were", verb)
    else { return false }
    return !grammar.units.indices.dropLast().contains {
      grammar.units[$0].place >= 0 || grammar.isMark(0x2C, $0)
        || grammar.has($0, [.weekday, .day, .month, .timeUnit, .relative, .modal])
    }
  }

  /// 'Another' or 'a further' right before a figure or at its start.
  private func isFurther(_ index: Int, _ grammar: SentenceGrammar) -> Bool {
    grammar.isWord("another", index) || grammar.isWord("further", index)
      || grammar.mention(at: index).map {
        let first = grammar.units[grammar.mentions[$0].unit].first
        return grammar.text.isWord("another", first, first)
      } ?? false
  }

  /// The first figure of people of a sentence.
  private func figure(of grammar: SentenceGrammar) -> Mention? {
    grammar.mentions.first { $0.outcome != nil && $0.reason == nil }
  }

  // MARK: Still heard

  /// Whether the speaker of a sentence was there taken up from before: 'she said', 'police also said'.
  private func isTakenUp(_ saying: Saying, _ index: Int) -> Bool {
    let grammar = sentences[index]
    if saying.speaker.units.count == 1, grammar.has(saying.speaker.units.lowerBound, .pronoun) {
      return true
    }
    if isShortName(saying.speaker, grammar) { return true }
    return !sentences.startsLine(index + 1)
      && grammar.units.indices.contains { grammar.isWord("also", $0) }
  }

  /// 'the official', 'the source': an article and a word for one person, who spoke before.
  private func isShortName(_ speaker: Speaker, _ grammar: SentenceGrammar) -> Bool {
    let first = speaker.units.lowerBound
    return speaker.units.count == 2 && grammar.isWord("the", first)
      && !grammar.units[first + 1].isCapital && grammar.has(first + 1, .speaker)
      && !grammar.has(first + 1, .plural) && grammar.term(first + 1)?.isBody == false
  }

  /// Whether a sentence tells the cases of which the one before says that they were put on record:
  /// 'documented 52 deaths', on its line, or 'issued a report documenting 1,274', on the next one.
  private func isRecord(_ saying: Saying, _ index: Int) -> Bool {
    let before = sentences[index - 1]
    guard before.has(saying.cue.lowerBound, .recording), isWhole(index - 1) else { return false }
    return !sentences.startsLine(index)
      || before.units.indices.contains {
        before.has($0, .report) && before.has($0 - 1, .determiner)
      }
  }

  /// Whether the one who spoke in the sentence before speaks again in the one behind.
  private func isEnclosed(_ saying: Saying, _ index: Int, _ all: [[Saying]]) -> Bool {
    guard index > 1, index + 1 < all.count, isWhole(index - 1), !opensAnother(sentences[index]),
      let behind = all[index + 1].first(where: { !$0.isCited && !$0.cue.isEmpty })
    else { return false }
    return behind.speaker.name == saying.speaker.name
  }

  /// 'In another attack', 'Another unit': a matter of its own, of which someone else may have told.
  private func opensAnother(_ grammar: SentenceGrammar) -> Bool {
    grammar.units.indices.prefix(2).contains {
      grammar.isWord("another", $0) && grammar.mention(at: $0 + 1) == nil
        || grammar.isWord("another attack", $0) || grammar.isWord("another strike", $0)
    }
  }

  // MARK: What can be told on

  /// Whether a sentence tells an event, and nothing that only an author or somebody else would say.
  private func tells(_ index: Int) -> Bool {
    let grammar = sentences[index]
    guard let figure = figure(of: grammar), figure.rule != .zero, isWhole(index),
      !hasBackdrop(grammar),
      !grammar.isWord("but", 0), let verb = firstVerb(grammar),
      !grammar.units.indices.contains(where: { grammar.has($0, .aside) })
    else { return false }
    // 'GMA-7 showed', 'Other estimates ranged', 'Doctors treated': somebody else tells.
    let clause = (0..<verb).first { grammar.has($0, .relative) } ?? verb
    if !isOfOutcome(verb, grammar),
      (0..<clause).contains(where: { grammar.has($0, .speaker) || grammar.units[$0].source >= 0 })
    {
      return false
    }
    // 'came a day after a raid killed 30', 'where ten died last week': not what is told but its setting.
    if verb < figure.unit,
      (verb + 1..<figure.unit).contains(where: { grammar.has($0, [.relative, .subordinator]) })
    {
      return false
    }
    // 'were the first victims this year'
    if grammar.has(verb, .be),
      (verb + 1..<verb + 4).contains(where: { grammar.isWord("first", $0) })
    {
      return false
    }
    return !grammar.units.indices.contains { isPerfect($0, grammar) }
      && !grammar.has(verb, [.verbS, .verbBase]) && !isPresent(verb, grammar)
  }

  /// The first finite verb of a sentence, as far as it can be told from its form.
  private func firstVerb(_ grammar: SentenceGrammar) -> Int? {
    // 'Government forces and allied militia killed 12': a figure's own verb is no noun.
    if let figure = figure(of: grammar), figure.rule == .object, let killed = figure.trigger,
      grammar.isVerb(killed), grammar.has(killed, .verbPast),
      !(0..<killed).contains(where: {
        grammar.has($0, [.be, .have, .modal, .cue])
          || grammar.isVerb($0) && grammar.has($0, .verbPast) && !isAdjective($0, grammar)
      })
    {
      return killed
    }
    return grammar.units.indices.first {
      grammar.has($0, [.be, .have, .modal])
        || $0 > 0 && grammar.isVerb($0) && grammar.has($0, [.verbPast, .verbS])
          && !grammar.has($0, [.speaker, .preposition])
          && (!grammar.has($0, .person) || grammar.units[max(0, $0 - 1)].isContent)
          && !isAdjective($0, grammar)
    }
  }

  /// Whether a verb tells what befell people: 'killed', 'were injured'.
  private func isOfOutcome(_ verb: Int, _ grammar: SentenceGrammar) -> Bool {
    if grammar.has(verb, .outcome) { return !grammar.has(verb, .aftercare) }
    return grammar.has(verb, .be)
      && (verb + 1..<verb + 3).contains {
        grammar.has($0, .outcome) && !grammar.has($0, .aftercare)
      }
  }

  /// 'allied' in 'allied militia killed 12'.
  private func isAdjective(_ index: Int, _ grammar: SentenceGrammar) -> Bool {
    grammar.has(index, .participle) && !grammar.has(index, .outcome)
      && index + 1 < grammar.units.count && grammar.units[index + 1].isContent
      && !grammar.isVerb(index + 1) && grammar.units[index + 1].quantity < 0
      && !grammar.has(index + 1, .adverb)
  }

  private func isPresent(_ verb: Int, _ grammar: SentenceGrammar) -> Bool {
    grammar.isWord("is", verb) || grammar.isWord("are", verb) || grammar.has(verb, .modal)
  }

  /// 'has killed', 'had been hurt'.
  private func isPerfect(_ have: Int, _ grammar: SentenceGrammar) -> Bool {
    guard grammar.has(have, .have) else { return false }
    return (have + 1..<have + 4).contains {
      grammar.has($0, .participle) || grammar.isWord("been", $0)
    }
  }

  /// 'the deadliest attack since 2004', 'In 2012, 150 died': other times than the account's.
  private func hasBackdrop(_ grammar: SentenceGrammar) -> Bool {
    grammar.units.indices.contains { grammar.has($0, .backdrop) }
      || grammar.mentions.contains { $0.reason == "year" }
  }

  /// Whether a sentence ends as one: a headline and an item of a list do not.
  private func isWhole(_ index: Int) -> Bool {
    let grammar = sentences[index]
    guard let last = grammar.units.indices.last, !grammar.isBullet(0) else { return false }
    return grammar.isMark(0x2E, last) || grammar.isQuote(last)
      || grammar.isMark(0x29, last)
  }
}
