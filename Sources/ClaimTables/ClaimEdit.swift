package import ClaimModel
import DelimitedText

/// Changes columns of a claim by writing it as a row and reading it back.
///
/// So an edit is held to the very rules that a table is.
package enum ClaimEdit {
  /// Columns that say what number was stated.
  private static let stated: Set<ClaimColumn> = [.qualifier, .statedLow, .statedHigh]
  /// Columns that say how the number is read.
  private static let read: Set<ClaimColumn> = [.low, .best, .high]

  /// The claim with all edits made.
  ///
  /// Where the stated number is edited and its interval is not, the interval is read anew.
  static func applying(
    _ edits: [Review.Decision], to claim: Claim, convention: String,
    interval: @escaping (Claim) -> Interval
  ) -> Result<Claim, InputFault> {
    var values: [ClaimColumn: String] = [:]
    for edit in edits {
      if let column = edit.column { values[column] = edit.value }
    }
    let edited = Set(values.keys)
    let rereads = !edited.isDisjoint(with: stated) && edited.isDisjoint(with: read)
    let row = ClaimColumn.allCases.map { column -> String in
      if let value = values[column] { return value }
      if rereads, read.contains(column) || column == .convention { return "" }
      return ClaimTableWriter.text(column, of: claim)
    }
    return decode(row, convention: convention, interval: interval).map { decoded in
      var changed = decoded
      changed.extra = claim.extra
      return changed
    }
  }

  /// What keeps a value out of a column; nil where the column allows it.
  package static func problem(with value: String, in column: ClaimColumn) -> InputFault? {
    let row = ClaimColumn.allCases.map { other -> String in
      if other == column { return value }
      switch other {
      case .claimID: return "0"
      case .outcome: return Outcome.killed.rawValue
      // A row needs a number; none is compared with the value unless it is the value's own pair.
      case .statedLow: return column == .statedHigh ? "" : "0"
      default: return ""
      }
    }
    let result = decode(row, convention: "") { _ in Interval(low: nil, best: nil, high: nil) }
    if case .failure(let fault) = result { return fault }
    return nil
  }

  private static func decode(
    _ row: [String], convention: String, interval: @escaping (Claim) -> Interval
  ) -> Result<Claim, InputFault> {
    do throws(InputFault) {
      var reader = try ClaimTableReader(
        .bytes(CSVWriter.text([TableSchema.claims.header, row])), named: "edit",
        convention: convention, interval: interval)
      return reader.next() ?? .failure(nothing)
    } catch {
      return .failure(error)
    }
  }

  private static let nothing = InputFault(
    subject: "edit", problem: "the row is empty", advice: "give it a value")
}
