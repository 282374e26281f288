import ClaimModel
import Reconciliation

/// Claims in the order in which they need a person's look.
struct ReviewQueue {
  /// The claims, the most doubtful first.
  let claims: [Claim]

  /// Orders claims: those that the gravest findings rest on first, then those that were read with
  /// the least confidence, then in the order of the table.
  init(_ claims: [Claim], _ reconciliation: Reconciliation) {
    var severities: [String: Int] = [:]
    for finding in reconciliation.findings {
      for id in finding.claims {
        severities[id] = max(severities[id, default: 0], finding.severity)
      }
    }
    // A finding of a hundredfold gap weighs as much as a reading that is worth nothing.
    func weight(_ claim: Claim) -> Int {
      severities[claim.id, default: 0] / 2 + (1000 - (claim.confidence ?? 1000))
    }
    self.claims = claims.enumerated().map { (weight($1), $0, $1) }
      .sorted { ($1.0, $0.1) < ($0.0, $1.1) }.map(\.2)
  }
}
