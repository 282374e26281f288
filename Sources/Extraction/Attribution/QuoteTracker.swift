internal import ClaimModel
internal import Lexicons

/// Follows quotations over sentences: what stands between quotation marks is said by the one who
/// is named before the quotation opened or after it closed.
struct QuoteTracker {
  /// Whether a sentence is the first of its line: a quotation ends there if it is not opened anew.
  let startsLine: (Int) -> Bool

  /// Gives the sentences of a quotation that name no speaker the speaker of the quotation.
  func run(_ sentences: [SentenceGrammar], sayings: inout [[Saying]]) {
    var quotation = Quotation()
    var isOpen = false
    for index in sentences.indices {
      if isOpen, startsLine(index), !opensWithQuote(sentences[index]) {
        // Its mark was left out.
        if let before = quotation.before {
          give(before, to: quotation.unspoken, sentences, &sayings)
        }
        (quotation, isOpen) = (Quotation(), false)
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
      if !isOpen {
        if let before = quotation.before {
          give(before, to: quotation.unspoken, sentences, &sayings)
        }
        quotation = Quotation()
      }
    }
    // One that no mark closes.
    if let before = quotation.before { give(before, to: quotation.unspoken, sentences, &sayings) }
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
      if startsLine(earlier), !opensWithQuote(sentences[earlier]) { isOpen = false }
      isOpen = isOpenAtEnd(sentences[earlier], startingOpen: isOpen)
    }
    return isOpen && !startsLine(index)
  }

  private func opensWithQuote(_ grammar: SentenceGrammar) -> Bool {
    var first = grammar.units.first { $0.kind != .mark || !Self.bullets.contains($0.mark) }
    if first?.kind != .mark { first = nil }
    return first.map { $0.mark == 0x201C || $0.mark == 0x22 || $0.mark == 0xAB } ?? false
  }

  private static let bullets: Set<UInt32> = [0x2022, 0xB7, 0x2A, 0x2D, 0x2013, 0x25CF, 0x25AA]

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
