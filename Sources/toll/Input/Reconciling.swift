import ClaimModel
import Lexicons
import Reconciliation
import Reporting

extension Corpus {
  /// Reconciles the claims and silences.
  func reconciled(
    with facts: RegisterFacts, _ options: ReconciliationOptions
  ) throws -> Reconciliation {
    var reconciler = Reconciler(facts: facts, options: options)
    for claim in claims { try reconciler.add(claim) }
    for silence in silences { reconciler.add(silence: silence) }
    return try reconciler.finish()
  }
}

/// What a report says about how it was made.
enum MethodNotes {
  /// A note on each choice that changes what a report says.
  static func notes(
    convention: String?, ranges: RangeOptions, registers: Registers, reviewed: Int, rejected: Int
  ) -> [MethodNote] {
    var notes = [
      MethodNote("Tool", "toll " + Toll.version),
      MethodNote("Convention", convention ?? "as the claims table says, else interval"),
      MethodNote("Best figure", ranges.rule.rawValue),
      MethodNote("Comparable", "claims that agree on " + ranges.by),
      MethodNote("Stances in ranges", ranges.stance),
      MethodNote(
        "Registers",
        "\(registers.parties.parties.count) parties, \(registers.sources.sources.count) sources, "
          + "\(registers.conflicts.sides.count) sides of conflicts"),
    ]
    notes += ranges.changed
    if reviewed + rejected > 0 {
      notes.append(
        MethodNote("Review", "\(reviewed) claims changed or accepted, \(rejected) rejected"))
    }
    return notes
  }
}

extension Reconciliation {
  /// Says which conflicts of the claims the register does not have.
  func tellUnknownConflicts(_ session: Session) {
    session.tell(unknownConflicts: unknownConflicts)
  }
}

extension Session {
  /// Says which conflicts of the claims the register does not have, and how many claims name them.
  func tell(unknownConflicts: [String: Int]) {
    for (conflict, count) in unknownConflicts.sorted(by: { $0.key < $1.key }) {
      messages.summarize(
        "the conflict '\(conflict)' of \(counted(count, "claim", "claims")) is not in the register: it "
          + "stands for itself, without sides; mend the name or add it with --conflicts FILE")
    }
  }
}
