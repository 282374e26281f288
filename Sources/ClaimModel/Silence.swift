/// A sentence that says that a side publishes no figure: support for a `gap` finding.
package struct Silence: Hashable, Sendable {
  /// The document that says so.
  package var documentID: String
  /// The side that publishes nothing, by its canonical name.
  package var party: String
  /// Where the sentence stands.
  package var span: TextSpan
  /// The sentence, verbatim.
  package var quote: String

  package init(documentID: String, party: String, span: TextSpan, quote: String) {
    self.documentID = documentID
    self.party = party
    self.span = span
    self.quote = quote
  }
}
