import ClaimModel
import ClaimTables
import DelimitedText
import TestSupport

/// The simplest way to read a quantity, for tables that give no interval.
func literal(_ claim: Claim) -> Interval {
  let quantity = claim.quantity
  return switch quantity.qualifier {
  case .atLeast: Interval(low: quantity.low, best: quantity.low, high: nil)
  case .atMost: Interval(low: 0, best: nil, high: quantity.high)
  default:
    Interval(low: quantity.low, best: (quantity.low + quantity.high) / 2, high: quantity.high)
  }
}

/// What reading a claims table to its end gave.
struct ClaimsReading {
  var claims: [Claim] = []
  var faults: [InputFault] = []
  var extraColumns: [String] = []
  var counts: [Int] = []

  init(_ bytes: [UInt8]) throws {
    var reader = try ClaimTableReader(
      .bytes(bytes), named: "claims.csv", convention: "literal", interval: literal)
    extraColumns = reader.extraColumns
    while let result = reader.next() {
      switch result {
      case .success(let claim): claims.append(claim)
      case .failure(let fault): faults.append(fault)
      }
    }
    counts = [reader.rowsRead, reader.rowsSkipped]
  }

  init(_ text: String) throws { try self.init(Array(text.utf8)) }
}

/// The bytes of a claims table.
func table(
  of claims: [Claim], extraColumns: [String] = [], hasHXLRow: Bool = false
) throws -> [UInt8] {
  var bytes: [UInt8] = []
  var writer = try ClaimTableWriter(extraColumns: extraColumns, hasHXLRow: hasHXLRow) {
    bytes.append(contentsOf: $0)
  }
  for claim in claims { try writer.write(claim) }
  try writer.flush()
  return bytes
}

/// A claim of which every column may hold anything that it can.
func randomClaim(_ generator: inout SeededGenerator) -> Claim {
  let words = [
    "", "Ukraine", "a, \"b\"", " x\ny\r\n", "été 😀", "a long name of more than 15 bytes",
  ]
  func word() -> String { words.randomElement(using: &generator) ?? "" }
  func count() -> Int { Int.random(in: 0...2_000_000, using: &generator) }
  func maybe<Value>(_ value: Value) -> Value? { Bool.random(using: &generator) ? value : nil }
  func one<Value: CaseIterable>(_ type: Value.Type, or fallback: Value) -> Value {
    type.allCases.randomElement(using: &generator) ?? fallback
  }
  func date() -> PartialDate? {
    let year = Int.random(in: 1...9999, using: &generator)
    let month = maybe(Int.random(in: 1...12, using: &generator))
    return maybe(0) == nil
      ? nil
      : PartialDate(
        year: year, month: month,
        day: month == nil ? nil : maybe(Int.random(in: 1...28, using: &generator)))
  }
  let low = count()
  var claim = Claim(
    quantity: Quantity(one(Qualifier.self, or: .exact), low, low + count()),
    interval: Interval(low: maybe(low), best: low, high: maybe(low + count())),
    outcome: one(Outcome.self, or: .killed))
  claim.id = String(generator.next(), radix: 16)
  claim.documentID = word()
  claim.publisher = word()
  claim.published = date()
  claim.url = word()
  claim.span = maybe(TextSpan(start: low, end: low + 5))
  claim.quote = word()
  claim.expression = word()
  claim.convention = word()
  claim.victims = word()
  claim.party = word()
  claim.status = one(VictimStatus.self, or: .military)
  claim.attribution = Attribution(
    source: word(), type: one(SourceType.self, or: .ngo), side: word(),
    via: maybe(["Reuters", "a paper"]) ?? [], cue: word())
  claim.stance = one(Stance.self, or: .denied)
  claim.partOf = maybe("0123456789abcdef")
  claim.scope = one(Scope.self, or: .period)
  claim.when = word()
  claim.from = date()
  claim.to = date()
  claim.place = word()
  claim.event = word()
  claim.rule = word()
  claim.confidence = maybe(Int.random(in: 0...1000, using: &generator))
  if Bool.random(using: &generator) {
    claim.extra = [
      ExtraField(column: "desk", value: "x"), ExtraField(column: "note", value: "y,z"),
    ]
  }
  return claim
}
