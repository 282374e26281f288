import ClaimModel
import Extraction
import Lexicons
import TestSupport
import Testing

/// The examples of `Examples/*.txt`: texts with the claims that must be read in them, and no other.
@Suite struct ExampleTests {
  @Test(arguments: ["frames.txt", "more.txt", "history.txt"])
  func readsTheFiguresAndNoOthers(_ file: String) throws {
    try expectExamples(in: file) { "\($0.expression) \($0.outcome.rawValue)" }
  }

  @Test(arguments: ["outcome.txt", "family.txt", "clauses.txt", "counts.txt", "reports.txt"])
  func tellsPartsFromWholes(_ file: String) throws {
    try expectExamples(in: file) { claim in
      "\(claim.expression) \(claim.outcome.rawValue)" + (claim.partOf == nil ? "" : " part")
    }
  }

  @Test(arguments: ["sources.txt", "running.txt", "said.txt", "pages.txt"])
  func creditsTheSource(_ file: String) throws {
    try expectExamples(in: file) { Self.pair($0, $0.attribution.source) }
  }

  @Test(arguments: ["stance.txt"])
  func tellsDoubtAndWhoBoreArms(_ file: String) throws {
    try expectExamples(in: file) {
      "\($0.expression): \($0.stance.rawValue) \($0.status.rawValue)"
    }
  }

  @Test(arguments: ["party.txt", "sides.txt"])
  func namesTheParty(_ file: String) throws {
    try expectExamples(in: file) { Self.pair($0, $0.party) }
  }

  private static func pair(_ claim: Claim, _ value: String) -> String {
    value.isEmpty ? "\(claim.expression):" : "\(claim.expression): \(value)"
  }

  /// Expects of every text of a file the claims beside it, each written in one way, and no other.
  private func expectExamples(in file: String, written: (Claim) -> String) throws {
    let examples = try Example.all(in: file)
    #expect(examples.count > 10)
    let extractor = try Extractor.forTests()
    for example in examples {
      let claims = extractor.extract(Document(id: "example", text: example.text)).claims
      #expect(claims.map(written) == example.claims, "\(example.text)")
    }
  }
}

/// Texts that no one writes, which must be read in time in proportion to their length.
@Suite struct HostileTextTests {
  @Test(
    arguments: [
      "12 people and ", "said ", "the death toll ", "killed 12 ", "“12 (killed ", "including 3 ",
      "of whom 3 were killed, ", "X said that ",
    ])
  func readsRepetitionsWithoutHanging(_ piece: String) throws {
    let text = String(repeating: piece, count: 600) + "were killed."
    let extractor = try Extractor.forTests()
    let (extraction, seconds) = measuringProcessorTime {
      extractor.extract(Document(id: "hostile", text: text))
    }
    #expect(seconds < 20)
    let scalars = Array(text.unicodeScalars)
    for claim in extraction.claims {
      let span = try #require(claim.span)
      let slice = String(String.UnicodeScalarView(scalars[span.start..<span.end]))
      #expect(slice == claim.expression)
    }
  }

  /// Four times the text may take little more than four times the time.
  @Test(
    arguments: [
      "said ", "The ministry said 3 people died. ", "John Smith said 12 soldiers died. ",
      "12 were killed. Of these 3 were children. ", "Killed: 12\n",
    ])
  func takesTimeInProportionToTheText(_ piece: String) throws {
    let extractor = try Extractor.forTests()
    func seconds(_ count: Int) -> Double {
      let document = Document(id: "hostile", text: String(repeating: piece, count: count))
      return measuringProcessorTime { extractor.extract(document) }.seconds
    }
    _ = seconds(100)
    let quarter = seconds(500)
    let whole = seconds(2000)
    // If it were quadratic, it would be sixteen times.
    #expect(whole < 8 * quarter + 0.2)
  }

  /// Phrases of which one part stands where another should: each of them stopped the reader once.
  @Test(
    arguments: [
      "no a few prisoners.", "UN-based estimates toll 20,000\nThe", "claimed by 12 killed",
    ])
  func readsPartsOutOfOrder(_ text: String) throws {
    let claims = try Extractor.forTests().extract(Document(id: "parts", text: text)).claims
    #expect(claims.allSatisfy { text.contains($0.expression) })
  }

  /// Texts that begin and break off anywhere, and whose words are shuffled: nothing may stop the
  /// reader, and what it claims must stand in the text.
  @Test(
    arguments: [
      "family.txt", "sources.txt", "party.txt", "clauses.txt", "pages.txt", "said.txt",
      "counts.txt",
    ])
  func readsTextsThatBreakOff(_ file: String) throws {
    let extractor = try Extractor.forTests()
    var generator = SeededGenerator(seed: 2026)
    var claims = 0
    for example in try Example.all(in: file) {
      let words = example.text.split(separator: " ")
      let start = Int.random(in: 0...words.count / 2, using: &generator)
      let end = Int.random(in: start...words.count, using: &generator)
      let whole = words.shuffled(using: &generator)
      for piece in [words[..<end], words[start...], words[start..<end], whole[...]] {
        let text = piece.joined(separator: " ")
        let scalars = Array(text.unicodeScalars)
        for claim in extractor.extract(Document(id: "piece", text: text)).claims {
          let span = try #require(claim.span)
          let slice = String(String.UnicodeScalarView(scalars[span.start..<span.end]))
          #expect(slice == claim.expression, "\(text)")
          claims += 1
        }
      }
    }
    #expect(claims > 60)
  }
}
