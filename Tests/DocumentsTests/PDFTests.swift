import ClaimModel
import Testing

@testable import Documents

@Suite struct PDFTests {
  static let hasPoppler =
    (try? Subprocess.run(
      "pdftotext", ["-v"], input: [], outputLimit: 1 << 16, seconds: 300)) != nil

  @Test(.enabled(if: hasPoppler)) func `a PDF file gives its running text`() throws {
    let bytes = Samples.pdf(lines: [
      "At least twelve people were killed when the river rose in the", "upper valley, the interi-",
      "or ministry said.",
    ])
    let document = try #require(try Readings(of: bytes, named: "a").documents.first)
    #expect(
      document.text
        == "At least twelve people were killed when the river rose in the upper valley, "
        + "the interior ministry said.")
    #expect(document.title == "Report on a flood")
    #expect(document.published == PartialDate(year: 2024, month: 3, day: 5))
  }

  @Test(.enabled(if: hasPoppler), .timeLimit(.minutes(30)))
  func `a broken PDF file and one without text are faults`() throws {
    let whole = Samples.pdf(lines: ["Twelve dead."])
    for bytes in [Array(whole.prefix(40)), Samples.pdf(lines: []), Array("%PDF-".utf8)] {
      let readings = try Readings(of: bytes, named: "a.pdf")
      #expect(readings.documents.isEmpty)
      #expect(readings.faults.count == 1)
    }
  }

  @Test func `a program that is missing, slow or verbose is a failure of its own`() {
    func failure(_ name: String, _ arguments: [String], seconds: Int = 300) -> Subprocess.Failure? {
      do throws(Subprocess.Failure) {
        _ = try Subprocess.run(
          name, arguments, input: [1, 2, 3], outputLimit: 1000, seconds: seconds)
        return nil
      } catch { return error }
    }
    if case .notFound = failure("no-such-program-here", []) {} else { Issue.record("found") }
    if case .tooSlow = failure("sleep", ["60"], seconds: 1) {} else { Issue.record("not slow") }
    if case .tooMuch = failure("yes", []) {} else { Issue.record("not much") }
  }

  @Test func `a program that does not read its input does no harm`() throws {
    let input = [UInt8](repeating: 65, count: 1 << 20)
    let silent = try Subprocess.run("true", [], input: input, outputLimit: 10, seconds: 300)
    #expect(silent.status == 0 && silent.bytes.isEmpty)
    let echoed = try Subprocess.run("cat", [], input: input, outputLimit: 1 << 21, seconds: 300)
    #expect(echoed.bytes == input)
  }

  @Test func `page numbers and running heads go, and lines are joined`() {
    let pages = (1...4).map { page in
      "Report on the flood, page \(page)\n\nOn day \(page) of the flood the ministry counted\n"
        + "12 dead and 30 wounded.\n\n\(page)\n\u{0C}"
    }
    let text = PDFText.reflowed(pages.joined())
    #expect(!text.contains("Report"))
    #expect(text.hasPrefix("On day 1 of the flood the ministry counted 12 dead and 30 wounded."))
    #expect(text.hasSuffix("On day 4 of the flood the ministry counted 12 dead and 30 wounded."))
  }
}
