import ClaimModel
import Reconciliation
import Testing

@testable import Reporting

/// What a report leaves out where there is too much, and what it says of it.
@Suite struct Limits {
  static let limits = ReportLimits(
    ranges: 2, questions: 2, answers: 3, findings: 2, claims: 4, documents: 2)

  /// The fixture with answers that know their figures, as reconciling gives them.
  static var reconciliation: Reconciliation {
    var result = UkraineFixture.reconciliation
    for range in result.ranges.indices {
      for answer in result.ranges[range].answers.indices {
        guard let claim = result.claims[result.ranges[range].answers[answer].current] else {
          continue
        }
        result.ranges[range].answers[answer].quantity = claim.quantity
        result.ranges[range].answers[answer].asOf = claim.published
        if claim.quantity.qualifier == .indefinite {
          result.ranges[range].answers[answer].expression = claim.expression
        }
      }
    }
    return result
  }

  @Test(arguments: [ReportFormat.html, .markdown, .latex, .wikitext, .text])
  func `A report that fetches the claims it shows is the one that held all of them`(
    format: ReportFormat
  ) throws {
    var held = Report(Self.reconciliation, notes: UkraineFixture.report.notes)
    held.narrow(to: Self.limits)

    var bare = Self.reconciliation
    let claims = bare.claims
    bare.claimCount = claims.count
    bare.claims = [:]
    var fetching = Report(bare, notes: UkraineFixture.report.notes)
    let wanted = try #require(fetching.claimsWanted(within: Self.limits))
    var listing = DocumentListing()
    for claim in claims.values { listing.count(claim) }
    fetching.take(claims.filter { wanted.contains($0.key) }, documents: listing)

    var writer = ReportWriter(format)
    writer.limits = Self.limits
    let expected = try Written.text { try writer.write(held, to: $0) }
    #expect(try Written.text { try writer.write(fetching, to: $0) } == expected)
    #expect(fetching.claimIDs.count == 4)
  }

  @Test func `Sections end where their sources would be too many, but never before the first`() {
    let questions = UkraineFixture.report.questions
    var limits = ReportLimits.all
    limits.answers = questions[0].answers.count
    #expect(UkraineFixture.report.questions(within: limits).count == 1)
    limits.answers = 0
    #expect(UkraineFixture.report.questions(within: limits).count == 1)
    limits.answers = .max
    #expect(UkraineFixture.report.questions(within: limits).count == questions.count)
  }

  @Test func `What is left out is counted, with the table that holds it`() throws {
    var report = UkraineFixture.report
    let count = report.claimCount
    report.narrow(to: Self.limits)
    var writer = ReportWriter(.html)
    writer.limits = Self.limits
    let page = try Written.text { try writer.write(report, to: $0) }
    #expect(page.contains("\(count - 4) claims more: they are in claims.csv (toll report"))
    #expect(page.contains("more: they are in findings.csv (toll report"))
  }

  @Test func `Tables hold every claim although the report does not`() throws {
    var report = UkraineFixture.report
    let whole = try Written.text { try TableReport().write(.claims, of: report, to: $0) }
    let claims = report.claimSource
    report.narrow(to: Self.limits)
    let tables = TableReport(claims: claims)
    #expect(try Written.text { try tables.write(.claims, of: report, to: $0) } == whole)
  }
}
