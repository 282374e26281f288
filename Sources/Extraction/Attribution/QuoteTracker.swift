internal import ClaimModel
internal import Lexicons

/// Follows quotations over sentences: what stands between quotation marks is said by the one who
/// is named before the quotation opened or after it closed.
struct QuoteTracker {
  /// Gives the sentences of a quotation that name no speaker the speaker of the quotation.
  func run(_ sentences: [SentenceGrammar], sayings: inout [[Saying]]) {
    var open: [Int] = []
    var isOpen = false
    var opener: Saying?
    for index in sentences.indices {
      let startsOpen = isOpen
      isOpen = isOpenAtEnd(sentences[index], startingOpen: isOpen)
      if startsOpen, isOpenToGift(sayings[index]) {
        if let opener {
          give(opener, to: &sayings[index], sentences[index])
        } else {
          open.append(index)
        }
      } else if startsOpen, let closing = sayings[index].last(where: { !$0.isCited }) {
        for earlier in open { give(closing, to: &sayings[earlier], sentences[earlier]) }
        open = []
      }
      // 'X said. "…"': a quotation with no speaker goes on with the one before it.
      if !startsOpen, !isOpen, index > 0, isOpenToGift(sayings[index]),
        opensWithQuote(sentences[index]),
        let before = sayings[index - 1].last(where: { !$0.isCited })
      {
        give(before, to: &sayings[index], sentences[index])
      }
      if !startsOpen, isOpen {
        opener = sayings[index].last { !$0.isCited && !$0.isVague }
        if opener == nil, index > 0, opensWithQuote(sentences[index]) {
          opener = sayings[index - 1].last { !$0.isCited }
          if let opener { give(opener, to: &sayings[index], sentences[index]) }
        }
        open = opener == nil ? [index] : []
      }
      if !isOpen {
        opener = nil
        open = []
      }
    }
  }

  /// Whether a sentence holds quotation marks or stands between those of others.
  func isQuoted(_ index: Int, _ sentences: [SentenceGrammar]) -> Bool {
    if sentences[index].units.indices.contains(where: { sentences[index].isQuote($0) }) {
      return true
    }
    var isOpen = false
    for earlier in sentences[..<index].suffix(6) {
      isOpen = isOpenAtEnd(earlier, startingOpen: isOpen)
    }
    return isOpen
  }

  private func opensWithQuote(_ grammar: SentenceGrammar) -> Bool {
    var first = grammar.units.first { $0.kind != .mark || !Self.bullets.contains($0.mark) }
    if first?.kind != .mark { first = nil }
    return first.map { $0.mark == 0x201C || $0.mark == 0x22 || $0.mark == 0xAB } ?? false
  }

  private static let bullets: Set<UInt32> = [0x2022, 0xB7, 0x2A, 0x2D, 0x2013, 0x25CF, 0x25AA]

  /// Whether a sentence in quotation marks names nobody: 'according to early information' does not.
  private func isOpenToGift(_ sayings: [Saying]) -> Bool { sayings.allSatisfy(\.isVague) }

  private func give(_ saying: Saying, to sayings: inout [Saying], _ grammar: SentenceGrammar) {
    if isOpenToGift(sayings) { sayings.append(saying.carried(over: grammar)) }
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
