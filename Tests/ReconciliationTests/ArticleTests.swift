import ClaimModel
import Reconciliation
import Testing

/// One article with six claims on two sides, read as a person would.
@Suite struct ArticleTests {
  let silence = Silence(
    documentID: "article.txt", party: "Russia", span: TextSpan(start: 0, end: 10),
    quote: "Moscow has published no count of its own since 2022.")

  private func sentences(_ kind: FindingKind) -> [String] {
    Fixtures.reconcile(Fixtures.article, silences: [silence]).findings
      .filter { $0.kind == kind }.map(\.sentence)
  }

  @Test func `the Ukrainian figures run from 46,000 to about a million`() throws {
    let result = Fixtures.reconcile(Fixtures.article)
    let range = try #require(
      result.ranges.first { $0.key.party == "Ukraine" && $0.key.outcome == .casualties })
    #expect(range.low == 46_000)
    #expect(range.lowOrigin == "Volodymyr Zelensky")
    #expect(range.high == 1_100_000)
    #expect(range.highOrigin == "Independent journalists and commentators")
    #expect(range.key.conflict == "Russo-Ukrainian War")
    #expect(range.key.scope == .cumulative)
    #expect(range.grade == .contested)
    #expect(range.answers.map(\.perspective) == [.thirdParty, .own])
  }

  @Test func `what can't both be right is said in one sentence`() {
    #expect(
      sentences(.disjoint) == [
        "Independent journalists and commentators put Ukrainian casualties at about 1 million, at "
          + "least 19.6 times Volodymyr Zelensky's 46,000."
      ])
  }

  @Test func `more dead than casualties is a matter of definition`() {
    #expect(
      sentences(.definition) == [
        "The New York Times puts Ukrainian dead alone at 435,000, 9.5 times the 46,000 that "
          + "Volodymyr Zelensky gives for Ukrainian casualties, dead and wounded together: one of "
          + "them counts something else."
      ])
  }

  @Test func `a side that says nothing of its own losses is named and the text quoted`() throws {
    let gaps = Fixtures.reconcile(Fixtures.article, silences: [silence]).findings
      .filter { $0.kind == .gap }
    let gap = try #require(gaps.first)
    #expect(gaps.count == 1)
    #expect(gap.quotes == [silence.quote])
    #expect(gap.sentence.hasPrefix("No Russian source gives a figure of Russia's own losses"))
    #expect(gap.sentence.contains(silence.quote))
    #expect(gap.claims.count == 3)
  }

  @Test func `every claim is in a range`() {
    let result = Fixtures.reconcile(Fixtures.article)
    #expect(result.ranges.reduce(0) { $0 + $1.claims } == 6)
    #expect(result.setAside.isEmpty)
    #expect(result.claims.count == 6)
  }
}
