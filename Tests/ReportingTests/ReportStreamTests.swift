import ClaimModel
import Reconciliation
import RowSorting
import Synchronization
import TestSupport
import Testing

@testable import Reporting

/// A report that holds no more than it shows is the one that holds everything.
@Suite struct ReportStreamTests {
  /// Limits that leave much out of everything, but some of everything.
  static let narrow = ReportLimits(
    ranges: 230, questions: 6, answers: 40, findings: 30, claims: 90, documents: 7)
  static let formats: [ReportFormat] = [.html, .markdown, .latex, .wikitext, .text, .json]

  private static func held(_ claims: [Claim]) throws -> Report {
    var reconciler = Reconciler(facts: TableStreamTests.facts)
    for claim in claims { try reconciler.add(claim) }
    return Report(try reconciler.finish())
  }

  private static func streamed(
    _ claims: [Claim], _ limits: ReportLimits, _ store: SpillStore?
  ) throws -> (report: Report, claims: ClaimSource) {
    var options = ReconciliationOptions()
    options.keepsClaims = false
    var reconciler = Reconciler(facts: TableStreamTests.facts, options: options, store: store)
    var stream = ReportStream(store)
    var byID: [String: Claim] = [:]
    for var claim in claims {
      try reconciler.add(claim)
      if claim.id.isEmpty { claim.id = Reconciler.makeshiftID(of: claim) }
      byID[claim.id] = Reconciler.first(of: byID[claim.id], claim)
    }
    // A report that holds everything counts claims of one id once.
    for claim in byID.values { try stream.count(claim) }
    try reconciler.finish(into: &stream)
    var report = try stream.report(within: limits)
    let wanted = report.claimsWanted(within: limits)
    try report.take(byID.filter { wanted?.contains($0.key) != false })
    return (report, ClaimSource { body in for claim in claims { try body(claim) } })
  }

  private static func page(
    _ report: Report, _ format: ReportFormat, _ limits: ReportLimits, _ claims: ClaimSource
  ) throws -> String {
    var writer = ReportWriter(format)
    writer.limits = limits
    writer.claims = claims
    return try Written.text { try writer.write(report, to: $0) }
  }

  private static func expect(_ page: String, _ expected: String, _ format: ReportFormat) {
    guard page != expected else { return }
    let lines = zip(page.split(separator: "\n"), expected.split(separator: "\n"))
    let first = lines.first { $0 != $1 }
    Issue.record("\(format): \(first?.0.prefix(600) ?? "") for \(first?.1.prefix(600) ?? "")")
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `Pages and tables are the same, byte for byte, however little memory there is`(
    seed: UInt64
  ) throws {
    let claims = TableStreamTests.claims(1800, seed: seed)
    var held = try Self.held(claims)
    #expect(held.questions.count > Self.narrow.ranges && held.findings.count > 300)
    #expect(held.setAsideByReason().count > 1)
    held.narrow(to: Self.narrow)
    for memory in [nil, 1 << 16] as [Int?] {
      let store = memory.map { SpillStore(memory: $0) { MemoryFile() } }
      let (report, source) = try Self.streamed(claims, Self.narrow, store)
      #expect(report.findings.count <= Self.narrow.findings)
      #expect(report.documents.count <= Self.narrow.documents)
      #expect(report.claimIDs == held.claimIDs)
      for format in Self.formats {
        let page = try Self.page(report, format, Self.narrow, source)
        let expected = try Self.page(held, format, Self.narrow, source)
        Self.expect(page, expected, format)
      }
      for table in ReportTable.allCases where table != .claims {
        let rows = try Written.text { try TableReport().write(table, of: report, to: $0) }
        let expected = try Written.text { try TableReport().write(table, of: held, to: $0) }
        #expect(rows == expected, "\(table)")
      }
    }
  }

  @Test func `Plots are the same`() throws {
    let claims = TableStreamTests.claims(1200, seed: 5)
    var held = try Self.held(claims)
    held.narrow(to: Self.narrow)
    let (report, _) = try Self.streamed(claims, Self.narrow, nil)
    let plots = PlotFiles(limit: Self.narrow.questions)
    let (expected, files) = (plots.files(of: held), plots.files(of: report))
    #expect(files.map(\.name) == expected.map(\.name) && files.count > 4)
    for (file, other) in zip(files, expected) {
      let text = try TextOutput.string { try file.write(&$0) }
      #expect(try TextOutput.string { try other.write(&$0) } == text, "\(file.name)")
    }
  }

  @Test func `What limits leave whole is whole`() throws {
    let claims = TableStreamTests.claims(150, seed: 8)
    let held = try Self.held(claims)
    let (report, source) = try Self.streamed(claims, .all, nil)
    #expect(report.claimIDs == held.claimIDs && !report.claimIDs.isEmpty)
    for format in Self.formats {
      let page = try Self.page(report, format, .all, source)
      Self.expect(page, try Self.page(held, format, .all, source), format)
    }
  }

  @Test func `A trimmed range writes all its figures as the whole one does`() throws {
    var trimmedAny = false
    for seed in 20..<24 as Range<UInt64> {
      let report = try Self.held(TableStreamTests.claims(900, seed: seed))
      for range in report.questions {
        let trimmed = range.trimmed
        trimmedAny = trimmedAny || trimmed.answers.count < range.answers.count
        for figure in [
          report.low, report.best, report.high, report.span, report.agreement,
        ] as [(QuestionRange) -> String] {
          #expect(figure(trimmed) == figure(range))
        }
        for side in Perspective.allCases {
          #expect(report.perspective(side, of: trimmed) == report.perspective(side, of: range))
        }
      }
    }
    #expect(trimmedAny)
  }
}
