internal import Lexicons

/// One token of a document, with its number in the lexicon.
struct Token {
  /// What it is.
  var kind: WordScanner.Kind
  /// Whether white space stands before it.
  var isSpaced: Bool
  /// Whether its first letter is a capital.
  var isCapital: Bool
  /// Whether it has two or more letters, all of them capitals.
  var isUpper: Bool
  /// Its bytes in the text, and its code points: a text has many tokens, and none of 4 GiB is read.
  private let bytes: (start: UInt32, end: UInt32)
  private let points: (first: UInt32, last: UInt32)
  /// The word's number; -1 where the lexicon does not know it.
  var word: Int32
  /// A mark's code point.
  var mark: UInt32

  init(_ raw: WordScanner.Token, first: Int, last: Int) {
    kind = raw.kind
    isSpaced = raw.isSpaced
    isCapital = false
    isUpper = false
    bytes = (UInt32(raw.start), UInt32(raw.end))
    points = (UInt32(first), UInt32(last))
    word = -1
    mark = raw.mark
  }

  /// The offset of its first byte.
  var start: Int { Int(bytes.start) }
  /// The offset behind its last byte.
  var end: Int { Int(bytes.end) }
  /// The number of code points before it.
  var first: Int { Int(points.first) }
  /// The number of code points up to its end.
  var last: Int { Int(points.last) }
}

/// A document's text as bytes and tokens.
struct TokenizedText {
  /// The text in UTF-8.
  let bytes: [UInt8]
  /// Its tokens in order.
  let tokens: [Token]
  /// Whether the text hardly uses capitals, so that names are written small.
  let isCaseless: Bool

  /// Cuts a text and looks its words up.
  init(_ text: String, words: WordTable) {
    bytes = Array(text.utf8)
    var position = 0
    var points = 0
    var out: [Token] = []
    out.reserveCapacity(bytes.count / 5)
    bytes.withUnsafeBufferPointer { text in
      WordScanner.scan(text) { raw in
        points += Self.codePoints(text, position, raw.start)
        let length = Self.codePoints(text, raw.start, raw.end)
        position = raw.end
        var token = Token(raw, first: points, last: points + length)
        points += length
        if raw.kind == .word {
          let slice = UnsafeBufferPointer(rebasing: text[raw.start..<raw.end])
          token.word = words.number(of: slice)
          (token.isCapital, token.isUpper) = Self.capitals(slice)
        } else if raw.kind == .number, !raw.isSpaced {
          // The digits of a name: 'M23'.
          token.word = words.number(of: UnsafeBufferPointer(rebasing: text[raw.start..<raw.end]))
        }
        out.append(token)
      }
    }
    tokens = out
    let words = out.lazy.filter { $0.kind == .word }.count
    // A capital behind another word, which no sentence start explains.
    let capitals = out.indices.dropFirst().lazy
      .filter { out[$0].isCapital && out[$0 - 1].kind == .word }.count
    isCaseless = words > 20 && capitals * 50 < words
  }

  /// The text between two byte offsets.
  func string(_ start: Int, _ end: Int) -> String {
    start < end ? String(decoding: bytes[start..<end], as: UTF8.self) : ""
  }

  /// The text of a run of tokens.
  func string(tokens first: Int, through last: Int) -> String {
    first <= last ? string(tokens[first].start, tokens[last].end) : ""
  }

  /// Whether a token is an apostrophe right behind another token.
  func isApostrophe(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.kind == .mark && !token.isSpaced && (token.mark == 0x27 || token.mark == 0x2019)
  }

  /// How many words a run of tokens has; 'O'Brien' is one.
  func wordCount(_ first: Int, through last: Int) -> Int {
    (first..<last + 1).lazy
      .filter { tokens[$0].kind == .word && ($0 == first || !isApostrophe($0 - 1)) }.count
  }

  /// What a token is in the phrases of the lexicon: a word's number, a mark's code point negated.
  func symbol(_ index: Int) -> Int32 {
    let token = tokens[index]
    switch token.kind {
    case .word, .number: return token.word
    case .possessive: return Lexicon.possessive
    // An apostrophe is one whether it is straight or curled.
    case .mark: return -Int32(truncatingIfNeeded: token.mark == 0x2019 ? 0x27 : token.mark)
    case .newline: return .max
    }
  }

  /// Whether two tokens are the same letters, whatever their case.
  func same(_ a: Int, _ b: Int) -> Bool {
    let x = tokens[a]
    let y = tokens[b]
    guard x.end - x.start == y.end - y.start else { return false }
    for offset in 0..<(x.end - x.start) {
      let p = bytes[x.start + offset]
      let q = bytes[y.start + offset]
      if p != q, !(WordScanner.isLetter(p) && p | 0x20 == q | 0x20) { return false }
    }
    return true
  }

  private static func codePoints(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int {
    var count = 0
    var index = start
    while index < end {
      count += text[index] & 0xC0 != 0x80 ? 1 : 0
      index += 1
    }
    return count
  }

  private static func capitals(_ word: UnsafeBufferPointer<UInt8>) -> (Bool, Bool) {
    var upper = 0
    var letters = 0
    for byte in word where WordScanner.isLetter(byte) {
      letters += 1
      if byte & 0x20 == 0 { upper += 1 }
    }
    let first = word[0]
    let capital =
      (WordScanner.isLetter(first) && first & 0x20 == 0)
      || (first == 0xC3 && word.count > 1 && word[1] < 0x9F)
      || (first == 0xC4 || first == 0xC5) && word.count > 1 && word[1] & 1 == 0
      || (first == 0xD0 && word.count > 1 && word[1] < 0xB0)
    return (capital, letters > 1 && upper == letters)
  }
}

extension TokenizedText {
  /// Whether a run of tokens is one given word or phrase in small ASCII letters.
  func isWord(_ word: StaticString, _ first: Int, _ last: Int) -> Bool {
    let start = tokens[first].start
    guard tokens[last].end - start == word.utf8CodeUnitCount else { return false }
    let wanted = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    for offset in 0..<wanted.count {
      let byte = bytes[start + offset]
      let folded = byte &- 0x41 < 26 ? byte | 0x20 : byte
      if folded != wanted[offset] { return false }
    }
    return true
  }
}
