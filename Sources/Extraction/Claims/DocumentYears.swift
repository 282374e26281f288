internal import ClaimModel
internal import Lexicons

/// The years that a document's sentences speak of, against which the years of wars are held.
struct DocumentYears {
  private var yearsOfSentence: [[Int]] = []
  /// The years of the document as a whole; none where it names none and has no date.
  private(set) var ofDocument: [Int] = []

  /// The years that the sentences name in digits, and the year of the document's date.
  ///
  /// A document without a date is of the year that it names latest and of the one it names most.
  init(sentences: [SentenceGrammar], published: PartialDate?) {
    var counts: [Int: Int] = [:]
    for grammar in sentences {
      let years = Self.years(in: grammar)
      for year in years { counts[year, default: 0] += 1 }
      yearsOfSentence.append(years)
    }
    if let published {
      ofDocument = [published.year]
    } else if let latest = counts.keys.max(),
      let main = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key
    {
      ofDocument = latest == main ? [latest] : [latest, main]
    }
  }

  /// The years that a sentence is about: those it names, else those of the document.
  func years(of sentence: Int) -> [Int] {
    yearsOfSentence[sentence].isEmpty ? ofDocument : yearsOfSentence[sentence]
  }

  private static func years(in grammar: SentenceGrammar) -> [Int] {
    guard let first = grammar.units.first?.first, let last = grammar.units.last?.last else {
      return []
    }
    let text = grammar.text
    return (first...last).compactMap { index in
      let token = text.tokens[index]
      guard token.kind == .number, token.end - token.start == 4,
        text.bytes[token.start..<token.end].allSatisfy({ $0 &- 0x30 < 10 })
      else { return nil }
      let year = text.bytes[token.start..<token.end].reduce(0) { $0 * 10 + Int($1 - 0x30) }
      return (1500..<2100).contains(year) ? year : nil
    }
  }
}
