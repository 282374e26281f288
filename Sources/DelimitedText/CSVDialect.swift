/// How a table is written, and how much is forgiven in reading it.
package struct CSVDialect: Hashable, Sendable {
  /// What becomes of a row that breaks the rules.
  package enum Strictness: Hashable, Sendable {
    /// It is refused with a ``CSVError``.
    case strict
    /// It is mended where its meaning is plain, and ``CSVReader/repair`` says what was done.
    case lenient
  }

  /// The byte between fields.
  package var delimiter: UInt8 = 0x2C
  /// The byte around fields that hold a delimiter, a quote or a newline.
  package var quote: UInt8 = 0x22
  /// What becomes of a row that breaks the rules.
  package var strictness: Strictness = .strict
  /// The greatest size of one field in bytes: a stray quote could otherwise make one field of the
  /// rest of the input.
  package var fieldLimit = 16 << 20
  /// The greatest size of one row in bytes, with eight bytes a field for keeping it.
  package var rowLimit = 64 << 20

  /// RFC 4180 to the letter, with LF or CR accepted for CRLF: what our own tables are.
  package static let strict = CSVDialect()

  /// For tables made elsewhere: rows are mended where their meaning is plain.
  package static let foreign = CSVDialect(strictness: .lenient, fieldLimit: 1 << 20)

  package init(
    delimiter: UInt8 = 0x2C, quote: UInt8 = 0x22, strictness: Strictness = .strict,
    fieldLimit: Int = 16 << 20, rowLimit: Int = 64 << 20
  ) {
    self.delimiter = delimiter
    self.quote = quote
    self.strictness = strictness
    self.fieldLimit = fieldLimit
    self.rowLimit = rowLimit
  }
}
