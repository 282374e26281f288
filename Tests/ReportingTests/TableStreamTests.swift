import ClaimModel
import ClaimTables
import DelimitedText
import Lexicons
import Reconciliation
import Reporting
import RowSorting
import Synchronization
import TestSupport
import Testing

/// The tables that are written without holding a reconciliation are those of the report.
@Suite struct TableStreamTests {
  private static let tables = ReportTable.allCases.filter { $0 != .claims }

  static let facts = RegisterFacts(
    party: { ["Russia", "Ukraine"].contains($0) ? $0 : nil },
    adjective: { ["Russia": "Russian", "Ukraine": "Ukrainian"][$0] },
    conflicts: ["Russia", "Ukraine"].map {
      ConflictSide(
        conflict: "Russo-Ukrainian War", side: $0, party: $0,
        from: PartialDate(year: 2014, month: 2))
    })

  /// Claims of every scope, with echoes, revisions, parts, parts of parts, repeated rows and
  /// refused ones.
  static func claims(_ count: Int, seed: UInt64) -> [Claim] {
    var random = SeededGenerator(seed: seed)
    func pick<Element>(_ elements: [Element]) -> Element {
      elements[Int(random.next() % UInt64(elements.count))]
    }
    var claims: [Claim] = []
    while claims.count < count {
      let number = pick([12, 20, 46_000, 435_000, Int(random.next() % 900) + 1])
      let qualifier = pick([Qualifier.exact, .exact, .atLeast, .about])
      var claim = Claim(
        quantity: Quantity(qualifier, number),
        interval: Interval(
          low: number, best: number, high: qualifier == .atLeast ? nil : number + number / 10),
        outcome: pick([.killed, .killed, .injured, .casualties]))
      claim.id = pick(["", "row \(claims.count)", StableID.text(claims.count)])
      claim.documentID = pick(["", "doc-\(random.next() % 60)"])
      claim.publisher = pick(["Lantern Wire", "Harbour Post", ""])
      claim.published = pick([nil, PartialDate(dayNumber: 20_000 + Int(random.next() % 40))])
      if pick([false, false, true]) { claim.from = claim.published }
      claim.party = pick(["Russia", "Ukraine", ""])
      claim.status = pick(VictimStatus.allCases)
      claim.attribution.source = pick(["Mediazona", "officials", "the ministry", ""])
      claim.attribution.side = pick(["", "", "Russia", "Ukraine"])
      claim.scope = pick(Scope.allCases)
      claim.place = pick(["", "Sumy", "Kharkiv", "Odesa, a \"port\""])
      claim.event = pick(["", "", "", "a siege"])
      claim.stance = pick([.asserted, .asserted, .asserted, .asserted, .denied])
      claim.quote = "Sentence \(random.next() % 400)."
      claim.span = TextSpan(start: claims.count, end: claims.count + 2)
      if let whole = claims.last, !whole.id.isEmpty, pick([false, false, false, true]) {
        claim.partOf = whole.id
        claim.victims = pick(["children", "women"])
      }
      claims.append(claim)
      if pick([false, false, false, false, true]) { claims.append(claim) }
    }
    return claims
  }

  private enum StableID {
    static func text(_ number: Int) -> String {
      var hash = StableHash()
      hash.combine(number)
      return hash.hexadecimal
    }
  }

  private static func written(
    _ claims: [Claim], _ store: SpillStore?, hasHXLRow: Bool = false
  ) throws -> [ReportTable: [UInt8]] {
    var options = ReconciliationOptions()
    options.keepsClaims = false
    var reconciler = Reconciler(facts: facts, options: options, store: store)
    for claim in claims { try reconciler.add(claim) }
    var stream = TableStream(tables, store)
    try reconciler.finish(into: &stream)
    let files = Mutex<[ReportTable: [UInt8]]>([:])
    try stream.write(hasHXLRow: hasHXLRow) { table in
      { bytes in files.withLock { $0[table, default: []].append(contentsOf: bytes) } }
    }
    return files.withLock { $0 }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `tables are those of the report however little memory there is`(seed: UInt64) throws {
    let claims = Self.claims(1500, seed: seed)
    var reconciler = Reconciler(facts: Self.facts)
    for claim in claims { try reconciler.add(claim) }
    let report = Report(try reconciler.finish())
    #expect(report.findings.count > 100 && report.questions.count > 100)
    #expect(!report.setAsideByReason().isEmpty && !report.events.isEmpty)
    #expect(report.questions.contains { $0.partOf != nil })
    let whole = try Self.written(claims, nil, hasHXLRow: true)
    for memory in [1 << 10, 1 << 16, 1 << 20] {
      let spilled = try Self.written(
        claims, SpillStore(memory: memory) { MemoryFile() }, hasHXLRow: true)
      #expect(spilled == whole)
    }
    for table in Self.tables {
      let bytes = Mutex<[UInt8]>([])
      try TableReport(hasHXLRow: true).write(table, of: report) { piece in
        bytes.withLock { $0.append(contentsOf: piece) }
      }
      let expected = bytes.withLock { $0.split(separator: 0x0A) }
      let lines = (whole[table] ?? []).split(separator: 0x0A)
      #expect(lines.count == expected.count, "\(table)")
      for (line, other) in zip(lines, expected) where line != other {
        Issue.record(
          "\(table): \(String(decoding: line, as: UTF8.self)) for \(String(decoding: other, as: UTF8.self))"
        )
        break
      }
    }
  }

  @Test func `one table alone is the same as among all`() throws {
    let claims = Self.claims(500, seed: 9)
    let all = try Self.written(claims, nil)
    for table in Self.tables {
      var options = ReconciliationOptions()
      options.keepsClaims = false
      var reconciler = Reconciler(facts: Self.facts, options: options)
      for claim in claims { try reconciler.add(claim) }
      var stream = TableStream([table], nil)
      try reconciler.finish(into: &stream)
      let bytes = Mutex<[UInt8]>([])
      try stream.write { _ in { piece in bytes.withLock { $0.append(contentsOf: piece) } } }
      #expect(bytes.withLock { $0 } == all[table], "\(table)")
    }
  }
}
