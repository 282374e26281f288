package import ClaimModel
package import DelimitedText

/// How a source's side stands to the victims of a figure.
package enum Relation: String, Hashable, Sendable, CaseIterable {
  /// The source's side and the victims' party are one, or one belongs to the other.
  case own
  /// The two fight each other.
  case adversary
  /// The two fight on one side.
  case ally
  /// Both are known and no conflict is known in which they meet.
  case thirdParty = "third_party"
  /// Either of the two is unknown.
  case unknown
}

/// Who fought whom, on which side and when.
package struct ConflictRegister: Sendable {
  /// Every row in the order of the file, the conflicts of later tables first.
  package let sides: [ConflictSide]
  /// Where it was fought, and when.
  package let theatres: Theatres
  private let conflicts: [String: Range<Int>]
  private let names: NameIndex
  private let rowsOfParty: [String: [Int]]
  private let parties: PartyRegister

  /// Reads `conflict, side, party, from, to, intensity, lands, aliases` tables; later ones add to earlier ones.
  ///
  /// The rows of a conflict in a later table replace all rows of that conflict in earlier ones.
  /// Order speaks: the first party of a side leads it, and of two conflicts that a party is in, the
  /// one that stands first counts.
  ///
  /// - Throws: an `InputFault` at the first cell that does not fit.
  package init(tables: [CSVTable], parties: PartyRegister) throws(InputFault) {
    var chosen: [(name: String, rows: [ConflictSide])] = []
    for table in tables.reversed() {
      let known = Set(chosen.map(\.name))
      var places: [String: Int] = [:]
      for side in try Self.read(table, parties: parties) where !known.contains(side.conflict) {
        if let place = places[side.conflict] {
          chosen[place].rows.append(side)
        } else {
          places[side.conflict] = chosen.count
          chosen.append((side.conflict, [side]))
        }
      }
    }
    var sides: [ConflictSide] = []
    var conflicts: [String: Range<Int>] = [:]
    var names = NameIndex()
    var rowsOfParty: [String: [Int]] = [:]
    for (name, rows) in chosen {
      let start = sides.count
      for row in rows {
        rowsOfParty[row.party, default: []].append(sides.count)
        sides.append(row)
        for alias in [name] + row.aliases { _ = names.insert(alias, for: start) }
      }
      conflicts[name] = start..<sides.count
    }
    self.sides = sides
    theatres = Theatres(of: sides, parties: parties)
    self.conflicts = conflicts
    self.names = names
    self.rowsOfParty = rowsOfParty
    self.parties = parties
  }

  /// The canonical name of the conflict that goes by a name.
  package func resolve(_ name: String) -> String? {
    names.find(name).map { sides[$0].conflict }
  }

  /// The rows of one conflict, in the order of the file; none for an unknown name.
  package func sides(of conflict: String) -> ArraySlice<ConflictSide> {
    sides[conflicts[conflict] ?? 0..<0]
  }

  /// The rows of one party, in the order of the file; none for an unknown name.
  package func sides(ofParty party: String) -> [ConflictSide] {
    (rowsOfParty[party] ?? []).map { sides[$0] }
  }

  /// How a source's side stands to the victims of a figure on a date.
  ///
  /// That the two themselves fight comes first, then that one belongs to the other, then what a
  /// conflict says else of them or of those above them. Enmity in a war that ended within ten years
  /// before the date counts too: sides count each other's dead long after a war. Victims of two
  /// sides in one sum ('Russia and Ukraine') have the relation that all of them share, else unknown.
  ///
  /// - Parameters:
  ///   - source: the canonical name of the source's side; empty where it has none.
  ///   - victims: the canonical name of the victims' party; empty where it is unknown.
  ///   - date: when the victims were hurt; nil means whenever the two last met.
  /// - Returns: the relation of the source's side to the victims, seen from the source.
  package func relation(
    of source: String, to victims: String, on date: PartialDate? = nil
  ) -> Relation {
    if source.isEmpty || victims.isEmpty { return .unknown }
    if source == victims { return .own }
    if parties[victims] == nil, let (first, rest) = Self.splitSum(victims) {
      let relation = relation(of: source, to: first, on: date)
      return relation == self.relation(of: source, to: rest, on: date) ? relation : .unknown
    }
    let met = meeting(of: source, and: victims, on: date)
    if met?.relation == .adversary { return .adversary }
    let above = parties.lineage(of: source)
    let aboveVictims = parties.lineage(of: victims)
    if above.contains(victims) || aboveVictims.contains(source) { return .own }
    if let met { return met.relation }
    for mine in above {
      for theirs in aboveVictims where mine != theirs {
        if let met = meeting(of: mine, and: theirs, on: date) { return met.relation }
      }
    }
    return .thirdParty
  }

  /// The conflict in which two parties fight each other on a date, else the one they share a side in.
  package func conflict(
    between one: String, and other: String, on date: PartialDate? = nil
  ) -> String? {
    for mine in parties.lineage(of: one) {
      for theirs in parties.lineage(of: other) where mine != theirs {
        if let met = meeting(of: mine, and: theirs, on: date) { return met.conflict }
      }
    }
    return nil
  }

  /// The conflict that a party's losses on a date belong to; nil where none was on.
  ///
  /// - Parameters:
  ///   - party: the canonical name of the victims' party.
  ///   - date: when they were hurt; nil means conflicts that go on.
  ///   - place: the canonical name of the party in whose land it was, which tells American losses in
  ///     Iraq from those in Afghanistan; empty where unknown.
  /// - Returns: of several conflicts first those that the place is in, then those in which the party
  ///   leads a side, then the one that stands first in the file.
  package func conflict(
    of party: String, on date: PartialDate?, in place: String = ""
  ) -> String? {
    for name in parties.lineage(of: party) {
      let rows = (rowsOfParty[name] ?? []).filter { Self.covers(sides[$0], date) }
      let ranked = rows.map { row in
        let others = sides(of: sides[row].conflict)
        let isThere = !place.isEmpty && others.contains { $0.party == place }
        let leads = others.first { $0.side == sides[row].side }?.party == name
        return (row, (isThere ? 0 : 1, leads ? 0 : 1, row))
      }
      if let best = ranked.min(by: { $0.1 < $1.1 }) { return sides[best.0].conflict }
    }
    return nil
  }

  /// What two parties were to each other in the conflict that counts on a date.
  private func meeting(
    of one: String, and other: String, on date: PartialDate?
  ) -> (conflict: String, relation: Relation)? {
    var best: (conflict: String, relation: Relation, rank: (Int, Int, Int, Int))?
    for mine in rowsOfParty[one] ?? [] {
      for theirs in rowsOfParty[other] ?? [] where sides[mine].conflict == sides[theirs].conflict {
        guard Self.hasBegun(sides[mine], by: date), Self.hasBegun(sides[theirs], by: date) else {
          continue
        }
        let isOn = Self.covers(sides[mine], date) && Self.covers(sides[theirs], date)
        let relation: Relation = sides[mine].side == sides[theirs].side ? .ally : .adversary
        if !isOn, date != nil, relation == .ally { continue }
        if !isOn, !Self.isRemembered(sides[mine], on: date) { continue }
        let start = max(sides[mine].from?.dayNumber ?? .min, sides[theirs].from?.dayNumber ?? .min)
        // A war going on beats a past one. Where no date is known, one since the Second World War
        // beats an older one: the enemies of 1812 are no enemies now. Then enmity beats alliance,
        // and a late start an early one.
        let isOfOurTime = date == nil && start >= Self.ourTime
        let rank = (isOn ? 1 : 0, isOfOurTime ? 1 : 0, relation == .adversary ? 1 : 0, start)
        if let known = best, known.rank >= rank { continue }
        best = (sides[mine].conflict, relation, rank)
      }
    }
    return best.map { ($0.conflict, $0.relation) }
  }

  /// Whether two parties stood against each other in any conflict of any time.
  package func haveFought(_ one: String, _ other: String) -> Bool {
    (rowsOfParty[one] ?? []).contains { mine in
      (rowsOfParty[other] ?? []).contains { theirs in
        sides[mine].conflict == sides[theirs].conflict && sides[mine].side != sides[theirs].side
      }
    }
  }

  /// The end of the Second World War, as a number of days.
  private static let ourTime = PartialDate("1945-09-02")?.dayNumber ?? .min

  private static func hasBegun(_ row: ConflictSide, by date: PartialDate?) -> Bool {
    guard let date, let from = row.from else { return true }
    return from.firstDay <= date.lastDay
  }

  /// Whether a war that has ended is still counted over: for ten years, and where no date is known.
  private static func isRemembered(_ row: ConflictSide, on date: PartialDate?) -> Bool {
    guard let date, let to = row.to else { return true }
    return date.year - to.year <= 10
  }

  private static func covers(_ row: ConflictSide, _ date: PartialDate?) -> Bool {
    guard hasBegun(row, by: date) else { return false }
    guard let to = row.to else { return true }
    guard let date else { return false }
    return date.firstDay <= to.lastDay
  }

  /// 'Russia and Ukraine' as its first party and the rest.
  private static func splitSum(_ victims: String) -> (first: String, rest: String)? {
    let words = victims.split(separator: " ")
    guard let middle = words.firstIndex(of: "and"), middle > 0, middle < words.count - 1 else {
      return nil
    }
    return (
      words[..<middle].joined(separator: " "), words[(middle + 1)...].joined(separator: " ")
    )
  }

  private static func read(
    _ table: CSVTable, parties: PartyRegister
  ) throws(InputFault) -> [ConflictSide] {
    let rows = try RegisterTable(
      table, required: ["conflict", "side", "party"],
      optional: ["from", "to", "intensity", "lands", "aliases"])
    var sides: [ConflictSide] = []
    var partiesOfConflict: [String: Set<String>] = [:]
    for row in rows.rows {
      let period = try rows.period(of: row)
      let side = ConflictSide(
        conflict: try rows.text("conflict", of: row), side: try rows.text("side", of: row),
        party: try rows.text("party", of: row), from: period.from, to: period.to,
        intensity: row["intensity"].isEmpty
          ? nil : try rows.choice("intensity", of: row, as: ConflictIntensity.self),
        lands: try rows.list("lands", of: row), aliases: try rows.list("aliases", of: row))
      for land in side.lands where parties[land] == nil {
        throw rows.fault(
          "lands", of: row, "'\(land)' is no party", "write the canonical name of a party")
      }
      if side.lands.isEmpty != (side.intensity == nil) {
        throw rows.fault(
          "intensity", of: row, "lands and intensity stand only together",
          "give both or neither")
      }
      if parties[side.party] == nil {
        throw rows.fault(
          "party", of: row, "'\(side.party)' is no party", "write the canonical name of a party")
      }
      if !partiesOfConflict[side.conflict, default: []].insert(side.party).inserted {
        throw rows.fault(
          "party", of: row, "'\(side.party)' already stands in '\(side.conflict)'",
          "give a party one row in a conflict")
      }
      sides.append(side)
    }
    return sides
  }
}
