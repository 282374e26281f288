package import ClaimModel
package import DelimitedText

/// Reads a table of somebody else's making as claims, row by row, as its ``Mapping`` says.
///
/// A row that the mapping skips, or in which no figure stands, is counted by its reason; a row that
/// cannot be read is a fault, and the rows behind it go on.
package struct MappedTableReader: ~Copyable {
  /// The columns that no rule reads, in their order.
  package let unreadColumns: [String]
  /// The number of rows that gave at least one claim.
  package private(set) var rowsRead = 0
  /// The number of claims that they gave.
  package private(set) var claimsRead = 0
  /// The number of rows that could not be read.
  package private(set) var rowsAtFault = 0
  /// The number of rows, or figures of rows, that are no claims, by the reason why not.
  package private(set) var skipped: [String: Int] = [:]

  private var reader: CSVReader
  private let figures: [CompiledFigure]
  private let name: String
  private let assembly: MappedClaim
  private var ids = ClaimID()
  private var waiting: [Result<Claim, InputFault>] = []

  /// Why a row without any number is passed over.
  package static let noFigure = "no figure in the row"
  /// Why a part is passed over whose whole the row does not give.
  package static let noWhole = "a part whose whole is not in the row"

  /// A reader behind the header of a table.
  ///
  /// - Parameters:
  ///   - source: where the bytes come from.
  ///   - name: the table's path, for faults; claims without a document of their own get it.
  ///   - mapping: how the table is read.
  ///   - dialect: how the table is written.
  ///   - convention: the name of the convention by which `interval` reads quantities.
  ///   - interval: reads the quantity of a claim whose row gives no low, best and high.
  /// - Throws: a fault where there is no header or a column of the mapping is missing.
  package init(
    _ source: ByteSource, named name: String, mapping: Mapping, dialect: CSVDialect = .foreign,
    convention: String, interval: @escaping (Claim) -> Interval
  ) throws(InputFault) {
    var reader = try CSVReader.opened(source, named: name, dialect: dialect)
    let header = try reader.header()
    for column in mapping.columns.sorted() where !header.contains(column) {
      throw InputFault(
        subject: name, location: "header",
        problem: "the column '\(column)', which \(mapping.name) reads, is missing",
        advice: "correct the mapping, or name the table that it is for")
    }
    let read = mapping.columns
    unreadColumns = header.filter { !read.contains($0) }
    figures = mapping.figures.map { CompiledFigure($0, header: header) }
    assembly = MappedClaim(table: name, convention: convention, interval: interval)
    self.name = name
    self.reader = reader
  }

  /// How many bytes of the table were taken in so far, for progress.
  package var bytesRead: Int { reader.bytesRead }

  /// The next claim, or the fault of a row that is none; nil at the table's end.
  package mutating func next() -> Result<Claim, InputFault>? {
    while true {
      if let first = waiting.popLast() { return first }
      do throws(CSVError) {
        guard try reader.advance() else { return nil }
        takeRow()
      } catch {
        rowsAtFault += 1
        return .failure(error.fault)
      }
    }
  }

  private mutating func takeRow() {
    var found: [Result<Claim, InputFault>] = []
    var wholes: [String: String] = [:]
    var isPassedOver = false
    for figure in figures {
      var values = figure.values(of: reader)
      if let reason = values["skip"] {
        // A rule for all figures passes over the row once, not once a figure.
        let isRow = figure.skipsRow(reader)
        if !isRow || !isPassedOver { skipped[reason, default: 0] += 1 }
        isPassedOver = true
        if isRow { break }
        continue
      }
      guard figure.hasNumber(values) else { continue }
      if let whole = values[ClaimColumn.partOf.rawValue], !whole.isEmpty {
        guard let id = wholes[whole] else {
          skipped[Self.noWhole, default: 0] += 1
          isPassedOver = true
          continue
        }
        values[ClaimColumn.partOf.rawValue] = id
      }
      do throws(InputFault) {
        var claim = try assembly.claim(of: values, figure: figure.name, line: reader.line)
        ids.assign(to: &claim)
        wholes[figure.name] = claim.id
        found.append(.success(claim))
      } catch {
        rowsAtFault += 1
        found.append(.failure(error))
      }
    }
    if found.isEmpty {
      if !isPassedOver { skipped[Self.noFigure, default: 0] += 1 }
      return
    }
    let claims = found.count { if case .success = $0 { true } else { false } }
    claimsRead += claims
    if claims > 0 { rowsRead += 1 }
    waiting = found.reversed()
  }
}

/// The rules of one figure with the columns of one table resolved.
struct CompiledFigure {
  private struct Rule {
    var field: String
    var index: Int?
    var condition: Mapping.Condition
    var output: Mapping.Output
    var isShared: Bool
    /// The values that other rules of the same field and column name: what `*` leaves out.
    var named: Set<String>
  }

  let name: String
  private let rules: [Rule]

  init(_ figure: Mapping.Figure, header: [String]) {
    name = figure.name
    rules = figure.rules.map { rule in
      var named: Set<String> = []
      for other in figure.rules where other.field == rule.field && other.column == rule.column {
        if case .equals(let value) = other.condition { named.insert(value) }
      }
      return Rule(
        field: rule.field, index: header.firstIndex(of: rule.column), condition: rule.condition,
        output: rule.output, isShared: rule.isShared, named: named)
    }
  }

  /// What the rules make of the reader's current row, by field.
  func values(of row: borrowing CSVReader) -> [String: String] {
    var values: [String: String] = [:]
    for rule in rules {
      let cell = rule.index.map { Self.trimmed(row.string(at: $0)) } ?? ""
      guard Self.holds(rule, cell) else { continue }
      switch rule.output {
      case .cell: values[rule.field] = cell
      case .text(let text): values[rule.field] = text
      case .daysAfter(let start):
        let date = Int(cell).flatMap { days in
          abs(days) > 4_000_000 ? nil : PartialDate(dayNumber: start + days)
        }
        values[rule.field] = date?.description ?? cell
      }
    }
    return values
  }

  /// Whether a rule that is for all figures passes over the row.
  func skipsRow(_ row: borrowing CSVReader) -> Bool {
    for rule in rules where rule.field == "skip" && rule.isShared {
      if Self.holds(rule, rule.index.map { Self.trimmed(row.string(at: $0)) } ?? "") { return true }
    }
    return false
  }

  /// Whether any field of the number is filled.
  func hasNumber(_ values: [String: String]) -> Bool {
    ["count", "stated_low", "stated_high", "low", "high"].contains { !(values[$0] ?? "").isEmpty }
  }

  private static func holds(_ rule: Rule, _ cell: String) -> Bool {
    if rule.index == nil { return true }
    return switch rule.condition {
    case .always: !cell.isEmpty
    case .equals(let value): cell == value
    case .empty: cell.isEmpty
    case .anyOther: !cell.isEmpty && !rule.named.contains(cell)
    }
  }

  private static func trimmed(_ cell: String) -> String {
    let bytes = cell.utf8
    guard let start = bytes.firstIndex(where: { $0 > 0x20 }),
      let end = bytes.lastIndex(where: { $0 > 0x20 })
    else { return "" }
    return String(cell[start...end])
  }
}
