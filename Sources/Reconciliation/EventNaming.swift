internal import ClaimModel
internal import RowSorting

/// Gives events their names, and their claims back, one event after another.
struct EventNaming: ~Copyable {
  /// A claim with the scope under which it is compared.
  struct Placed {
    var seed: Reconciler.SeedKey
    var record: ClaimRecord
    var scope: Scope
  }

  /// An event with its claims.
  struct Event {
    var name: String
    var claims: [Placed]
    /// The claims' ids and why they were put together; nil where nobody asked.
    var group: EventGroup?
  }

  private var members: SortedRows
  private var events: SortedRows
  private let joinsUnknown: Bool
  private let names: ClaimNames?
  private var hasMember: Bool

  /// Names of events that were found.
  ///
  /// - Parameters:
  ///   - members: The claims by cluster, as ``EventMatcher`` writes them.
  ///   - clusters: The clusters, as ``EventCluster/write(to:)`` writes them.
  ///   - joinsUnknown: Whether claims of unknown scope on an incident are the incident's.
  ///   - names: The claims' ids, where groups with their reasons are to be made; else nil.
  ///   - store: Where rows go that memory has no room for.
  /// - Throws: What the store throws.
  init(
    members: consuming SortedRows, clusters: RowSorter, joinsUnknown: Bool, names: ClaimNames?,
    _ store: SpillStore?
  ) throws {
    var members = members
    let hasMember = try members.advance()
    let events = try Self.named(clusters, store).sorted()
    self.joinsUnknown = joinsUnknown
    self.names = names
    self.events = events
    self.hasMember = hasMember
    self.members = members
  }

  /// The next event; nil where none is left.
  mutating func next() throws -> Event? {
    guard try events.advance() else { return nil }
    var row = RowReader(events.row)
    let number = row.integer()
    let isIncident = row.byte() == 1
    var event = Event(name: row.text(), claims: [])
    while hasMember {
      var member = RowReader(members.row)
      guard member.integer() == number else { break }
      for (seed, record) in EventIncident.claims(in: &member) {
        event.claims.append(
          Placed(seed: seed, record: record, scope: scope(of: seed, isIncident: isIncident)))
      }
      hasMember = try members.advance()
    }
    if let names {
      var reasons: [String] = []
      while !row.isAtEnd { reasons.append(row.text()) }
      event.group = EventGroup(
        event: event.name, claims: event.claims.map { names.name(of: $0.record.id) }.sorted(),
        reasons: reasons)
    }
    return event
  }

  /// The scope under which a claim is compared: what counts an incident, as some claim on it
  /// says, is the incident's, and so is its toll so far.
  private func scope(of seed: Reconciler.SeedKey, isIncident: Bool) -> Scope {
    let joins = seed.scope == .unknown ? joinsUnknown : seed.scope == .cumulative
    guard joins else { return seed.scope }
    return isIncident ? .incident : .unknown
  }

  /// The clusters by number, with names that tell events of one day and place apart.
  private static func named(
    _ clusters: consuming RowSorter, _ store: SpillStore?
  ) throws -> RowSorter {
    var sorted = try clusters.sorted()
    var named = RowSorter(store)
    var writer = RowWriter()
    var used: [String: Int] = [:]
    var day: Int32?
    while try sorted.advance() {
      var row = RowReader(sorted.row)
      let next = row.shortInteger()
      // A name begins with its day, so that those of other days need not be remembered.
      if let day, day != next, day != .min { used = [:] }
      day = next
      _ = (row.text(), row.text(), row.shortUnsigned())
      let number = row.integer()
      let isIncident = row.byte()
      let base = row.text()
      used[base, default: 0] += 1
      let count = used[base] ?? 1
      writer.begin()
      writer.write(number)
      writer.write(isIncident)
      writer.write(count == 1 ? base : "\(base) (\(count))")
      writer.write(raw: sorted.row[row.position...])
      try named.add(writer)
    }
    return named
  }
}
