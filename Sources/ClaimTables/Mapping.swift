package import ClaimModel
package import DelimitedText

/// How a table that somebody else made is read as claims: which column is which of ours, and which
/// values mean what.
///
/// A mapping is a CSV of its own, one rule a row, with the columns `figure, field, column, value,
/// as, note`:
///
/// | column | meaning |
/// | --- | --- |
/// | `figure` | a name for one of several figures that a row of the table holds; empty: the rule is for all of them, or the table has one figure a row |
/// | `field` | what the rule fills: a column of the claims table, `count` (the number itself), `skip` (such rows are no claims), or any other name, which is carried through (`conflict` is used) |
/// | `column` | the table's column that is read; empty: `as` is a constant |
/// | `value` | the rule holds only where the column has this value; `(empty)` for an empty cell, `*` for any other that no earlier rule of the field names; empty: always, where the cell is not empty |
/// | `as` | what the field becomes; empty: the cell itself; `days after 2022-02-23`: that day and as many more as the cell says. Of `skip`: the reason, by which such rows are counted. Of `part_of`: the figure of the same row that this one is a part of |
/// | `note` | for people |
///
/// Of several rules for one field the last that holds wins. Numbers may be written `46000`,
/// `46,000`, `46000.0` or `1e+05`.
package struct Mapping: Sendable {
  /// When a rule holds.
  enum Condition: Hashable, Sendable {
    case always
    case equals(String)
    case empty
    case anyOther
  }

  /// What a rule makes of a cell.
  enum Output: Hashable, Sendable {
    case cell
    case text(String)
    case daysAfter(Int)
  }

  /// One row of the mapping.
  struct Rule: Sendable {
    var field: String
    var column: String
    var condition: Condition
    var output: Output
    /// Whether it is for all figures.
    var isShared: Bool
    var line: Int
  }

  /// What makes one claim of a row.
  struct Figure: Sendable {
    var name: String
    var rules: [Rule]
  }

  /// What the mapping is called in errors: its path.
  package let name: String
  /// The figures of a row, wholes before their parts.
  let figures: [Figure]

  /// Reads a mapping.
  ///
  /// - Throws: an `InputFault` at the first rule that cannot be.
  package init(_ table: CSVTable) throws(InputFault) {
    name = table.name
    for column in ["field", "column", "value", "as"] where !table.hasColumn(column) {
      throw InputFault(
        subject: table.name, location: "line 1", problem: "the column '\(column)' is missing",
        advice: "a mapping has the columns figure, field, column, value, as and note")
    }
    var shared: [Rule] = []
    var names: [String] = []
    var own: [String: [Rule]] = [:]
    for row in table.rows {
      let rule = try Self.rule(row, in: table.name)
      let figure = row["figure"]
      if figure.isEmpty {
        shared.append(rule)
      } else {
        if own[figure] == nil { names.append(figure) }
        own[figure, default: []].append(rule)
      }
    }
    if names.isEmpty { names = [""] }
    let figures = names.map { name in
      Figure(name: name, rules: (shared + (own[name] ?? [])).sorted { $0.line < $1.line })
    }
    self.figures = try Self.ordered(figures, in: table.name)
    for figure in figures { try Self.check(figure, in: table.name) }
  }

  /// The columns of the table that some rule reads.
  var columns: Set<String> {
    Set(figures.lazy.flatMap(\.rules).map(\.column).filter { !$0.isEmpty })
  }

  private static func rule(_ row: CSVTable.Row, in name: String) throws(InputFault) -> Rule {
    let field = row["field"]
    let column = row["column"]
    let value = row["value"]
    func fault(_ column: String, _ problem: String, _ advice: String) -> InputFault {
      InputFault(
        subject: name, location: "line \(row.line), column '\(column)'", problem: problem,
        advice: advice)
    }
    if field.isEmpty { throw fault("field", "the cell is empty", "name what the rule fills") }
    if column.isEmpty, !value.isEmpty {
      throw fault(
        "value", "there is a value but no column that could have it",
        "name the column, or leave the value empty for a constant")
    }
    if field == "skip", row["as"].isEmpty {
      throw fault("as", "the reason is missing", "say what such rows are: 'equipment'")
    }
    let condition: Condition =
      switch value {
      case "": .always
      case "(empty)": .empty
      case "*": .anyOther
      default: .equals(value)
      }
    return Rule(
      field: field, column: column, condition: condition,
      output: try output(row["as"], isConstant: column.isEmpty, fault),
      isShared: row["figure"].isEmpty, line: row.line)
  }

  private static func output(
    _ text: String, isConstant: Bool, _ fault: (String, String, String) -> InputFault
  ) throws(InputFault) -> Output {
    if text.isEmpty { return isConstant ? .text("") : .cell }
    let prefix = "days after "
    guard text.hasPrefix(prefix), !isConstant else { return .text(text) }
    guard let date = PartialDate(text.dropFirst(prefix.utf8.count)) else {
      throw fault(
        "as", "'\(text)' names no date", "write it as 'days after 2022-02-23'")
    }
    return .daysAfter(date.dayNumber)
  }

  /// The figures with every whole before its parts.
  private static func ordered(
    _ figures: [Figure], in name: String
  ) throws(InputFault) -> [Figure] {
    var left = figures
    var placed: [Figure] = []
    while !left.isEmpty {
      let ready = left.filter { figure in
        wholes(of: figure).allSatisfy { whole in placed.contains { $0.name == whole } }
      }
      guard !ready.isEmpty else {
        throw InputFault(
          subject: name, location: "figure '\(left[0].name)'",
          problem:
            "it is a part of '\(wholes(of: left[0]).joined(separator: "', '"))', which is no "
            + "figure of this mapping or a part of it in turn",
          advice: "name another figure in 'as' of part_of")
      }
      placed += ready
      left.removeAll { figure in ready.contains { $0.name == figure.name } }
    }
    return placed
  }

  private static func wholes(of figure: Figure) -> [String] {
    figure.rules.filter { $0.field == ClaimColumn.partOf.rawValue }.compactMap {
      if case .text(let whole) = $0.output { whole } else { nil }
    }
  }

  private static func check(_ figure: Figure, in name: String) throws(InputFault) {
    let fields = Set(figure.rules.map(\.field))
    let location = figure.name.isEmpty ? "" : "figure '\(figure.name)'"
    let hasNumber =
      fields.contains("count") || fields.contains(ClaimColumn.statedLow.rawValue)
      || fields.contains(ClaimColumn.low.rawValue) || fields.contains(ClaimColumn.high.rawValue)
    if !hasNumber {
      throw InputFault(
        subject: name, location: location, problem: "no rule says where the number is",
        advice: "add a rule for the field 'count'")
    }
    if !fields.contains(ClaimColumn.outcome.rawValue) {
      throw InputFault(
        subject: name, location: location, problem: "no rule gives the outcome",
        advice: "add a rule for the field 'outcome'")
    }
  }
}
