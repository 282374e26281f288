import ClaimModel
import Extraction
import Testing

/// What the trace tells is what the claims and the audit of numbers are.
@Suite struct TraceTests {
  @Test func tellsOfEveryClaimAndOfNoOther() throws {
    let extractor = try Extractor.forTests()
    var claims = 0
    for file in ["family.txt", "more.txt", "outcome.txt", "history.txt"] {
      for example in try Example.all(in: file) {
        let document = Document(id: "example", text: example.text)
        let extraction = extractor.extract(document)
        let told = extractor.trace(document).split(separator: "\n").filter {
          $0.hasPrefix("    ") && !$0.hasPrefix("    says: ") && !$0.contains(": passed over (")
        }
        #expect(told.count == extraction.claims.count, "\(example.text)")
        claims += told.count
      }
    }
    #expect(claims > 500)
  }

  @Test func namesTheSpeakerWhoGoesOn() throws {
    let document = Document(
      id: "example", text: "Police said 12 people died. Another 30 were wounded.")
    let trace = try Extractor.forTests().trace(document)
    #expect(trace.contains("says: Police (said)"))
    #expect(trace.contains("says: Police (goes on)"))
  }
}
