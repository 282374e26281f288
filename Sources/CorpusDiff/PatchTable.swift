package import ClaimModel
package import ClaimTables
import DelimitedText

extension DiffPatch {
  /// The columns of a patch's table.
  package static let schema = TableSchema(
    name: "patch", description: "One row a cell that changes on the way from OLD to NEW.",
    columns: [
      TableColumn("change_id", .integer, "the change, 0 for the corpora", minimum: 0),
      TableColumn("kind", .choice(ChangeKind.words), "what became of the claim"),
      TableColumn("edit", .choice(Edit.words), "what is done", isRequired: true),
      TableColumn("claim_id_old", .string, "the claim in OLD"),
      TableColumn("claim_id_new", .string, "the claim in NEW"),
      TableColumn("row_old", .integer, "its row in OLD, the first is 1", minimum: 1),
      TableColumn("row_new", .integer, "its row in NEW", minimum: 1),
      TableColumn("column", .string, "the column that changes"),
      TableColumn("old", .string, "the cell in OLD"),
      TableColumn("new", .string, "the cell in NEW"),
    ])

  /// The header row of a patch's table.
  package static let header = schema.header

  /// What a line of the table does.
  private enum Edit: String, CaseIterable {
    /// Says how many rows the corpora have and what they amount to.
    case corpus
    /// Changes a cell of a row that stays.
    case set
    /// Holds a cell of an added claim.
    case add
    /// Holds a cell of a removed claim.
    case remove
    /// Takes away a column that the claims table does not define.
    case drop
    /// Gives such a column.
    case append
    /// Puts an unchanged row in its place.
    case place
  }

  /// The table's rows below the header: long form, a row a cell; rows of corpora count from 1.
  package var rows: [[String]] {
    var rows = [
      line(0, nil, .corpus, "rows", String(old.rows), String(new.rows)),
      line(0, nil, .corpus, "hash", old.hash, new.hash),
    ]
    for (position, entry) in entries.enumerated() {
      let number = position + 1
      let edit: Edit = entry.oldRow == nil ? .add : entry.newRow == nil ? .remove : .set
      for cell in entry.cells {
        rows.append(line(number, entry, edit, cell.column, cell.old, cell.new))
      }
      for field in entry.dropped {
        rows.append(line(number, entry, .drop, field.column, field.value, ""))
      }
      for field in entry.appended {
        rows.append(line(number, entry, .append, field.column, "", field.value))
      }
      if entry.cells.isEmpty, entry.dropped.isEmpty, entry.appended.isEmpty {
        rows.append(line(number, entry, .place, "", "", ""))
      }
    }
    return rows
  }

  /// The whole table as CSV.
  package var csv: [UInt8] { CSVWriter.text([Self.header] + rows) }

  private func line(
    _ number: Int, _ entry: Entry?, _ edit: Edit, _ column: String, _ old: String, _ new: String
  ) -> [String] {
    [
      String(number), entry?.kind.rawValue ?? "", edit.rawValue, entry?.oldID ?? "",
      entry?.newID ?? "", entry?.oldRow.map { String($0 + 1) } ?? "",
      entry?.newRow.map { String($0 + 1) } ?? "", column, old, new,
    ]
  }

  /// Reads a patch's table.
  ///
  /// - Parameters:
  ///   - bytes: the table as CSV.
  ///   - name: what the patch is called in errors: its path.
  /// - Throws: ``InputFault`` with the line and column that is no part of a patch.
  package init(parsing bytes: [UInt8], named name: String) throws(InputFault) {
    let table: CSVTable
    do {
      table = try CSVTable(parsing: bytes, named: name)
    } catch {
      throw InputFault(
        subject: name, problem: "\(error)", advice: "give a patch that 'toll diff' wrote")
    }
    for column in Self.header where !table.hasColumn(column) {
      throw InputFault(
        subject: name, location: "column '\(column)'", problem: "the column is missing",
        advice: "give a patch that 'toll diff' wrote")
    }
    self.init(
      old: Seal(rows: -1, hash: ""), new: Seal(rows: -1, hash: ""), entries: [])
    var number = ""
    for row in table.rows {
      let line = PatchLine(row: row, name: name)
      let edit = try line.value("edit", Edit.init(rawValue:))
      if edit == .corpus {
        try read(corpus: line)
        continue
      }
      if row["change_id"] != number || entries.isEmpty {
        number = row["change_id"]
        entries.append(try Self.entry(line))
      }
      try entries[entries.count - 1].take(
        line, isCell: edit == .set || edit == .add || edit == .remove,
        isDropped: edit == .drop, isAppended: edit == .append)
    }
    guard old.rows >= 0, new.rows >= 0 else {
      throw InputFault(
        subject: name, problem: "no line says how many rows the corpora have",
        advice: "give a patch that 'toll diff' wrote, whole")
    }
  }

  private mutating func read(corpus line: PatchLine) throws(InputFault) {
    switch line.row["column"] {
    case "rows":
      old.rows = try line.value("old", Self.count)
      new.rows = try line.value("new", Self.count)
    case "hash":
      old.hash = line.row["old"]
      new.hash = line.row["new"]
    default:
      throw line.fault("column", "expected 'rows' or 'hash'")
    }
  }

  private static func entry(_ line: PatchLine) throws(InputFault) -> Entry {
    Entry(
      kind: try line.value("kind", ChangeKind.init(rawValue:)), oldID: line.row["claim_id_old"],
      newID: line.row["claim_id_new"], oldRow: try line.rowNumber("row_old"),
      newRow: try line.rowNumber("row_new"), cells: [], dropped: [], appended: [])
  }

  private static func count(_ text: String) -> Int? {
    Int(text).flatMap { (0...Int(Int32.max)).contains($0) ? $0 : nil }
  }
}

extension DiffPatch.Entry {
  /// Takes in what a line says of the entry's row.
  fileprivate mutating func take(
    _ line: PatchLine, isCell: Bool, isDropped: Bool, isAppended: Bool
  ) throws(InputFault) {
    let column = line.row["column"]
    if isCell {
      guard ClaimColumn(rawValue: column) != nil else {
        throw line.fault("column", "the claims table has no such column")
      }
      cells.append(CellChange(column: column, old: line.row["old"], new: line.row["new"]))
    }
    if isDropped { dropped.append(ExtraField(column: column, value: line.row["old"])) }
    if isAppended { appended.append(ExtraField(column: column, value: line.row["new"])) }
  }
}

/// One line of a patch's table.
private struct PatchLine {
  let row: CSVTable.Row
  let name: String

  /// The value of a column.
  func value<T>(_ column: String, _ read: (String) -> T?) throws(InputFault) -> T {
    guard let value = read(row[column]) else { throw fault(column, "is not what it should be") }
    return value
  }

  /// A row of a corpus, counted from 0; nil where the cell is empty.
  func rowNumber(_ column: String) throws(InputFault) -> Int? {
    if row[column].isEmpty { return nil }
    guard let number = Int(row[column]), number > 0, number <= Int(Int32.max) else {
      throw fault(column, "expected a row number from 1 up")
    }
    return number - 1
  }

  /// What is wrong with the line.
  func fault(_ column: String, _ problem: String) -> InputFault {
    InputFault(
      subject: name, location: "line \(row.line), column '\(column)'",
      problem: "found '\(row[column])', \(problem)",
      advice: "give a patch that 'toll diff' wrote, unchanged")
  }
}
