import ClaimModel
import ClaimTables
import DelimitedText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A claims table of which only the rows that differ from another table become claims.
///
/// Takes an open file. Rows are hashed as they are written, whatever the order of the columns, and
/// later only those without an identical partner are read again and decoded: two tables of a
/// million rows then need a tenth of the time and memory. It refuses, by giving nil, what such a
/// reading cannot do right: files that cannot be read at any place, rows that are no CSV, and
/// claims without ids; those tables are read claim by claim instead
/// (``CorpusDiff/init(reading:and:options:)``). Rows that are identical in both tables are not
/// decoded, so faulty values in them are not found.
package struct ClaimTableScan: Sendable {
  /// What is known of every row.
  let index: CorpusIndex
  /// The names of the table's columns.
  package var columns: [String] { header }
  private let header: [String]
  /// Where rows begin, and behind the last where it ends.
  private let starts: [Int]
  private let descriptor: Int32
  private let name: String

  /// Scans a table; nil where it must be read claim by claim.
  ///
  /// - Parameters:
  ///   - descriptor: the open file; it stays open until the diff is made.
  ///   - name: the table's path, for faults.
  ///   - options: how the tables are going to be compared.
  package init?(descriptor: Int32, named name: String, options: DiffOptions) {
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { return nil }
    do {
      var reader = try CSVReader(.fileDescriptor(descriptor), named: name)
      let header = try reader.readHeader()
      guard let columns = ScannedColumns(header: header, ignoring: options.ignored) else {
        return nil
      }
      var index = CorpusIndex(options: options)
      var starts: [Int] = []
      while try reader.advance() {
        guard !columns.isUnnamed(reader) else { return nil }
        starts.append(reader.byte)
        index.add(
          columns.fingerprint(reader), substance: columns.substance(reader),
          saying: columns.saying(reader))
      }
      starts.append(reader.bytesRead)
      self.index = index
      self.header = header
      self.starts = starts
      self.descriptor = descriptor
      self.name = name
    } catch {
      return nil
    }
  }

  /// Reads the claims of some rows.
  ///
  /// - Parameters:
  ///   - rows: the rows, ascending.
  ///   - convention: the name of the convention by which `interval` reads quantities.
  ///   - interval: reads the quantity of a claim whose row gives no low, best and high.
  /// - Returns: the claims with their rows, and the faults of rows that are no claims.
  /// - Throws: ``InputFault`` where the table cannot be read any more.
  func claims(
    at rows: [Int], convention: String, interval: @escaping (Claim) -> Interval
  ) throws -> (claims: [(row: Int, claim: Claim)], faults: [InputFault]) {
    var bytes = CSVWriter.text([header])
    for row in rows {
      try append(starts[row]..<starts[row + 1], to: &bytes)
      if bytes.last != 0x0A { bytes.append(0x0A) }
    }
    var reader = try ClaimTableReader(
      .bytes(bytes), named: name, convention: convention, interval: interval)
    var claims: [(row: Int, claim: Claim)] = []
    var faults: [InputFault] = []
    for row in rows {
      switch reader.next() {
      case .success(let claim): claims.append((row, claim))
      case .failure(var fault):
        // The line is one of the extract; the row is what a person can look up.
        let column = fault.location.split(separator: ",").dropFirst().joined(separator: ",")
        fault.location = "row \(row + 1)" + (column.isEmpty ? "" : ",\(column)")
        faults.append(fault)
      case nil: break
      }
    }
    return (claims, faults)
  }

  private func append(_ range: Range<Int>, to bytes: inout [UInt8]) throws {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: range.count))
    var done = 0
    while done < range.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        pread(
          descriptor, buffer.baseAddress.map { $0 + start + done }, range.count - done,
          off_t(range.lowerBound + done))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw InputFault(
          subject: name, location: "byte \(range.lowerBound + done)",
          problem: "the table changed while it was read",
          advice: "compare again when nobody writes it")
      }
      done += count
    }
  }
}

/// The columns of a table in an order that all tables share.
private struct ScannedColumns {
  private let compared: [(index: Int, tag: UInt64)]
  private let said: [Int]
  private let worded: [Int]
  private let quote: Int
  private let id: Int
  private let source: Int
  private let publisher: Int
  private let document: Int
  private let scope: Int
  private let loci: [Int]

  /// A position that no row has: its field is empty.
  private static let none = -1

  /// The columns of a header; nil where it has no `claim_id`.
  init?(header: [String], ignoring ignored: Set<String>) {
    func position(_ column: ClaimColumn) -> Int {
      header.firstIndex(of: column.rawValue) ?? Self.none
    }
    id = position(.claimID)
    guard id != Self.none else { return nil }
    compared = header.enumerated().filter { !ignored.contains($0.element) }
      .sorted { $0.element < $1.element }
      .map { index, name in
        var hash = RowHash()
        hash.combine(name)
        return (index, hash.value.high)
      }
    said = [
      .party, .status, .outcome, .scope, .event, .source, .stance, .qualifier, .statedLow,
      .statedHigh, .place, .from, .to,
    ].map(position)
    quote = position(.quote)
    worded = [.quote, .expression, .statedLow, .statedHigh, .outcome].map(position)
    source = position(.source)
    publisher = position(.publisher)
    document = position(.documentID)
    scope = position(.scope)
    loci = [position(.event), position(.place)]
  }

  /// Whether the row has no id, or holds the HXL tags of the columns.
  func isUnnamed(_ row: borrowing CSVReader) -> Bool {
    row.withBytes(at: id) { $0.isEmpty || $0.first == 0x23 }
  }

  /// The hash of all compared fields that hold something.
  func fingerprint(_ row: borrowing CSVReader) -> Fingerprint {
    var hash = RowHash()
    for column in compared {
      row.withBytes(at: column.index) { bytes in
        guard !bytes.isEmpty else { return }
        hash.combine(column.tag)
        hash.combine(bytes: bytes)
      }
    }
    return hash.value
  }

  /// What ``Claim/substance`` is, of fields as they are written.
  func substance(_ row: borrowing CSVReader) -> UInt64 {
    var hash = RowHash()
    for index in said { row.withBytes(at: index) { hash.combine(bytes: $0) } }
    if isEmpty(source, row) {
      row.withBytes(at: publisher) { hash.combine(bytes: $0) }
      if isEmpty(publisher, row) { row.withBytes(at: document) { hash.combine(bytes: $0) } }
    }
    let isTotal = row.withBytes(at: scope) { $0.elementsEqual("cumulative".utf8) }
    if !isTotal, loci.allSatisfy({ isEmpty($0, row) }) {
      row.withBytes(at: document) { hash.combine(bytes: $0) }
    }
    return hash.value.high
  }

  /// What ``Claim/saying`` is, of fields as they are written.
  func saying(_ row: borrowing CSVReader) -> UInt64 {
    guard !isEmpty(quote, row) else { return 0 }
    var hash = RowHash()
    for index in worded { row.withBytes(at: index) { hash.combine(bytes: $0) } }
    return hash.value.high
  }

  private func isEmpty(_ index: Int, _ row: borrowing CSVReader) -> Bool {
    row.withBytes(at: index) { $0.isEmpty }
  }
}
