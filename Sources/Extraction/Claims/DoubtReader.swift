internal import ClaimModel
internal import Lexicons

/// Finds where the author calls figures into question, in a sentence of its own or behind the figure:
/// 'the mayor's figure is almost certainly an underestimate', '…, although experts consider it too low'.
struct DoubtReader {
  let sentences: [SentenceGrammar]
  let sayings: [[Saying]]

  /// Marks the claims that the author doubts elsewhere.
  ///
  /// A sentence that names whose figures it doubts speaks of all claims of that source, or of the
  /// one figure where it speaks of one; a sentence that names nobody speaks of the credited figures
  /// of the two sentences before it.
  func mark(_ read: inout EarlierClaims) {
    for index in read.claims.indices
    where read.claims[index].stance == .asserted && !read.claims[index].attribution.source.isEmpty {
      let (sentence, mention) = read.origins[index]
      if isDoubtedBehind(sentences[sentence].mentions[mention], sentences[sentence]) {
        read.claims[index].stance = .doubted
      }
    }
    for index in read.claims.indices where read.claims[index].stance == .asserted {
      let (sentence, mention) = read.origins[index]
      if isDoubtedAsSubject(sentences[sentence].mentions[mention], sentences[sentence]) {
        read.claims[index].stance = .doubted
      }
    }
    for (sentence, grammar) in sentences.enumerated() {
      if isBareDenial(grammar) { deny(toldIn: sentence - 1, &read) }
      guard let figure = doubtedFigures(sentence, grammar) else { continue }
      let words = Set(grammar.units.filter(\.isCapital).map { string($0, grammar) })
      let named = read.claims.indices.filter { isNamed(read.claims[$0].attribution.source, words) }
      let word = string(grammar.units[figure], grammar)
      let isOne = !word.hasSuffix("s") && !word.hasSuffix("data")
      for index in read.claims.indices where read.claims[index].stance == .asserted {
        let distance = sentence - read.origins[index].sentence
        if named.contains(index) {
          guard let first = named.first,
            !isOne || read.claims[index].quantity == read.claims[first].quantity
          else { continue }
          read.claims[index].stance = .doubted
        } else if named.isEmpty,
          distance == 1 || distance == 2 && !(isOne && hasCredited(sentence - 1, read)),
          !read.claims[index].attribution.source.isEmpty
        {
          read.claims[index].stance = .doubted
        }
      }
    }
  }

  /// 'Wrong.', 'Not true.': a sentence that says no more than that the one before is false.
  private func isBareDenial(_ grammar: SentenceGrammar) -> Bool {
    let words = grammar.units.indices.filter { grammar.units[$0].kind == .word }
    return words.count == 1 && grammar.has(words[0], .denial)
  }

  /// Marks the claims of a sentence as denied.
  private func deny(toldIn sentence: Int, _ read: inout EarlierClaims) {
    for index in read.claims.indices
    where read.origins[index].sentence == sentence && read.claims[index].stance == .asserted {
      read.claims[index].stance = .denied
    }
  }

  /// Whether a sentence has a claim that is credited to somebody.
  private func hasCredited(_ sentence: Int, _ read: EarlierClaims) -> Bool {
    read.claims.indices.contains {
      read.origins[$0].sentence == sentence && !read.claims[$0].attribution.source.isEmpty
    }
  }

  /// '5,937, which analysts say grossly understates the losses', '43,000, a number he set too low': a
  /// clause behind the figure takes it up and doubts it.
  private func isDoubtedBehind(_ mention: Mention, _ grammar: SentenceGrammar) -> Bool {
    var opener: Int?
    for unit in mention.end + 1..<min(mention.end + 24, grammar.units.count) {
      // '…; the numbers were artificially high'
      let goesOn = grammar.has(unit + 1, .determiner) && grammar.has(unit + 2, .figures)
      if grammar.mention(at: unit) != nil || grammar.isMark(0x3B, unit) && !goesOn { return false }
      let isTakenUp =
        grammar.has(unit, [.relative, .subordinator, .figures])
        || grammar.isWord("but", unit)
        || grammar.isWord("this", unit) && grammar.has(unit - 1, .cue)
          && grammar.isWord("to", unit + 1)
      if opener == nil, isTakenUp,
        grammar.units[unit - 1].kind == .mark || grammar.isWord("this", unit)
          || (max(0, unit - 2)..<unit).contains(where: { grammar.has($0, .determiner) })
      {
        opener = unit
      }
      if opener != nil, grammar.has(unit, [.doubt, .discredit]) { return true }
    }
    return false
  }

  /// 'The figure of 20,000 dead has no basis', 'the chronicler's 50,000 dead are an exaggeration':
  /// what is said of a figure that somebody gave doubts it.
  private func isDoubtedAsSubject(_ mention: Mention, _ grammar: SentenceGrammar) -> Bool {
    guard isGiven(mention, grammar) else { return false }
    let start = max(mention.end, mention.trigger ?? 0) + 1
    var verb: Int?
    for unit in start..<min(start + 18, grammar.units.count) {
      if grammar.mention(at: unit) != nil || grammar.isMark(0x3B, unit)
        || verb == nil && grammar.has(unit, [.conjunction, .relative, .subordinator])
      {
        return false
      }
      if verb == nil, grammar.isVerb(unit) || grammar.has(unit, [.be, .have, .modal]) {
        verb = unit
      }
      if verb != nil, grammar.has(unit, [.doubt, .discredit]) { return true }
    }
    return false
  }

  /// Whether a word for what somebody gave leads to a figure and nothing is said of it before: 'the
  /// figure of', 'the claim that', 'Herodotus's'.
  private func isGiven(_ mention: Mention, _ grammar: SentenceGrammar) -> Bool {
    let before = max(0, mention.unit - 12)..<mention.unit
    guard
      let opener = before.last(where: {
        grammar.has($0, [.figures, .report]) || grammar.units[$0].kind == .possessive
      })
    else { return false }
    if grammar.isWord("that", opener + 1) || grammar.isWord("of", opener + 1) { return true }
    return !(opener + 1..<mention.unit).contains {
      grammar.isVerb($0) || grammar.units[$0].kind == .mark
        || grammar.has($0, [.be, .have, .modal])
    }
  }

  /// The word for figures that the author's own words doubt; nil for none.
  private func doubtedFigures(_ sentence: Int, _ grammar: SentenceGrammar) -> Int? {
    for doubt in grammar.units.indices where grammar.has(doubt, [.doubt, .discredit]) {
      // What a side or a person says of the other's figures is their word; what those who study
      // them say is the author's.
      if sayings[sentence].contains(where: {
        $0.scope.contains(doubt) && $0.speaker.type != .research
      }) {
        continue
      }
      // 'that preposterous figure'
      if grammar.has(doubt + 1, .figures),
        grammar.isWord("that", doubt - 1) || grammar.isWord("this", doubt - 1)
      {
        return doubt + 1
      }
      var at = doubt - 1
      // 'These figures, however, are widely believed to be inflated'
      while at >= 0, doubt - at < 12,
        grammar.units[at].kind != .mark || isAroundAside(at, grammar)
      {
        // 'the figure is exaggerated', 'even if this is exaggerated'
        // 'that's absurd'
        let isWhatWasTold =
          grammar.isWord("this", at) || grammar.isWord("that", at) && at == 0
        if grammar.has(at, .figures)
          || isWhatWasTold
            && (grammar.has(at + 1, .be) || grammar.isWord("would", at + 1)
              || grammar.units[at + 1].kind == .possessive)
        {
          return at
        }
        at -= 1
      }
    }
    return nil
  }

  /// Whether a comma sets 'however' or its like apart.
  private func isAroundAside(_ comma: Int, _ grammar: SentenceGrammar) -> Bool {
    guard grammar.isMark(0x2C, comma) else { return false }
    let opens = grammar.has(comma + 1, [.adverb, .aside]) && grammar.isMark(0x2C, comma + 2)
    let closes = grammar.has(comma - 1, [.adverb, .aside]) && grammar.isMark(0x2C, comma - 2)
    return opens || closes
  }

  /// Whether a sentence's capitalised words name a source.
  private func isNamed(_ source: String, _ words: Set<String>) -> Bool {
    source.split(separator: " ").contains { word in
      word.utf8.count > 3 && word.utf8.first.map { $0 & 0x20 == 0 } ?? false
        && words.contains(String(word))
    }
  }

  private func string(_ unit: Unit, _ grammar: SentenceGrammar) -> String {
    grammar.text.string(tokens: unit.first, through: unit.last)
  }
}
