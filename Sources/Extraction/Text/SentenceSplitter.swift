internal import Lexicons

/// Finds where sentences end: at a full stop that belongs to no abbreviation, at ? and !, and at
/// line ends that do not merely wrap a line.
struct SentenceSplitter {
  let page: Page

  private var text: TokenizedText { page.text }

  /// How many tokens a sentence may have: what is longer is no prose (tables run together, noise)
  /// and is read in pieces, so that reading takes time in proportion to the text.
  private static let longest = 300

  /// The token ranges of the sentences, line ends left out.
  func sentences() -> [Range<Int>] {
    let tokens = text.tokens
    var ranges: [Range<Int>] = []
    var start = 0
    var index = 0
    func close(_ end: Int, next: Int) {
      while end - start > Self.longest {
        ranges.append(start..<start + Self.longest)
        start += Self.longest
      }
      if start < end { ranges.append(start..<end) }
      start = next
    }
    while index < tokens.count {
      let token = tokens[index]
      if token.kind == .newline {
        if isBreak(at: index) { close(index, next: index + 1) }
        index += 1
        continue
      }
      if token.kind == .mark, isRule(at: index) {
        close(index, next: index)
        while index < tokens.count, isRule(at: index) { index += 1 }
        start = index
        continue
      }
      if token.kind == .mark, isStop(token.mark), endsSentence(at: index) {
        var end = index + 1
        while end < tokens.count, tokens[end].kind == .mark, !tokens[end].isSpaced,
          isCloser(tokens[end].mark) || isStop(tokens[end].mark)
        {
          end += 1
        }
        end = endOfFootnotes(startingAt: end)
        close(end, next: end)
        index = end
        continue
      }
      index += 1
    }
    close(tokens.count, next: tokens.count)
    return ranges
  }

  /// Whether marks draw a line or a heading: `==`, `- - -`, `***`.
  private func isRule(at index: Int) -> Bool {
    let tokens = text.tokens
    guard index + 1 < tokens.count else { return false }
    let a = tokens[index]
    let b = tokens[index + 1]
    guard a.kind == .mark, [0x3D, 0x2A, 0x5F, 0x23, 0x7C].contains(a.mark) else { return false }
    if a.mark == 0x7C { return true }
    return b.kind == .mark && b.mark == a.mark
      || index > 0 && tokens[index - 1].kind == .mark && tokens[index - 1].mark == a.mark
  }

  private func isStop(_ mark: UInt32) -> Bool {
    mark == 0x2E || mark == 0x21 || mark == 0x3F || mark == 0x2026
  }

  private func isCloser(_ mark: UInt32) -> Bool {
    switch mark {
    case 0x22, 0x27, 0x29, 0x5D, 0x2019, 0x201D, 0xBB: true
    default: false
    }
  }

  private func isOpener(_ mark: UInt32) -> Bool {
    switch mark {
    case 0x22, 0x27, 0x28, 0x5B, 0x2018, 0x201C, 0xAB, 0x2D, 0x2013, 0x2014, 0xB7, 0x2022: true
    default: false
    }
  }

  private func endsSentence(at index: Int) -> Bool {
    let tokens = text.tokens
    var next = index + 1
    while next < tokens.count, tokens[next].kind == .mark, !tokens[next].isSpaced,
      isCloser(tokens[next].mark) || isStop(tokens[next].mark)
    {
      next += 1
    }
    let noted = endOfFootnotes(startingAt: next)
    if noted > next, noted < tokens.count, tokens[noted].kind != .newline {
      return tokens[noted].isSpaced && (tokens[noted].isCapital || tokens[noted].kind != .word)
    }
    guard next < tokens.count, tokens[next].kind != .newline else { return true }
    let follower = tokens[next]
    let closed = next > index + 1
    if !closed, lacksSpace(behind: index) { return true }
    guard follower.isSpaced || closed && follower.kind == .word else { return false }
    let starts =
      follower.isCapital || follower.kind == .number
      || follower.kind == .mark && isOpener(follower.mark)
    if tokens[index].mark != 0x2E {
      // ! and ? inside a quote are followed by the speaker in small letters.
      return starts
    }
    guard starts else { return false }
    guard index > 0, !tokens[index].isSpaced, !closed else { return true }
    let before = tokens[index - 1]
    guard before.kind == .word else { return true }
    return !isAbbreviation(before, followedBy: follower)
  }

  /// 'on Monday.According to': a full stop between two words of prose, its space left out; no 'U.S.Army',
  /// no 'example.Com'.
  private func lacksSpace(behind stop: Int) -> Bool {
    let tokens = text.tokens
    guard stop > 0, stop + 2 < tokens.count, tokens[stop].mark == 0x2E, !tokens[stop].isSpaced
    else {
      return false
    }
    let (before, next, behind) = (tokens[stop - 1], tokens[stop + 1], tokens[stop + 2])
    return before.kind == .word && before.isSpaced && !before.isUpper
      && before.end - before.start > 3 && !text.bytes[before.start..<before.end].contains(0x2E)
      && next.kind == .word && !next.isSpaced && next.isCapital && !next.isUpper
      && behind.isSpaced && behind.kind == .word
      && (next.end - next.start > 3
        || page.lexicon.term(ofWord: next.word)?.classes.isDisjoint(with: .function) == false)
  }

  /// Where the marks of footnotes end that stand right behind a full stop: '.[2][3] The'; the start
  /// itself where none stands there.
  private func endOfFootnotes(startingAt start: Int) -> Int {
    let tokens = text.tokens
    var end = start
    while end + 2 < tokens.count, tokens[end].kind == .mark, tokens[end].mark == 0x5B,
      !tokens[end].isSpaced, tokens[end + 1].end - tokens[end + 1].start <= 3,
      tokens[end + 1].kind != .mark, tokens[end + 2].kind == .mark, tokens[end + 2].mark == 0x5D
    {
      end += 3
    }
    return end
  }

  private func isAbbreviation(_ word: Token, followedBy next: Token) -> Bool {
    if text.bytes[word.start..<word.end].contains(0x2E) {
      // U.S., a.m.: they end a sentence only before a word that opens one.
      return true
    }
    guard let term = page.lexicon.term(ofWord: word.word), term.classes.contains(.abbreviation)
    else {
      return false
    }
    // 'p. 44'
    if word.end - word.start == 1 { return word.isCapital || next.kind == .number }
    if term.classes.contains(.month) || term.classes.contains(.weekday) {
      return next.kind == .number
    }
    return true
  }

  /// Whether a line end ends a sentence, too: not where it only wraps a line.
  private func isBreak(at index: Int) -> Bool {
    let tokens = text.tokens
    guard index + 1 < tokens.count else { return true }
    let next = tokens[index + 1]
    if next.kind == .newline { return true }
    guard next.kind == .word, !next.isCapital, index > 0 else { return true }
    let before = tokens[index - 1]
    if before.kind == .mark {
      return before.mark != 0x2C && before.mark != 0x3B && before.mark != 0x2D
    }
    return false
  }
}
