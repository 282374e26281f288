package import CorpusDiff

import ClaimModel
import ClaimTables
import DelimitedText

/// A diff as a table in long form: a row a changed cell, a row for every added or removed claim.
package enum DiffCSV {
  /// The rows of the table below the header (``DiffTable/changes``).
  ///
  /// For an added or removed claim, the column is empty, and the figure stands under new or old.
  package static func rows(_ report: DiffReport) -> [[String]] {
    var rows: [[String]] = []
    for (position, item) in report.listed.enumerated() {
      let change = item.change
      guard let claim = change.latest else { continue }
      let front = [
        String(position + 1), change.kind.rawValue, change.isCopy ? "true" : "false", claim.party,
        claim.status.rawValue, claim.outcome.rawValue, claim.scope.rawValue,
        report.diff.options.origin(claim), change.old?.documentID ?? "",
        change.new?.documentID ?? "", change.old?.id ?? "", change.new?.id ?? "",
      ]
      let reason = item.explanation?.sentence ?? change.rule?.reason ?? ""
      if change.old == nil || change.new == nil {
        rows.append(
          front + [
            "", change.old.map(FigureWords.figure) ?? "", change.new.map(FigureWords.figure) ?? "",
            reason, item.review ?? "",
          ])
      }
      for cell in change.cells {
        rows.append(front + [cell.column, cell.old, cell.new, reason, item.review ?? ""])
      }
    }
    return rows
  }

  /// The whole table.
  ///
  /// - Parameters:
  ///   - report: the diff.
  ///   - hasHXLRow: whether the HXL row stands under the header.
  /// - Returns: the text.
  package static func render(_ report: DiffReport, hasHXLRow: Bool = false) -> String {
    DiffTable.changes.text(rows(report), hasHXLRow: hasHXLRow)
  }
}

extension DiffTable {
  /// Rows under the table's header.
  func text(_ rows: [[String]], hasHXLRow: Bool) -> String {
    let front = hasHXLRow ? [schema.header, schema.hxlTags] : [schema.header]
    return String(decoding: CSVWriter.text(front + rows), as: UTF8.self)
  }
}
