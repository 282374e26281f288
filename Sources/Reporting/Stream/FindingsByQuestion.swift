internal import Reconciliation
internal import RowSorting

/// The findings of questions, entered under each of them and taken while they pass by their ids.
struct FindingsByQuestion: ~Copyable {
  private var findings: SortedRows
  private var hasFinding: Bool

  /// Enters a finding under each of its questions, as ``take(_:)`` reads it.
  ///
  /// - Throws: What the sorter's store throws.
  static func add(
    _ finding: Finding, to sorter: inout RowSorter, _ row: inout RowWriter
  ) throws {
    for question in finding.questions {
      row.begin()
      row.write(question)
      finding.writeOrder(to: &row)
      row.write(finding.kind == .revision ? 0 : finding.severity)
      try sorter.add(row)
    }
  }

  /// The findings that a sorter holds.
  ///
  /// - Throws: What the sorter's store throws.
  init(_ sorter: consuming RowSorter) throws {
    var sorted = try sorter.sorted()
    hasFinding = try sorted.advance()
    findings = sorted
  }

  /// The findings of a question that comes behind all those asked for before.
  ///
  /// - Parameter question: The question's id.
  /// - Returns: The findings' ids in the report's order, and the highest severity; 0 for none.
  /// - Throws: What the sorter's store throws.
  mutating func take(_ question: String) throws -> (ids: [String], severity: Int) {
    var ids: [String] = []
    var severity = 0
    while hasFinding {
      var finding = RowReader(findings.row)
      let asked = finding.text()
      if asked > question { break }
      if asked == question {
        ids.append(Finding.skipOrder(&finding))
        severity = max(severity, finding.integer())
      }
      hasFinding = try findings.advance()
    }
    return (ids, severity)
  }
}
