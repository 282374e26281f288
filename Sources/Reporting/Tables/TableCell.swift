import ClaimModel
import ClaimTables
import DelimitedText

/// One value of a table's row, before it is written as CSV or JSON.
enum TableCell {
  case missing
  case text(String)
  case count(Int?)
  /// A number in thousandths.
  case thousandths(Int?)
  case truth(Bool)
  case date(PartialDate?)
  case list([String])

  /// The cell in a CSV table; empty where missing.
  var text: String {
    switch self {
    case .missing: ""
    case .text(let text): text
    case .count(let count): count.map { String($0) } ?? ""
    case .thousandths(let value): value.map(Self.decimal) ?? ""
    case .truth(let value): value ? "true" : "false"
    case .date(let date): date?.description ?? ""
    case .list(let values): values.joined(separator: ReportTable.separator)
    }
  }

  /// The cell in JSON; null where missing.
  var json: JSONValue {
    switch self {
    case .missing: .null
    case .text(let text): text.isEmpty ? .null : .string(text)
    case .count(let count): .integer(orNull: count)
    case .thousandths(let value): value.map { .decimal(Self.decimal($0)) } ?? .null
    case .truth(let value): .bool(value)
    case .date(let date): date.map { .string($0.description) } ?? .null
    case .list(let values): .strings(values)
    }
  }

  /// 9457 as 9.457, 2800 as 2.8, 2000 as 2.
  static func decimal(_ thousandths: Int) -> String {
    let sign = thousandths < 0 ? "-" : ""
    let (whole, rest) = thousandths.magnitude.quotientAndRemainder(dividingBy: 1000)
    var digits = String(rest + 1000).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return sign + String(whole) + (digits.isEmpty ? "" : "." + digits)
  }
}
