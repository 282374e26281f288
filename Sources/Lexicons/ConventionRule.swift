internal import ClaimModel
internal import DelimitedText

/// A number as a convention's rules look at it.
struct StatedNumber {
  /// How it was hedged and what was said.
  let quantity: Quantity
  /// What the people suffered.
  let outcome: Outcome
  /// The words of the expression in lower case.
  let words: [Substring]

  init(_ quantity: Quantity, expression: String, outcome: Outcome) {
    self.quantity = quantity
    self.outcome = outcome
    // Words matter for indefinite numbers only; the others are not worth the copy.
    words =
      quantity.qualifier == .indefinite
      ? expression.lowercased().split { !$0.isLetter && !$0.isNumber } : []
  }

  /// Whether the words hold some others, in order and side by side.
  func mentions(_ term: [Substring]) -> Bool {
    guard !term.isEmpty, words.count >= term.count else { return false }
    return words.indices.dropLast(term.count - 1).contains { start in
      words[start...].starts(with: term)
    }
  }
}

/// One row of a convention's table: for which numbers it holds, and what it makes of them.
struct ConventionRule: Sendable {
  private let qualifier: Qualifier?
  private let outcome: Outcome?
  private let terms: [[Substring]]
  private let unit: Int?
  private let low: CountFormula?
  private let best: CountFormula?
  private let high: CountFormula?

  /// Reads a row; an empty condition always holds, an empty count is unknown or open.
  init(_ row: CSVTable.Row, of table: RegisterTable) throws(InputFault) {
    qualifier =
      row["qualifier"].isEmpty
      ? nil : try table.choice("qualifier", of: row, as: Qualifier.self)
    outcome =
      row["outcome"].isEmpty ? nil : try table.choice("outcome", of: row, as: Outcome.self)
    terms = try table.list("term", of: row).map { $0.lowercased().split(separator: " ") }
    if row["unit"].isEmpty {
      unit = nil
    } else if let number = Int(row["unit"]), number > 0 {
      unit = number
    } else {
      throw table.fault(
        "unit", of: row, "'\(row["unit"])' is no unit", "write a whole number from 1 on")
    }
    low = try Self.formula("low", of: row, in: table)
    best = try Self.formula("best", of: row, in: table)
    high = try Self.formula("high", of: row, in: table)
    _ = try table.text("codebook", of: row)
  }

  /// Whether the row holds for every number of a qualifier.
  func isUnconditional(for qualifier: Qualifier) -> Bool {
    (self.qualifier ?? qualifier) == qualifier && outcome == nil && terms.isEmpty && unit == nil
  }

  /// Whether the row holds for a number.
  func holds(for stated: StatedNumber) -> Bool {
    (qualifier ?? stated.quantity.qualifier) == stated.quantity.qualifier
      && (outcome ?? stated.outcome) == stated.outcome
      && (unit ?? stated.quantity.low) == stated.quantity.low
      && (terms.isEmpty || terms.contains { stated.mentions($0) })
  }

  /// What the row makes of a number.
  func interval(of stated: StatedNumber) -> Interval {
    let low = low?.count(of: stated.quantity)
    let high = high?.count(of: stated.quantity).clamped(from: low)
    let best = best?.count(of: stated.quantity).clamped(from: low)
    return Interval(low: low, best: best.map { min($0, high ?? $0) }, high: high)
  }

  private static func formula(
    _ column: String, of row: CSVTable.Row, in table: RegisterTable
  ) throws(InputFault) -> CountFormula? {
    if row[column].isEmpty { return nil }
    guard let formula = CountFormula(row[column]) else {
      throw table.fault(
        column, of: row, "'\(row[column])' is no count",
        "write a sum such as 'N - r/2' or '10u - 1' of N, u, r, A, B, M and whole numbers")
    }
    return formula
  }
}

extension Int {
  /// The number, or the lower bound where it lies below.
  fileprivate func clamped(from low: Int?) -> Int { Swift.max(self, low ?? self) }
}
