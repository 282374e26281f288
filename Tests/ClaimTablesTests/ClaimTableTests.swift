import ClaimModel
import ClaimTables
import DelimitedText
import TestSupport
import Testing

@Suite struct ClaimTableTests {
  @Test func theColumnsAreThoseOfTheDesign() {
    #expect(
      TableSchema.claims.header.joined(separator: " ")
        == "claim_id document_id publisher published url start end quote expression qualifier "
        + "stated_low stated_high low best high convention outcome victims party status source "
        + "source_type source_side via cue stance part_of scope when from to place event rule "
        + "confidence")
  }

  @Test func everyColumnOfAnyClaimComesBack() throws {
    var generator = SeededGenerator(seed: 1)
    let claims = (0..<2000).map { _ in randomClaim(&generator) }
    let bytes = try table(of: claims, extraColumns: ["desk", "note"])
    let read = try ClaimsReading(bytes)
    #expect(read.faults.isEmpty)
    #expect(read.claims == claims)
    #expect(read.extraColumns == ["desk", "note"])
    #expect(read.counts == [2000, 0])
    #expect(try table(of: read.claims, extraColumns: read.extraColumns) == bytes)
  }

  @Test func aRowWrittenInFull() throws {
    var claim = Claim(
      quantity: Quantity(.atLeast, 20), interval: Interval(low: 20, best: 20, high: nil),
      outcome: .killed)
    claim.id = "0123456789abcdef"
    claim.documentID = "a.txt"
    claim.published = PartialDate(year: 2025, month: 2)
    claim.span = TextSpan(start: 0, end: 11)
    claim.quote = "At least 20 civilians were killed, police said."
    claim.expression = "At least 20"
    claim.victims = "civilians"
    claim.status = .civilian
    claim.attribution = Attribution(
      source: "police", type: .police, via: ["Reuters", "a radio"], cue: "said")
    claim.confidence = 850
    let text = String(decoding: try table(of: [claim]), as: UTF8.self)
    #expect(
      text
        == TableSchema.claims.header.joined(separator: ",") + "\n"
        + "0123456789abcdef,a.txt,,2025-02,,0,11,\"At least 20 civilians were killed, police "
        + "said.\",At least 20,at_least,20,20,20,20,,,killed,civilians,,civilian,police,police,,"
        + "Reuters < a radio,said,asserted,,unknown,,,,,,,0.85\n")
  }

  @Test func theTagRowIsPassedOver() throws {
    var generator = SeededGenerator(seed: 2)
    let claims = [randomClaim(&generator)]
    let bytes = try table(of: claims, extraColumns: ["desk", "note"], hasHXLRow: true)
    #expect(try ClaimsReading(bytes).claims == claims)
    #expect(TableSchema.claims.hxlTags.allSatisfy { $0.hasPrefix("#") })
  }

  @Test func statedNumbersAloneAreReadByTheConvention() throws {
    let read = try ClaimsReading(
      "claim_id,qualifier,stated_low,stated_high,outcome\n"
        + "a,at_least,20,20,killed\nb,,5,9,injured\nc,,7,7,missing\nd,,7,,missing\n")
    #expect(read.faults.isEmpty)
    #expect(
      read.claims.map(\.interval) == [
        Interval(low: 20, best: 20, high: nil), Interval(low: 5, best: 7, high: 9),
        Interval(exactly: 7), Interval(exactly: 7),
      ])
    #expect(
      read.claims.map(\.quantity) == [
        Quantity(.atLeast, 20), Quantity(.range, 5, 9), Quantity(.exact, 7), Quantity(.exact, 7),
      ])
    #expect(read.claims.map(\.convention) == Array(repeating: "literal", count: 4))
  }

  @Test func intervalsAloneSayWhatWasStated() throws {
    let read = try ClaimsReading(
      "claim_id,low,high,outcome\na,20,,killed\nb,,9,killed\nc,5,9,killed\nd,7,7.0,killed\n")
    #expect(read.faults.isEmpty)
    #expect(
      read.claims.map(\.quantity) == [
        Quantity(.atLeast, 20), Quantity(.atMost, 9), Quantity(.range, 5, 9), Quantity(.exact, 7),
      ])
    #expect(
      read.claims.map(\.interval) == [
        Interval(low: 20, best: 20, high: nil), Interval(low: nil, best: nil, high: 9),
        Interval(low: 5, best: 7, high: 9), Interval(exactly: 7),
      ])
    #expect(read.claims.map(\.convention) == Array(repeating: "", count: 4))
  }

  @Test(arguments: [
    ("claim_id,stated_low,stated_high\n", "the column 'outcome' is missing"),
    ("stated_low,stated_high,outcome\n", "the column 'claim_id' is missing"),
    ("claim_id,stated_low,high,outcome\n", "the columns for the number are missing"),
    ("", "the table is empty; a header row was expected"),
    ("claim_id,outcome,outcome\n", "the column 'outcome' stands twice in the header"),
  ])
  func aTableWithoutItsColumnsIsRefused(_ text: String, _ problem: String) {
    let fault = #expect(throws: InputFault.self) { try ClaimsReading(text) }
    #expect(fault?.problem == problem)
    #expect(fault?.subject == "claims.csv")
  }

  @Test(arguments: [
    ("claim_id;outcome;low;high\n", "the table has semicolons: save it with commas"),
    ("claim_id\toutcome\tlow\thigh\n", "the table has tabs: save it with commas"),
    ("Claim ID,outcome,low,high\n", "rename 'Claim ID' to 'claim_id'"),
    ("claim_id, Outcome ,low,high\n", "rename ' Outcome ' to 'outcome'"),
    ("c\0l\0a\0i\0m\0", "the file looks like UTF-16: save it as UTF-8"),
    (
      "claim_id,low,high\n",
      "add it, with one of killed, injured, casualties, missing, captured, "
        + "displaced in every row"
    ),
  ])
  func theCauseOfAMissingColumnIsNamedWhereItIsPlain(_ text: String, _ advice: String) {
    #expect(#expect(throws: InputFault.self) { try ClaimsReading(text) }?.advice == advice)
  }

  @Test func badRowsAreSkippedCountedAndExplained() throws {
    let read = try ClaimsReading(
      """
      claim_id,stated_low,stated_high,outcome,published,confidence,stance,start,end
      a,1,1,killed,,,,,
      b,1,1,dead,,,,,
      c,x,1,killed,,,,,
      d,-1,1,killed,,,,,
      e,1.5,2,killed,,,,,
      f,9,1,killed,,,,,
      g,,,killed,,,,,
      h,1,1,,,,,,
      i,1,1,killed,16 Feb,,,,
      j,1,1,killed,,1.2,,,
      k,1,1,killed,,,maybe,,
      l,1,1,killed,,,,9,3
      m,99999999999999999999,1,killed,,,,,
      n,1,1,killed
      o,1,1,ki"lled,,,,,
      p,2,2,killed,2025-02-16,0.5,denied,3,9

      """)
    #expect(read.claims.map(\.id) == ["a", "p"])
    #expect(read.counts == [2, 14])
    let lines = read.faults.map(\.description)
    #expect(
      lines.first
        == "claims.csv: line 3, column 'outcome': 'dead' is none of the values that the column "
        + "allows; use one of killed, injured, casualties, missing, captured, displaced")
    let expected = [
      "line 3, column 'outcome'", "line 4, column 'stated_low'", "line 5, column 'stated_low'",
      "line 6, column 'stated_low'", "line 7, column 'stated_low'", "line 8, column 'stated_low'",
      "line 9, column 'outcome'", "line 10, column 'published'", "line 11, column 'confidence'",
      "line 12, column 'stance'", "line 13, column 'start'", "line 14, column 'stated_low'",
      "line 15, row 15, byte 389", "line 16, row 16, column 4, byte 410",
    ]
    #expect(read.faults.count == expected.count)
    for (fault, location) in zip(read.faults, expected) {
      #expect(fault.location.hasPrefix(location.prefix(while: { $0 != "b" })))
      #expect(!fault.problem.isEmpty && !fault.advice.isEmpty)
      #expect(!fault.description.contains("\n"))
    }
  }

  @Test func brokenEncodingIsAFaultOfItsRow() throws {
    var bytes = Array("claim_id,low,high,outcome,place\na,1,1,killed,".utf8)
    bytes += [0xFF, 0x0A] + Array("b,1,1,killed,Kyiv\n".utf8)
    let read = try ClaimsReading(bytes)
    #expect(read.claims.map(\.id) == ["b"])
    #expect(read.faults.map(\.problem) == ["the text is not UTF-8"])
  }

  @Test func aMessageNeverRepeatsMoreThanALineOfTheInput() throws {
    let long = String(repeating: "x\ny", count: 10_000)
    let read = try ClaimsReading("claim_id,low,high,outcome\na,1,1,\"\(long)\"\n")
    let text = try #require(read.faults.first?.description)
    #expect(text.utf8.count < 400 && !text.contains("\n"))
  }

  @Test(arguments: ["0", "1", "0.85", "0.5", "0.001", "1.0", "1.000", "0.8504"])
  func confidenceIsReadToTheThousandth(_ text: String) throws {
    let read = try ClaimsReading("claim_id,low,high,outcome,confidence\na,1,1,killed,\(text)\n")
    let expected = [
      "0": 0, "1": 1000, "0.85": 850, "0.5": 500, "0.001": 1, "1.0": 1000, "1.000": 1000,
      "0.8504": 850,
    ]
    #expect(read.claims.map(\.confidence) == [expected[text]])
  }
}
