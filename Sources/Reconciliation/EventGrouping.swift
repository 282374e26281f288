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
  typealias Settled = (seed: Reconciler.SeedKey, record: ClaimRecord, event: String)

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
    var place: String
    var placeKey: String
    var day: Int32
    var hasOwnDay: Bool
  }

  /// What one document tells of one event.
  struct Incident {
    var document: String
    var place: String
    var placeKey: String
    var day: Int32
    var hasOwnDay: Bool
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
  private var mentions: [Mention] = []
  private var places: [Int32: (name: String, key: String)] = [:]
  private(set) var groups: [EventGroup] = []

  init(options: EventOptions) {
    self.options = options
  }

  /// Takes in a claim that needs an event.
  mutating func add(_ record: ClaimRecord, seed: Reconciler.SeedKey, strings: StringPool) {
    let own = record.to != .none ? record.to : record.from
    let place = self.place(record.place, strings)
    mentions.append(
      Mention(
        seed: seed, record: record,
        counted: Counted(party: strings[seed.party], outcome: seed.outcome),
        place: place.name, placeKey: place.key,
        day: own == .none ? record.published.lastDay : own.lastDay,
        hasOwnDay: own != .none))
  }

  /// A place's name and key, worked out once for each wording.
  private mutating func place(_ number: Int32, _ strings: StringPool) -> (name: String, key: String)
  {
    if let known = places[number] { return known }
    let name = Self.placeName(strings[number])
    let place = (name: name, key: Wording.plainKey(name))
    places[number] = place
    return place
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
    var start = 0
    for index in 1..<(mentions.count + 1)
    where index == mentions.count
      || mentions[index].record.documentName != mentions[start].record.documentName
    {
      if start < mentions.count {
        let name = strings[mentions[start].record.documentName]
        incidents += self.incidents(of: mentions[start..<index], document: name)
      }
      start = index
    }
    mentions = []
    var matcher = EventMatcher(options: options, incidents: incidents)
    let clusters = matcher.clusters()
    return label(clusters, incidents, names: names)
  }

  /// Cuts one document's mentions into incidents.
  private func incidents(of mentions: ArraySlice<Mention>, document: String) -> [Incident] {
    var found: [Incident] = []
    for mention in mentions {
      let last = found.indices.last
      if let last, goesOn(mention, with: found[last]) {
        join(mention, to: &found[last])
      } else if let earlier = found.indices.dropLast().last(where: {
        isSame(mention, as: found[$0])
      }) {
        join(mention, to: &found[earlier])
      } else {
        found.append(
          Incident(
            document: document, place: mention.place,
            placeKey: mention.placeKey, day: mention.day,
            hasOwnDay: mention.hasOwnDay, mentions: [mention]))
      }
    }
    return found
  }

  private func join(_ mention: Mention, to incident: inout Incident) {
    if incident.placeKey.isEmpty {
      incident.place = mention.place
      incident.placeKey = mention.placeKey
    }
    if mention.hasOwnDay, !incident.hasOwnDay {
      incident.day = mention.day
      incident.hasOwnDay = true
    }
    incident.mentions.append(mention)
  }

  /// Whether a mention goes on with the incident that was told just before.
  private func goesOn(_ mention: Mention, with incident: Incident) -> Bool {
    guard let last = incident.mentions.last else { return false }
    if mention.record.quote == last.record.quote, mention.place == last.place { return true }
    if mention.record.flags.contains(.toldApart) { return false }
    return fits(mention, incident) && !contradicts(mention, incident)
  }

  /// Whether a mention comes back to an incident that was told further above: it needs the same
  /// place or the same figure.
  private func isSame(_ mention: Mention, as incident: Incident) -> Bool {
    guard fits(mention, incident), !contradicts(mention, incident) else { return false }
    let key = mention.placeKey
    if !key.isEmpty && key == incident.placeKey { return true }
    return incident.mentions.contains {
      $0.counted == mention.counted && $0.record.statedLow == mention.record.statedLow
        && $0.record.statedHigh == mention.record.statedHigh && mention.record.statedLow > 9
    }
  }

  private func fits(_ mention: Mention, _ incident: Incident) -> Bool {
    let key = mention.placeKey
    if !key.isEmpty, !incident.placeKey.isEmpty, key != incident.placeKey { return false }
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
      for member in cluster.members {
        for mention in incidents[member].mentions {
          settled.append((mention.seed, mention.record, event))
          ids.append(names.name(of: mention.record.id))
        }
      }
      groups.append(EventGroup(event: event, claims: ids.sorted(), reasons: cluster.reasons))
    }
    groups.sort { $0.event < $1.event }
    return settled
  }

  private static func key(of cluster: EventMatcher.Cluster, _ incidents: [Incident]) -> String {
    let first = incidents[cluster.members[0]]
    let place = cluster.members.lazy.map { incidents[$0].place }.first { !$0.isEmpty } ?? ""
    let date = PartialDate(dayNumber: Int(first.day))?.description ?? ""
    let parts = [date, place.isEmpty ? first.document : place].filter { !$0.isEmpty }
    return parts.joined(separator: ", ")
  }

  /// A place as people would name it: `the northern city of Sumy, Ukraine` is `Sumy`.
  static func placeName(_ place: String) -> String {
    let head = Wording.split(place, at: ",")[0]
    var words = Wording.split(head, at: " ").filter { !$0.isEmpty }
    // From the last small word on, if a name follows it: 'in the city of Sumy', 'near Sumy'.
    if let small = words.lastIndex(where: {
      ($0.utf8.first ?? 0) >= 0x61 && ($0.utf8.first ?? 0) <= 0x7A
    }),
      small + 1 < words.count
    {
      words.removeFirst(small + 1)
    }
    return words.joined(separator: " ")
  }
}
