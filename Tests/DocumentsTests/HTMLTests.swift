import ClaimModel
import TestSupport
import Testing

@testable import Documents

@Suite struct HTMLTests {
  /// The document of a page.
  private func document(_ page: String) throws -> Document {
    try document(Array(page.utf8))
  }

  private func document(_ page: [UInt8]) throws -> Document {
    try #require(try Readings(of: page, named: "a.html").documents.first)
  }

  private static let prose =
    "At least 12 people were killed when the river rose in the upper valley, officials said."

  @Test func `an article is read without what stands around it`() throws {
    let document = try document(Samples.page)
    #expect(document.text == Samples.pageText)
    #expect(document.title == "Flood kills 12 in valley & hills")
    #expect(document.publisher == "The Ruritanian Post")
    #expect(document.published == PartialDate(year: 2024, month: 3, day: 5))
    #expect(document.url == "https://post.example/2024/03/05/flood")
    #expect(document.language == "en-GB")
  }

  @Test(arguments: [
    "<nav>\(prose)</nav>", "<aside>\(prose)</aside>", "<footer>\(prose)</footer>",
    "<form>\(prose)</form>", "<script>\(prose)</script>", "<style>\(prose)</style>",
    "<noscript>\(prose)</noscript>", "<div role=navigation>\(prose)</div>",
    "<div class='article__related-links'>\(prose)</div>", "<div id=comments>\(prose)</div>",
    "<div hidden>\(prose)</div>", "<p style='display: none'>\(prose)</p>",
    "<div class='newsletter-signup'>\(prose)</div>", "<p>See <a href='/x'>\(prose)</a></p>",
    "<ul><li><a href=/1>Fire kills 9</a></li></ul>", "<h2>More</h2>", "<!-- \(prose) -->",
    "<p>Advertisement</p>", "<button>Share 12</button>", "<select><option>12</option></select>",
    "<span class=sr-only>12</span>", "<template><p>\(prose)</p></template>", "<del>12</del>",
    "<p>Read also: <a href='/x'>Storm kills 50 in the east of the country</a></p>",
    "<svg><title>12</title><text>12</text></svg>", "<iframe src=x>12</iframe>",
  ])
  func `furniture is left out`(furniture: String) throws {
    let page = "<body><div><p>\(Self.prose)</p><p>\(Self.prose)</p>\(furniture)</div>"
    #expect(try document(page).text == "\(Self.prose)\n\n\(Self.prose)")
  }

  @Test(arguments: [
    "<form id=aspnetForm><div>$</div></form>", "<div class='page-with-sidebar sidebar'>$</div>",
    "<article>$</article>", "<main>$</main>", "<div role=main>$</div>",
    "<div itemprop='articleBody'>$</div>", "<table><tr><td>Menu</td><td>$</td></tr></table>",
    "<app-root><app-story>$</app-story></app-root>", "<div class='no-comments'>$</div>",
    "<section><div><div>$</div></div></section>", "<center><font>$</font></center>",
  ])
  func `an article is found in whatever holds it`(wrapper: String) throws {
    let paragraphs = "<p>\(Self.prose)</p><p>\(Self.prose)</p><p>\(Self.prose)</p>"
    let parts = wrapper.split(separator: "$")
    let page = "<body>\(parts[0])\(paragraphs)\(parts[1])<footer>About us</footer>"
    let text = try document(page).text
    #expect(text.contains([Self.prose, Self.prose, Self.prose].joined(separator: "\n\n")))
    #expect(!text.contains("About"))
  }

  @Test(arguments: [
    ("<p>12\n   people\t died</p>", "12 people died"), ("<p>a<p>b", "a\n\nb"),
    ("<div>a</div><div>b</div>", "a\n\nb"), ("<p>a<br>b<br><br>c", "a\nb\n\nc"),
    ("<ul><li>a<li>b</ul>c", "a\nb\n\nc"), ("<p>1<b>2</b>,<i>000</i> dead", "12,000 dead"),
    ("<p>46&#160;000 &lt;&amp;&gt; &eacute;&#x201D;", "46\u{A0}000 <&> é”"),
    ("<p>5<sup>th</sup> day<sup class=reference>2</sup>", "5th day"), ("<q>a</q>", "“a”"),
    ("<pre>a  b\nc</pre>", "a b\nc"), ("<dl><dt>Dead<dd>12</dl>", "Dead\n12"),
    ("a<wbr>b", "ab"), ("<table><tr><td>a<td>b<tr><td>c<td>d</table>", "a\tb\nc\td"),
    ("<table><tr><td><p>a</p><p>b</p></td></tr></table>", "a\n\nb"),
    ("12 &bogus; x", "12 &bogus; x"),
    ("<h1>Head</h1><p>Text", "Head\n\nText"), ("<blockquote>a</blockquote>b", "a\n\nb"),
    ("<html><body><p>a</body></html><html lang=x class=y><body id=z><p>b</html>", "a\n\nb"),
    ("<figure><figcaption>c</figcaption></figure><p>d", "c\n\nd"), ("a\u{0}b", "a\u{FFFD}b"),
  ])
  func `text is laid out as a browser would`(page: String, text: String) throws {
    #expect(try document(page).text == text)
  }

  @Test(
    arguments: [
      ("<meta charset=windows-1251>", [0xC4, 0xE0], "Да"),
      ("<meta http-equiv=Content-Type content='text/html; charset=KOI8-R'>", [0xE4, 0xC1], "Да"),
      ("<?xml version='1.0' encoding='ISO-8859-2'?>", [0xB3], "ł"),
      ("<meta charset=iso-8859-1>", [0x93, 0xE9, 0x94], "“é”"),
      ("<meta charset=iso-8859-1>", [0xC3, 0xA9], "é"), ("", [0xE9], "é"), ("", [0xC3, 0xA9], "é"),
      ("<meta charset=utf-8>", [0xE9], "é"), ("<meta charset=no-such-set>", [0xC3, 0xA9], "é"),
      ("<meta charset=gb2312>", [0xD6, 0xD0], "中"),
      ("<meta charset=shift_jis>", [0x93, 0xFA], "日"),
      ("<meta charset=windows-1256>", [0xC7], "ا"), ("<meta charset=utf-16>", [0xC3, 0xA9], "é"),
    ] as [(String, [UInt8], String)])
  func `the encoding is found`(head: String, bytes: [UInt8], text: String) throws {
    let page = Array("\(head)<p>12 ".utf8) + bytes + Array(" dead</p>".utf8)
    #expect(try document(page).text == "12 \(text) dead")
  }

  @Test(arguments: [
    "<meta property='article:published_time' content='2024-03-05T10:00:00Z'>",
    "<meta name='dc.date.issued' content='2024-03-05'>",
    "<meta name=citation_date content=2024/3/5>",
    "<meta name=pubdate content='Tue, 05 Mar 2024 10:00:00 GMT'>",
    "<meta itemprop=datePublished content=2024-03-05>",
    "<time datetime='2024-03-05T10:00'>x</time>",
    "<time>5 March 2024</time>", "<span itemprop='datePublished'>March 5, 2024</span>",
    "<link rel=canonical href='https://e.org/2024/03/05/x'>", "<meta name=date content=1709632800>",
    "<script type='application/ld+json'>[{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-03-05\"}]</script>",
    "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebPage\",\"datePublished\":\"2020-01-01\"},{\"@type\":[\"Thing\",\"ReportageNewsArticle\"],\"datePublished\":\"2024-03-05\"}]}</script>",
    "<aside><time>2020-01-01</time></aside><time>5 mars 2024</time>",
    "<meta name=date content=nonsense><meta name=dc.date content=2024-03-05>",
  ])
  func `the date is found`(head: String) throws {
    #expect(try document("\(head)<p>Text").published == PartialDate(year: 2024, month: 3, day: 5))
  }

  @Test(arguments: [
    ("<title>Flood - The Post</title><meta property=og:site_name content='The Post'>", "Flood"),
    ("<title>Flood | War - Peace</title>", "Flood | War - Peace"),
    ("<title> A\n B </title>", "A B"),
    ("<meta name=twitter:title content='A &amp;amp; B'>", "A & B"),
    ("<title>x</title><meta name=citation_title content=y>", "y"),
    ("<svg><title>no</title></svg>", ""),
    (
      "<title>x</title><script type=application/ld+json>{\"@type\":\"Article\",\"headline\":\"y\"}</script>",
      "y"
    ),
    ("<title>x</title><script type=application/ld+json>{broken</script>", "x"),
  ])
  func `the title is found`(head: String, title: String) throws {
    #expect(try document("\(head)<p>Text").title == title)
  }

  @Test(arguments: [
    ("<meta property=og:site_name content='The Post'>", "The Post"),
    ("<meta name=dc.publisher content='The Post'>", "The Post"),
    ("<meta name=twitter:site content='@ThePost'>", "ThePost"),
    (
      "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"publisher\":{\"@type\":\"Organization\",\"name\":\"The Post\"}}</script>",
      "The Post"
    ),
    ("<meta property=article:publisher content='https://fb.example/post'>", ""),
  ])
  func `the publisher is found`(head: String, publisher: String) throws {
    #expect(try document("\(head)<p>Text").publisher == publisher)
  }

  @Test func `a table that lays out an old page is none of data`() throws {
    let page = """
      <TABLE><TR><TD COLSPAN=2><A HREF=/>Home</A> | <A HREF=/n>News</A></TD></TR>
      <TR><TD><A HREF=/1>Story one</A><BR><A HREF=/2>300 killed in crash</A></TD>
      <TD><B>Quake toll rises</B><BR><BR>\(Self.prose)<BR><BR>"We counted 12 bodies," he said.<BR>
      <P>Hospitals reported 30 wounded.</TD></TR></TABLE>
      """
    #expect(
      try document(page).text == """
        Quake toll rises

        \(Self.prose)

        "We counted 12 bodies," he said.

        Hospitals reported 30 wounded.
        """)
  }

  @Test func `a page that scripts fill is read from its JSON-LD`() throws {
    let body = String(repeating: Self.prose + " ", count: 5)
    let page =
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"\(body)\"}</script>"
      + "<div id=root>Please enable JavaScript.</div>"
    #expect(try document(page).text == body)
  }

  @Test func `a page without text is a fault`() throws {
    for page in ["<html></html>", "<script>x</script>", "<!doctype html>", "<p> </p>"] {
      let readings = try Readings(of: page, named: "a.html")
      #expect(readings.documents.isEmpty)
      #expect(readings.faults.map(\.problem) == ["a page without text"])
    }
  }

  @Test(
    arguments: [
      "<div>", "<b>", "<p>", "</p>", "<table>", "<li>", "<a href=x>", "&", "<", "<!--", "<td>",
      "<div></span>", "<span>x", "<script>", "<svg>", "<select>", "<form>", "<br>", "<h1>",
    ])
  func `no page takes more than time in proportion`(piece: String) throws {
    let (readings, seconds) = try measuringProcessorTime {
      try Readings(
        of: "<p>Twelve dead.</p>" + String(repeating: piece, count: 20_000), named: "a.html")
    }
    #expect(seconds < 20)
    #expect(readings.documents.count == 1)
    #expect(readings.documents.first?.text.contains("Twelve dead.") == true)
  }

  @Test func `content tells a page without a name`() throws {
    let readings = try Readings(of: "\u{FEFF}\n<!DOCTYPE html><p>Twelve dead.", named: "page")
    #expect(readings.documents.map(\.text) == ["Twelve dead."])
    let text = try Readings(of: "<p>Twelve dead.", named: "page.txt")
    #expect(text.documents.map(\.text) == ["<p>Twelve dead."])
    let forced = try Readings(of: "<p>Twelve dead.", named: "page.txt", format: .html)
    #expect(forced.documents.map(\.text) == ["Twelve dead."])
  }
}
