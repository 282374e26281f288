package import ClaimModel
package import ClaimTables

extension Claim {
  /// The cell of a column as the claims table writes it; empty where nothing is known.
  package func cell(_ column: ClaimColumn) -> String {
    ClaimTableWriter.text(column, of: self)
  }

  /// Puts a cell's text into the claim.
  ///
  /// - Returns: false where the column does not take such a text; the claim is then as it was.
  package mutating func setCell(_ column: ClaimColumn, to text: String) -> Bool {
    switch column {
    case .claimID: id = text
    case .documentID: documentID = text
    case .publisher: publisher = text
    case .url: url = text
    case .quote: quote = text
    case .expression: expression = text
    case .convention: convention = text
    case .victims: victims = text
    case .party: party = text
    case .source: attribution.source = text
    case .sourceSide: attribution.side = text
    case .via: attribution.via = Self.parts(of: text)
    case .cue: attribution.cue = text
    case .partOf: partOf = text.isEmpty ? nil : text
    case .when: when = text
    case .place: place = text
    case .event: event = text
    case .rule: rule = text
    case .published: return Self.set(&published, PartialDate(text), from: text)
    case .from: return Self.set(&from, PartialDate(text), from: text)
    case .to: return Self.set(&to, PartialDate(text), from: text)
    case .low: return Self.set(&interval.low, Int(text), from: text)
    case .best: return Self.set(&interval.best, Int(text), from: text)
    case .high: return Self.set(&interval.high, Int(text), from: text)
    case .statedLow: return Self.set(&quantity.low, Int(text))
    case .statedHigh: return Self.set(&quantity.high, Int(text))
    case .qualifier: return Self.set(&quantity.qualifier, Qualifier(rawValue: text))
    case .outcome: return Self.set(&outcome, Outcome(rawValue: text))
    case .status: return Self.set(&status, VictimStatus(rawValue: text))
    case .sourceType: return Self.set(&attribution.type, SourceType(rawValue: text))
    case .stance: return Self.set(&stance, Stance(rawValue: text))
    case .scope: return Self.set(&scope, Scope(rawValue: text))
    case .confidence: return Self.set(&confidence, Self.thousandths(in: text), from: text)
    case .start, .end: return setSpan(column, to: text)
    }
    return true
  }

  /// Empties the cells of some columns, so that claims compare as if the columns were not there.
  mutating func blank(_ columns: [ClaimColumn]) {
    for column in columns {
      switch column {
      case .start: span?.start = 0
      case .end: span?.end = 0
      case .statedLow: quantity.low = 0
      case .statedHigh: quantity.high = 0
      case .qualifier: quantity.qualifier = .exact
      case .outcome: outcome = .killed
      case .status: status = .unspecified
      case .sourceType: attribution.type = .unknown
      case .stance: stance = .asserted
      case .scope: scope = .unknown
      // Every other column takes an empty cell.
      default: _ = setCell(column, to: "")
      }
    }
  }

  private mutating func setSpan(_ column: ClaimColumn, to text: String) -> Bool {
    guard !text.isEmpty else {
      span = nil
      return true
    }
    guard let offset = Int(text) else { return false }
    var changed = span ?? TextSpan(start: offset, end: offset)
    if column == .start { changed.start = offset } else { changed.end = offset }
    span = changed
    return true
  }

  private static func set<T>(_ field: inout T, _ value: T?) -> Bool {
    guard let value else { return false }
    field = value
    return true
  }

  /// Sets a field that an empty cell clears.
  private static func set<T>(_ field: inout T?, _ value: T?, from text: String) -> Bool {
    guard value != nil || text.isEmpty else { return false }
    field = value
    return true
  }

  /// The relays of a `via` cell.
  private static func parts(of text: String) -> [String] {
    guard !text.isEmpty else { return [] }
    var parts: [String] = []
    var part: [UInt8] = []
    let bytes = Array(text.utf8)
    var position = 0
    while position < bytes.count {
      if bytes[position...].starts(with: [0x20, 0x3C, 0x20]) {
        parts.append(String(decoding: part, as: UTF8.self))
        part = []
        position += 3
      } else {
        part.append(bytes[position])
        position += 1
      }
    }
    parts.append(String(decoding: part, as: UTF8.self))
    return parts
  }

  /// '0.85' as 850; nil for all that is no number between 0 and 1 of at most three decimals.
  private static func thousandths(in text: String) -> Int? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let whole = Int(first), (0...1).contains(whole) else {
      return nil
    }
    guard parts.count == 2 else { return whole * 1000 }
    let decimals = parts[1]
    guard (1...3).contains(decimals.utf8.count), decimals.utf8.allSatisfy({ 48...57 ~= $0 }),
      let value = Int(decimals)
    else { return nil }
    let scaled = value * (decimals.utf8.count == 1 ? 100 : decimals.utf8.count == 2 ? 10 : 1)
    let total = whole * 1000 + scaled
    return total <= 1000 ? total : nil
  }
}
