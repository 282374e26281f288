internal import ClaimModel

/// Puts the incidents of different documents together that are one event.
struct EventMatcher {
  /// Incidents that are one event, and why.
  struct Cluster {
    /// Positions of the incidents, in the order in which they joined.
    var members: [Int]
    /// One sentence a document that joined.
    var reasons: [String]
    var day: Int32
    var documents: Set<String>
  }

  private let options: EventOptions
  private let incidents: [EventGrouping.Incident]
  private let figures: [[EventGrouping.Counted: [ClosedRange<Int>]]]
  private var found: [Cluster] = []

  /// The most earlier events of one place that an incident is compared with: the nearest in time.
  private static let reach = 64

  init(options: EventOptions, incidents: [EventGrouping.Incident]) {
    self.options = options
    self.incidents = incidents
    figures = incidents.map(\.figures)
  }

  /// The events, by day, then place, then document.
  mutating func clusters() -> [Cluster] {
    let order = incidents.indices.sorted { a, b in
      let first = incidents[a]
      let second = incidents[b]
      if first.place.key != second.place.key { return first.place.key < second.place.key }
      if first.day != second.day { return first.day < second.day }
      if first.document != second.document { return first.document < second.document }
      return a < b
    }
    // In a whole country much can happen in a day: its name tells no more than none.
    placeAll(order.filter { !isPlaceless($0) })
    placeRest(order.filter(isPlaceless))
    return found.sorted { a, b in
      if a.day != b.day { return a.day < b.day }
      let first = incidents[a.members[0]]
      let second = incidents[b.members[0]]
      if first.place.key != second.place.key { return first.place.key < second.place.key }
      if first.document != second.document { return first.document < second.document }
      return a.members[0] < b.members[0]
    }
  }

  private func isPlaceless(_ incident: Int) -> Bool {
    incidents[incident].place.key.isEmpty || incidents[incident].place.isWide
  }

  /// Incidents that name a place.
  private mutating func placeAll(_ order: [Int]) {
    var place = ""
    var atPlace: [Int] = []
    for incident in order {
      if incidents[incident].place.key != place {
        place = incidents[incident].place.key
        atPlace = []
      }
      let day = incidents[incident].day
      var best: (cluster: Int, distance: Int, reason: String)?
      for cluster in atPlace.suffix(Self.reach) where isNear(found[cluster].day, day) {
        guard let match = match(incident, with: found[cluster]) else { continue }
        if match.distance < best?.distance ?? .max {
          best = (cluster, match.distance, match.reason)
        }
      }
      if let best {
        add(incident, to: best.cluster, reason: best.reason)
      } else {
        atPlace.append(found.count)
        open(incident)
      }
    }
  }

  /// Incidents that name no place, or a whole country: they join the one event of their day that gives an equal figure.
  private mutating func placeRest(_ order: [Int]) {
    struct Sign: Hashable {
      var day: Int32
      var counted: EventGrouping.Counted
      var figure: ClosedRange<Int>
    }
    var signs: [Sign: Set<Int>] = [:]
    func sign(_ incident: Int, _ visit: (Sign) -> Void) {
      let day = incidents[incident].day
      guard day != .min else { return }
      for (counted, figures) in figures[incident] where !counted.party.isEmpty {
        for figure in figures where figure.lowerBound > 4 {
          visit(Sign(day: day, counted: counted, figure: figure))
        }
      }
    }
    for (number, cluster) in found.enumerated() {
      for member in cluster.members { sign(member) { signs[$0, default: []].insert(number) } }
    }
    for incident in order {
      var candidates: Set<Int> = []
      if options.isOn {
        sign(incident) { own in
          for shift in -options.days...options.days {
            var near = own
            near.day += Int32(shift)
            candidates.formUnion(signs[near] ?? [])
          }
        }
        candidates = candidates.filter {
          !found[$0].documents.contains(incidents[incident].document)
        }
      }
      if candidates.count == 1, let cluster = candidates.first {
        let closer = incidents[incident].place.isWide ? "closer " : ""
        add(
          incident, to: cluster,
          reason:
            "\(incidents[incident].document) names no \(closer)place but gives the same figure within "
            + "\(span), and no other event does")
        sign(incident) { signs[$0, default: []].insert(cluster) }
      } else {
        let cluster = found.count
        open(incident)
        sign(incident) { signs[$0, default: []].insert(cluster) }
      }
    }
  }

  /// The window of days, for a sentence.
  private var span: String { options.days == 1 ? "a day" : "\(options.days) days" }

  private func isNear(_ a: Int32, _ b: Int32) -> Bool {
    a == b || (a != .min && b != .min && abs(Int(a) - Int(b)) <= options.days)
  }

  private mutating func open(_ incident: Int) {
    found.append(
      Cluster(
        members: [incident], reasons: [], day: incidents[incident].day,
        documents: [incidents[incident].document]))
  }

  private mutating func add(_ incident: Int, to cluster: Int, reason: String) {
    found[cluster].members.append(incident)
    found[cluster].documents.insert(incidents[incident].document)
    found[cluster].reasons.append(reason)
  }

  /// How well an incident fits an event of its place and time; nil where it does not.
  private func match(_ incident: Int, with cluster: Cluster) -> (distance: Int, reason: String)? {
    guard options.isOn, !cluster.documents.contains(incidents[incident].document) else {
      return nil
    }
    var shared = 0
    var nearest: Int?
    for member in cluster.members.prefix(Self.reach) {
      for (counted, ours) in figures[incident] {
        for (other, theirs) in figures[member]
        where counted.outcome == other.outcome
          && (counted.party == other.party || counted.party.isEmpty || other.party.isEmpty)
        {
          shared += 1
          for a in ours {
            for b in theirs {
              nearest = min(nearest ?? .max, Self.distance(a, b))
            }
          }
        }
      }
    }
    let document = incidents[incident].document
    let place = incidents[incident].place.name
    guard shared > 0 else {
      return (
        Int.max - 1,
        "\(document) reports on \(place) within \(span), with other outcomes"
      )
    }
    guard let nearest, nearest <= options.factor else { return nil }
    let figures =
      nearest == 1000
      ? "an equal figure" : "a figure within \(Wording.times(nearest)) times"
    return (
      nearest, "\(document) reports on \(place) within \(span), with \(figures)"
    )
  }

  /// How many times the smaller of two figures the larger is, in thousandths; 1000 where they meet.
  private static func distance(_ a: ClosedRange<Int>, _ b: ClosedRange<Int>) -> Int {
    if a.overlaps(b) { return 1000 }
    let low = min(a.upperBound, b.upperBound)
    let high = max(a.lowerBound, b.lowerBound)
    return OrderOfMagnitude.ratio(high, over: max(low, 1)) ?? .max
  }
}
