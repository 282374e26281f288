import ArgumentParser
import ClaimTables
import CorpusDiff

/// Reads tolerances as users write them: `5`, `2%`, `low=5,high=1.5%`.
enum ToleranceList {
  /// The columns that hold numbers.
  private static let counted: [ClaimColumn] = [
    .statedLow, .statedHigh, .low, .best, .high, .start, .end, .confidence,
  ]

  /// Puts the tolerances into the options.
  ///
  /// - Throws: A `ValidationError` that names the part that is no tolerance.
  static func read(_ text: String, into options: inout DiffOptions) throws {
    for part in RangeOptions.list(text) {
      let sides = part.split(separator: "=", maxSplits: 1).map { String($0) }
      guard let amount = sides.last, let tolerance = tolerance(amount) else {
        throw ValidationError(
          "'\(part)' is no tolerance; write a whole number or a percentage, as in 5 or low=2%.")
      }
      if sides.count == 2 {
        guard counted.contains(where: { $0.rawValue == sides[0] }) else {
          let names = counted.map(\.rawValue).joined(separator: ", ")
          throw ValidationError("'\(sides[0])' has no tolerance; name one of \(names).")
        }
        options.tolerances[sides[0]] = tolerance
      } else {
        options.tolerance = tolerance
      }
    }
  }

  private static func tolerance(_ text: String) -> Tolerance? {
    guard text.hasSuffix("%") else {
      return Int(text).flatMap { $0 >= 0 ? Tolerance(absolute: $0) : nil }
    }
    let parts = text.dropLast().split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first.flatMap({ Int($0) }), whole >= 0, whole <= 100, parts.count <= 2
    else { return nil }
    var tenths = 0
    if parts.count == 2 {
      guard parts[1].utf8.count == 1, let digit = Int(parts[1]) else { return nil }
      tenths = digit
    }
    return Tolerance(perMille: whole * 10 + tenths)
  }
}
