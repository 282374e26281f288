package import ClaimModel
package import Lexicons

/// What the registers know, as the reconciliation asks for it.
///
/// Closures rather than the registers themselves, so that a test can state the few facts it needs.
package struct RegisterFacts: Sendable {
  /// A source as the register has it.
  package struct Source: Hashable, Sendable {
    /// The canonical name.
    package var name: String
    /// What kind of body or person it is.
    package var type: SourceType
    /// The party it belongs to or speaks for; empty where none.
    package var side: String

    package init(name: String, type: SourceType, side: String) {
      self.name = name
      self.type = type
      self.side = side
    }
  }

  /// The source that a name means on a date; nil where the register has none.
  package var source: @Sendable (String, PartialDate?) -> Source?
  /// The canonical name of a party; nil where the register has none.
  package var party: @Sendable (String) -> String?
  /// Whether a name is a whole country's or territory's, and no town's.
  package var isCountry: @Sendable (String) -> Bool
  /// The adjective of a party's people ('Ukrainian'); nil where the register has none.
  package var adjective: @Sendable (String) -> String?
  /// A party and those above it, nearest first.
  package var lineage: @Sendable (String) -> [String]
  /// The conflict that a party is mostly counted in on a date; nil where the register has none.
  package var leadingConflict: @Sendable (String, PartialDate?) -> String?
  /// Who takes part in which conflict on which side, when.
  package var conflicts: [ConflictSide]
  /// The words of the claims' language by which they are compared.
  package var words: ComparisonWords

  package init(
    source: @escaping @Sendable (String, PartialDate?) -> Source? = { _, _ in nil },
    party: @escaping @Sendable (String) -> String? = { _ in nil },
    isCountry: @escaping @Sendable (String) -> Bool = { _ in false },
    adjective: @escaping @Sendable (String) -> String? = { _ in nil },
    lineage: @escaping @Sendable (String) -> [String] = { [$0] },
    leadingConflict: @escaping @Sendable (String, PartialDate?) -> String? = { _, _ in nil },
    conflicts: [ConflictSide] = [], words: ComparisonWords = ComparisonWords()
  ) {
    self.words = words
    self.leadingConflict = leadingConflict
    self.source = source
    self.party = party
    self.isCountry = isCountry
    self.adjective = adjective
    self.lineage = lineage
    self.conflicts = conflicts
  }
}
