internal import ClaimModel
internal import RowSorting

/// Incidents of different documents that are one event, while more may join.
final class EventCluster {
  /// Its number, in the order in which clusters were opened.
  let number: Int
  /// The incident that opened it.
  let first: EventIncident
  /// The last day that an incident of it has.
  private(set) var lastDay: Int32
  /// The documents that tell of it.
  private(set) var documents: Set<String>
  /// The figures of the first incidents, each once.
  private(set) var figures: [EventIncident.Figure]
  /// What killed, as far as any document says.
  private(set) var cause: ClaimRecord.Flags
  private var statements: Set<UInt64>
  private var place: PlaceName
  private var date: PackedDate
  private var hasOwnDay: Bool
  private var isIncident: Bool
  private var count = 1
  private var reasons: [String] = []

  /// The most incidents of an event, each with something new, that another is compared with.
  private static let reach = 64

  /// A cluster of one incident.
  init(_ incident: EventIncident, number: Int) {
    self.number = number
    var first = incident
    // The claims are written down elsewhere.
    first.claims = []
    self.first = first
    lastDay = incident.day
    documents = [incident.document]
    figures = incident.figures
    cause = incident.cause
    statements = Set(incident.statements)
    place = incident.place
    date = incident.date
    hasOwnDay = incident.hasOwnDay
    isIncident = incident.isIncident
  }

  /// Takes in an incident.
  ///
  /// - Parameters:
  ///   - incident: What another document tells.
  ///   - reason: Why it is the same event, in one sentence; nil where nobody asks.
  func join(_ incident: EventIncident, reason: String?) {
    documents.insert(incident.document)
    lastDay = max(lastDay, incident.day)
    if count < Self.reach, saysMore(incident) {
      for figure in incident.figures where !figures.contains(figure) { figures.append(figure) }
      statements.formUnion(incident.statements)
      count += 1
    }
    isIncident = isIncident || incident.isIncident
    cause.formUnion(incident.cause)
    // A closer place names an event better than a country does, and that better than nothing.
    if place.key.isEmpty || place.isWide && !incident.isPlaceless { place = incident.place }
    // So does a day that words give, the first of several, better than the day of print.
    if incident.hasOwnDay, !hasOwnDay || incident.date.lastDay < date.lastDay {
      date = incident.date
      hasOwnDay = true
    }
    if let reason { reasons.append(reason) }
  }

  /// Whether an incident cannot be this event: a document tells of both, or people did the one and
  /// nature the other.
  func isApart(from incident: EventIncident) -> Bool {
    documents.contains(incident.document) || cause.isApart(from: incident.cause)
  }

  /// How many statements of an incident are known here: who gives one figure twice speaks of one
  /// event.
  func shared(with incident: EventIncident) -> Int {
    incident.statements.reduce(0) { statements.contains($1) ? $0 + 1 : $0 }
  }

  /// Whether an incident brings a statement that is not known here.
  func saysMore(_ incident: EventIncident) -> Bool {
    shared(with: incident) < incident.statements.count
  }

  /// Writes what names the event, so that rows come in the order in which events are numbered.
  func write(to row: inout RowWriter) {
    row.write(first.day)
    row.write(first.place.key)
    row.write(first.document)
    row.write(first.number)
    row.write(number)
    row.write(isIncident ? 1 : 0 as UInt8)
    let date = date.date?.description ?? ""
    let name = place.key.isEmpty ? first.document : place.name
    row.write([date, name].filter { !$0.isEmpty }.joined(separator: ", "))
    for reason in reasons { row.write(reason) }
  }
}
