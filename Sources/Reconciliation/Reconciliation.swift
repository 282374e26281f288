package import ClaimModel

/// All that reconciling a claims table gives: what reports are made from.
///
/// This module takes claims (``Reconciler/add(_:)``) in any order and in any partition, resolves
/// who is credited with each figure, collapses repetitions, gathers what is comparable into
/// questions, and gives one range a question and one finding a discrepancy. It refuses nothing: a
/// claim that enters no range is listed with the reason. Two runs over the same claims give the
/// same values, whatever the order of the rows.
package struct Reconciliation: Sendable {
  /// The claims by their ids, as they were read (and reviewed); empty where
  /// ``ReconciliationOptions/keepsClaims`` is off.
  package var claims: [String: Claim]
  /// One range a question, the largest matters first by party, outcome and event.
  package var ranges: [QuestionRange]
  /// The discrepancies, the gravest first.
  package var findings: [Finding]
  /// Who has counted whom.
  package var coverage: [CoverageCell]
  /// What each origin said when, by question.
  package var timeline: [TimelinePoint]
  /// The claims that entered no range.
  package var setAside: [SetAside]
  /// How incident claims without an event were put together.
  package var events: [EventGroup]
  /// How many claims were taken in, set aside or not.
  package var claimCount: Int
  /// The conflicts that claims name and the register does not have, with how many claims do: they
  /// stand for themselves, and nobody's side in them is known.
  package var unknownConflicts: [String: Int] = [:]

  package init(
    claims: [String: Claim] = [:], ranges: [QuestionRange] = [], findings: [Finding] = [],
    coverage: [CoverageCell] = [], timeline: [TimelinePoint] = [], setAside: [SetAside] = [],
    events: [EventGroup] = [], claimCount: Int = 0
  ) {
    self.claims = claims
    self.ranges = ranges
    self.findings = findings
    self.coverage = coverage
    self.timeline = timeline
    self.setAside = setAside
    self.events = events
    self.claimCount = claimCount
  }

  /// The ids of the claims that ranges and findings name: what a second pass over the tables has
  /// to fetch where the claims were not kept.
  package var citedClaims: Set<String> {
    var ids: Set<String> = []
    for range in ranges {
      for answer in range.answers { ids.insert(answer.current) }
    }
    for finding in findings { ids.formUnion(finding.claims) }
    return ids
  }
}

/// Claims of one event that no table named, and why they were put together.
package struct EventGroup: Hashable, Sendable {
  /// The key that was worked out, as ranges carry it: `2025-04-13, Sumy`.
  package var event: String
  /// The claims, in the order of their ids.
  package var claims: [String]
  /// One plain sentence a document that joined: what it shares with those before it.
  package var reasons: [String]

  package init(event: String, claims: [String], reasons: [String]) {
    self.event = event
    self.claims = claims
    self.reasons = reasons
  }
}
