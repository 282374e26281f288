package import ClaimModel
internal import ClaimTables
package import Lexicons

/// Reads the claims of documents.
///
/// Takes a ``Document`` and gives an ``Extraction``: its claims, the sentences that say that a side
/// publishes nothing, and what became of every number. It refuses nothing: a text without figures
/// gives an empty extraction. The same text gives the same rows on any machine; one extractor
/// serves many threads.
package struct Extractor: Sendable {
  let lexicon: Lexicon
  let sides: Sides
  private let names: NameTable
  private let convention: Convention

  /// An extractor that knows a language, the registers and how numbers are to be taken.
  package init(lexicon: Lexicon, registers: Registers, convention: Convention) {
    var lexicon = lexicon
    var names = NameTableBuilder()
    for name in registers.parties.allNames {
      names.add(name.text, to: &lexicon) {
        $0.party = Int32(name.party)
        $0.isDemonym = name.kind == .demonym
      }
    }
    for (index, source) in registers.sources.sources.enumerated() {
      for name in [source.name] + source.aliases {
        names.add(name, to: &lexicon) { if $0.source < 0 { $0.source = Int32(index) } }
      }
    }
    for (index, place) in registers.places.places.enumerated() {
      names.add(place.name, to: &lexicon) { $0.place = Int32(index) }
    }
    self.lexicon = lexicon
    self.names = NameTable(names)
    sides = Sides(registers: registers)
    self.convention = convention
  }

  /// Reads one document.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - auditing: Whether to tell what became of every number; without it a text with no word for
  ///     an outcome is passed over at once.
  /// - Returns: What it says.
  package func extract(_ document: Document, auditing: Bool = true) -> Extraction {
    let page = page(of: document)
    if !auditing, !mayTell(page.text) { return Extraction() }
    var assembly = assembly(of: document, page)
    return assembly.assemble(auditing: auditing)
  }

  /// A document's text, cut into tokens.
  func page(of document: Document) -> Page {
    Page(text: TokenizedText(document.text, words: lexicon.words), lexicon: lexicon)
  }

  /// What makes claims of a document's sentences.
  func assembly(of document: Document, _ page: Page) -> ClaimAssembly {
    ClaimAssembly(
      document: document, text: page.text, sentences: read(page),
      knowledge: Knowledge(sides: sides, date: document.published), convention: convention)
  }

  /// The sentences of a text, each with its quantities and what governs them.
  func read(_ page: Page) -> [SentenceGrammar] {
    let reader = UnitReader(page: page, names: names)
    return SentenceSplitter(page: page).sentences().map { range in
      var grammar = SentenceGrammar(page: page, units: reader.units(of: range))
      if !grammar.mentions.isEmpty, !grammar.classes.isDisjoint(with: Self.telling) {
        grammar.link()
      }
      return grammar
    }
  }

  /// Words of which one at least stands in every sentence that tells what people suffered.
  private static var telling: WordClasses {
    [
      .outcome, .holding, .searching, .wound, .driving, .falling, .ward, .clinic, .ailing, .burning,
      .slayer,
    ]
  }

  /// Whether a text has any word or phrase that may tell what people suffered.
  private func mayTell(_ text: TokenizedText) -> Bool {
    func tells(_ classes: WordClasses) -> Bool { !classes.isDisjoint(with: Self.telling) }
    return text.tokens.indices.contains { index in
      let token = text.tokens[index]
      if token.kind == .mark {
        return lexicon.term(ofMark: token.mark).map { tells($0.classes) } ?? false
      }
      guard token.word >= 0 else { return false }
      let entry = lexicon.entries[Int(token.word)]
      if tells(entry.classes) { return true }
      guard tells(entry.allClasses), index + 1 < text.tokens.count else { return false }
      // 'in hospital', but not every 'in'.
      let second = text.symbol(index + 1)
      return entry.phrases.contains {
        let phrase = lexicon.phrases.phrases[Int($0)]
        return phrase.second == second && tells(lexicon.terms[Int(phrase.value)].classes)
      }
    }
  }
}
