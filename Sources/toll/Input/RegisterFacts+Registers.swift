import ClaimModel
import Lexicons
import Reconciliation

extension RegisterFacts {
  /// The facts of the registers.
  init(registers: Registers) {
    self.init(
      source: { name, date in
        guard let source = registers.sources.resolve(name, on: date) else { return nil }
        return Source(name: source.name, type: source.type, side: source.side)
      },
      party: { registers.parties.resolve($0)?.name },
      adjective: { registers.parties.resolve($0)?.demonyms.first },
      lineage: { registers.parties.lineage(of: $0) },
      conflicts: registers.conflicts.sides)
  }
}
