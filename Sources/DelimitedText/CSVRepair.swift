/// What was done to a foreign row so that it could be read.
package enum CSVRepair: Hashable, Sendable, CustomStringConvertible {
  /// Quotes that break the rules were taken as text or as the field's end, as they best fit.
  case quoting
  /// Missing fields at the row's end were added as empty.
  case padded(fields: Int)
  /// Empty fields beyond the header's width were left out.
  case trimmed(fields: Int)

  package var description: String {
    switch self {
    case .quoting: "stray quotes were read as text"
    case .padded(let fields): "\(fields) missing fields were read as empty"
    case .trimmed(let fields): "\(fields) empty fields beyond the header were left out"
    }
  }
}
