internal import ClaimModel
internal import Lexicons

/// Who fights whom in a document: the sides that it names, and which of them are adversaries.
struct Foes {
  private let registers: Registers
  /// The time of the war where it is one of history; nil means the wars of our time.
  private let date: PartialDate?
  /// How often each party is named.
  private let weights: [String: Int]

  /// The sides that the sentences of a document name.
  ///
  /// - Parameters:
  ///   - sentences: the document's sentences.
  ///   - knowledge: the registers.
  ///   - years: the years that the document is about.
  init(sentences: [SentenceGrammar], knowledge: Knowledge, years: [Int]) {
    registers = knowledge.registers
    date = years.max().flatMap { $0 < 1946 ? PartialDate("\($0)") : nil }
    var weights: [String: Int] = [:]
    for unit in sentences.lazy.flatMap(\.units) {
      let name = knowledge.partyName(of: unit)
      if !name.isEmpty { weights[name, default: 0] += 1 }
    }
    self.weights = weights
  }

  /// The parties named, the most named first.
  private var ranked: [String] {
    weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  /// The adversary of a party that the document names most.
  ///
  /// - Parameters:
  ///   - party: the canonical name of the party.
  ///   - speaker: the side of the one who tells; taken where it is an adversary.
  ///   - kind: the kind that the adversary must have; nil for any.
  /// - Returns: its canonical name; nil for none.
  func foe(of party: String, preferring speaker: String = "", kind: Party.Kind? = nil) -> String? {
    func isFoe(_ name: String) -> Bool {
      registers.conflicts.relation(of: party, to: name, on: date) == .adversary
        && (kind == nil || registers.parties[name]?.kind == kind)
    }
    if !speaker.isEmpty, isFoe(speaker) { return speaker }
    return ranked.first(where: isFoe)
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
    if !speaker.isEmpty, isAttacked(speaker) { return speaker }
    return ranked.first(where: isAttacked)
  }

  /// Whether a country is one of two adversary countries that the document names.
  func isAtWar(_ country: String) -> Bool {
    foe(of: country, kind: .country) != nil
  }

  /// Whether a party belongs to another: a group to its country.
  func belongs(_ party: String, to other: String) -> Bool {
    registers.parties.lineage(of: party).contains(other)
  }

  /// The two adversaries that the document names most, as one sum: 'Russia and Ukraine'.
  ///
  /// They stand in the order of the conflicts register, countries before groups.
  var bothSides: String? {
    let names = ranked
    var best: (one: String, other: String, weight: Int)?
    for (index, one) in names.enumerated() {
      for other in names[(index + 1)...]
      where registers.conflicts.relation(of: one, to: other, on: date) == .adversary {
        let weight = min(weights[one] ?? 0, weights[other] ?? 0)
        if best.map({ weight > $0.weight }) ?? true { best = (one, other, weight) }
      }
    }
    guard let best else { return nil }
    let pair = [best.one, best.other]
    guard
      let conflict = registers.conflicts.conflict(
        between: best.one, and: best.other, on: date),
      let first = registers.conflicts.sides(of: conflict).first(where: { pair.contains($0.party) })
    else { return pair.joined(separator: " and ") }
    return ([first.party] + pair.filter { $0 != first.party }).joined(separator: " and ")
  }
}
