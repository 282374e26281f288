import ClaimModel

/// A sentence as hashes of its words, so that typography and letter case make no difference.
///
/// Words are runs of letters and digits in lower case (ASCII; other scripts as they are). The
/// figure itself and every word with a digit are masked, so that a revised number leaves the
/// sentence what it was.
struct SentenceWords: Sendable {
  /// The hash of the words in order, numbers and all.
  private(set) var text: UInt64 = 0
  /// The hash of the words in order with numbers masked.
  private(set) var skeleton: UInt64 = 0
  /// The hashes of the words that are no numbers, sorted.
  private(set) var words: [UInt32] = []

  /// How many words there are that are no numbers.
  var count: Int { words.count }

  /// Reads the quote of a claim, or the expression and victims where it has none.
  init(_ claim: Claim) {
    guard !claim.quote.isEmpty else { return }
    let quote = Array(claim.quote.utf8)
    let mask = Self.firstOccurrence(of: Array(claim.expression.utf8), in: quote)
    var whole = RowHash()
    var masked = RowHash()
    var position = 0
    var isMaskOpen = false
    while position < quote.count {
      guard let word = Self.nextWord(in: quote, from: &position) else { break }
      whole.combine(word.hash)
      let isNumber = word.hasDigit || mask.contains(word.start)
      if isNumber {
        if !isMaskOpen { masked.combine(0 as UInt64) }
      } else {
        masked.combine(word.hash)
        words.append(UInt32(truncatingIfNeeded: word.hash))
      }
      isMaskOpen = isNumber
    }
    words.sort()
    whole.combine(UInt64(mask.lowerBound == mask.upperBound ? 0 : 1))
    var ordinal = RowHash()
    ordinal.combine(claim.expression)
    whole.combine(ordinal.value.high)
    text = whole.value.high
    skeleton = masked.value.high
  }

  /// How alike two sentences are: twice the shared words over all words (Dice), in thousandths.
  func likeness(to other: SentenceWords) -> Int {
    let total = words.count + other.words.count
    guard total > 0 else { return 0 }
    var shared = 0
    var i = 0
    var j = 0
    while i < words.count, j < other.words.count {
      if words[i] == other.words[j] {
        shared += 1
        i += 1
        j += 1
      } else if words[i] < other.words[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return 2000 * shared / total
  }

  private struct Word {
    var hash: UInt64
    var start: Int
    var hasDigit: Bool
  }

  /// The next run of letters and digits; punctuation, also that of U+2000 to U+206F, parts words.
  private static func nextWord(in bytes: [UInt8], from position: inout Int) -> Word? {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var start = -1
    var hasDigit = false
    while position < bytes.count {
      let byte = bytes[position]
      let width = separatorWidth(in: bytes, at: position)
      if width > 0 {
        if start >= 0 { break }
        position += width
        continue
      }
      if start < 0 { start = position }
      if 48...57 ~= byte { hasDigit = true }
      let lower = 65...90 ~= byte ? byte | 32 : byte
      hash = (hash ^ UInt64(lower)) &* 0x100_0000_01b3
      position += 1
    }
    guard start >= 0 else { return nil }
    hash ^= hash >> 32
    return Word(hash: hash &* 0x9e37_79b9_7f4a_7c15, start: start, hasDigit: hasDigit)
  }

  /// How many bytes the separator at a position has; 0 where a word goes on.
  private static func separatorWidth(in bytes: [UInt8], at position: Int) -> Int {
    let byte = bytes[position]
    switch byte {
    case 48...57, 65...90, 97...122: return 0
    case 0..<128: return 1
    case 0xC2 where position + 1 < bytes.count && bytes[position + 1] <= 0xBF: return 2
    case 0xE2 where position + 2 < bytes.count && 0x80...0x81 ~= bytes[position + 1]: return 3
    default: return 0
    }
  }

  private static func firstOccurrence(of needle: [UInt8], in bytes: [UInt8]) -> Range<Int> {
    guard !needle.isEmpty, needle.count <= bytes.count else { return 0..<0 }
    for start in 0...(bytes.count - needle.count)
    where bytes[start] == needle[0] && bytes[start..<(start + needle.count)].elementsEqual(needle) {
      return start..<(start + needle.count)
    }
    return 0..<0
  }
}
