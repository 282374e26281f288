/// What the registers say of the parties of one input, each looked up once.
struct PartyFacts {
  private struct Entry {
    var adjective: String?
    var lineage: [String]
    var members: [String]
    var isKnown: Bool
  }

  private var entries: [String: Entry] = [:]

  /// Looks up some parties.
  init(of names: Set<String>, in facts: RegisterFacts) {
    for name in names where entries[name] == nil {
      let isKnown = facts.party(name) != nil
      let parts = isKnown ? [] : Wording.split(name, at: " and ")
      let isSum = parts.count > 1 && parts.allSatisfy { facts.party($0) != nil }
      entries[name] = Entry(
        adjective: facts.adjective(name), lineage: facts.lineage(name),
        members: isSum ? parts : [name], isKnown: isKnown)
    }
  }

  /// The adjective of a party's people; nil where the register has none.
  func adjective(_ party: String) -> String? { entries[party]?.adjective }

  /// A party and those above it, nearest first.
  func lineage(_ party: String) -> [String] { entries[party]?.lineage ?? [party] }

  /// The parties of a sum over several ('Russia and Ukraine'); else the party alone.
  func members(_ party: String) -> [String] { entries[party]?.members ?? [party] }

  /// Whether the register has the party.
  func knows(_ party: String) -> Bool { entries[party]?.isKnown ?? false }
}
