package import ClaimModel
internal import DelimitedText

/// The words of one language: single words by number, phrases by their first word.
///
/// Takes the tables of `Data/lexicons/<language>/`, gives ``LexicalTerm``s for words and phrases,
/// and refuses a table with a missing file, column or a value outside its type.
package struct Lexicon: Sendable {
  /// What is looked up for every word of a text, in one place, since each place costs a walk to
  /// memory.
  package struct Entry: Sendable {
    /// What the word alone can be.
    package var classes: WordClasses = []
    /// The term of the word alone, by its place in ``terms``; -1 for none.
    package var term: Int32 = -1
    /// The phrases that start with the word, by their places in ``phrases``.
    package var phrases: Range<Int32> = 0..<0
    /// Whether one of these phrases is a verb.
    package var startsVerb = false
    /// What any of these phrases and the word alone can be.
    package var allClasses: WordClasses = []
  }

  /// The words' numbers.
  package private(set) var words = WordTable()
  /// All terms.
  package private(set) var terms: [LexicalTerm] = []
  /// For each word number what the word can be.
  package private(set) var entries: [Entry] = []
  /// The terms of several tokens, by their places in ``terms``.
  package private(set) var phrases = PhraseTable()
  /// For each code point up to the last that has one the term of the mark; -1 for none.
  private var termOfMark: [Int32] = []
  /// For each term its readings as an outcome word; mostly none.
  private var sensesOfTerm: [[OutcomeSense]] = []
  /// What kinds of named body some terms can mean.
  private var referentsOfTerm: [Int32: [SourceType]] = [:]
  /// The language as a BCP 47 tag.
  package let language: String

  /// Reads a language's tables.
  ///
  /// - Parameters:
  ///   - language: a BCP 47 tag that names a folder of `lexicons/`.
  ///   - files: the embedded data, or a folder laid over it.
  /// - Throws: an ``InputFault`` that names the table, the row and what was expected.
  package init(language: String = "en", from files: DataFiles) throws(InputFault) {
    self.language = language
    var builder = LexiconBuilder(folder: "lexicons/\(language)", files: files)
    try builder.readAll()
    var runs: [(tokens: [Int32], value: Int32)] = []
    for (text, term) in builder.sortedTerms {
      let tokens = tokens(of: text)
      guard let first = tokens.first else { continue }
      let index = Int32(terms.count)
      terms.append(term)
      sensesOfTerm.append(builder.senses[text] ?? [])
      referentsOfTerm[index] = builder.referents[text]
      if first < 0 {
        if first != Self.possessive { setTerm(index, ofMark: -first) }
      } else if tokens.count == 1 {
        entries[Int(first)].term = index
        entries[Int(first)].classes = term.classes
        entries[Int(first)].allClasses = term.classes
      } else {
        runs.append((tokens, index))
      }
    }
    phrases = PhraseTable(runs)
    for (word, range) in phrases.rangeOfWord.enumerated() {
      entries[word].phrases = range
      for phrase in range {
        let classes = terms[Int(phrases.phrases[Int(phrase)].value)].classes
        if classes.contains(.verb) { entries[word].startsVerb = true }
        entries[word].allClasses.formUnion(classes)
      }
    }
  }

  /// The term of a word number; nil where the lexicon has none.
  package func term(ofWord number: Int32) -> LexicalTerm? {
    guard number >= 0 else { return nil }
    let index = entries[Int(number)].term
    return index < 0 ? nil : terms[Int(index)]
  }

  /// Gives a word a number, so that names can be compared with the text's words.
  package mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    let number = words.insert(bytes)
    while entries.count < words.count { entries.append(Entry()) }
    return number
  }

  /// The token numbers of a term's text, as the scanner cuts it.
  package mutating func tokens(of text: String) -> [Int32] {
    var tokens: [Int32] = []
    var text = text
    text.withUTF8 { bytes in
      WordScanner.scan(bytes) { token in
        switch token.kind {
        case .word, .number:
          tokens.append(intern(UnsafeBufferPointer(rebasing: bytes[token.start..<token.end])))
        case .possessive: tokens.append(Self.possessive)
        case .mark:
          tokens.append(-Int32(truncatingIfNeeded: token.mark == 0x2019 ? 0x27 : token.mark))
        case .newline: break
        }
      }
    }
    return tokens
  }

  /// What stands for a possessive 's in a phrase.
  package static let possessive = Int32.min

  private mutating func setTerm(_ term: Int32, ofMark mark: Int32) {
    while termOfMark.count <= mark { termOfMark.append(-1) }
    termOfMark[Int(mark)] = term
  }

  /// The term of a mark, such as `%`, `$` and `~`; nil where the lexicon has none.
  package func term(ofMark mark: UInt32) -> LexicalTerm? {
    guard mark < termOfMark.count, termOfMark[Int(mark)] >= 0 else { return nil }
    return terms[Int(termOfMark[Int(mark)])]
  }

  /// The readings of a term as an outcome word, in the order of the table; mostly none.
  package func senses(of term: Int32) -> [OutcomeSense] { sensesOfTerm[Int(term)] }

  /// What kinds of named body a term can mean ('the group', 'the agency'), the likeliest first.
  package func referents(of term: Int32) -> [SourceType] { referentsOfTerm[term] ?? [] }
}
