/// Cuts UTF-8 text into words, numbers and marks; lexicon terms and documents are cut alike.
package enum WordScanner {
  /// What a token is.
  package enum Kind: UInt8, Hashable, Sendable {
    case word, number, mark, newline
    /// The 's of a possessive.
    case possessive
  }

  /// One token.
  package struct Token: Hashable, Sendable {
    /// What it is.
    package var kind: Kind
    /// Whether white space stands before it.
    package var isSpaced: Bool
    /// The offset of its first byte.
    package var start: Int
    /// The offset behind its last byte.
    package var end: Int
    /// For a mark, its code point; else 0.
    package var mark: UInt32
  }

  /// Gives the tokens of a text in order.
  ///
  /// A word is a run of letters, with digits behind them only as a token of their own; `U.S.` is
  /// one word; a hyphen is a mark; `didn't` is `did` and `n't`; `Russia's` is `Russia` and a
  /// possessive. A number is a run of digits with single separators between digits.
  package static func scan(_ text: UnsafeBufferPointer<UInt8>, _ body: (Token) -> Void) {
    var i = 0
    var spaced = true
    let n = text.count
    while i < n {
      let byte = text[i]
      if byte == 0x0A {
        body(Token(kind: .newline, isSpaced: true, start: i, end: i + 1, mark: 0x0A))
        i += 1
        spaced = true
      } else if byte <= 0x20 || byte == 0x7F {
        i += 1
        spaced = true
      } else if isDigit(byte) {
        let end = endOfNumber(text, i)
        body(Token(kind: .number, isSpaced: spaced, start: i, end: end, mark: 0))
        i = end
        spaced = false
      } else if isLetter(byte) {
        let end = endOfWord(text, i)
        emitWord(text, i, end, spaced, body)
        i = end
        spaced = false
      } else if byte < 0x80 {
        let previousIsLetter = i > 0 && !spaced
        if byte == 0x27, previousIsLetter, i + 1 < n, text[i + 1] | 0x20 == 0x73,
          i + 2 >= n || !isLetter(text[i + 2])
        {
          body(Token(kind: .possessive, isSpaced: false, start: i, end: i + 2, mark: 0))
          i += 2
        } else {
          body(Token(kind: .mark, isSpaced: spaced, start: i, end: i + 1, mark: UInt32(byte)))
          i += 1
        }
        spaced = false
      } else {
        let (scalar, length) = decode(text, i)
        if isSpace(scalar) {
          i += length
          spaced = true
        } else if isMark(scalar) {
          let follows = i + length < n && text[i + length] | 0x20 == 0x73
          let ends = i + length + 1 >= n || !isLetter(text[i + length + 1])
          if scalar == 0x2019, !spaced, follows, ends {
            body(
              Token(kind: .possessive, isSpaced: false, start: i, end: i + length + 1, mark: 0))
            i += length + 1
          } else {
            body(Token(kind: .mark, isSpaced: spaced, start: i, end: i + length, mark: scalar))
            i += length
          }
          spaced = false
        } else {
          let end = endOfWord(text, i)
          emitWord(text, i, max(end, i + length), spaced, body)
          i = max(end, i + length)
          spaced = false
        }
      }
    }
  }

  /// Splits `didn't` into `did` and `n't`.
  private static func emitWord(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ spaced: Bool,
    _ body: (Token) -> Void
  ) {
    if end < text.count, end - start > 1, text[end - 1] | 0x20 == 0x6E {
      let apostrophe =
        text[end] == 0x27
        ? 1
        : end + 2 < text.count && text[end] == 0xE2 && text[end + 1] == 0x80
          && text[end + 2] == 0x99 ? 3 : 0
      let t = end + apostrophe
      if apostrophe > 0, t < text.count, text[t] | 0x20 == 0x74,
        t + 1 >= text.count || !isLetter(text[t + 1])
      {
        body(Token(kind: .word, isSpaced: spaced, start: start, end: end - 1, mark: 0))
        body(Token(kind: .word, isSpaced: false, start: end - 1, end: end, mark: 0x6E))
        return
      }
    }
    body(Token(kind: .word, isSpaced: spaced, start: start, end: end, mark: 0))
  }

  private static func endOfNumber(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var i = start + 1
    while i < text.count {
      if isDigit(text[i]) {
        i += 1
      } else if text[i] == 0x2C || text[i] == 0x2E || text[i] == 0x27, i + 1 < text.count,
        isDigit(text[i + 1])
      {
        i += 2
      } else if text[i] == 0xE2, i + 3 < text.count, text[i + 1] == 0x80, text[i + 2] == 0x99,
        isDigit(text[i + 3])
      {
        i += 4
      } else {
        break
      }
    }
    return i
  }

  /// The end of the word that starts at an offset: letters, and dots between single letters.
  private static func endOfWord(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var i = start
    while i < text.count {
      if isLetter(text[i]) {
        i += 1
      } else if text[i] >= 0x80 {
        let (scalar, length) = decode(text, i)
        if isSpace(scalar) || isMark(scalar) { break }
        i += length
      } else {
        break
      }
    }
    // U.S., U.N., a.m.
    if i == start + 1, isLetter(text[start]), i + 1 < text.count, text[i] == 0x2E,
      isLetter(text[i + 1]), i + 2 >= text.count || !isLetter(text[i + 2])
    {
      var end = i
      while end + 1 < text.count, text[end] == 0x2E, isLetter(text[end + 1]),
        end + 2 >= text.count || !isLetter(text[end + 2])
      {
        end += 2
      }
      if end < text.count, text[end] == 0x2E { end += 1 }
      return end
    }
    return i
  }

  /// Whether a byte is an ASCII digit.
  package static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Whether a byte is an ASCII letter.
  package static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// The code point at an offset and its length in bytes; a broken sequence is U+FFFD of length 1.
  package static func decode(_ text: UnsafeBufferPointer<UInt8>, _ i: Int) -> (UInt32, Int) {
    let first = UInt32(text[i])
    func next(_ k: Int) -> UInt32? {
      i + k < text.count && text[i + k] & 0xC0 == 0x80 ? UInt32(text[i + k] & 0x3F) : nil
    }
    switch first {
    case 0..<0x80: return (first, 1)
    case 0xC2..<0xE0:
      guard let a = next(1) else { break }
      return ((first & 0x1F) << 6 | a, 2)
    case 0xE0..<0xF0:
      guard let a = next(1), let b = next(2) else { break }
      return ((first & 0xF) << 12 | a << 6 | b, 3)
    case 0xF0..<0xF5:
      guard let a = next(1), let b = next(2), let c = next(3) else { break }
      return ((first & 0x7) << 18 | a << 12 | b << 6 | c, 4)
    default: break
    }
    return (0xFFFD, 1)
  }

  private static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
  }

  private static func isMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x80...0xBF: scalar != 0xAA && scalar != 0xB5 && scalar != 0xBA
    case 0xD7, 0xF7, 0x2010...0x205E, 0x20A0...0x20CF, 0x2190...0x2BFF, 0x3001...0x3020,
      0xFF00...0xFF0F,
      0xFFFD:
      true
    default: scalar >= 0x1F000
    }
  }
}
