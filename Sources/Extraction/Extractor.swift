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
  let registers: Registers
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
    self.registers = registers
    self.convention = convention
  }

  /// Reads one document.
  package func extract(_ document: Document) -> Extraction {
    var assembly = assembly(of: document)
    return assembly.assemble()
  }

  /// What makes claims of a document's sentences.
  func assembly(of document: Document) -> ClaimAssembly {
    let page = Page(
      text: TokenizedText(document.text, words: lexicon.words), lexicon: lexicon)
    return ClaimAssembly(
      document: document, text: page.text, sentences: read(page), registers: registers,
      convention: convention)
  }

  /// The sentences of a text, each with its quantities and what governs them.
  func read(_ page: Page) -> [SentenceGrammar] {
    let reader = UnitReader(page: page, names: names)
    return SentenceSplitter(page: page).sentences().map { range in
      var grammar = SentenceGrammar(page: page, units: reader.units(of: range))
      if !grammar.mentions.isEmpty, grammar.units.contains(where: Self.tells) { grammar.link() }
      return grammar
    }
  }

  /// Whether a unit may tell what people suffered.
  private static func tells(_ unit: Unit) -> Bool {
    !unit.classes.isDisjoint(
      with: [.outcome, .holding, .searching, .wound, .driving, .falling, .ward, .clinic])
  }
}
