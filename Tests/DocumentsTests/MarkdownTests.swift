import ClaimModel
import TestSupport
import Testing

@testable import Documents

@Suite struct MarkdownTests {
  @Test func `a text loses its markup and keeps its words`() throws {
    let document = try #require(try Readings(of: Samples.markdown, named: "a.md").documents.first)
    #expect(document.title == "Flood")
    #expect(document.published == PartialDate(year: 2024, month: 3, day: 5))
    #expect(
      document.text == """
        Flood kills 12

        At least twelve people died, the ministry said.

        Three were children
        Two soldiers

        Place\tKilled
        Upper\t7

        Quoted words

        Later raised to 13.
        """)
  }

  @Test(arguments: [
    ("2 * 3 * 4", "2 * 3 * 4"), ("snake_case_name", "snake_case_name"), ("**12** dead", "12 dead"),
    ("*a **b** c*", "a b c"), ("***a***", "a"), ("_a_b", "_a_b"), ("5\\*3", "5*3"),
    ("[sic] he said", "[sic] he said"), ("[a][b]\n\n[b]: https://e.org", "a"),
    ("<b>12</b> dead<br>30 hurt", "12 dead\n30 hurt"), ("a <!-- b --> c", "a  c"),
    ("<https://e.org/a>", "https://e.org/a"), ("3 < 4 and 5 > 2", "3 < 4 and 5 > 2"),
    ("&ldquo;12&rdquo; &amp; 3&nbsp;000 &#8217; &bogus;", "“12” & 3\u{A0}000 ’ &bogus;"),
    ("~~12~~ 14 dead", "14 dead"), ("![alt](a.png) text", "text"), ("`a*b*`", "a*b*"),
    ("Title\n=====\n\ntext", "Title\n\ntext"), ("## Head ##\ntext", "Head\n\ntext"),
    ("a  \nb\\\nc\nd", "a\nb\nc d"), ("text\n\n---\n\nmore", "text\n\nmore"),
    ("1. One\n2. Two", "One\nTwo"), ("It was\n2024. Then", "It was 2024. Then"),
    ("> a\n> b\n\nc", "a b\n\nc"), ("[^1]: Note", "Note"), ("a[^1] b", "a b"),
    ("text\n\n    code 12\n\nmore", "text\n\nmore"), ("<!--\n12 dead\n-->\ntext", "text"),
    ("~~~\n99\n~~~\ntext", "text"), ("#12 dead", "#12 dead"), ("[a](b(c)d) e", "a e"),
    ("a | b\n--|--\nc | d", "a\tb\nc\td"), ("[unclosed](x", "[unclosed](x"), ("]]][[[", "]]][[["),
  ])
  func `markup is read as CommonMark has it`(source: String, text: String) throws {
    #expect(try Readings(of: source, named: "a.md").documents.map(\.text) == [text])
  }

  @Test func `the first heading is the title where nothing else is`() throws {
    let text = "# Flood *kills* 12\n\nText\n\n# Other\n\nText"
    #expect(try Readings(of: text, named: "a.md").documents.map(\.title) == ["Flood kills 12"])
  }

  @Test(
    arguments: ["[", "![", "*a ", "`", "<a ", "[](", "**", "_a*", "> ", "- ", "|", "&", "``` \n"])
  func `no text takes more than time in proportion`(piece: String) throws {
    let (readings, seconds) = try measuringProcessorTime {
      try Readings(of: String(repeating: piece, count: 30_000), named: "a.md")
    }
    #expect(seconds < 20)
    #expect(readings.documents.count + readings.faults.count == 1)
  }
}
