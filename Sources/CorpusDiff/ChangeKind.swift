/// What became of a claim between two corpora.
///
/// Where several things changed at once, the change is named for the weightiest:
/// ``reclassified``, then ``reattributed``, ``revised``, ``requalified``, ``moved``.
package enum ChangeKind: String, Hashable, Sendable, CaseIterable {
  /// Only the new corpus has it.
  case added
  /// Only the old corpus has it.
  case removed
  /// Its outcome, party, status, stance, scope, event or whole changed, or the time or place of a
  /// number that is as it was.
  case reclassified
  /// Its source changed.
  case reattributed
  /// Its number changed.
  case revised
  /// Its qualifier or bounds changed, not its stated number.
  case requalified
  /// Only where it stands, how it is worded or how it is recorded changed.
  case moved
  /// Nothing that is compared changed.
  case unchanged

  /// Whether a change of this kind makes two corpora say different things.
  package var isDifference: Bool { self != .moved && self != .unchanged }

  /// The kind of the same change read backwards.
  package var reversed: ChangeKind {
    switch self {
    case .added: .removed
    case .removed: .added
    default: self
    }
  }
}
