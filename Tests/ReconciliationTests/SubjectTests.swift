import ClaimModel
import Testing

@testable import Reconciliation

@Suite("What a claim's count is about, judged by the claim alone")
struct SubjectTests {
  private let subject = Fixtures.facts.subjectOfClaims

  private func claim(_ scope: Scope, party: String = "Ukraine", on day: String = "2025-02-16")
    -> Claim
  {
    var claim = Claim(
      quantity: Quantity(.exact, 46_000), interval: Interval(exactly: 46_000), outcome: .killed)
    claim.party = party
    claim.scope = scope
    claim.published = PartialDate(day)
    return claim
  }

  @Test("a running count is about the conflict of its party at its time")
  func runningCount() {
    #expect(subject(claim(.cumulative)) == "Russo-Ukrainian War")
    #expect(subject(claim(.cumulative, on: "2013-01-01")) == "")
    #expect(subject(claim(.cumulative, party: "Norway")) == "")
    #expect(subject(claim(.cumulative, party: "")) == "")
    #expect(subject(claim(.incident)) == "")
  }

  @Test("a named event or conflict is what it says")
  func named() {
    var battle = claim(.cumulative)
    battle.event = "Bakhmut"
    #expect(subject(battle) == "Bakhmut")
    var column = claim(.cumulative, party: "Russia")
    column.extra = [ExtraField(column: "conflict", value: "Syrian civil war")]
    #expect(subject(column) == "Syrian civil war")
    var war = claim(.cumulative)
    war.event = "Russo-Ukrainian War"
    #expect(subject(war) == "Russo-Ukrainian War")
  }
}
