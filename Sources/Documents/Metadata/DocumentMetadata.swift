import ClaimModel

/// What is known of a document beside its text; every field may be empty.
struct DocumentMetadata: Equatable {
  var title = ""
  var publisher = ""
  var published: PartialDate?
  var url = ""
  var event = ""
  var language = ""
  var defaultSource = ""
  var defaultParty = ""

  /// The fields by the names that front matter, records and tables give them.
  enum Field: Hashable {
    case title, publisher, published, url, event, language, defaultSource, defaultParty

    /// Reads a field's name, in any case.
    init?(named name: some StringProtocol) {
      switch name.lowercased() {
      case "title", "headline": self = .title
      case "publisher": self = .publisher
      case "published", "date": self = .published
      case "url": self = .url
      case "event": self = .event
      case "language", "lang": self = .language
      case "default_source": self = .defaultSource
      case "default_party": self = .defaultParty
      default: return nil
      }
    }
  }

  /// Sets a field from text; an empty text or a date that is none leaves it as it is.
  mutating func set(_ field: Field, to value: String) {
    if value.isEmpty { return }
    switch field {
    case .title: title = value
    case .publisher: publisher = value
    case .published: if let date = DateReading.date(in: value) { published = date }
    case .url: url = value
    case .event: event = value
    case .language: language = value
    case .defaultSource: defaultSource = value
    case .defaultParty: defaultParty = value
    }
  }

  /// Takes over the fields of another that are filled there.
  mutating func override(by other: DocumentMetadata) {
    if !other.title.isEmpty { title = other.title }
    if !other.publisher.isEmpty { publisher = other.publisher }
    if let date = other.published { published = date }
    if !other.url.isEmpty { url = other.url }
    if !other.event.isEmpty { event = other.event }
    if !other.language.isEmpty { language = other.language }
    if !other.defaultSource.isEmpty { defaultSource = other.defaultSource }
    if !other.defaultParty.isEmpty { defaultParty = other.defaultParty }
  }

  /// The document of this metadata.
  func document(id: String, text: String) -> Document {
    Document(
      id: id, text: text, publisher: publisher, published: published, title: title, url: url,
      event: event, language: language, defaultSource: defaultSource, defaultParty: defaultParty)
  }
}
