import ClaimModel
import ClaimTables
import DelimitedText
import TestSupport
import Testing

@Suite struct ReviewTests {
  static func review(_ rows: String) throws -> (review: Review, faults: [InputFault]) {
    try Review.read(
      .bytes(Array(("claim_id,decision,column,value,reviewer,note\n" + rows).utf8)),
      named: "review.csv")
  }

  static func claims() -> [Claim] {
    ["a", "b", "c", "d"].map { id in
      var claim = Claim(
        quantity: Quantity(.exact, 20), interval: Interval(exactly: 20), outcome: .killed)
      claim.id = id
      claim.convention = "interval"
      claim.extra = [ExtraField(column: "desk", value: "east")]
      return claim
    }
  }

  static func apply(
    _ review: Review, to claims: inout [Claim]
  ) -> (rejected: [Claim], faults: [InputFault]) {
    var application = ReviewApplication(review, convention: "literal", interval: literal)
    return application.apply(to: &claims)
  }

  @Test func decisionsAreApplied() throws {
    let (review, faults) = try Self.review(
      "a,accept,,,Ann,checked\nb,reject,,,Ann,a unit name\nc,edit,outcome,injured,Bo,\n"
        + "c,edit,party,Ukraine,Ann,\n")
    #expect(faults.isEmpty)
    var claims = Self.claims()
    let untouched = claims[3]
    let result = Self.apply(review, to: &claims)
    #expect(result.faults.isEmpty)
    #expect(result.rejected.map(\.id) == ["b"])
    #expect(claims.map(\.id) == ["a", "c", "d"])
    #expect(claims[1].outcome == .injured)
    #expect(claims[1].party == "Ukraine")
    #expect(claims[1].interval == Interval(exactly: 20))
    #expect(claims[1].convention == "interval")
    #expect(claims[2] == untouched)
    #expect(
      claims[0].extra == [
        ExtraField(column: "desk", value: "east"),
        ExtraField(column: "review", value: "accepted by Ann"),
      ])
    #expect(claims[1].extra.last?.value == "edited outcome, party by Bo, Ann")
  }

  @Test func applyingTwiceChangesNothingMore() throws {
    let (review, _) = try Self.review(
      "a,accept,,,Ann,\nb,edit,stated_low,5,,\nb,edit,stated_high,9,,\nc,reject,,,,\n")
    var once = Self.claims()
    _ = Self.apply(review, to: &once)
    var twice = once
    _ = Self.apply(review, to: &twice)
    #expect(once == twice)
  }

  @Test func anEditedNumberIsReadAnewUnlessItsIntervalIsEditedToo() throws {
    let (review, _) = try Self.review(
      "a,edit,qualifier,at_least,,\nb,edit,qualifier,at_least,,\nb,edit,high,40,,\n")
    var claims = Self.claims()
    _ = Self.apply(review, to: &claims)
    #expect(claims[0].interval == Interval(low: 20, best: 20, high: nil))
    #expect(claims[0].convention == "literal")
    #expect(claims[1].interval == Interval(low: 20, best: 20, high: 40))
    #expect(claims[1].convention == "interval")
  }

  @Test func changesAreListedWithOldAndNew() throws {
    let (review, _) = try Self.review("a,edit,outcome,missing,,\na,edit,party,,,\n")
    var application = ReviewApplication(review, convention: "literal", interval: literal)
    var claim = Self.claims()[0]
    let changes: [ReviewApplication.Change] =
      switch application.apply(to: &claim) {
      case .edited(let changes): changes
      default: []
      }
    #expect(changes.map(\.column) == [.outcome])
    #expect(changes.map(\.old) == ["killed"])
    #expect(changes.map(\.new) == ["missing"])
    #expect((application.accepted, application.edited, application.rejected) == (0, 1, 0))
  }

  @Test func theLastWordHolds() throws {
    let (review, _) = try Self.review(
      "a,reject,,,,\na,accept,,,,\nb,accept,,,,\nb,reject,,,,\nc,edit,place,X,,\nc,edit,place,Y,,\n"
    )
    var claims = Self.claims()
    let result = Self.apply(review, to: &claims)
    #expect(result.rejected.map(\.id) == ["b"])
    #expect(claims.map(\.place) == ["", "Y", ""])
  }

  @Test func aClaimThatIsGoneIsReported() throws {
    let (review, _) = try Self.review("a,accept,,,,\nzz,reject,,,,\n")
    var claims = Self.claims()
    let result = Self.apply(review, to: &claims)
    #expect(result.faults.map(\.location) == ["line 3"])
    #expect(result.faults.first?.problem == "the claim zz is not among the claims")
  }

  @Test func editsThatContradictEachOtherLeaveTheClaimAsItIs() throws {
    let (review, faults) = try Self.review("a,edit,low,90,,\n")
    #expect(faults.isEmpty)
    var claims = Self.claims()
    let before = claims
    let result = Self.apply(review, to: &claims)
    #expect(claims == before)
    #expect(result.faults.map(\.location) == ["line 2, claim a"])
  }

  @Test func badRowsAreToldAndTheRestHolds() throws {
    let (review, faults) = try Self.review(
      "a,maybe,,,,\n,accept,,,,\na,edit,colour,red,,\na,edit,claim_id,b,,\na,edit,outcome,dead,,\n"
        + "a,edit,confidence,2,,\na,edit,published,16/2,,\na,accept\na,edit,high,12,,\n")
    #expect(review.decisions.map(\.line) == [10])
    #expect(
      faults.map(\.location).map { String($0.prefix(while: { $0 != "r" })) } == [
        "line 2, column 'decision'", "line 3, column 'claim_id'", "line 4, column 'column'",
        "line 5, column 'column'", "line 6, column 'value'", "line 7, column 'value'",
        "line 8, column 'value'", "line 9, ",
      ])
  }

  @Test func aFileWithoutItsColumnsIsRefused() {
    #expect(throws: InputFault.self) {
      try Review.read(.bytes(Array("claim,decision\n".utf8)), named: "review.csv")
    }
  }
}
