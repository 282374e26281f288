package import ClaimModel

/// How far a claim must be right to count; each level but the first stands on others.
package enum EvaluationLevel: String, Hashable, Sendable, CaseIterable {
  /// The number expressions overlap.
  case found
  /// Found, the stated numbers are equal, and the qualifiers are of one family.
  case value
  /// The value, and the outcome is equal: the figure itself.
  case outcome
  /// The outcome, and the victims' phrases share a content word (or people wrote none).
  case victims
  /// The outcome, and the party is equal but for case.
  case party
  /// The outcome, and the status is equal.
  case status
  /// The outcome, and the source's names agree; none agrees with none.
  case source
  /// The outcome, and the stance is equal.
  case stance
  /// The outcome, and both are a part of another figure or both are not.
  case part
  /// Outcome, party, source, stance and part: a row that can be taken as it is.
  case row
}

/// A claim that is not as people read it.
package struct EvaluationError: Hashable, Sendable {
  /// What is wrong.
  package enum Kind: Hashable, Sendable {
    /// People read a claim that was not extracted.
    case missed
    /// A claim was extracted that people did not read.
    case spurious
    /// The claim is wrong at these levels.
    case wrong([EvaluationLevel])
  }

  /// The document.
  package var document: String
  /// What is wrong.
  package var kind: Kind
  /// What was extracted.
  package var claim: Claim?
  /// What people read.
  package var gold: GoldClaim?

  package init(document: String, kind: Kind, claim: Claim?, gold: GoldClaim?) {
    self.document = document
    self.kind = kind
    self.claim = claim
    self.gold = gold
  }
}
