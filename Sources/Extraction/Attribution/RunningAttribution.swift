internal import ClaimModel
internal import Lexicons

/// Follows a speaker beyond the sentence that names them.
///
/// A speaker is heard on only where the text shows it: behind a colon, in the items of the list
/// that it opens, in a sentence that sums up or draws from what was just said ('Therefore', 'In
/// total'), and where an account plainly goes on (`Continuation`). Anything else is the author's
/// again.
struct RunningAttribution {
  let sentences: [SentenceGrammar]

  /// Gives the sentences that go on with a speaker the speaker's saying.
  func run(sayings: inout [[Saying]]) {
    var list: Saying?
    var isFresh = false
    var sawItem = false
    for index in sentences.indices {
      let own = sayings[index].last { !$0.isCited }
      if opensList(index), let opener = own ?? list {
        (list, isFresh, sawItem) = (opener, true, false)
        continue
      }
      guard let speaking = list else {
        if sayings[index].isEmpty, index > 0, drawsOn(index),
          let before = sayings[index - 1].last(where: { !$0.isCited })
        {
          sayings[index].append(Self.carried(before, over: sentences[index]))
        } else {
          for before in Continuation(sentences: sentences).sayings(goingOnAt: index, sayings) {
            sayings[index].append(Self.carried(before, over: sentences[index]))
          }
        }
        continue
      }
      let isItem = isItem(index)
      if !isItem, isHeading(index) { continue }
      // Behind the colon stands a list of items, or one paragraph of prose.
      guard isItem || own == nil && !sawItem && (isFresh || !sentences.startsLine(index)) else {
        list = nil
        continue
      }
      if own == nil { sayings[index].append(Self.carried(speaking, over: sentences[index])) }
      sawItem = isItem
      isFresh = false
    }
  }

  /// A saying of an earlier sentence, holding for the whole of another; the one who was told then is
  /// not told again.
  private static func carried(_ saying: Saying, over grammar: SentenceGrammar) -> Saying {
    var carried = saying.carried(over: grammar)
    carried.hearer = ""
    return carried
  }

  /// 'It said:', 'the deaths are as follows:'.
  private func opensList(_ index: Int) -> Bool {
    guard let last = sentences[index].units.indices.last else { return false }
    return sentences[index].isMark(0x3A, last)
  }

  /// Whether a sentence is an item of a list: a line with a bullet or a name and a dash in front.
  private func isItem(_ index: Int) -> Bool {
    let grammar = sentences[index]
    guard sentences.startsLine(index), grammar.units.count > 1 else { return false }
    if grammar.isBullet(0) || grammar.isMark(0x2014, 0) { return true }
    // 'Iran - 450,000 killed', 'Kyiv: 12 dead'
    return grammar.units.indices.prefix(4).contains {
      $0 > 0 && (grammar.isDash($0) || grammar.isMark(0x3A, $0))
    }
  }

  /// 'Civilian fatalities': a line without a verb and without a full stop.
  private func isHeading(_ index: Int) -> Bool {
    let grammar = sentences[index]
    guard sentences.startsLine(index), let last = grammar.units.indices.last else { return false }
    return grammar.units[last].kind != .mark && grammar.mentions.isEmpty
      && !grammar.units.indices.contains { grammar.has($0, [.be, .have, .modal]) }
  }

  /// 'Therefore', 'In total': the sentence draws on the figures of the one before.
  private func drawsOn(_ index: Int) -> Bool {
    let grammar = sentences[index]
    guard sentences[index - 1].mentions.contains(where: { $0.outcome != nil && $0.reason == nil })
    else { return false }
    if grammar.has(0, .drawing) { return true }
    // 'The ministry said 12 people died. Another 30 were wounded.'
    if !sentences.startsLine(index), countsOn(grammar) { return true }
    // 'The new figures brought the dead to 105'
    if grammar.has(0, .determiner),
      let verb = (2..<6).first(where: { grammar.has($0, .restating) }),
      grammar.has(verb - 1, .telling), grammar.has(verb, .verbPast),
      (1..<verb - 1).contains(where: { grammar.isWord("new", $0) || grammar.isWord("latest", $0) })
    {
      return true
    }
    // 'Among the incidents cited was a raid that killed six'
    if grammar.isWord("among", 0), let verb = (2..<10).first(where: { grammar.has($0, .be) }),
      grammar.has(verb - 1, .cue), grammar.has(verb - 1, .participle)
    {
      return true
    }
    // 'This gives a range of between 290,000 and 350,000'
    if grammar.isWord("this", 0), grammar.has(1, .level), grammar.isVerb(1) { return true }
    // 'likely suffered 300,000 casualties. … likely lost 20,000': the same voice hedges on.
    return !sentences.startsLine(index) && hedges(index) && hedges(index - 1)
  }

  /// Whether a sentence opens with people counted beside those of the one before: 'Another 30',
  /// 'Two others'.
  private func countsOn(_ grammar: SentenceGrammar) -> Bool {
    guard let mention = grammar.mentions.first, mention.unit < 3, mention.outcome != nil,
      mention.reason == nil
    else { return false }
    let opening = 0..<min(grammar.units.count, mention.unit + 3)
    return opening.contains { grammar.has($0, .more) || grammar.isWord("another", $0) }
  }

  /// Whether the verb of a figure is hedged with 'likely' or 'probably'.
  private func hedges(_ index: Int) -> Bool {
    let grammar = sentences[index]
    return grammar.units.indices.contains { grammar.has($0, .hedge) }
  }
}
