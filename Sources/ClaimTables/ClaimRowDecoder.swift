import ClaimModel
import DelimitedText

/// Makes claims of rows, with the columns of one table resolved beforehand.
struct ClaimRowDecoder {
  /// What a row said of its numbers, before the gaps are filled.
  private struct Figures {
    var qualifier: Qualifier?
    var statedLow: Int?
    var statedHigh: Int?
    var low: Int?
    var best: Int?
    var high: Int?
    var start: Int?
    var end: Int?
  }

  /// Columns that the claims table does not define.
  let extraColumns: [String]

  private let fields: [(index: Int, column: ClaimColumn)]
  private let extras: [(index: Int, name: String)]
  private let hasBest: Bool
  private let interval: (Claim) -> Interval
  private let convention: String
  private var pools: [StringPool]

  private let qualifiers = WordTable<Qualifier>()
  private let outcomes = WordTable<Outcome>()
  private let statuses = WordTable<VictimStatus>()
  private let sourceTypes = WordTable<SourceType>()
  private let stances = WordTable<Stance>()
  private let scopes = WordTable<Scope>()

  /// A decoder for tables of one header.
  init(header: [String], convention: String, interval: @escaping (Claim) -> Interval) {
    var fields: [(index: Int, column: ClaimColumn)] = []
    var extras: [(index: Int, name: String)] = []
    for (index, name) in header.enumerated() {
      if let column = ClaimColumn(rawValue: name) {
        fields.append((index, column))
      } else {
        extras.append((index, name))
      }
    }
    self.fields = fields
    self.extras = extras
    self.extraColumns = extras.map(\.name)
    self.hasBest = header.contains(ClaimColumn.best.rawValue)
    self.interval = interval
    self.convention = convention
    self.pools = header.map { name in
      let column = ClaimColumn(rawValue: name)
      return StringPool(keepsOnlyLast: column.map(Self.neighbouring.contains) ?? true)
    }
  }

  /// The claim of the reader's current row.
  ///
  /// - Throws: The first value that its column does not allow, as one line with file and line.
  mutating func decode(_ row: borrowing CSVReader) throws(InputFault) -> Claim {
    var claim = Claim(
      quantity: Quantity(.exact, 0), interval: Interval(low: nil, best: nil, high: nil),
      outcome: .killed)
    var figures = Figures()
    for (index, column) in fields {
      do {
        if try !decodeText(column, index, row, into: &claim) {
          try decodeValue(column, index, row, into: &claim, &figures)
        }
      } catch {
        throw Self.fault(error, column.rawValue, row)
      }
    }
    for (index, name) in extras {
      guard let value = FieldParsing.text(row.unsafeBytes(at: index)) else {
        throw Self.fault(Self.brokenEncoding, name, row)
      }
      if !value.isEmpty { claim.extra.append(ExtraField(column: name, value: value)) }
    }
    do {
      try fill(&claim, from: figures)
    } catch {
      throw Self.fault(error, ClaimColumn.statedLow.rawValue, row)
    }
    return claim
  }

  /// Columns whose values recur for the claims of one document or sentence, and then no more.
  private static let neighbouring: Set<ClaimColumn> = [
    .documentID, .url, .quote, .expression,
  ]

  private static func fault(
    _ fault: ValueFault, _ column: String, _ row: borrowing CSVReader
  ) -> InputFault {
    InputFault(
      subject: row.name, location: "line \(row.line), column '\(fault.column?.rawValue ?? column)'",
      problem: fault.problem, advice: fault.advice)
  }

  // MARK: Text

  /// Reads a column of free text; false where the column is none.
  private mutating func decodeText(
    _ column: ClaimColumn, _ index: Int, _ row: borrowing CSVReader, into claim: inout Claim
  ) throws(ValueFault) -> Bool {
    switch column {
    case .claimID: claim.id = try text(index, row)
    case .documentID: claim.documentID = try pooled(index, row)
    case .publisher: claim.publisher = try pooled(index, row)
    case .url: claim.url = try pooled(index, row)
    case .quote: claim.quote = try pooled(index, row)
    case .expression: claim.expression = try pooled(index, row)
    case .convention: claim.convention = try pooled(index, row)
    case .victims: claim.victims = try pooled(index, row)
    case .party: claim.party = try pooled(index, row)
    case .source: claim.attribution.source = try pooled(index, row)
    case .sourceSide: claim.attribution.side = try pooled(index, row)
    case .cue: claim.attribution.cue = try pooled(index, row)
    case .when: claim.when = try pooled(index, row)
    case .place: claim.place = try pooled(index, row)
    case .event: claim.event = try pooled(index, row)
    case .rule: claim.rule = try pooled(index, row)
    case .partOf:
      let whole = try text(index, row)
      claim.partOf = whole.isEmpty ? nil : whole
    case .via:
      let relays = try pooled(index, row)
      if !relays.isEmpty { claim.attribution.via = Self.relays(relays) }
    default: return false
    }
    return true
  }

  /// The relays of a `via` value, nearest to the reader first.
  static func relays(_ text: String) -> [String] {
    var relays: [String] = []
    var rest = text[...]
    while let separator = rest.firstRange(of: ClaimColumn.viaSeparator) {
      relays.append(String(rest[..<separator.lowerBound]))
      rest = rest[separator.upperBound...]
    }
    relays.append(String(rest))
    return relays
  }

  private func text(_ index: Int, _ row: borrowing CSVReader) throws(ValueFault) -> String {
    guard let text = FieldParsing.text(row.unsafeBytes(at: index)) else {
      throw Self.brokenEncoding
    }
    return text
  }

  private mutating func pooled(
    _ index: Int, _ row: borrowing CSVReader
  ) throws(ValueFault) -> String {
    guard let text = pools[index].string(row.unsafeBytes(at: index)) else {
      throw Self.brokenEncoding
    }
    return text
  }

  private static let brokenEncoding = ValueFault(
    problem: "the text is not UTF-8", advice: "save the table as UTF-8")

  // MARK: Typed values

  private func decodeValue(
    _ column: ClaimColumn, _ index: Int, _ row: borrowing CSVReader, into claim: inout Claim,
    _ figures: inout Figures
  ) throws(ValueFault) {
    switch column {
    case .start: figures.start = try count(index, row)
    case .end: figures.end = try count(index, row)
    case .statedLow: figures.statedLow = try count(index, row)
    case .statedHigh: figures.statedHigh = try count(index, row)
    case .low: figures.low = try count(index, row)
    case .best: figures.best = try count(index, row)
    case .high: figures.high = try count(index, row)
    case .published: claim.published = try value(index, row, FieldParsing.date)
    case .from: claim.from = try value(index, row, FieldParsing.date)
    case .to: claim.to = try value(index, row, FieldParsing.date)
    case .confidence: claim.confidence = try value(index, row, FieldParsing.thousandths)
    case .qualifier: figures.qualifier = try value(index, row, qualifiers.value)
    case .status: claim.status = try value(index, row, statuses.value) ?? .unspecified
    case .sourceType: claim.attribution.type = try value(index, row, sourceTypes.value) ?? .unknown
    case .stance: claim.stance = try value(index, row, stances.value) ?? .asserted
    case .scope: claim.scope = try value(index, row, scopes.value) ?? .unknown
    case .outcome:
      guard let outcome = try value(index, row, outcomes.value) else {
        throw ValueFault(
          problem: "no outcome", advice: "use one of " + Outcome.words.joined(separator: ", "))
      }
      claim.outcome = outcome
    default: break
    }
  }

  private func count(_ index: Int, _ row: borrowing CSVReader) throws(ValueFault) -> Int? {
    try value(index, row, FieldParsing.count)
  }

  private func value<Value>(
    _ index: Int, _ row: borrowing CSVReader,
    _ parse: (UnsafeRawBufferPointer) throws(ValueFault) -> Value?
  ) throws(ValueFault) -> Value? {
    let bytes = row.unsafeBytes(at: index)
    return bytes.isEmpty ? nil : try parse(bytes)
  }

  // MARK: Filling the gaps

  /// Makes the quantity and the interval of a row, one from the other where only one is given.
  private func fill(_ claim: inout Claim, from figures: Figures) throws(ValueFault) {
    if let start = figures.start, let end = figures.end {
      guard start <= end else {
        throw ValueFault(
          problem: "the expression ends at \(end), before it starts at \(start)",
          advice: "correct start or end", column: .start)
      }
      claim.span = TextSpan(start: start, end: end)
    }
    claim.quantity = try quantity(of: figures)
    let isRead = figures.low != nil || figures.best != nil || figures.high != nil
    if isRead {
      claim.interval = Interval(low: figures.low, best: figures.best, high: figures.high)
      if !hasBest { claim.interval.best = best(of: claim) }
      if let low = figures.low, let high = figures.high, low > high {
        throw ValueFault(
          problem: "low is \(low), above high, which is \(high)", advice: "swap the two",
          column: .low)
      }
    } else {
      claim.interval = interval(claim)
      if claim.convention.isEmpty { claim.convention = convention }
    }
  }

  /// The best count that the convention names, if it fits the interval that was given.
  private func best(of claim: Claim) -> Int? {
    guard let best = interval(claim).best,
      claim.interval.contains(Interval(exactly: best))
    else { return nil }
    return best
  }

  private func quantity(of figures: Figures) throws(ValueFault) -> Quantity {
    if let low = figures.statedLow ?? figures.statedHigh {
      let high = figures.statedHigh ?? low
      guard low <= high else {
        throw ValueFault(
          problem: "stated_low is \(low), above stated_high, which is \(high)",
          advice: "swap the two")
      }
      return Quantity(figures.qualifier ?? (low == high ? .exact : .range), low, high)
    }
    switch (figures.low, figures.high) {
    case (let low?, let high?):
      return Quantity(figures.qualifier ?? (low == high ? .exact : .range), low, max(low, high))
    case (let low?, nil): return Quantity(figures.qualifier ?? .atLeast, low)
    case (nil, let high?): return Quantity(figures.qualifier ?? .atMost, high)
    case (nil, nil):
      if let best = figures.best { return Quantity(figures.qualifier ?? .about, best) }
      throw ValueFault(
        problem: "no number", advice: "fill stated_low and stated_high, or low and high")
    }
  }
}
