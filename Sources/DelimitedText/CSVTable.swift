/// A small table, read whole, whose rows are asked for their values by column name.
package struct CSVTable: Sendable {
  /// One row of a ``CSVTable``.
  package struct Row: Sendable {
    /// The line that the row starts on, counting from 1.
    package let line: Int
    /// The values in the order of the columns.
    package let values: [String]
    fileprivate let columns: [String: Int]

    /// The value in a column; empty where the table has no such column.
    package subscript(column: String) -> String {
      columns[column].map { values[$0] } ?? ""
    }
  }

  /// What the table is called in errors.
  package let name: String
  /// The names of the columns, in order.
  package let header: [String]
  /// The rows below the header.
  package let rows: [Row]

  /// Reads a table that keeps every rule, with a header and rows of its width.
  ///
  /// - Parameters:
  ///   - bytes: The table's text, UTF-8.
  ///   - name: What the table is called in errors: its path.
  /// - Throws: The first error, as one row that cannot be read makes a small table worthless.
  package init(parsing bytes: [UInt8], named name: String) throws(CSVError) {
    var reader = try CSVReader(.bytes(bytes), named: name)
    let header = try reader.readHeader()
    var columns: [String: Int] = [:]
    for (index, column) in header.enumerated() { columns[column] = index }
    var rows: [Row] = []
    while try reader.advance() {
      let values = (0..<reader.fieldCount).map { reader.string(at: $0) }
      rows.append(Row(line: reader.line, values: values, columns: columns))
    }
    self.name = name
    self.header = header
    self.rows = rows
  }

  /// Whether the table has a column of this name.
  package func hasColumn(_ name: String) -> Bool { header.contains(name) }
}
