package import ClaimModel
import ClaimTables

/// By how much two numbers may differ and still count as equal.
package struct Tolerance: Hashable, Sendable {
  /// The greatest difference in units of the column.
  package var absolute: Int
  /// The greatest difference in thousandths of the greater number.
  package var perMille: Int

  package init(absolute: Int = 0, perMille: Int = 0) {
    self.absolute = absolute
    self.perMille = perMille
  }

  /// Whether the two count as equal; a missing number equals only a missing one.
  package func allows(_ a: Int?, _ b: Int?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    let (difference, overflow) = max(a, b).subtractingReportingOverflow(min(a, b))
    if overflow { return false }
    if difference <= absolute { return true }
    let (scaled, tooMuch) = difference.multipliedReportingOverflow(by: 1000)
    let (bound, beyond) = max(abs(a), abs(b)).multipliedReportingOverflow(by: perMille)
    return !tooMuch && (beyond || scaled <= bound)
  }
}

/// How two corpora are compared.
package struct DiffOptions: Sendable {
  /// Names of columns whose changes are neither reported nor counted.
  package var ignored: Set<String>
  /// How far counts may differ and still be equal.
  package var tolerance: Tolerance
  /// Tolerances of single columns, by name, over ``tolerance``; `start`, `end` and `confidence`
  /// (in thousandths) may be named too.
  package var tolerances: [String: Tolerance]
  /// The kinds to list; all are counted.
  package var kinds: Set<ChangeKind>
  /// The canonical name of the one who is credited with a claim.
  package var origin: @Sendable (Claim) -> String
  /// What the claim's question is about besides party, status, outcome and scope: the event, or
  /// the conflict of a cumulative figure.
  package var subject: @Sendable (Claim) -> String

  package init(
    ignored: Set<String> = [], tolerance: Tolerance = Tolerance(),
    tolerances: [String: Tolerance] = [:], kinds: Set<ChangeKind> = Set(ChangeKind.allCases),
    origin: @escaping @Sendable (Claim) -> String = DiffOptions.namedOrigin,
    subject: @escaping @Sendable (Claim) -> String = { $0.event }
  ) {
    self.ignored = ignored
    self.tolerance = tolerance
    self.tolerances = tolerances
    self.kinds = kinds
    self.origin = origin
    self.subject = subject
  }

  /// The source as it stands, else the publisher, else the document.
  @Sendable package static func namedOrigin(_ claim: Claim) -> String {
    if !claim.attribution.source.isEmpty { return claim.attribution.source }
    return claim.publisher.isEmpty ? claim.documentID : claim.publisher
  }

  /// The tolerance of a column.
  func tolerance(of column: ClaimColumn) -> Tolerance? {
    if let own = tolerances[column.rawValue] { return own }
    return column.isCount ? tolerance : nil
  }
}
