import ClaimModel
import Extraction
import Lexicons
import Testing

/// The examples of `Examples/*.txt`: texts with the claims that must be read in them, and no other.
@Suite struct ExampleTests {
  @Test(arguments: ["frames.txt", "more.txt"])
  func readsWhatTheExamplesSay(_ file: String) throws {
    let examples = try Example.all(in: file)
    #expect(examples.count > 10)
    let extractor = try Extractor.forTests()
    for example in examples {
      let claims = extractor.extract(Document(id: "example", text: example.text)).claims
      let read = claims.map { "\($0.expression) \($0.outcome.rawValue)" }
      #expect(read == example.claims, "\(example.text)")
    }
  }
}
