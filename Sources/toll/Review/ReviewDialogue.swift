import ClaimModel
import ClaimTables
import Foundation
import Reconciliation

/// Asks a person about claims, one after another, in the terminal.
///
/// Questions go to standard error and answers come from standard input, so that a script can answer
/// as well as a person.
struct ReviewDialogue {
  private static let keys =
    "[a]ccept  [r]eject  [e]dit  [n]ote and accept  [s]kip  [w]hy  [q]uit"
  private let reconciliation: Reconciliation
  private let reviewer: String
  private let file: DecisionFile

  init(reconciliation: Reconciliation, reviewer: String, file: DecisionFile) {
    self.reconciliation = reconciliation
    self.reviewer = reviewer
    self.file = file
  }

  /// Asks about claims until all are done or the person leaves.
  ///
  /// - Returns: How many claims were decided.
  func run(_ items: some Collection<ReviewQueue.Item>) throws -> Int {
    var decided = 0
    for (number, item) in items.enumerated() {
      say("\n\(number + 1) of \(items.count)\n" + card(item))
      switch try ask(about: item.claim) {
      case .decided: decided += 1
      case .skipped: continue
      case .left: return decided
      }
    }
    return decided
  }

  private enum Answer { case decided, skipped, left }

  private func ask(about claim: Claim) throws -> Answer {
    while true {
      guard let answer = prompt(Self.keys + " > ") else { return .left }
      switch answer.first {
      case "a":
        try file.add(decision(claim, .accept))
        return .decided
      case "r":
        guard let note = prompt("why (may be empty) > ") else { return .left }
        try file.add(decision(claim, .reject, note: note))
        return .decided
      case "n":
        guard let note = prompt("note > ") else { return .left }
        try file.add(decision(claim, .accept, note: note))
        return .decided
      case "e":
        switch try edit(claim) {
        case .decided: return .decided
        case .left: return .left
        case .skipped: continue
        }
      case "w":
        say(
          ClaimExplanation(
            claim: claim, reconciliation: reconciliation, reviewed: nil, paints: false
          ).text)
      case "s": return .skipped
      case "q": return .left
      default: say("answer with one of the letters in brackets\n")
      }
    }
  }

  /// Asks for a column and its new value until the value is one that the column takes.
  private func edit(_ claim: Claim) throws -> Answer {
    let columns = ClaimColumn.allCases.filter { $0 != .claimID }
    guard let name = prompt("column (party, source, outcome, stated_low, …) > ") else {
      return .left
    }
    guard let column = columns.first(where: { $0.rawValue == name }) else {
      say(
        "there is no column '\(name)'; it is one of "
          + columns.map(\.rawValue).joined(separator: ", ") + "\n")
      return .skipped
    }
    let old = ClaimTableWriter.text(column, of: claim)
    guard let value = prompt("\(name) is '\(old)', should be > ") else { return .left }
    if let problem = ClaimEdit.problem(with: value, in: column) {
      say("\(problem.problem); \(problem.advice)\n")
      return .skipped
    }
    var decision = decision(claim, .edit)
    decision.column = column
    decision.value = value
    try file.add(decision)
    return .decided
  }

  private func decision(
    _ claim: Claim, _ kind: Review.Decision.Kind, note: String = ""
  ) -> Review.Decision {
    Review.Decision(claimID: claim.id, kind: kind, reviewer: reviewer, note: note)
  }

  private func card(_ item: ReviewQueue.Item) -> String {
    let claim = item.claim
    let source = claim.attribution.source.isEmpty ? "the author" : claim.attribution.source
    var lines = [
      "  “\(claim.quote)”",
      "  \(claim.expression): \(claim.outcome.rawValue), "
        + "\(claim.party.isEmpty ? "party unknown" : claim.party), \(claim.status.rawValue), "
        + "says \(source), \(claim.stance.rawValue)",
      "  \(claim.documentID) \(claim.published?.description ?? "")",
    ]
    for reason in item.reasons { lines.append("  ! \(reason)") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Asks for a line; nil where the answers have ended.
  private func prompt(_ question: String) -> String? {
    say(question)
    guard let line = readLine() else {
      say("\n")
      return nil
    }
    var answer = Substring(line)
    while let first = answer.first, first == " " || first == "\t" { answer.removeFirst() }
    while let last = answer.last, last == " " || last == "\t" || last == "\r" {
      answer.removeLast()
    }
    return String(answer)
  }

  private func say(_ text: String) {
    var text = text
    text.withUTF8 {
      try? writeAll(UnsafeRawBufferPointer($0), to: STDERR_FILENO, named: "standard error")
    }
  }
}
