internal import Lexicons

/// A document's text with the lexicon that it is read with.
///
/// One object for a document: what looks at its sentences then copies one reference instead of all
/// the tables, which took more time than the looking.
final class Page: Sendable {
  let text: TokenizedText
  let lexicon: Lexicon

  init(text: TokenizedText, lexicon: Lexicon) {
    self.text = text
    self.lexicon = lexicon
  }
}
