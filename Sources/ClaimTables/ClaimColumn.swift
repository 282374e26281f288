import ClaimModel

/// The columns of the claims table, in their order: the one place that names them.
package enum ClaimColumn: String, Hashable, Sendable, CaseIterable {
  case claimID = "claim_id"
  case documentID = "document_id"
  case publisher
  case published
  case url
  case start
  case end
  case quote
  case expression
  case qualifier
  case statedLow = "stated_low"
  case statedHigh = "stated_high"
  case low
  case best
  case high
  case convention
  case outcome
  case victims
  case party
  case status
  case source
  case sourceType = "source_type"
  case sourceSide = "source_side"
  case via
  case cue
  case stance
  case partOf = "part_of"
  case scope
  case when
  case from
  case to
  case place
  case event
  case rule
  case confidence

  /// What stands between the relays in `via`.
  package static let viaSeparator = " < "

  /// The column as the schema describes it.
  package var column: TableColumn {
    TableColumn(
      rawValue, kind, meaning, isRequired: self == .claimID || self == .outcome,
      minimum: bounds.minimum, maximum: bounds.maximum, hxl: hxl)
  }

  private var bounds: (minimum: Int?, maximum: Int?) {
    switch self {
    case .start, .end, .statedLow, .statedHigh, .low, .best, .high: (0, nil)
    case .confidence: (0, 1)
    default: (nil, nil)
    }
  }

  private var kind: TableColumn.Kind {
    switch self {
    case .claimID, .partOf: .identifier
    case .url: .uri
    case .start, .end, .statedLow, .statedHigh, .low, .best, .high: .integer
    case .confidence: .number
    case .published, .from, .to: .partialDate
    case .qualifier: .choice(Qualifier.words)
    case .outcome: .choice(Outcome.words)
    case .status: .choice(VictimStatus.words)
    case .sourceType: .choice(SourceType.words)
    case .stance: .choice(Stance.words)
    case .scope: .choice(Scope.words)
    default: .string
    }
  }

  private var meaning: String {
    switch self {
    case .claimID: "the same claim in the same document text keeps it from run to run"
    case .documentID: "path below the corpus folder, or the record's own id"
    case .publisher: "outlet that published the document"
    case .published: "when the document was published"
    case .url: "where the document was published"
    case .start: "offset of the expression in the document's text, in code points, included"
    case .end: "offset behind the expression, excluded"
    case .quote: "the whole sentence, verbatim"
    case .expression: "the number expression, verbatim, with its qualifier words"
    case .qualifier: "how the number was hedged"
    case .statedLow: "the number as said; of an indefinite word its unit"
    case .statedHigh: "the upper number of a range, else equal to stated_low"
    case .low: "least count under the convention; empty means unbounded"
    case .best: "most fitting count under the convention; empty where none can be named"
    case .high: "greatest count under the convention; empty means unbounded"
    case .convention: "profile that made low, best and high"
    case .outcome: "what the people suffered"
    case .victims: "the victims' noun phrase, verbatim, without the number"
    case .party: "side, nation or group the victims belong to, canonical name"
    case .status: "whether the victims bore arms"
    case .source: "who is credited with the figure; empty is the author's own voice"
    case .sourceType: "what kind of body or person the source is"
    case .sourceSide: "party that the source belongs to or speaks for"
    case .via: "who passes the figure on, nearest to the reader first, separated by ' < '"
    case .cue: "the attributing words, verbatim"
    case .stance: "how firmly the figure is put forward"
    case .partOf: "claim_id of the whole that this figure is a stated part of"
    case .scope: "which stretch of time the figure counts"
    case .when: "the time words that scope the figure, verbatim"
    case .from: "start of that time, resolved against the publication date"
    case .to: "end of that time"
    case .place: "place that scopes the figure"
    case .event: "key of the event"
    case .rule: "name of the rule that read the figure"
    case .confidence: "how sure the reading is"
    }
  }

  private var hxl: String {
    switch self {
    case .claimID: "#meta+id"
    case .documentID: "#meta+document+id"
    case .publisher: "#org+publisher"
    case .published: "#date+published"
    case .url: "#meta+url"
    case .start: "#meta+offset+start"
    case .end: "#meta+offset+end"
    case .quote: "#description+quote"
    case .expression: "#description+expression"
    case .qualifier: "#meta+qualifier"
    case .statedLow: "#affected+stated+min"
    case .statedHigh: "#affected+stated+max"
    case .low: "#affected+min"
    case .best: "#affected+best"
    case .high: "#affected+max"
    case .convention: "#meta+convention"
    case .outcome: "#impact+type"
    case .victims: "#group+victims"
    case .party: "#group+name"
    case .status: "#group+status"
    case .source: "#meta+source"
    case .sourceType: "#meta+source+type"
    case .sourceSide: "#meta+source+side"
    case .via: "#meta+via"
    case .cue: "#meta+cue"
    case .stance: "#meta+stance"
    case .partOf: "#meta+whole+id"
    case .scope: "#meta+scope"
    case .when: "#description+date"
    case .from: "#date+start"
    case .to: "#date+end"
    case .place: "#loc+name"
    case .event: "#event+id"
    case .rule: "#meta+rule"
    case .confidence: "#meta+confidence"
    }
  }
}
