package import CorpusDiff

import ClaimModel
import DelimitedText

/// A diff as a table in long form: a row a changed cell, a row for every added or removed claim.
package enum DiffCSV {
  /// The table's header row.
  package static let header = [
    "change_id", "kind", "copy", "party", "status", "outcome", "scope", "origin", "document_old",
    "document_new", "claim_id_old", "claim_id_new", "column", "old", "new", "explanation",
  ]

  /// The rows of the table below the header.
  ///
  /// For an added or removed claim, the column is empty, and the figure stands under new or old.
  package static func rows(_ report: DiffReport) -> [[String]] {
    var rows: [[String]] = []
    for (position, (change, explanation)) in report.listed.enumerated() {
      guard let claim = change.latest else { continue }
      let front = [
        String(position + 1), change.kind.rawValue, change.isCopy ? "true" : "false", claim.party,
        claim.status.rawValue, claim.outcome.rawValue, claim.scope.rawValue,
        report.diff.options.origin(claim), change.old?.documentID ?? "",
        change.new?.documentID ?? "", change.old?.id ?? "", change.new?.id ?? "",
      ]
      let reason = explanation?.sentence ?? change.rule?.reason ?? ""
      if change.old == nil || change.new == nil {
        rows.append(
          front + [
            "", change.old.map(FigureWords.figure) ?? "", change.new.map(FigureWords.figure) ?? "",
            reason,
          ])
      }
      for cell in change.cells { rows.append(front + [cell.column, cell.old, cell.new, reason]) }
    }
    return rows
  }

  /// The whole table.
  package static func render(_ report: DiffReport) -> String {
    String(decoding: CSVWriter.text([header] + rows(report)), as: UTF8.self)
  }
}
