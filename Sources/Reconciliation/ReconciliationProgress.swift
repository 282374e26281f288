/// How far a reconciliation has come.
package struct ReconciliationProgress: Sendable {
  /// What is being done.
  package enum Step: Sendable {
    /// Claims are put under questions, document by document.
    case settling
    /// Questions get their ranges and findings.
    case comparing
  }

  package var step: Step
  /// How many claims the step has gone through.
  package var claims: Int
  /// How many claims there are.
  package var total: Int
}
