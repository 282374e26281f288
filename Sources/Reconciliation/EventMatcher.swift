internal import ClaimModel
internal import RowSorting

/// Puts the incidents of different documents together that are one event.
///
/// Incidents come day by day. Those that name a place are compared with the events of that place on
/// the days before; those that name none wait until the days after them are in, too.
struct EventMatcher {
  /// What was found: the claims by the number of their cluster, and the clusters.
  struct Found {
    var members: RowSorter
    var clusters: RowSorter
  }

  /// What an incident without a place is recognised by.
  private struct Sign: Hashable {
    var counted: EventGrouping.Counted
    var figure: ClosedRange<Int>
  }

  private let options: EventOptions
  private let keepsReasons: Bool
  private var found: Found
  private var opened = 0
  /// The clusters that more incidents may join.
  private var open: [EventCluster] = []
  private var atPlace: [String: [EventCluster]] = [:]
  private var signs: [Int32: [Sign: [EventCluster]]] = [:]
  private var waiting: [EventIncident] = []
  private var row = RowWriter()

  /// The most earlier events of one place that an incident is compared with: the nearest in time.
  private static let reach = 64

  /// A matcher of no incidents yet.
  init(options: EventOptions, keepsReasons: Bool, _ store: SpillStore?) {
    self.options = options
    self.keepsReasons = keepsReasons
    found = Found(members: RowSorter(store), clusters: RowSorter(store))
  }

  /// Matches incidents that come by day, place and document.
  mutating func match(_ rows: consuming SortedRows) throws -> Found {
    var day: Int32?
    while try rows.advance() {
      let incident = EventIncident(rows.row)
      if incident.day != day {
        day = incident.day
        try settleWaiting(before: incident.day)
        try close(before: waiting.first?.day ?? incident.day)
      }
      if incident.isPlaceless {
        // Without a day it can join nothing, so that there is nothing to wait for.
        if incident.day == .min { try settle(incident) } else { waiting.append(incident) }
      } else {
        try place(incident)
      }
    }
    try settleWaiting(before: nil)
    try close(before: nil)
    return found
  }

  // MARK: Incidents that name a place

  private mutating func place(_ incident: EventIncident) throws {
    var best: (cluster: EventCluster, match: Match, shared: Int)?
    if options.isOn {
      for cluster in (atPlace[incident.place.key] ?? []).suffix(Self.reach)
      where isNear(cluster.first.day, incident.day) {
        guard let match = Match(incident, cluster, factor: options.factor) else { continue }
        let shared = match.distance == Match.equal ? cluster.shared(with: incident) : 0
        if let best, (-best.shared, best.match.distance) <= (-shared, match.distance) { continue }
        best = (cluster, match, shared)
        if shared == incident.statements.count { break }
      }
    }
    if let best {
      try join(incident, to: best.cluster, keepsReasons ? reason(best.match, incident) : nil)
    } else {
      let cluster = try begin(incident)
      atPlace[incident.place.key, default: []].append(cluster)
    }
  }

  /// The window of days, for a sentence.
  private var span: String { options.days == 1 ? "a day" : "\(options.days) days" }

  private func isNear(_ a: Int32, _ b: Int32) -> Bool {
    a == b || (a != .min && b != .min && abs(Int(a) - Int(b)) <= options.days)
  }

  private func reason(_ match: Match, _ incident: EventIncident) -> String {
    let told =
      "\(incident.document) reports on \(incident.place.name) within \(span)"
    if match.distance == Match.otherOutcomes { return "\(told), with other outcomes" }
    if match.distance == Match.equal { return "\(told), with an equal figure" }
    return "\(told), with a figure within \(Wording.times(match.distance)) times"
  }

  // MARK: Incidents that name none

  /// Settles the incidents without a place for which all that is near in time is in.
  private mutating func settleWaiting(before day: Int32?) throws {
    var settled = 0
    for incident in waiting {
      if let day, Int(incident.day) + options.days >= Int(day) { break }
      try settle(incident)
      settled += 1
    }
    waiting.removeFirst(settled)
  }

  /// Lets an incident join the one event of its days that gives an equal figure.
  private mutating func settle(_ incident: EventIncident) throws {
    var candidates: [EventCluster] = []
    if options.isOn {
      for sign in Self.signs(of: incident) {
        for day in Int(incident.day) - options.days...Int(incident.day) + options.days {
          for cluster in signs[Int32(clamping: day)]?[sign] ?? []
          where !cluster.isApart(from: incident)
            && !candidates.contains(where: { $0 === cluster })
          {
            candidates.append(cluster)
          }
        }
      }
    }
    let isOneOfSeveral = candidates.count > 1
    if isOneOfSeveral { candidates = Self.likeliest(of: candidates, for: incident) }
    if candidates.count == 1 {
      let closer = incident.place.isWide ? "closer " : ""
      try join(
        incident, to: candidates[0],
        keepsReasons
          ? "\(incident.document) names no \(closer)place but gives the same figure within "
            + "\(span), \(isOneOfSeveral ? "by the same origin" : "and no other event does")" : nil)
    } else {
      _ = try begin(incident)
    }
  }

  /// Of several events with a figure the one whose origin gives it too.
  ///
  /// Of several of these it is the one that is told without a place as well. Where there are several
  /// still, nobody can say which.
  private static func likeliest(
    of candidates: [EventCluster], for incident: EventIncident
  ) -> [EventCluster] {
    let most = candidates.map { $0.shared(with: incident) }.max() ?? 0
    if most == 0 { return candidates }
    let same = candidates.filter { $0.shared(with: incident) == most }
    let alike = same.filter(\.first.isPlaceless)
    return alike.isEmpty ? same : Array(alike.prefix(1))
  }

  private static func signs(of incident: EventIncident) -> [Sign] {
    guard incident.day != .min else { return [] }
    return incident.figures.compactMap { figure in
      guard figure.party != 0, figure.low > 4 else { return nil }
      return Sign(
        counted: EventGrouping.Counted(party: figure.party, outcome: figure.outcome),
        figure: figure.low...figure.high)
    }
  }

  // MARK: Clusters

  private mutating func begin(_ incident: EventIncident) throws -> EventCluster {
    let cluster = EventCluster(incident, number: opened)
    opened += 1
    let signs = Self.signs(of: incident)
    try write(incident, of: cluster, signs)
    if incident.isPlaceless, signs.isEmpty {
      try close(cluster)
    } else {
      open.append(cluster)
    }
    return cluster
  }

  private mutating func join(
    _ incident: EventIncident, to cluster: EventCluster, _ reason: String?
  ) throws {
    // What says nothing new must not make a later day one of the event's.
    let signs = cluster.saysMore(incident) ? Self.signs(of: incident) : []
    cluster.join(incident, reason: reason)
    try write(incident, of: cluster, signs)
  }

  private mutating func write(
    _ incident: EventIncident, of cluster: EventCluster, _ own: [Sign]
  ) throws {
    for sign in own {
      if signs[incident.day]?[sign]?.contains(where: { $0 === cluster }) == true { continue }
      signs[incident.day, default: [:]][sign, default: []].append(cluster)
    }
    row.begin()
    row.write(cluster.number)
    row.write(raw: incident.claims)
    try found.members.add(row)
  }

  /// Writes down the clusters that no incident from a day on can join any more.
  private mutating func close(before day: Int32?) throws {
    let bound = day.map { Int($0) - options.days }
    func isPast(_ day: Int32) -> Bool { bound.map { Int(day) < $0 } ?? true }
    var kept: [EventCluster] = []
    for cluster in open {
      guard isPast(cluster.lastDay) else {
        kept.append(cluster)
        continue
      }
      try close(cluster)
    }
    open = kept
    for day in signs.keys where isPast(day) { signs[day] = nil }
    for (place, clusters) in atPlace {
      let near = clusters.filter { !isPast($0.first.day) }
      atPlace[place] = near.isEmpty ? nil : near
    }
  }

  private mutating func close(_ cluster: EventCluster) throws {
    row.begin()
    cluster.write(to: &row)
    try found.clusters.add(row)
  }
}

/// How well an incident fits an event of its place and time.
private struct Match {
  /// How many times the smaller of the nearest two figures the larger is, in thousandths.
  let distance: Int

  /// The distance of figures that meet.
  static let equal = 1000
  /// The distance of incidents that give no figure for the same victims.
  static let otherOutcomes = Int.max - 1

  /// - Returns: nil where they are apart, or where their figures lie too far apart.
  init?(_ incident: EventIncident, _ cluster: EventCluster, factor: Int) {
    if cluster.isApart(from: incident) { return nil }
    var sharesAny = false
    var nearest: Int?
    for ours in incident.figures {
      for theirs in cluster.figures
      where ours.outcome == theirs.outcome
        && (ours.party == theirs.party || ours.party == 0 || theirs.party == 0)
      {
        sharesAny = true
        nearest = min(nearest ?? .max, Self.distance(ours, theirs))
        if nearest == Self.equal {
          distance = Self.equal
          return
        }
      }
    }
    guard sharesAny else {
      distance = Self.otherOutcomes
      return
    }
    guard let nearest, nearest <= factor else { return nil }
    distance = nearest
  }

  /// How many times the smaller of two figures the larger is, in thousandths; 1000 where they meet.
  private static func distance(_ a: EventIncident.Figure, _ b: EventIncident.Figure) -> Int {
    if a.low <= b.high, b.low <= a.high { return equal }
    let low = max(min(a.high, b.high), 1)
    let high = max(a.low, b.low)
    if high < 1 << 50 { return (high * 1000 + low / 2) / low }
    return OrderOfMagnitude.ratio(high, over: low) ?? .max
  }
}
