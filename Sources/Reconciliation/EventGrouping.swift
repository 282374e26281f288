internal import ClaimModel
internal import RowSorting

/// Puts incident claims that name no event together: by date, place, parties, outcome and figures.
///
/// First within each document, in reading order: a sentence goes on with the incident before it
/// unless place, day, a figure or the words tell it apart. Then across documents: two incidents
/// are one event where they lie in one place at most ``EventOptions/days`` apart and no document
/// tells of both, and where the figures that both give differ by ``EventOptions/factor`` at most;
/// without a place, where they share a day and an equal figure with exactly one event. All
/// is done over sorted lists, so the order of the rows doesn't matter.
struct EventGrouping {
  /// What two incidents are compared by.
  struct Counted: Hashable {
    /// The party's number in the pool of strings; 0 for none.
    var party: Int32
    var outcome: Outcome
  }

  /// A claim with what it is compared by.
  struct Mention {
    var seed: Reconciler.SeedKey
    var record: ClaimRecord
    var counted: Counted
    var setting: Setting
    /// Of a running count, the key that it has unless its document tells of its incident.
    var otherwise: QuestionKey?
    /// Whether the rest of its document has a say in where it goes.
    var isTold = false

    /// Whether an incident gave it another place or day than its own words do.
    func isElsewhere(_ incident: Incident) -> Bool {
      setting.day != incident.setting.day || setting.place.key != incident.setting.place.key
    }
  }

  /// Where and when.
  struct Setting {
    var place: PlaceName
    var date: PackedDate
    var day: Int32
    /// Whether the words give the day; else it is that of the document.
    var hasOwnDay: Bool
  }

  /// What one document tells of one event.
  struct Incident {
    var document: String
    var setting: Setting
    /// Whether it was set apart by its figure alone, so that the text goes on with the one before.
    var isAside = false
    var mentions: [Mention]

    /// What killed, as far as its sentences say.
    var cause: ClaimRecord.Flags {
      mentions.reduce(into: []) { $0.formUnion($1.record.flags.cause) }
    }
  }

  private let options: EventOptions
  private let joinsUnknown: Bool
  private let store: SpillStore?
  private var incidents: RowSorter
  private var row = RowWriter()

  /// A grouping of no claims yet.
  ///
  /// - Parameters:
  ///   - options: how far apart reports on one event may lie.
  ///   - joinsUnknown: whether claims of unknown scope on an incident are the incident's.
  ///   - store: where incidents go that memory has no room for.
  init(options: EventOptions, joinsUnknown: Bool, _ store: SpillStore?) {
    self.options = options
    self.joinsUnknown = joinsUnknown
    self.store = store
    incidents = RowSorter(store)
  }

  /// Takes in the claims of one document that need an event.
  ///
  /// - Returns: The running counts among them that are no toll of what the document tells, and the
  ///   claims that only the document puts to an incident, with where and when that was.
  mutating func add(
    _ mentions: [Mention], of document: String
  ) throws -> (left: [Mention], told: [(Mention, Setting)]) {
    if mentions.isEmpty { return ([], []) }
    let mentions = mentions.sorted { a, b in
      if a.record.start != b.record.start { return a.record.start < b.record.start }
      return ClaimRecord.precedes(a.record, b.record)
    }
    var found = incidents(of: mentions, document: document)
    var left: [Mention] = []
    var told: [(Mention, Setting)] = []
    for incident in found {
      for mention in incident.mentions where mention.isTold || mention.isElsewhere(incident) {
        told.append((mention, incident.setting))
      }
    }
    for toll in mentions where toll.otherwise != nil {
      if let place = self.told(toll, among: found) {
        found[place].mentions.append(toll)
        told.append((toll, found[place].setting))
      } else {
        left.append(toll)
      }
    }
    for (number, incident) in found.enumerated() {
      row.begin()
      EventIncident.write(incident, number: number, to: &row)
      try incidents.add(row)
    }
    return (left, told)
  }

  /// Works out the events of all documents.
  ///
  /// - Parameter names: The claims' ids, where groups with their reasons are to be made; else nil.
  /// - Returns: The events with their names.
  /// - Throws: What the store throws.
  consuming func finish(names: ClaimNames?) throws -> EventNaming {
    var matcher = EventMatcher(options: options, keepsReasons: names != nil, store)
    let taken = incidents
    incidents = RowSorter(nil)
    let found = try matcher.match(taken.sorted())
    return try EventNaming(
      members: found.members.sorted(), clusters: found.clusters, joinsUnknown: joinsUnknown,
      names: names, store)
  }

  /// The one incident of a document that a running count can be the toll of; nil for none or
  /// several.
  private func told(_ toll: Mention, among incidents: [Incident]) -> Int? {
    let fitting = incidents.indices.filter { index in
      let incident = incidents[index]
      return !incident.isAside && Self.areOne(toll.setting.place, incident.setting.place)
        && !toll.record.flags.isApart(from: incident.cause)
        && incident.mentions.contains {
          $0.counted.party == toll.counted.party || $0.counted.party == 0
            || toll.counted.party == 0
        }
    }
    if fitting.count == 1 { return fitting[0] }
    let counting = fitting.filter { index in
      incidents[index].mentions.contains { $0.counted == toll.counted }
    }
    return counting.count == 1 ? counting[0] : nil
  }

  /// Whether two places may be one: nothing more is known of a wide one or of none.
  private static func areOne(_ a: PlaceName, _ b: PlaceName) -> Bool {
    a.key.isEmpty || b.key.isEmpty || a.isWide || b.isWide || a.key == b.key
  }

  /// Cuts one document's mentions into incidents.
  private func incidents(of mentions: [Mention], document: String) -> [Incident] {
    var found: [Incident] = []
    var current: Int?
    for mention in mentions where mention.otherwise == nil {
      if let last = found.indices.last, isOneSentence(mention, found[last]) {
        join(mention, to: &found[last])
      } else if let current, goesOn(mention, with: found[current]) {
        join(mention, to: &found[current])
      } else if let earlier = found.indices.last(where: { index in
        index != current && isSame(mention, as: found[index])
      }) {
        join(mention, to: &found[earlier])
        if !found[earlier].isAside { current = earlier }
      } else {
        let isAside = current.map { self.isAside(mention, of: found[$0]) } ?? false
        if !isAside { current = found.count }
        found.append(
          Incident(
            document: document, setting: mention.setting, isAside: isAside, mentions: [mention]))
      }
    }
    return withHeadlinesJoined(found)
  }

  /// Puts incidents that name no more than a country with the one incident of a closer place that
  /// gives an equal figure: a headline and what follows it.
  private func withHeadlinesJoined(_ incidents: [Incident]) -> [Incident] {
    var found = incidents
    for index in incidents.indices where incidents[index].setting.place.isWide {
      let wide = incidents[index]
      let same = found.indices.filter { other in
        other != index && !found[other].setting.place.isWide && !found[other].mentions.isEmpty
          && !found[other].isAside
          && !(wide.setting.hasOwnDay && found[other].setting.hasOwnDay
            && wide.setting.day != found[other].setting.day)
          && !wide.cause.isApart(from: found[other].cause)
          && wide.mentions.contains { givesFigure(of: $0, found[other], above: 1) }
      }
      guard same.count == 1 else { continue }
      for mention in wide.mentions { join(mention, to: &found[same[0]]) }
      found[index].mentions = []
    }
    return found.filter { !$0.mentions.isEmpty }
  }

  private func givesFigure(of mention: Mention, _ incident: Incident, above least: Int) -> Bool {
    incident.mentions.contains {
      $0.counted == mention.counted && $0.record.statedLow == mention.record.statedLow
        && $0.record.statedHigh == mention.record.statedHigh && mention.record.statedLow > least
    }
  }

  private func join(_ mention: Mention, to incident: inout Incident) {
    if incident.setting.place.key.isEmpty
      || incident.setting.place.isWide && !mention.setting.place.key.isEmpty
    {
      incident.setting.place = mention.setting.place
    }
    if mention.setting.hasOwnDay, !incident.setting.hasOwnDay {
      incident.setting.date = mention.setting.date
      incident.setting.day = mention.setting.day
      incident.setting.hasOwnDay = true
    }
    incident.mentions.append(mention)
  }

  /// Whether a mention stands in the sentence that an incident was last told in, at its place and
  /// on its day.
  private func isOneSentence(_ mention: Mention, _ incident: Incident) -> Bool {
    guard let last = incident.mentions.last else { return false }
    let day = mention.setting.hasOwnDay ? mention.setting.day : incident.setting.day
    return mention.record.quote == last.record.quote
      && mention.setting.place.name == last.setting.place.name
      && (!incident.setting.hasOwnDay || day == incident.setting.day)
  }

  /// Whether a mention goes on with the incident that was told just before.
  private func goesOn(_ mention: Mention, with incident: Incident) -> Bool {
    if mention.record.flags.contains(.toldApart) { return false }
    return fits(mention, incident) && !contradicts(mention, incident)
  }

  /// Whether nothing but its figure sets a mention apart from an incident: no place, no day and no
  /// word of another event.
  private func isAside(_ mention: Mention, of incident: Incident) -> Bool {
    mention.setting.place.key.isEmpty && !mention.setting.hasOwnDay
      && !mention.record.flags.contains(.toldApart) && fits(mention, incident)
  }

  /// Whether a mention comes back to an incident that was told further above: it needs the same
  /// place or the same figure.
  private func isSame(_ mention: Mention, as incident: Incident) -> Bool {
    guard fits(mention, incident), !contradicts(mention, incident) else { return false }
    let key = mention.setting.place.key
    if !key.isEmpty && key == incident.setting.place.key && !incident.isAside { return true }
    return givesFigure(of: mention, incident, above: 9)
  }

  private func fits(_ mention: Mention, _ incident: Incident) -> Bool {
    let key = mention.setting.place.key
    if !key.isEmpty, !incident.setting.place.key.isEmpty, key != incident.setting.place.key {
      return false
    }
    if mention.setting.hasOwnDay, incident.setting.hasOwnDay,
      mention.setting.day != incident.setting.day
    {
      return false
    }
    return !mention.record.flags.isApart(from: incident.cause)
  }

  /// Whether one origin gives another number for the same victims in another sentence.
  private func contradicts(_ mention: Mention, _ incident: Incident) -> Bool {
    incident.mentions.contains {
      $0.counted == mention.counted && $0.seed.status == mention.seed.status
        && $0.record.origin == mention.record.origin && $0.record.quote != mention.record.quote
        && ($0.record.statedLow != mention.record.statedLow
          || $0.record.statedHigh != mention.record.statedHigh)
    }
  }
}
