package import ClaimModel
internal import DelimitedText

/// A published way of turning a number as it was said into a low, a best and a high count.
///
/// The rules are rows of `conventions/<name>.csv`: the first row whose conditions a number meets
/// gives the interval. A number that a convention has no rule for keeps the default one,
/// ``Convention/defaultName``, and the reading says so.
package struct Convention: Sendable {
  /// The convention that has a rule for every number.
  package static let defaultName = "interval"

  /// The name, such as `acled`.
  package let name: String
  private let rules: [ConventionRule]
  private let fallback: [ConventionRule]

  /// What a convention makes of a number.
  package struct Reading: Hashable, Sendable {
    /// The counts that the number may mean.
    package var interval: Interval
    /// The convention whose rule gave them: the one asked, or the default one.
    package var convention: String
  }

  /// The names of the conventions that there are, sorted.
  package static func names(in files: DataFiles = .embedded) -> [String] {
    files.paths(in: "conventions").compactMap { path in
      let file = path.dropFirst("conventions/".utf8.count)
      guard file.hasSuffix(".csv"), !file.contains("/") else { return nil }
      return String(file.dropLast(".csv".utf8.count))
    }
  }

  /// Reads a convention.
  ///
  /// - Parameters:
  ///   - name: one of ``names(in:)``.
  ///   - files: where its table is.
  /// - Throws: an `InputFault` for an unknown name, or at the first cell that does not fit.
  package init(
    named name: String = defaultName, from files: DataFiles = .embedded
  ) throws(InputFault) {
    let names = Self.names(in: files)
    guard names.contains(name) else {
      throw InputFault(
        subject: "convention '\(name)'", problem: "there is no such convention",
        advice: "name one of \(names.joined(separator: ", "))")
    }
    self.name = name
    fallback = try Self.rules(of: Self.defaultName, in: files)
    rules = name == Self.defaultName ? [] : try Self.rules(of: name, in: files)
    for qualifier in Qualifier.allCases
    where !fallback.contains(where: { $0.isUnconditional(for: qualifier) }) {
      throw InputFault(
        subject: "conventions/\(Self.defaultName).csv",
        problem: "no row holds for every number that is '\(qualifier.rawValue)'",
        advice: "add a row for it with 'outcome', 'term' and 'unit' left empty")
    }
  }

  /// The interval of a number.
  ///
  /// - Parameters:
  ///   - quantity: the number as it was said.
  ///   - expression: its words, which tell 'a few hundred' from 'hundreds'.
  ///   - outcome: what the people suffered; a convention may count some outcomes as nothing.
  /// - Returns: the interval, in which `low <= best <= high` where they are present, and the name of
  ///   the convention that made it. Counts beyond `Int.max` are `Int.max`.
  package func interval(
    for quantity: Quantity, expression: String, outcome: Outcome
  ) -> Reading {
    let stated = StatedNumber(quantity, expression: expression, outcome: outcome)
    if let rule = rules.first(where: { $0.holds(for: stated) }) {
      return Reading(interval: rule.interval(of: stated), convention: name)
    }
    if let rule = fallback.first(where: { $0.holds(for: stated) }) {
      return Reading(interval: rule.interval(of: stated), convention: Self.defaultName)
    }
    return Reading(
      interval: Interval(low: nil, best: nil, high: nil), convention: Self.defaultName)
  }

  private static func rules(
    of name: String, in files: DataFiles
  ) throws(InputFault) -> [ConventionRule] {
    let rows = try RegisterTable(
      try files.table(at: "conventions/\(name).csv"),
      required: ["qualifier", "low", "best", "high", "codebook"],
      optional: ["outcome", "term", "unit"])
    var rules: [ConventionRule] = []
    for row in rows.rows { rules.append(try ConventionRule(row, of: rows)) }
    return rules
  }
}
