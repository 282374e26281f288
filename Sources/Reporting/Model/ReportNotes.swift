package import ClaimModel

/// A document that claims come from, as a report lists it.
package struct ReportDocument: Hashable, Sendable {
  /// The path below the corpus folder, or the record's own id.
  package var id: String
  /// The headline; empty where unknown.
  package var title: String
  /// The outlet; empty where unknown.
  package var publisher: String
  package var published: PartialDate?
  /// Where it was published; empty where unknown.
  package var url: String

  package init(
    id: String, title: String = "", publisher: String = "", published: PartialDate? = nil,
    url: String = ""
  ) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.published = published
    self.url = url
  }

  /// What a report keeps of a document that was read.
  package init(_ document: Document) {
    self.init(
      id: document.id, title: document.title, publisher: document.publisher,
      published: document.published, url: document.url)
  }
}

/// One line on how a report was made: 'Convention' and 'interval: about 20 is 18 to 22'.
package struct MethodNote: Hashable, Sendable {
  /// What the note is on.
  package var term: String
  /// What it says.
  package var text: String

  package init(_ term: String, _ text: String) {
    self.term = term
    self.text = text
  }
}

/// What a report is called and how it was made: all of it given by the caller.
package struct ReportNotes: Sendable {
  package var title: String
  package var subtitle: String
  /// Convention, rule, registers, versions, the command: in the order they are to be read.
  package var method: [MethodNote]
  /// What was wrong with the input and was skipped.
  package var faults: [InputFault]
  /// What reviewers changed, by the claim's id.
  package var reviewed: [String: String]
  /// The words of the report.
  package var words: ReportWords
  /// How numbers are written.
  package var style: NumberStyle

  package init(
    title: String? = nil, subtitle: String = "", method: [MethodNote] = [],
    faults: [InputFault] = [], reviewed: [String: String] = [:], words: ReportWords = .english,
    style: NumberStyle? = nil
  ) {
    self.words = words
    self.title = title ?? words[.title]
    self.subtitle = subtitle
    self.method = method
    self.faults = faults
    self.reviewed = reviewed
    self.style = style ?? words.numbers
  }
}
