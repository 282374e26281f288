package import ClaimModel
internal import DelimitedText

/// The words of one language: single words by number, phrases by their first word.
///
/// Takes the tables of `Data/lexicons/<language>/`, gives ``LexicalTerm``s for words and phrases,
/// and refuses a table with a missing file, column or a value outside its type.
package struct Lexicon: Sendable {
  /// A term of several tokens.
  package struct Phrase: Sendable {
    /// The numbers of its words; a mark is its code point, negated.
    package var tokens: [Int32]
    /// Where it stands in ``terms``.
    package var term: Int32
  }

  /// The words' numbers.
  package private(set) var words = WordTable()
  /// All terms.
  package private(set) var terms: [LexicalTerm] = []
  /// For each word number the term of the word alone; -1 for none.
  package private(set) var termOfWord: [Int32] = []
  /// For each word number the phrases that start with it, longest first.
  package private(set) var phrasesOfWord: [[Phrase]] = []
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
    for (text, term) in builder.sortedTerms { add(text, term) }
    finish()
  }

  /// The term of a word number; nil where the lexicon has none.
  package func term(ofWord number: Int32) -> LexicalTerm? {
    guard number >= 0 else { return nil }
    let index = termOfWord[Int(number)]
    return index < 0 ? nil : terms[Int(index)]
  }

  /// Gives a word a number, so that names can be compared with the text's words.
  package mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    let number = words.insert(bytes)
    while termOfWord.count < words.count {
      termOfWord.append(-1)
      phrasesOfWord.append([])
    }
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

  private mutating func add(_ text: String, _ term: LexicalTerm) {
    let tokens = tokens(of: text)
    guard let first = tokens.first else { return }
    terms.append(term)
    let index = Int32(terms.count - 1)
    if first < 0 {
      marks[first] = index
    } else if tokens.count == 1 {
      termOfWord[Int(first)] = index
    } else {
      phrasesOfWord[Int(first)].append(Phrase(tokens: tokens, term: index))
    }
  }

  /// Terms that are one mark: `%`, `$`, `~`.
  private var marks: [Int32: Int32] = [:]

  /// The term of a mark; nil where the lexicon has none.
  package func term(ofMark mark: UInt32) -> LexicalTerm? {
    marks[-Int32(truncatingIfNeeded: mark)].map { terms[Int($0)] }
  }

  private mutating func finish() {
    for index in phrasesOfWord.indices where phrasesOfWord[index].count > 1 {
      phrasesOfWord[index].sort {
        $0.tokens.count != $1.tokens.count
          ? $0.tokens.count > $1.tokens.count
          : $0.tokens.lexicographicallyPrecedes($1.tokens)
      }
    }
  }
}
