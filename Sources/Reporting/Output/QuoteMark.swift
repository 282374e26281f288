import ClaimModel

/// Where a claim's number stands in its sentence.
enum QuoteMark {
  /// The sentence before, the number and the sentence behind; nil where the number is not to be
  /// found, or to be found more than once, so that which one it is cannot be told.
  static func parts(_ claim: Claim) -> (before: String, number: String, after: String)? {
    let quote = Array(claim.quote.utf8)
    let number = Array(claim.expression.utf8)
    guard !number.isEmpty, number.count <= quote.count else { return nil }
    var found: Int?
    for start in 0...(quote.count - number.count)
    where quote[start] == number[0] && quote[start..<start + number.count].elementsEqual(number) {
      let end = start + number.count
      if start > 0, isWord(quote[start - 1]), isWord(number[0]) { continue }
      if end < quote.count, isWord(quote[end]), isWord(number[number.count - 1]) { continue }
      if found != nil { return nil }
      found = start
    }
    guard let start = found else { return nil }
    let end = start + number.count
    return (
      String(decoding: quote[..<start], as: UTF8.self), claim.expression,
      String(decoding: quote[end...], as: UTF8.self)
    )
  }

  /// The sentence in some markup: each piece escaped, the number marked where it can be told.
  ///
  /// Escaping may trim a piece, so the spaces around the number are kept apart.
  static func text(
    _ claim: Claim, escape: (String) -> String, mark: (String) -> String
  ) -> String {
    guard let parts = parts(claim) else { return escape(claim.quote) }
    let gap = parts.before.utf8.last.map(isSpace) == true ? " " : ""
    let next = parts.after.utf8.first.map(isSpace) == true ? " " : ""
    return trimmed(escape(parts.before)) + gap + mark(escape(parts.number)) + next
      + trimmed(escape(parts.after))
  }

  private static func trimmed(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard let start = bytes.firstIndex(where: { !isSpace($0) }),
      let end = bytes.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(decoding: bytes[start...end], as: UTF8.self)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte >= 0x80
  }
}
