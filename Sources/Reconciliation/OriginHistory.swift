internal import ClaimModel

/// One number that an origin gave at one time, with all the claims that repeat it.
struct Statement {
  /// The claim that says it most plainly, of those the first.
  var claim: ClaimRecord
  /// The ids of the claims that repeat it.
  var echoes: [UInt64]
  /// Who published any of them, without repetition, in order of number; -1 is nobody known.
  var publishers: [Int32]
  /// The day it is for; `Int32.min` where nobody knows.
  var day: Int32
  /// Its date.
  var date: PackedDate
}

/// What one origin said on one question, over time.
struct OriginHistory {
  /// The origin's number.
  var origin: Int32
  /// Its statements, oldest first; the last is the current one.
  var statements: [Statement]

  /// The latest statement.
  var current: Statement { statements[statements.count - 1] }

  /// The latest statement up to a day and the first one after it, each at most ``reach`` days away.
  ///
  /// Between the two a running count has grown from the one to the other.
  func statements(around day: Int32) -> (before: Statement?, after: Statement?) {
    var before: Statement?
    for statement in statements where statement.day != .min {
      if statement.day <= day {
        if Int(day) - Int(statement.day) <= Self.reach { before = statement }
      } else {
        return (before, Int(statement.day) - Int(day) <= Self.reach ? statement : nil)
      }
    }
    return (before, nil)
  }

  /// How many days apart two running counts may be to be compared as of one time.
  private static let reach = 31

  /// How many claims repeat a statement.
  var echoes: Int { statements.reduce(0) { $0 + $1.echoes.count } }

  /// Gathers a question's claims by origin, the origins in the order of their names.
  ///
  /// - Parameters:
  ///   - records: the claims, in the order of ``ClaimRecord/precedes(_:_:)``.
  ///   - name: the name of an origin's number.
  /// - Returns: one history an origin.
  static func histories(
    of records: [ClaimRecord], name: (Int32) -> String
  ) -> [OriginHistory] {
    var byOrigin: [Int32: [ClaimRecord]] = [:]
    for record in records { byOrigin[record.origin, default: []].append(record) }
    return byOrigin.map { (name: name($0.key), origin: $0.key, records: $0.value) }
      .sorted { $0.name < $1.name }
      .map { OriginHistory(origin: $0.origin, statements: statements(of: $0.records)) }
  }

  private struct Figure: Hashable {
    var low: Int
    var high: Int
  }

  private struct DatedFigure: Hashable {
    var figure: Figure
    /// The date that the claim names, as ``PackedDate`` has it.
    var day: Int32
  }

  /// Collapses one origin's claims, which come in order, into statements.
  ///
  /// Claims of one number are one statement where they name the same time, whenever they were
  /// printed. A claim that names no
  /// time of its own, only the day it was printed, repeats what its origin said before: it joins
  /// the latest statement of its number up to that day, else the first of such claims.
  private static func statements(of records: [ClaimRecord]) -> [Statement] {
    var places: [DatedFigure: Int] = [:]
    var ofFigure: [Figure: [Int]] = [:]
    var members: [[ClaimRecord]] = []
    for record in records where record.flags.contains(.explicitDate) {
      let figure = Figure(low: record.statedLow, high: record.statedHigh)
      let key = DatedFigure(figure: figure, day: record.to.bits)
      if let place = places[key] {
        members[place].append(record)
      } else {
        places[key] = members.count
        ofFigure[figure, default: []].append(members.count)
        members.append([record])
      }
    }
    var open: [Figure: Int] = [:]
    for record in records where !record.flags.contains(.explicitDate) {
      let figure = Figure(low: record.statedLow, high: record.statedHigh)
      let earlier = ofFigure[figure]?.last { members[$0][0].asOf <= record.asOf }
      if let place = earlier ?? open[figure] {
        members[place].append(record)
      } else {
        open[figure] = members.count
        members.append([record])
      }
    }
    return members.map(statement).sorted { precedes($0.claim, $1.claim, $0.day, $1.day) }
  }

  private static func statement(of members: [ClaimRecord]) -> Statement {
    let day = members[0].asOf
    let date = members[0].asOfDate
    var plainest = 0
    for index in members.indices.dropFirst()
    where members[index].looseness < members[plainest].looseness { plainest = index }
    var echoes: [UInt64] = []
    echoes.reserveCapacity(members.count - 1)
    for (index, member) in members.enumerated() where index != plainest { echoes.append(member.id) }
    return Statement(
      claim: members[plainest], echoes: echoes, publishers: Set(members.map(\.publisher)).sorted(),
      day: day, date: date)
  }

  private static func precedes(
    _ a: ClaimRecord, _ b: ClaimRecord, _ aDay: Int32, _ bDay: Int32
  ) -> Bool {
    if aDay != bDay { return aDay < bDay }
    return ClaimRecord.precedes(a, b)
  }
}
