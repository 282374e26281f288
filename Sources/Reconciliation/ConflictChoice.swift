internal import ClaimModel
internal import Lexicons

/// Which conflict a figure of a party counts.
///
/// A party may be at war in several places, so evidence is weighed: a conflict counts that the
/// party is a side of at that time; the credited side fighting in it weighs most, then other
/// parties that the same document counts, then the register's own order. What other documents say
/// plays no part: one more document must not move the figures of another.
struct ConflictChoice: Sendable {
  private struct Membership: Sendable {
    var conflict: Int
    var camp: String
    var from: Int32
    var to: Int32
  }

  private var memberships: [String: [Membership]] = [:]
  private let names: [String]
  private var numbers: [String: Int] = [:]
  private let leading: @Sendable (String, PartialDate?) -> String?

  /// - Parameters:
  ///   - sides: the conflicts register.
  ///   - leading: the conflict that a party is mostly counted in on a date, where nothing else tells.
  init(
    _ sides: [ConflictSide], leading: @escaping @Sendable (String, PartialDate?) -> String?
  ) {
    self.leading = leading
    names = Set(sides.map(\.conflict)).sorted()
    for (number, name) in names.enumerated() { numbers[name] = number }
    for side in sides {
      guard let number = numbers[side.conflict] else { continue }
      for alias in side.aliases where numbers[alias] == nil { numbers[alias] = number }
      memberships[side.party, default: []].append(
        Membership(
          conflict: number, camp: side.side,
          from: side.from.map { Int32($0.dayNumber) } ?? .min,
          to: side.to.map { Int32($0.lastDay.dayNumber) } ?? .max))
    }
  }

  /// The register's name of a conflict that goes by some name; the name itself where it has none.
  func canonical(_ name: String) -> String {
    numbers[name].map { names[$0] } ?? name
  }

  /// Whether the register knows a conflict by this name.
  func knows(_ name: String) -> Bool { numbers[name] != nil }

  /// Whether each of some parties takes part in a conflict.
  func concerns(_ parties: [String]) -> Bool {
    parties.allSatisfy { memberships[$0] != nil }
  }

  /// The conflict that a figure counts; nil where none fits or several fit alike.
  ///
  /// - Parameters:
  ///   - parties: the victims' parties; of a sum over both sides, each of them.
  ///   - day: up to when the figure counts; `Int32.min` where nobody knows.
  ///   - side: the party that the origin speaks for; empty for none.
  ///   - others: the parties that the same document counts.
  /// - Returns: the conflict's name.
  func conflict(of parties: [String], on day: Int32, side: String, others: [String]) -> String? {
    let fitting = candidates(parties, on: day)
    if fitting.count == 1 { return names[fitting[0]] }
    // A war that was over when the figure was given needs evidence of its own.
    let isPast = fitting.isEmpty
    let scored = (isPast ? candidates(parties, on: .min) : fitting).map { number in
      (score: score(number, of: parties, side: side, others: others), number: number)
    }
    guard let best = scored.map(\.score).max() else { return nil }
    if isPast && best == 0 { return nil }
    let ties = scored.filter { $0.score == best }
    if ties.count == 1 { return names[ties[0].number] }
    let date = day == .min ? nil : PartialDate(dayNumber: Int(day))
    return leading(parties[0], date).flatMap { name in
      ties.contains { names[$0.number] == name } ? name : nil
    }
  }

  /// How one party stands to another in a conflict, or in any where no conflict is named.
  func relation(of side: String, to party: String, in conflict: String, on day: Int32)
    -> Perspective
  {
    var found = Perspective.thirdParty
    let number = numbers[conflict]
    for own in memberships[side] ?? [] {
      for other in memberships[party] ?? [] where own.conflict == other.conflict {
        if let number, number != own.conflict { continue }
        if number == nil, day != .min, !(own.from...own.to).contains(day) { continue }
        if own.camp != other.camp { return .adversary }
        found = .ally
      }
    }
    return found
  }

  /// The parties of a conflict, in order.
  func parties(of conflict: String) -> [String] {
    guard let number = numbers[conflict] else { return [] }
    return memberships.filter { $0.value.contains { $0.conflict == number } }.map(\.key).sorted()
  }

  private func candidates(_ parties: [String], on day: Int32) -> [Int] {
    if parties.count == 1 {
      var found: [Int] = []
      for membership in memberships[parties[0]] ?? []
      where (day == .min || (membership.from <= day && day <= membership.to))
        && !found.contains(membership.conflict)
      {
        found.append(membership.conflict)
      }
      return found.sorted()
    }
    var common: Set<Int>?
    for party in parties {
      let found = Set(
        (memberships[party] ?? []).lazy
          .filter { day == .min || ($0.from <= day && day <= $0.to) }.map(\.conflict))
      common = common.map { $0.intersection(found) } ?? found
    }
    return (common ?? []).sorted()
  }

  private func score(_ number: Int, of parties: [String], side: String, others: [String]) -> Int {
    func isIn(_ party: String) -> Bool {
      (memberships[party] ?? []).contains { $0.conflict == number }
    }
    var score = 0
    if !side.isEmpty, !parties.contains(side), isIn(side) { score += 2 }
    for other in others where !parties.contains(other) && isIn(other) { score += 1 }
    return score
  }
}
