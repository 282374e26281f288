package import ClaimModel
package import DelimitedText

/// Reads a claims table row by row, from our own extractor, a spreadsheet or anywhere else.
///
/// A row that cannot be read is a fault, counted in ``rowsSkipped``; the rows behind it go on. An
/// HXL row under the header is passed over. Claims without an id get one.
package struct ClaimTableReader: ~Copyable {
  /// The columns that the claims table does not define, in their order.
  package let extraColumns: [String]
  /// The number of rows that were read as claims.
  package private(set) var rowsRead = 0
  /// The number of rows that were skipped with a fault.
  package private(set) var rowsSkipped = 0

  private var reader: CSVReader
  private var decoder: ClaimRowDecoder
  private var ids = ClaimID()
  private var mayBeTags = true

  /// A reader behind the header of a table.
  ///
  /// - Parameters:
  ///   - source: Where the bytes come from.
  ///   - name: The table's path, for faults.
  ///   - dialect: How the table is written.
  ///   - convention: The name of the convention by which `interval` reads quantities.
  ///   - interval: Reads the quantity of a claim whose row gives no low, best and high.
  /// - Throws: A fault where there is no header or a required column is missing.
  package init(
    _ source: ByteSource, named name: String, dialect: CSVDialect = .strict,
    convention: String, interval: @escaping (Claim) -> Interval
  ) throws(InputFault) {
    var reader = try CSVReader.opened(source, named: name, dialect: dialect)
    let header = try reader.header()
    if let fault = Self.missingColumn(in: header, named: name) { throw fault }
    decoder = ClaimRowDecoder(header: header, convention: convention, interval: interval)
    extraColumns = decoder.extraColumns
    self.reader = reader
  }

  /// The fault of a header without a required column; nil where all are there.
  private static func missingColumn(in header: [String], named name: String) -> InputFault? {
    let names = Set(header)
    func has(_ columns: ClaimColumn...) -> Bool {
      columns.allSatisfy { names.contains($0.rawValue) }
    }
    let missing: String
    let advice: String
    if !has(.claimID) {
      missing = "the column 'claim_id' is missing"
      advice = "add it; its values may be empty, then they are computed"
    } else if !has(.outcome) {
      missing = "the column 'outcome' is missing"
      advice = "add it, with one of " + Outcome.words.joined(separator: ", ") + " in every row"
    } else if !has(.statedLow, .statedHigh), !has(.low, .high) {
      missing = "the columns for the number are missing"
      advice = "add stated_low and stated_high, or low and high"
    } else {
      return nil
    }
    return InputFault(
      subject: name, location: "header", problem: missing,
      advice: Self.likelyCause(in: header) ?? advice)
  }

  /// What most likely went wrong when the table was saved; nil where nothing is plain.
  private static func likelyCause(in header: [String]) -> String? {
    if header.contains(where: { $0.utf8.contains(0) }) {
      return "the file looks like UTF-16: save it as UTF-8"
    }
    if header.count == 1, let line = header.first {
      if line.utf8.contains(0x3B) { return "the table has semicolons: save it with commas" }
      if line.utf8.contains(0x09) { return "the table has tabs: save it with commas" }
    }
    for name in header where ClaimColumn(rawValue: name) == nil {
      let plain = plainName(name)
      if ClaimColumn(rawValue: plain) != nil {
        return "rename '\(name)' to '\(plain)'"
      }
    }
    return nil
  }

  /// A column's name as the table would write it: lower case, no spaces around, `_` for spaces.
  private static func plainName(_ name: String) -> String {
    let bytes = name.utf8.map { byte -> UInt8 in
      if byte >= 0x41, byte <= 0x5A { return byte + 0x20 }
      return byte == 0x2D ? 0x20 : byte
    }
    let words = String(decoding: bytes, as: UTF8.self).split(separator: " ")
    return words.joined(separator: "_")
  }

  /// How many bytes of the table were taken in so far, for progress.
  package var bytesRead: Int { reader.bytesRead }

  /// The next claim, or the fault of a row that is none; nil at the table's end.
  package mutating func next() -> Result<Claim, InputFault>? {
    do throws(CSVError) {
      while try reader.advance() {
        if mayBeTags {
          mayBeTags = false
          if Self.isTagRow(reader) { continue }
        }
        return decode()
      }
      return nil
    } catch {
      rowsSkipped += 1
      return .failure(error.fault)
    }
  }

  private mutating func decode() -> Result<Claim, InputFault> {
    do throws(InputFault) {
      var claim = try decoder.decode(reader)
      ids.assign(to: &claim)
      rowsRead += 1
      return .success(claim)
    } catch {
      rowsSkipped += 1
      return .failure(error)
    }
  }

  /// Whether the row holds HXL hashtags: some fields begin with `#` and the rest are empty.
  private static func isTagRow(_ reader: borrowing CSVReader) -> Bool {
    var hasTag = false
    for index in 0..<reader.fieldCount {
      guard let first = reader.withBytes(at: index, { $0.first }) else { continue }
      if first != 0x23 { return false }
      hasTag = true
    }
    return hasTag
  }
}
