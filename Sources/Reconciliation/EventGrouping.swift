internal import ClaimModel

/// Puts incident claims that name no event together: by date, place, parties, outcome and figures.
///
/// First within each document, in reading order: a sentence goes on with the incident before it
/// unless place, day, a figure or the words tell it apart. Then across documents: two incidents
/// are one event where they lie in one place at most ``EventOptions/days`` apart and no document
/// tells of both, and where the figures that both give differ by ``EventOptions/factor`` at most;
/// without a place, where they share a day and an equal figure with exactly one event. All
/// is done over sorted lists, so the order of the rows doesn't matter.
struct EventGrouping {
  /// A claim with where it went.
  struct Settled {
    var seed: Reconciler.SeedKey
    var record: ClaimRecord
    var event: String
    var scope: Scope
    /// The key that it keeps because its document tells of no incident that it could be the toll of.
    var otherwise: QuestionKey?
  }

  /// What two incidents are compared by.
  struct Counted: Hashable {
    var party: String
    var outcome: Outcome
  }

  /// A claim with what it is compared by.
  struct Mention {
    var seed: Reconciler.SeedKey
    var record: ClaimRecord
    var counted: Counted
    var place: PlaceName
    var date: PackedDate
    var day: Int32
    var hasOwnDay: Bool
    /// Of a running count, the key that it has unless its document tells of its incident.
    var otherwise: QuestionKey?
  }

  /// What one document tells of one event.
  struct Incident {
    var document: String
    var place: PlaceName
    var date: PackedDate
    var day: Int32
    var hasOwnDay: Bool
    /// Whether it was set apart by its figure alone, so that the text goes on with the one before.
    var isAside = false
    var mentions: [Mention]

    /// The figures by party and outcome.
    var figures: [Counted: [ClosedRange<Int>]] {
      var figures: [Counted: [ClosedRange<Int>]] = [:]
      for mention in mentions {
        let low = mention.record.statedLow
        figures[mention.counted, default: []].append(low...max(low, mention.record.statedHigh))
      }
      return figures
    }
  }

  private let options: EventOptions
  private let joinsUnknown: Bool
  private var places: PlaceNames
  private var mentions: [Mention] = []
  private(set) var groups: [EventGroup] = []

  /// A grouping of no claims yet.
  ///
  /// - Parameters:
  ///   - options: how far apart reports on one event may lie.
  ///   - places: reads the phrases of places.
  ///   - joinsUnknown: whether claims of unknown scope on an incident are the incident's.
  init(options: EventOptions, places: PlaceNames, joinsUnknown: Bool) {
    self.options = options
    self.places = places
    self.joinsUnknown = joinsUnknown
  }

  /// Takes in a claim that needs an event, or a running count that may be an event's toll and
  /// keeps a key of its own otherwise.
  mutating func add(
    _ record: ClaimRecord, seed: Reconciler.SeedKey, strings: StringPool,
    unlessTold otherwise: QuestionKey? = nil
  ) {
    // A toll's date is when it was counted, not when the event was.
    let own = otherwise != nil ? .none : record.to != .none ? record.to : record.from
    let date = own == .none ? record.published : own
    mentions.append(
      Mention(
        seed: seed, record: record,
        counted: Counted(party: strings[seed.party], outcome: seed.outcome),
        place: places.name(record.place, in: strings), date: date, day: date.lastDay,
        hasOwnDay: own != .none, otherwise: otherwise))
  }

  /// Works out the events; gives each claim with the key of its event.
  mutating func settle(
    strings: StringPool, origins: [Origin], names: ClaimNames
  ) -> [Settled] {
    mentions.sort { a, b in
      let aName = strings[a.record.documentName]
      let bName = strings[b.record.documentName]
      if aName != bName { return aName < bName }
      if a.record.start != b.record.start { return a.record.start < b.record.start }
      return ClaimRecord.precedes(a.record, b.record)
    }
    var incidents: [Incident] = []
    var settled: [Settled] = []
    var start = 0
    for index in 1..<(mentions.count + 1)
    where index == mentions.count
      || mentions[index].record.documentName != mentions[start].record.documentName
    {
      if start < mentions.count {
        let name = strings[mentions[start].record.documentName]
        var found = self.incidents(of: mentions[start..<index], document: name)
        for toll in mentions[start..<index] where toll.otherwise != nil {
          if let place = self.told(toll, among: found) {
            found[place].mentions.append(toll)
          } else {
            settled.append(
              Settled(
                seed: toll.seed, record: toll.record, event: "", scope: toll.seed.scope,
                otherwise: toll.otherwise))
          }
        }
        incidents += found
      }
      start = index
    }
    mentions = []
    var matcher = EventMatcher(options: options, incidents: incidents)
    let clusters = matcher.clusters()
    return settled + label(clusters, incidents, names: names)
  }

  /// The one incident of a document that a running count can be the toll of; nil for none or
  /// several.
  private func told(_ toll: Mention, among incidents: [Incident]) -> Int? {
    let fitting = incidents.indices.filter { index in
      let incident = incidents[index]
      return !incident.isAside && Self.areOne(toll.place, incident.place)
        && incident.mentions.contains {
          $0.counted.party == toll.counted.party || $0.counted.party.isEmpty
            || toll.counted.party.isEmpty
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
  private func incidents(of mentions: ArraySlice<Mention>, document: String) -> [Incident] {
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
            document: document, place: mention.place, date: mention.date, day: mention.day,
            hasOwnDay: mention.hasOwnDay, isAside: isAside, mentions: [mention]))
      }
    }
    return withHeadlinesJoined(found)
  }

  /// Puts incidents that name no more than a country with the one incident of a closer place that
  /// gives an equal figure: a headline and what follows it.
  private func withHeadlinesJoined(_ incidents: [Incident]) -> [Incident] {
    var found = incidents
    for index in incidents.indices where incidents[index].place.isWide {
      let wide = incidents[index]
      let same = found.indices.filter { other in
        other != index && !found[other].place.isWide && !found[other].mentions.isEmpty
          && !found[other].isAside
          && !(wide.hasOwnDay && found[other].hasOwnDay
            && wide.day != found[other].day)
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
    if incident.place.key.isEmpty || incident.place.isWide && !mention.place.key.isEmpty {
      incident.place = mention.place
    }
    if mention.hasOwnDay, !incident.hasOwnDay {
      incident.date = mention.date
      incident.day = mention.day
      incident.hasOwnDay = true
    }
    incident.mentions.append(mention)
  }

  /// Whether a mention stands in the sentence that an incident was last told in, at its place.
  private func isOneSentence(_ mention: Mention, _ incident: Incident) -> Bool {
    guard let last = incident.mentions.last else { return false }
    return mention.record.quote == last.record.quote && mention.place.name == last.place.name
  }

  /// Whether a mention goes on with the incident that was told just before.
  private func goesOn(_ mention: Mention, with incident: Incident) -> Bool {
    if mention.record.flags.contains(.toldApart) { return false }
    return fits(mention, incident) && !contradicts(mention, incident)
  }

  /// Whether nothing but its figure sets a mention apart from an incident: no place, no day and no
  /// word of another event.
  private func isAside(_ mention: Mention, of incident: Incident) -> Bool {
    mention.place.key.isEmpty && !mention.hasOwnDay
      && !mention.record.flags.contains(.toldApart) && fits(mention, incident)
  }

  /// Whether a mention comes back to an incident that was told further above: it needs the same
  /// place or the same figure.
  private func isSame(_ mention: Mention, as incident: Incident) -> Bool {
    guard fits(mention, incident), !contradicts(mention, incident) else { return false }
    let key = mention.place.key
    if !key.isEmpty && key == incident.place.key && !incident.isAside { return true }
    return givesFigure(of: mention, incident, above: 9)
  }

  private func fits(_ mention: Mention, _ incident: Incident) -> Bool {
    let key = mention.place.key
    if !key.isEmpty, !incident.place.key.isEmpty, key != incident.place.key { return false }
    if mention.hasOwnDay, incident.hasOwnDay, mention.day != incident.day { return false }
    return true
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

  /// Names the events and says why their documents were put together.
  private mutating func label(
    _ clusters: [EventMatcher.Cluster], _ incidents: [Incident], names: ClaimNames
  ) -> [Settled] {
    var settled: [Settled] = []
    var used: [String: Int] = [:]
    for cluster in clusters {
      let base = Self.key(of: cluster, incidents)
      used[base, default: 0] += 1
      let number = used[base] ?? 1
      let event = number == 1 ? base : "\(base) (\(number))"
      var ids: [String] = []
      let isIncident = cluster.members.contains { member in
        incidents[member].mentions.contains { $0.seed.scope == .incident }
      }
      for member in cluster.members {
        for mention in incidents[member].mentions {
          settled.append(
            Settled(
              seed: mention.seed, record: mention.record, event: event,
              scope: scope(of: mention, isIncident: isIncident)))
          ids.append(names.name(of: mention.record.id))
        }
      }
      groups.append(EventGroup(event: event, claims: ids.sorted(), reasons: cluster.reasons))
    }
    groups.sort { $0.event < $1.event }
    return settled
  }

  /// The scope under which a mention is compared: what counts an incident, as some claim on it
  /// says, is the incident's, and so is its toll so far.
  private func scope(of mention: Mention, isIncident: Bool) -> Scope {
    let joins = mention.seed.scope == .unknown ? joinsUnknown : mention.seed.scope == .cumulative
    guard joins else { return mention.seed.scope }
    return isIncident ? .incident : .unknown
  }

  private static func key(of cluster: EventMatcher.Cluster, _ incidents: [Incident]) -> String {
    let members = cluster.members.lazy.map { incidents[$0] }
    let place =
      members.map(\.place).first { !$0.key.isEmpty && !$0.isWide }
      ?? members.map(\.place).first { !$0.key.isEmpty }
    let first = incidents[cluster.members[0]]
    let date = first.date.date?.description ?? ""
    let parts = [date, place?.name ?? first.document].filter { !$0.isEmpty }
    return parts.joined(separator: ", ")
  }
}
