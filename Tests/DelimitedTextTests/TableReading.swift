import DelimitedText

/// A row as tests compare it: nil where nothing stood between the delimiters.
typealias Fields = [[UInt8]?]

/// What reading a table to its end gave.
struct TableReading: Equatable {
  var rows: [Fields] = []
  var lines: [Int] = []
  var bytes: [Int] = []
  var errors: [CSVError] = []
  var repairs: [CSVRepair?] = []

  /// The rows as text, a missing field as `∅`.
  var text: [[String]] {
    rows.map { $0.map { $0.map { String(decoding: $0, as: UTF8.self) } ?? "∅" } }
  }

  /// Reads bytes in chunks of a given size, going on behind every error.
  init(
    _ input: [UInt8], dialect: CSVDialect = .strict, chunkSize: Int = 1 << 16,
    withHeader: Bool = false
  ) throws {
    var reader = try CSVReader(
      .bytes(input), named: "t.csv", dialect: dialect, chunkSize: chunkSize)
    if withHeader { _ = try reader.readHeader() }
    while true {
      do {
        guard try reader.advance() else { break }
      } catch {
        errors.append(error)
        continue
      }
      rows.append(
        (0..<reader.fieldCount).map { index in
          reader.isMissing(at: index) ? nil : reader.withBytes(at: index) { Array($0) }
        })
      lines.append(reader.line)
      bytes.append(reader.byte)
      repairs.append(reader.repair)
    }
  }

  init(_ input: String, dialect: CSVDialect = .strict, withHeader: Bool = false) throws {
    try self.init(Array(input.utf8), dialect: dialect, withHeader: withHeader)
  }
}
