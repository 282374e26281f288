package import ClaimModel

/// Why a table could not be read further, and where.
package struct CSVError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was wrong.
  package enum Kind: Hashable, Sendable {
    /// A quote inside an unquoted field, or text behind a closing quote.
    case malformedQuoting
    /// A quoted field that the input ends in.
    case unterminatedQuote
    /// A field or row of more bytes than the dialect allows.
    case tooLong(limit: Int)
    /// A row of another width than the header.
    case raggedRow(fields: Int, expected: Int)
    /// No header row.
    case noHeader
    /// Two columns of one name.
    case duplicateColumn(String)
    /// The source failed, in its own words.
    case unreadable(String)
    /// The system gave no memory.
    case outOfMemory
  }

  /// What was wrong.
  package var kind: Kind
  /// The name of the table: a path, or what the caller calls it.
  package var table: String
  /// The row, counting from 1 with the header.
  package var row: Int
  /// The line of the text, counting from 1, blank lines and lines inside fields too.
  package var line: Int
  /// The field of the row, counting from 1; 0 where the whole row is meant.
  package var column: Int
  /// The offset in bytes from the start of the input, a byte order mark included.
  package var byte: Int

  package init(kind: Kind, table: String, row: Int, line: Int, column: Int, byte: Int) {
    self.kind = kind
    self.table = table
    self.row = row
    self.line = line
    self.column = column
    self.byte = byte
  }

  /// The error as one line for a person.
  package var fault: InputFault {
    InputFault(subject: table, location: location, problem: problem, advice: advice)
  }

  package var description: String { fault.description }

  private var location: String {
    switch kind {
    case .noHeader: return ""
    case .unreadable, .outOfMemory: return "byte \(byte)"
    default:
      let field = column == 0 ? "" : ", column \(column)"
      return "line \(line), row \(row)\(field), byte \(byte)"
    }
  }

  private var problem: String {
    switch kind {
    case .malformedQuoting:
      "a quote in an unquoted field, or text behind a closing quote"
    case .unterminatedQuote: "a quoted field is never closed"
    case .tooLong(let limit): "a field or row of more than \(limit) bytes"
    case .raggedRow(let fields, let expected):
      "\(fields) fields, but the header has \(expected)"
    case .noHeader: "the table is empty; a header row was expected"
    case .duplicateColumn(let name): "the column '\(name)' stands twice in the header"
    case .unreadable(let reason): reason
    case .outOfMemory: "no memory left"
    }
  }

  private var advice: String {
    switch kind {
    case .malformedQuoting:
      "quote the whole field and double the quotes inside it"
    case .unterminatedQuote: "close the quote"
    case .tooLong: "look for a quote that is opened and never closed"
    case .raggedRow: "quote fields that hold commas, or add the missing ones"
    case .noHeader: "give a table with a header row"
    case .duplicateColumn: "rename one of the two"
    case .unreadable: "check the file and its permissions"
    case .outOfMemory: "give the table in smaller pieces"
    }
  }
}
