package import ClaimModel

/// Applies a review to claims, one at a time, and keeps account of what it did.
///
/// Every claim that a decision concerns carries the decision in its extra column `review`, which
/// goes into every table. Applying a review twice changes nothing more.
package struct ReviewApplication {
  /// What a review says of one claim.
  package enum Verdict: Hashable, Sendable {
    /// Nothing.
    case unreviewed
    /// It stands as it is.
    case accepted
    /// Some of its columns were changed; a column that already had the value is not listed.
    case edited([Change])
    /// It is to be left out.
    case rejected
    /// Its edits contradict each other or the rest of it; it stands as it is.
    case refused(InputFault)
  }

  /// One column that an edit changed.
  package struct Change: Hashable, Sendable {
    /// The column.
    package var column: ClaimColumn
    /// Its value before.
    package var old: String
    /// Its value now.
    package var new: String
  }

  /// The extra column that carries the decision.
  package static let markColumn = "review"

  /// How many claims were accepted.
  package private(set) var accepted = 0
  /// How many claims were edited.
  package private(set) var edited = 0
  /// How many claims were rejected.
  package private(set) var rejected = 0

  private let review: Review
  private let convention: String
  private let interval: (Claim) -> Interval
  private let decisionsByClaim: [String: [Review.Decision]]
  private var seen: Set<String> = []

  /// An application of a review to claims that are to come.
  ///
  /// - Parameters:
  ///   - review: What was decided.
  ///   - convention: The name of the convention by which `interval` reads quantities.
  ///   - interval: Reads the quantity of a claim whose number was edited, but not its interval.
  package init(_ review: Review, convention: String, interval: @escaping (Claim) -> Interval) {
    self.review = review
    self.convention = convention
    self.interval = interval
    decisionsByClaim = Dictionary(grouping: review.decisions, by: \.claimID)
  }

  /// Applies what was decided about one claim.
  ///
  /// - Parameter claim: The claim, with its id; it is left as it is where it is rejected.
  /// - Returns: What was decided and done.
  package mutating func apply(to claim: inout Claim) -> Verdict {
    guard let decisions = decisionsByClaim[claim.id] else { return .unreviewed }
    seen.insert(claim.id)
    let judged = decisions.last { $0.kind != .edit }
    if judged?.kind == .reject {
      rejected += 1
      return .rejected
    }
    let edits = decisions.filter { $0.kind == .edit }
    if edits.isEmpty {
      accepted += 1
      Self.mark(&claim, "accepted", by: decisions)
      return .accepted
    }
    switch ClaimEdit.applying(edits, to: claim, convention: convention, interval: interval) {
    case .failure(var fault):
      fault.subject = review.name
      fault.location = "line \(edits.last?.line ?? 0), claim \(claim.id)"
      return .refused(fault)
    case .success(let changed):
      let columns = ClaimColumn.allCases.filter { column in edits.contains { $0.column == column } }
      let changes = ClaimColumn.allCases.compactMap { column -> Change? in
        let old = ClaimTableWriter.text(column, of: claim)
        let new = ClaimTableWriter.text(column, of: changed)
        return old == new ? nil : Change(column: column, old: old, new: new)
      }
      edited += 1
      claim = changed
      Self.mark(
        &claim, "edited " + columns.map(\.rawValue).joined(separator: ", "), by: decisions)
      return .edited(changes)
    }
  }

  /// Applies what was decided to all claims, leaving out the rejected ones.
  ///
  /// - Returns: The rejected claims, and the faults of decisions that could not be followed,
  ///   those about claims that are gone among them.
  package mutating func apply(
    to claims: inout [Claim]
  ) -> (rejected: [Claim], faults: [InputFault]) {
    var kept: [Claim] = []
    var rejectedClaims: [Claim] = []
    var faults: [InputFault] = []
    kept.reserveCapacity(claims.count)
    for var claim in claims {
      switch apply(to: &claim) {
      case .rejected: rejectedClaims.append(claim)
      case .refused(let fault):
        faults.append(fault)
        kept.append(claim)
      case .unreviewed, .accepted, .edited: kept.append(claim)
      }
    }
    claims = kept
    return (rejectedClaims, faults + gone)
  }

  /// The faults of decisions about claims that did not come; asked for at the end.
  package var gone: [InputFault] {
    review.decisions.filter { !seen.contains($0.claimID) }.map {
      InputFault(
        subject: review.name, location: "line \($0.line)",
        problem: "the claim \($0.claimID) is not among the claims",
        advice: "its text has changed or its document is missing: review it again, or drop the row")
    }
  }

  private static func mark(_ claim: inout Claim, _ what: String, by decisions: [Review.Decision]) {
    var reviewers: [String] = []
    for decision in decisions where !decision.reviewer.isEmpty {
      if !reviewers.contains(decision.reviewer) { reviewers.append(decision.reviewer) }
    }
    let text = reviewers.isEmpty ? what : "\(what) by \(reviewers.joined(separator: ", "))"
    if let index = claim.extra.firstIndex(where: { $0.column == markColumn }) {
      claim.extra[index].value = text
    } else {
      claim.extra.append(ExtraField(column: markColumn, value: text))
    }
  }
}
