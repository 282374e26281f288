import ClaimModel
import Testing

@testable import ClaimTables

@Suite("The queue of claims that need a look")
struct ReviewQueueTests {
  @Test("the bottom of a wide gap comes before a doubtful reading, a sure claim last")
  func order() {
    let sure = claim("sure", confidence: 1000)
    let doubtful = claim("doubtful", confidence: 400)
    let gap = claim("gap", confidence: 950)
    let queue = ReviewQueue(
      [sure, doubtful, gap], findings: ["gap": .init(severity: 976, sentence: "9.5 times.")])
    #expect(queue.items.map(\.claim.id) == ["gap", "doubtful", "sure"])
    #expect(queue.items[0].reasons == ["9.5 times.", "the reading is 95 % sure"])
    #expect(queue.items[2].reasons.isEmpty)
  }

  @Test("the order does not depend on the order of the claims")
  func orderOfClaims() {
    let claims = ["b", "a", "d", "c"].map { claim($0, confidence: 700) }
    let forwards = ReviewQueue(claims).items.map(\.claim.id)
    #expect(forwards == ["a", "b", "c", "d"])
    #expect(ReviewQueue(claims.reversed()).items.map(\.claim.id) == forwards)
  }

  @Test("decided claims leave the queue, claims without ids never enter it")
  func decidedClaims() {
    let review = Review(
      name: "review.csv", decisions: [Review.Decision(claimID: "a", kind: .accept)])
    let claims = [
      claim("a", confidence: 100), claim("b", confidence: 100), claim("", confidence: 0),
      claim("b", confidence: 100),
    ]
    let queue = ReviewQueue(claims, review: review)
    #expect(queue.items.map(\.claim.id) == ["b"])
    #expect(queue.decided == 1)
    #expect(ReviewQueue(claims, limit: 1).items.count == 1)
    #expect(ReviewQueue(claims, limit: -1).items.isEmpty)
  }

  @Test("what is missing from a claim is a reason to look")
  func missingParts() {
    var vague = claim("vague", confidence: 1000)
    vague.attribution.source = ""
    vague.party = ""
    vague.quantity.qualifier = .indefinite
    #expect(ReviewQueue([vague]).items[0].reasons.count == 3)
  }

  private func claim(_ id: String, confidence: Int) -> Claim {
    var claim = Claim(
      quantity: Quantity(.exact, 5), interval: Interval(exactly: 5), outcome: .killed)
    claim.id = id
    claim.confidence = confidence
    claim.attribution.source = "police"
    claim.party = "Sudan"
    return claim
  }
}
