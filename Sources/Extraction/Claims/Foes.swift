internal import ClaimModel
internal import Lexicons

/// Who fights whom in a document: the sides that it names, and which of them are adversaries.
struct Foes {
  private let registers: Registers
  /// The time of the war where it is one of history; nil means the wars of our time.
  private let date: PartialDate?
  /// How often each party is named.
  private let weights: [String: Int]
  /// The lands that only their armed groups fight for.
  private let landsWithoutArmy: Set<String>
  /// The parties named, the most named first.
  private let ranked: [String]

  /// The sides that the sentences of a document name.
  ///
  /// - Parameters:
  ///   - sentences: the document's sentences.
  ///   - knowledge: the registers.
  ///   - years: the years that the document is about.
  init(sentences: [SentenceGrammar], knowledge: Knowledge, years: [Int]) {
    let registers = knowledge.registers
    self.registers = registers
    date = years.max().flatMap { $0 < 1946 ? PartialDate("\($0)") : nil }
    var weights: [String: Int] = [:]
    for unit in sentences.lazy.flatMap(\.units) {
      let name = knowledge.partyName(of: unit)
      if !name.isEmpty { weights[name, default: 0] += 1 }
    }
    self.weights = weights
    let named = Set(weights.keys.flatMap { registers.parties.lineage(of: $0) })
    landsWithoutArmy = named.filter { land in
      guard registers.parties[land]?.kind == .country else { return false }
      let children = registers.parties.children(of: land)
      return children.contains { $0.kind == .armedGroup }
        && !children.contains { $0.kind == .organization }
    }
    ranked = weights.ranked.map(\.key)
  }

  /// Whether the document names a party.
  func isNamed(_ party: String) -> Bool { weights[party] != nil }

  /// The adversary of a party that the document names most.
  ///
  /// - Parameters:
  ///   - party: the canonical name of the party.
  ///   - speaker: the side of the one who tells; taken where it is an adversary.
  ///   - kind: the kind that the adversary must have; nil for any.
  /// - Returns: its canonical name; nil for none.
  func foe(of party: String, preferring speaker: String = "", kind: Party.Kind? = nil) -> String? {
    func isFoe(_ name: String) -> Bool {
      (kind == nil || registers.parties[name]?.kind == kind) && fight(party, name)
    }
    if !speaker.isEmpty, isFoe(speaker) { return speaker }
    if let foe = ranked.first(where: isFoe) { return foe }
    return kind == .country ? leadingFoe(of: party) ?? host(of: party) : nil
  }

  /// The country that an armed group fights in its own land, in the first conflict of the register.
  private func host(of group: String) -> String? {
    guard registers.parties[group]?.kind == .armedGroup else { return nil }
    for row in registers.conflicts.sides(ofParty: group) {
      let sides = registers.conflicts.sides(of: row.conflict)
      let lands = Set(sides.flatMap(\.lands))
      let host = sides.first {
        $0.side != row.side && lands.contains($0.party)
          && registers.parties[$0.party]?.kind == .country
      }
      if let host { return host.party }
    }
    return nil
  }

  /// The one country that leads the other side in the wars that go on, or in the only one known.
  private func leadingFoe(of party: String) -> String? {
    let rows = registers.conflicts.sides(ofParty: party)
    let goOn = rows.filter { $0.to == nil }
    let open = rows.count == 1 || goOn.isEmpty ? rows : goOn
    guard date == nil, !open.isEmpty else { return nil }
    let leaders = open.compactMap { row in
      registers.conflicts.sides(of: row.conflict).first { $0.side != row.side }?.party
    }.filter { registers.parties[$0]?.kind == .country }
    return Set(leaders).count == 1 ? leaders.first : nil
  }

  /// The country that a group fights, where it fights but one, or but one in that one's own land.
  func onlyVictim(of group: String) -> String? {
    let rows = registers.conflicts.sides(ofParty: group)
    var found: Set<String> = []
    var hosts: Set<String> = []
    let isOver = !rows.contains { $0.to == nil }
    for row in rows where isOver || row.to == nil {
      let sides = registers.conflicts.sides(of: row.conflict)
      for other in sides
      where other.side != row.side && registers.parties[other.party]?.kind == .country {
        found.insert(other.party)
        if sides.contains(where: { $0.lands.contains(other.party) }) { hosts.insert(other.party) }
      }
    }
    return [found, hosts].first { $0.count == 1 }?.first
  }

  /// The country that a party attacks: of its adversaries the one in whose own land they meet.
  ///
  /// - Parameters:
  ///   - attacker: the canonical name of the party that attacks.
  ///   - speaker: the side of the one who tells; taken where it is one.
  /// - Returns: its canonical name; nil for none.
  func victim(of attacker: String, preferring speaker: String) -> String? {
    func isAttacked(_ name: String) -> Bool {
      guard registers.parties[name]?.kind == .country,
        registers.conflicts.relation(of: attacker, to: name, on: date) == .adversary,
        let conflict = registers.conflicts.conflict(between: attacker, and: name, on: date)
      else { return false }
      return registers.conflicts.sides(of: conflict).contains { side in
        side.lands.contains { land in
          registers.parties[land].map { registers.parties.principal(of: $0).name } == name
        }
      }
    }
    func isFoe(_ name: String) -> Bool {
      registers.parties[name]?.kind == .country && fight(attacker, name)
    }
    if !speaker.isEmpty, isFoe(speaker) { return speaker }
    return ranked.first(where: isAttacked) ?? ranked.first(where: isFoe)
  }

  /// Whether a country is one of two adversary countries that the document names.
  func isAtWar(_ country: String) -> Bool {
    ranked.contains { registers.parties[$0]?.kind == .country && fight(country, $0) }
  }

  /// Whether two parties fight each other in the time of the document, or in a war of our time where
  /// it is of none.
  func fight(_ one: String, _ other: String) -> Bool {
    guard registers.conflicts.relation(of: one, to: other, on: date) == .adversary else {
      return false
    }
    guard date == nil, let conflict = registers.conflicts.conflict(between: one, and: other) else {
      return true
    }
    return registers.conflicts.sides(of: conflict)
      .contains { $0.from.map { $0.year >= 1946 } ?? true }
  }

  /// The only country that the document names, or the foe of the only group that it names: whose
  /// soldiers it speaks of where it tells of no place.
  var onlyArmy: String? {
    let countries = ranked.filter { registers.parties[$0]?.kind == .country }
    if let country = countries.first { return countries.count == 1 ? country : nil }
    let groups = ranked.filter { registers.parties[$0]?.kind == .armedGroup }
    return groups.count == 1 ? groups.first.flatMap(leadingFoe) : nil
  }

  /// The army that meets the people of a land which has none of its own: Israel's in Gaza.
  ///
  /// Such a land is fought for by its armed groups alone.
  func army(in land: String) -> String? {
    guard landsWithoutArmy.contains(land) else { return nil }
    return ranked.first { registers.parties[$0]?.kind == .country && fight(land, $0) }
  }

  /// The army that meets a party in the party's own land; nil where that has an army of its own.
  func armyAgainst(_ party: String) -> String? {
    registers.parties.lineage(of: party).first { landsWithoutArmy.contains($0) }
      .flatMap(leadingFoe)
  }

  /// The group that a word for its kind means in a land at war: 'separatists', 'Maoists'.
  ///
  /// - Parameters:
  ///   - word: the noun as the text has it.
  ///   - land: the canonical name of the country.
  ///   - years: the years that the text is about.
  /// - Returns: the one group that fights there and has the word in a name; nil for none or several.
  func group(called word: String, in land: String, years: [Int]) -> String? {
    var stem = word.lowercasedASCII
    if stem.hasSuffix("s") { stem.removeLast() }
    var found: Set<String> = []
    for row in registers.conflicts.sides where registers.parties[row.party]?.kind == .armedGroup {
      let first = row.from?.year ?? .min
      let last = row.to?.year ?? .max
      let isOn = years.isEmpty ? last >= 2010 : years.contains { first <= $0 && $0 <= last }
      guard isOn, !found.contains(row.party),
        registers.conflicts.sides(of: row.conflict).contains(where: { side in
          side.lands.contains {
            registers.parties[$0].map { registers.parties.principal(of: $0).name } == land
          }
        }),
        let party = registers.parties[row.party],
        ([party.name] + party.aliases + party.demonyms).contains(where: { name in
          name.lowercasedASCII.split(separator: " ").contains {
            $0 == stem || $0.hasSuffix("s") && $0.dropLast() == stem
          }
        })
      else { continue }
      found.insert(party.name)
    }
    return found.count == 1 ? found.first : nil
  }

  /// Whether a war of gangs goes on in a land: one that is known by that name.
  ///
  /// - Parameters:
  ///   - land: the canonical name of the country.
  ///   - years: the years that the text is about; none means that of our time.
  /// - Returns: true where the conflicts register has such a war.
  func isGangWar(in land: String, years: [Int]) -> Bool {
    registers.conflicts.sides.contains { row in
      row.lands.contains(land) && row.conflict.hasSuffix(" gang war")
        && (years.isEmpty
          || years.contains { year in
            (row.from?.year ?? .min) <= year && year <= (row.to?.year ?? .max)
          })
    }
  }

  /// Whether a party belongs to another: a group to its country.
  func belongs(_ party: String, to other: String) -> Bool {
    registers.parties.lineage(of: party).contains(other)
  }

  /// The two adversaries that the document names most, as one sum: 'Russia and Ukraine'.
  ///
  /// They stand in the order of the conflicts register, countries before groups.
  ///
  /// - Parameter land: where they met; a pair that it is one of comes first.
  /// - Returns: the two names, joined by 'and'.
  func bothSides(in land: String?) -> String? {
    let names = ranked
    let isHost = land.map { land in names.contains { fight(land, $0) } } ?? false
    var best: (one: String, other: String, weight: Int)?
    for (index, one) in names.enumerated() {
      for other in names[(index + 1)...]
      where fight(one, other) && (!isHost || land == one || land == other) {
        let weight = min(weights[one] ?? 0, weights[other] ?? 0)
        if best.map({ weight > $0.weight }) ?? true { best = (one, other, weight) }
      }
    }
    // Two others who fight each other elsewhere did not meet here.
    guard let best, isHost || land == nil || isCountry(best.one) && isCountry(best.other) else {
      return nil
    }
    return ordered([best.one, best.other]).joined(separator: " and ")
  }

  private func isCountry(_ party: String) -> Bool { registers.parties[party]?.kind == .country }

  /// The two countries most named that fight a war in the lands of both, as one sum; nil for none.
  var countriesAtWar: String? {
    let countries = ranked.filter { isCountry($0) && (weights[$0] ?? 0) > 1 }
    for (index, one) in countries.enumerated() {
      for other in countries[(index + 1)...] where fight(one, other) {
        guard !landsWithoutArmy.contains(one), !landsWithoutArmy.contains(other),
          let conflict = registers.conflicts.conflict(between: one, and: other, on: date),
          let lands = registers.conflicts.sides(of: conflict).first?.lands
        else { return nil }
        return lands.contains(one) && lands.contains(other)
          ? ordered([one, other]).joined(separator: " and ") : nil
      }
    }
    return nil
  }

  /// Two parties in the order of the conflicts register where they are adversaries, else as they are.
  func ordered(_ pair: [String]) -> [String] {
    guard pair.count == 2, fight(pair[0], pair[1]),
      let conflict = registers.conflicts.conflict(between: pair[0], and: pair[1], on: date),
      let first = registers.conflicts.sides(of: conflict).first(where: { pair.contains($0.party) })
    else { return pair }
    return [first.party] + pair.filter { $0 != first.party }
  }

  /// The party that leads a side in the war of two parties, where the document names it.
  ///
  /// - Parameters:
  ///   - party: a party of that side.
  ///   - other: its adversary.
  /// - Returns: the leader; the party itself where the document does not name it.
  func leader(of party: String, against other: String) -> String {
    guard let conflict = registers.conflicts.conflict(between: party, and: other, on: date) else {
      return party
    }
    let sides = registers.conflicts.sides(of: conflict)
    let side = sides.first { $0.party == party }?.side
    let leader = sides.first { $0.side == side }?.party ?? party
    return weights[leader] == nil ? party : leader
  }
}
