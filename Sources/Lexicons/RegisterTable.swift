internal import ClaimModel
internal import DelimitedText

/// A register's table with its columns checked, whose cells are read as typed values.
///
/// Every fault names the file, the line and the column, what stands there and what was expected.
struct RegisterTable {
  private let table: CSVTable

  /// Takes a table in, whose columns are all required or optional ones: any other is a fault, as it
  /// is mostly a misspelling.
  init(_ table: CSVTable, required: [String], optional: [String]) throws(InputFault) {
    self.table = table
    let expected = "the columns are \((required + optional).joined(separator: ", "))"
    for column in required where !table.header.contains(column) {
      throw InputFault(
        subject: table.name, location: "line 1", problem: "the column '\(column)' is missing",
        advice: expected)
    }
    var seen: Set<String> = []
    for column in table.header {
      guard required.contains(column) || optional.contains(column) else {
        throw InputFault(
          subject: table.name, location: "line 1",
          problem: "there is an unknown column '\(column)'",
          advice: expected)
      }
      guard seen.insert(column).inserted else {
        throw InputFault(
          subject: table.name, location: "line 1", problem: "the column '\(column)' stands twice",
          advice: "keep one of them")
      }
    }
  }

  /// The rows, in the order of the file.
  var rows: [CSVTable.Row] { table.rows }

  /// A cell that must not be empty.
  func text(_ column: String, of row: CSVTable.Row) throws(InputFault) -> String {
    let value = row[column]
    if value.isEmpty {
      throw fault(column, of: row, "the cell is empty", "give the \(column)")
    }
    return value
  }

  /// A cell of several values, which `|` separates.
  func list(_ column: String, of row: CSVTable.Row) throws(InputFault) -> [String] {
    let cell = row[column]
    if cell.isEmpty { return [] }
    var values: [String] = []
    for part in cell.split(separator: "|", omittingEmptySubsequences: false) {
      let value = String(part)
      if value.isEmpty || value.hasPrefix(" ") || value.hasSuffix(" ") {
        throw fault(
          column, of: row, "'\(cell)' has an empty value or a space beside a '|'",
          "separate values by '|' alone")
      }
      if values.contains(value) {
        throw fault(column, of: row, "'\(value)' stands twice", "keep one of them")
      }
      values.append(value)
    }
    return values
  }

  /// A cell that holds one of a closed set of words.
  func choice<Value: RawRepresentable & CaseIterable>(
    _ column: String, of row: CSVTable.Row, as type: Value.Type
  ) throws(InputFault) -> Value where Value.RawValue == String {
    guard let value = Value(rawValue: row[column]) else {
      let words = Value.allCases.map(\.rawValue).joined(separator: ", ")
      throw fault(
        column, of: row, "'\(row[column])' is none of its values", "write one of \(words)")
    }
    return value
  }

  /// A cell that holds a day, a month, a year or nothing.
  func date(_ column: String, of row: CSVTable.Row) throws(InputFault) -> PartialDate? {
    let cell = row[column]
    if cell.isEmpty { return nil }
    guard let date = PartialDate(cell) else {
      throw fault(column, of: row, "'\(cell)' is no date", "write YYYY-MM-DD, YYYY-MM or YYYY")
    }
    return date
  }

  /// Two cells that hold the ends of a stretch of time, either of them open.
  func period(
    of row: CSVTable.Row
  ) throws(InputFault) -> (from: PartialDate?, to: PartialDate?) {
    let from = try date("from", of: row)
    let to = try date("to", of: row)
    if let from, let to, to.lastDay < from.firstDay {
      throw fault("to", of: row, "\(to) lies before 'from', \(from)", "put the earlier date first")
    }
    return (from, to)
  }

  /// A fault of one cell.
  func fault(
    _ column: String, of row: CSVTable.Row, _ problem: String, _ advice: String
  ) -> InputFault {
    InputFault(
      subject: table.name, location: "line \(row.line), column '\(column)'", problem: problem,
      advice: advice)
  }
}
