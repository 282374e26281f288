import ArgumentParser
import ClaimModel
import Reconciliation

extension RangeRule: ExpressibleByArgument {}
extension Stance: ExpressibleByArgument {}

/// How claims are put together to questions and ranges.
struct RangeOptions: ParsableArguments {
  @Option(help: "How the best figure is chosen: median, airwars, acled, gtd or latest.")
  var rule = RangeRule.median

  @Option(
    help: ArgumentHelp(
      "The columns that comparable claims agree on.", valueName: "columns"))
  var by = ReconciliationOptions.defaultColumns.joined(separator: ",")

  @Option(
    help: ArgumentHelp("The stances that enter a range.", valueName: "stances"))
  var stance = "asserted,doubted"

  func validate() throws {
    for word in Self.list(stance) where Stance(rawValue: word) == nil {
      let words = Stance.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("'\(word)' is no stance; name some of \(words).")
    }
    if Self.list(by).isEmpty { throw ValidationError("--by needs at least one column.") }
  }

  /// The options as the reconciliation takes them.
  var reconciliation: ReconciliationOptions {
    var options = ReconciliationOptions()
    options.rule = rule
    options.by = Self.list(by)
    options.stances = Set(Self.list(stance).compactMap { Stance(rawValue: $0) })
    return options
  }

  /// The words of a list with commas.
  static func list(_ text: String) -> [String] {
    text.split(separator: ",").map { word in
      var word = word
      while word.first == " " { word.removeFirst() }
      while word.last == " " { word.removeLast() }
      return String(word)
    }.filter { !$0.isEmpty }
  }
}
