internal import ClaimModel
internal import Lexicons

/// Follows quotations over sentences and finds who is quoted.
///
/// What stands between quotation marks is said by the one who is named before the quotation opened
/// or after it closed. One that is not opened anew ends with its line.
struct QuoteTracker {
  /// Gives the sentences of a quotation that name no speaker the speaker of the quotation.
  func run(_ sentences: [SentenceGrammar], sayings: inout [[Saying]]) {
    var quotation = Quotation()
    var isOpen = false
    for index in sentences.indices {
      if isOpen, sentences.startsLine(index), !opensWithQuote(sentences[index]) {
        // Its mark was left out.
        close(&quotation, sentences, &sayings)
        isOpen = false
      }
      let startsOpen = isOpen
      isOpen = isOpenAtEnd(sentences[index], startingOpen: isOpen)
      let own = sayings[index].last { !$0.isCited && !$0.isVague }
      // 'X said. "…"': a quotation with no speaker goes on with the one before it.
      let before =
        index > 0 && !startsOpen && opensWithQuote(sentences[index])
        ? sayings[index - 1].last { !$0.isCited } : nil
      if startsOpen {
        if let own {
          give(own, to: quotation.unspoken, sentences, &sayings)
          quotation.unspoken = []
        } else if let opener = quotation.opener {
          give(opener, to: [index], sentences, &sayings)
        } else {
          quotation.unspoken.append(index)
        }
      } else if isOpen {
        quotation = Quotation(opener: own, before: before, unspoken: own == nil ? [index] : [])
      } else if let before {
        give(before, to: [index], sentences, &sayings)
      }
      if !isOpen { close(&quotation, sentences, &sayings) }
    }
    // One that no mark closes.
    close(&quotation, sentences, &sayings)
    for index in sentences.indices { giveUnmarked(endingAt: index, sentences, &sayings) }
  }

  /// Gives a line in the first person that closes with its speaker to them, though no marks stand.
  ///
  /// 'We see twelve thousand of them. Four thousand were killed. They are beaten - the general said.'
  private func giveUnmarked(
    endingAt last: Int, _ sentences: [SentenceGrammar], _ sayings: inout [[Saying]]
  ) {
    guard last + 1 == sentences.count || sentences.startsLine(last + 1),
      !sentences.startsLine(last),
      let closing = sayings[last].last(where: { closes($0, sentences[last]) })
    else { return }
    var first = last
    while first > 0, !sentences.startsLine(first), last - first < 12 { first -= 1 }
    let line = first..<last
    guard
      line.contains(where: { speaksOfItself(sentences[$0]) }),
      line.allSatisfy({ index in
        !sentences[index].units.indices.contains { sentences[index].isQuote($0) }
      })
    else { return }
    give(closing, to: Array(line), sentences, &sayings)
  }

  /// Whether a saying ends its sentence with its speaker and verb: ', the general said'.
  private func closes(_ saying: Saying, _ grammar: SentenceGrammar) -> Bool {
    let start = saying.speaker.units.lowerBound
    return start > 1 && saying.cue.lowerBound >= saying.speaker.units.upperBound
      && saying.cue.upperBound + 1 >= grammar.units.count
      && (grammar.isDash(start - 1) || grammar.isMark(0x2C, start - 1))
  }

  /// 'We see', 'our people': someone tells of themselves and those beside them.
  private func speaksOfItself(_ grammar: SentenceGrammar) -> Bool {
    grammar.units.indices.contains {
      grammar.isWord("we", $0) || grammar.isWord("our", $0)
    }
  }

  /// Ends a quotation: what nobody in it has said is said by who spoke right before it.
  private func close(
    _ quotation: inout Quotation, _ sentences: [SentenceGrammar], _ sayings: inout [[Saying]]
  ) {
    if let before = quotation.before { give(before, to: quotation.unspoken, sentences, &sayings) }
    quotation = Quotation()
  }

  /// A quotation that goes over several sentences.
  private struct Quotation {
    /// Who is named in the sentence that opens it.
    var opener: Saying?
    /// Who spoke right before it, if nobody is named in it.
    var before: Saying?
    /// Its sentences that name nobody.
    var unspoken: [Int] = []
  }

  /// Whether a sentence holds quotation marks or stands between those of others.
  func isQuoted(_ index: Int, _ sentences: [SentenceGrammar]) -> Bool {
    if sentences[index].units.indices.contains(where: { sentences[index].isQuote($0) }) {
      return true
    }
    var isOpen = false
    for earlier in sentences[..<index].indices.suffix(6) {
      if sentences.startsLine(earlier), !opensWithQuote(sentences[earlier]) { isOpen = false }
      isOpen = isOpenAtEnd(sentences[earlier], startingOpen: isOpen)
    }
    return isOpen && !sentences.startsLine(index)
  }

  private func opensWithQuote(_ grammar: SentenceGrammar) -> Bool {
    guard let first = grammar.units.indices.first(where: { !grammar.isBullet($0) }) else {
      return false
    }
    return grammar.isMark(0x201C, first) || grammar.isMark(0x22, first)
      || grammar.isMark(0xAB, first)
  }

  /// Whether a sentence in quotation marks names nobody: 'according to early information' does not.
  private func isOpenToGift(_ sayings: [Saying]) -> Bool { sayings.allSatisfy(\.isVague) }

  private func give(
    _ saying: Saying, to indices: [Int], _ sentences: [SentenceGrammar],
    _ sayings: inout [[Saying]]
  ) {
    for index in indices where isOpenToGift(sayings[index]) {
      sayings[index].append(saying.carried(over: sentences[index]))
    }
  }

  /// Whether a quotation is open behind a sentence.
  private func isOpenAtEnd(_ grammar: SentenceGrammar, startingOpen: Bool) -> Bool {
    var open = startingOpen
    for unit in grammar.units where unit.kind == .mark {
      switch unit.mark {
      case 0x201C, 0xAB: open = true
      case 0x201D, 0xBB: open = false
      case 0x22: open.toggle()
      default: break
      }
    }
    return open
  }
}
