internal import ClaimModel
package import Lexicons

extension RegisterFacts {
  /// The facts of the registers, and the words by which claims are compared.
  package init(registers: Registers, words: ComparisonWords) {
    let parties = registers.parties
    let places = registers.places
    self.init(
      source: { name, date in
        guard let source = registers.sources.resolve(name, on: date) else { return nil }
        return Source(name: source.name, type: source.type, side: source.side)
      },
      party: { parties.resolve($0)?.name },
      isCountry: { name in
        // A capital's name stands for its government too, and is a town nevertheless: of a party's
        // other names only the abbreviations ('U.S.') are the country's for sure.
        guard let party = parties.resolve(name), places.resolve(name) == nil,
          party.name == name || Wording.isUpper(name)
        else { return false }
        return party.kind == .country || party.kind == .territory
      },
      adjective: { parties[$0]?.demonyms.first },
      lineage: { parties.lineage(of: $0) },
      leadingConflict: { registers.conflicts.conflict(of: $0, on: $1) },
      conflicts: registers.conflicts.sides, words: words)
  }
}

extension Reconciler {
  /// A reconciliation of no claims yet, with the facts of the registers.
  package init(
    registers: Registers, words: ComparisonWords,
    options: ReconciliationOptions = ReconciliationOptions()
  ) {
    self.init(facts: RegisterFacts(registers: registers, words: words), options: options)
  }
}
