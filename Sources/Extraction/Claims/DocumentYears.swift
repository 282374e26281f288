internal import ClaimModel
internal import Lexicons

/// The years that a document's sentences speak of, against which the years of wars are held.
struct DocumentYears {
  private var yearsOfSentence: [[Int]] = []
  /// The years of the document as a whole; none where it names none and has no date.
  private(set) var ofDocument: [Int] = []

  /// The years that the sentences name in digits, and the year of the document's date.
  ///
  /// A document with a date is also of the year that it names more than all others; one without is of
  /// the year that it names latest and of the one it names most.
  ///
  /// - Parameters:
  ///   - sentences: the document's sentences.
  ///   - published: the document's date; nil for none.
  ///   - conflicts: the wars whose names tell when it was.
  init(sentences: [SentenceGrammar], published: PartialDate?, conflicts: ConflictRegister) {
    var counts: [Int: Int] = [:]
    var ofWars: Set<Int> = []
    for grammar in sentences {
      let years = Self.years(in: grammar)
      for year in years { counts[year, default: 0] += 1 }
      yearsOfSentence.append(years)
      ofWars.formUnion(Self.years(ofWarsIn: grammar, conflicts))
    }
    let main = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
    if let published {
      ofDocument = [published.year]
      // A text of today on a massacre of 1989.
      let named = counts.values.reduce(0, +)
      if let main, main.key < published.year, main.value > 2, 2 * main.value > named {
        ofDocument.append(main.key)
      }
    } else if let main, let latest = counts.keys.max() {
      ofDocument = latest == main.key ? [latest] : [latest, main.key]
    }
    if !ofDocument.isEmpty { ofDocument += ofWars.subtracting(ofDocument).sorted() }
  }

  /// The years of the wars and massacres that a sentence names: 'the Gulf War'.
  private static func years(
    ofWarsIn grammar: SentenceGrammar, _ conflicts: ConflictRegister
  ) -> Set<Int> {
    var years: Set<Int> = []
    for last in grammar.units.indices {
      // 'Tiananmen' alone tells of 1989.
      let isPlace = grammar.units[last].place >= 0
      guard isPlace || isWar(last, grammar) else { continue }
      var first = isPlace ? last : last - 1
      while first >= 0, last - first < 5, grammar.units[first].isCapital {
        if let name = conflicts.resolve(grammar.string(first..<last + 1)) {
          for side in conflicts.sides(of: name) {
            guard let from = side.from?.year else { continue }
            years.formUnion([from, min(side.to?.year ?? from, from + 10)])
          }
        }
        first -= 1
      }
    }
    return years
  }

  /// Whether a word for a war stands behind a name: 'the Gulf War'.
  private static func isWar(_ last: Int, _ grammar: SentenceGrammar) -> Bool {
    last > 0 && grammar.has(last, .conflictSetting) && grammar.units[last - 1].isCapital
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
    return (first..<last + 1).compactMap { index in
      let token = text.tokens[index]
      guard token.kind == .number, token.end - token.start == 4,
        text.bytes[token.start..<token.end].allSatisfy({ $0 &- 0x30 < 10 })
      else { return nil }
      let year = text.bytes[token.start..<token.end].reduce(0) { $0 * 10 + Int($1 - 0x30) }
      return (1500..<2100).contains(year) ? year : nil
    }
  }
}
