/// A text to read figures from, with what is known of it.
package struct Document: Hashable, Sendable {
  /// The path below the corpus folder, or the record's own id.
  package var id: String
  /// The text as people read it; offsets of claims count its code points.
  package var text: String
  /// The outlet that published it; empty where unknown.
  package var publisher: String
  /// The day, month or year it was published.
  package var published: PartialDate?
  /// The headline; empty where unknown.
  package var title: String
  /// Where it was published; empty where unknown.
  package var url: String
  /// The event that the whole document is about, as the corpus manifest gives it; else empty.
  package var event: String
  /// The language as a BCP 47 tag; empty means English.
  package var language: String
  /// Who is credited with a figure that the text gives in its own voice; mostly empty.
  package var defaultSource: String
  /// The party of victims of whom the text names none; mostly empty.
  package var defaultParty: String

  package init(
    id: String, text: String, publisher: String = "", published: PartialDate? = nil,
    title: String = "", url: String = "", event: String = "", language: String = "",
    defaultSource: String = "", defaultParty: String = ""
  ) {
    self.id = id
    self.text = text
    self.publisher = publisher
    self.published = published
    self.title = title
    self.url = url
    self.event = event
    self.language = language
    self.defaultSource = defaultSource
    self.defaultParty = defaultParty
  }
}
