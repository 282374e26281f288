import ClaimModel

/// Makes claims of the values that a mapping gives.
struct MappedClaim {
  let table: String
  let convention: String
  let interval: (Claim) -> Interval

  init(table: String, convention: String, interval: @escaping (Claim) -> Interval) {
    self.table = table
    self.convention = convention
    self.interval = interval
  }

  /// The claim of one figure of one row.
  ///
  /// - Throws: the first value that its field does not allow, with file and line.
  func claim(
    of values: [String: String], figure: String, line: Int
  ) throws(InputFault) -> Claim {
    let row = Row(values: values, table: table, figure: figure, line: line)
    guard let outcome = try row.word("outcome", as: Outcome.self) else {
      throw row.fault(
        "outcome", "no rule of the mapping gives an outcome for this row",
        "add a rule for its value, or pass such rows over with 'skip'")
    }
    var claim = Claim(
      quantity: try quantity(row), interval: Interval(low: nil, best: nil, high: nil),
      outcome: outcome)
    try fillText(&claim, row)
    try fillValues(&claim, row)
    let low = try row.count("low")
    let best = try row.count("best")
    let high = try row.count("high")
    if low != nil || best != nil || high != nil {
      claim.interval = Interval(low: low, best: best, high: high)
    } else {
      claim.interval = interval(claim)
      claim.convention = convention
    }
    claim.extra = values.keys.sorted().filter {
      $0 != "count" && ClaimColumn(rawValue: $0) == nil && values[$0] != ""
    }
    .map { ExtraField(column: $0, value: values[$0] ?? "") }
    return claim
  }

  private func quantity(_ row: Row) throws(InputFault) -> Quantity {
    let qualifier = try row.word("qualifier", as: Qualifier.self)
    let count = try row.count("count")
    let statedLow = try row.count("stated_low")
    let statedHigh = try row.count("stated_high")
    let readLow = try row.count("low")
    let readHigh = try row.count("high")
    let low = count ?? statedLow ?? readLow
    let high = count ?? statedHigh ?? readHigh
    switch (low, high) {
    case (let low?, let high?):
      guard low <= high else {
        throw row.fault("stated_low", "\(low) is above \(high)", "swap the two columns")
      }
      return Quantity(qualifier ?? (low == high ? .exact : .range), low, high)
    case (let low?, nil): return Quantity(qualifier ?? .atLeast, low)
    case (nil, let high?): return Quantity(qualifier ?? .atMost, high)
    case (nil, nil): throw row.fault("count", "no number", "pass such rows over with 'skip'")
    }
  }

  private func fillText(_ claim: inout Claim, _ row: Row) throws(InputFault) {
    claim.id = row["claim_id"]
    claim.documentID = row["document_id"].isEmpty ? table : row["document_id"]
    claim.publisher = row["publisher"]
    claim.url = row["url"]
    claim.quote = row["quote"]
    claim.expression = row["expression"]
    claim.victims = row["victims"]
    claim.party = row["party"]
    claim.attribution.source = row["source"]
    claim.attribution.side = row["source_side"]
    claim.attribution.cue = row["cue"]
    claim.attribution.via = row["via"].isEmpty ? [] : ClaimRowDecoder.relays(row["via"])
    claim.partOf = row["part_of"].isEmpty ? nil : row["part_of"]
    claim.when = row["when"]
    claim.place = row["place"]
    claim.event = row["event"]
    claim.rule = row["rule"].isEmpty ? "mapping" : row["rule"]
  }

  private func fillValues(_ claim: inout Claim, _ row: Row) throws(InputFault) {
    claim.published = try row.date("published")
    claim.from = try row.date("from")
    claim.to = try row.date("to")
    claim.status = try row.word("status", as: VictimStatus.self) ?? .unspecified
    claim.scope = try row.word("scope", as: Scope.self) ?? .unknown
    claim.stance = try row.word("stance", as: Stance.self) ?? .asserted
    claim.attribution.type = try row.word("source_type", as: SourceType.self) ?? .unknown
  }

  /// The values of one row, read as what their fields hold.
  struct Row {
    let values: [String: String]
    let table: String
    let figure: String
    let line: Int

    subscript(field: String) -> String { values[field] ?? "" }

    func date(_ field: String) throws(InputFault) -> PartialDate? {
      let text = self[field]
      if text.isEmpty { return nil }
      guard let date = PartialDate(text) else {
        throw fault(
          field, "'\(text)' is no date",
          "write dates as 2025-02-16, or use 'days after' in the mapping")
      }
      return date
    }

    func word<Value: RawRepresentable & CaseIterable>(
      _ field: String, as type: Value.Type
    ) throws(InputFault) -> Value? where Value.RawValue == String {
      let text = self[field]
      if text.isEmpty { return nil }
      guard let value = Value(rawValue: text) else {
        let words = Value.allCases.map(\.rawValue).joined(separator: ", ")
        throw fault(
          field, "'\(text)' is none of its values",
          "add a rule to the mapping that says which it means: \(words)")
      }
      return value
    }

    func count(_ field: String) throws(InputFault) -> Int? {
      let text = self[field]
      if text.isEmpty { return nil }
      guard let count = SpreadsheetNumber.count(text) else {
        throw fault(
          field, "'\(text)' is no whole number of 0 or more", "write 46000, 46,000 or 1e+05")
      }
      return count
    }

    func fault(_ field: String, _ problem: String, _ advice: String) -> InputFault {
      let ofFigure = figure.isEmpty ? "" : ", figure '\(figure)'"
      return InputFault(
        subject: table, location: "line \(line)\(ofFigure), field '\(field)'", problem: problem,
        advice: advice)
    }
  }
}

/// Whole numbers as spreadsheets and statistics programs write them.
enum SpreadsheetNumber {
  /// The count that a text means: `46000`, `46,000`, `46000.0`, `1e+05`, `1.25E6`.
  ///
  /// - Returns: nil where it is none, where it has a fraction, or where it is below 0.
  static func count(_ text: String) -> Int? {
    var digits: [UInt8] = []
    var decimals: Int?
    var exponent = 0
    var bytes = text.utf8.makeIterator()
    var groups: [Int] = []
    while let byte = bytes.next() {
      switch byte {
      case 0x30...0x39:
        digits.append(byte - 0x30)
        if let count = decimals { decimals = count + 1 }
      case 0x2C where decimals == nil && !digits.isEmpty: groups.append(digits.count)
      case 0x2E where decimals == nil: decimals = 0
      case 0x45, 0x65:
        var rest: [UInt8] = []
        while let byte = bytes.next() { rest.append(byte) }
        if rest.first == 0x2B { rest.removeFirst() }
        guard !rest.isEmpty, rest.count < 3, rest.allSatisfy({ (0x30...0x39).contains($0) }) else {
          return nil
        }
        exponent = rest.reduce(0) { $0 * 10 + Int($1 - 0x30) }
      default: return nil
      }
    }
    guard !digits.isEmpty else { return nil }
    let wholeDigits = digits.count - (decimals ?? 0)
    for (index, place) in groups.enumerated() {
      let next = index + 1 < groups.count ? groups[index + 1] : wholeDigits
      if next - place != 3 { return nil }
    }
    var shift = exponent - (decimals ?? 0)
    while shift < 0, let last = digits.last {
      if last != 0 { return nil }
      digits.removeLast()
      shift += 1
    }
    var value = 0
    for digit in digits + [UInt8](repeating: 0, count: max(shift, 0)) {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(Int(digit))
      if overflow || carry { return nil }
      value = sum
    }
    return value
  }
}
