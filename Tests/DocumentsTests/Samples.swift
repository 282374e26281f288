/// One small input of each format, for tests that go through all of them.
enum Samples {
  static let page = """
    <!DOCTYPE html>
    <html lang="en-GB"><head><meta charset="utf-8">
    <title>Flood kills 12 in valley - The Ruritanian Post</title>
    <meta property="og:site_name" content="The Ruritanian Post">
    <meta property="og:title" content="Flood kills 12 in valley &amp; hills">
    <meta property="article:published_time" content="2024-03-05T23:10:00Z">
    <link rel="canonical" href="https://post.example/2024/03/05/flood">
    <script>var x = "<p>not text: killed 99</p>";</script><style>p { color: red }</style>
    </head>
    <body class="page has-sidebar">
    <a class="skip-link" href="#main">Skip to content</a>
    <header><nav><ul><li><a href="/">Home</a></li>
    <li>News: 300 were killed in an old story of the past, which is long enough to be prose.</li>
    </ul></nav></header>
    <div id="cookie-banner"><p>We use cookies and 45 partners to improve your experience on our
    site, as you surely know by now.</p><button>Accept</button></div>
    <main><article>
    <header><h1>Flood kills 12 in valley</h1>
    <p class="standfirst">At least 12 people died, officials said, in the worst flood in 40
    years.</p><div class="byline">By Jane Roe</div></header>
    <figure><img src="x.jpg" alt="River">
    <figcaption>The river rose by three metres. Photo: J. Roe</figcaption></figure>
    <p>The river Aa rose on Monday night and swept away a bridge, killing 12&nbsp;people, the
    <a href="/interior">interior ministry</a> said.<sup><a href="#fn1">[1]</a></sup></p>
    <div class="share-tools"><a href="https://s.example">Share</a> <a href="#">Tweet</a></div>
    <p>Among the dead were three chil&shy;dren, the Red Cross said &mdash; it&#8217;s
    &ldquo;worried&rdquo;.</p>
    <aside><h3>Related</h3><p>Storm kills 50 in a neighbouring country, says its president in an
    interview with our newspaper.</p></aside>
    <h2>What we know</h2>
    <ul><li>Twelve dead, 30 wounded</li><li>Two missing<br>in the hills</li></ul>
    <table><tr><th>Place</th><th>Killed</th></tr><tr><td><p>Upper valley</p></td><td>7</td></tr>
    <tr><td>Lower valley</td><td>5</td></tr></table>
    <p>Read more: <a href="/x">Storm of the century kills 700 people in the east</a></p>
    <h2>More stories</h2>
    <ul><li><a href="/1">Fire kills 9</a></li><li><a href="/2">Crash kills 3</a></li></ul>
    </article></main>
    <footer><p>Copyright 2024 The Ruritanian Post. All rights reserved, 1,000 readers a
    day.</p></footer>
    </body></html>
    """

  static let pageText = """
    Flood kills 12 in valley

    At least 12 people died, officials said, in the worst flood in 40 years.

    The river rose by three metres. Photo: J. Roe

    The river Aa rose on Monday night and swept away a bridge, killing 12\u{A0}people, the \
    interior ministry said.

    Among the dead were three children, the Red Cross said — it’s “worried”.

    What we know

    Twelve dead, 30 wounded
    Two missing
    in the hills

    Place\tKilled
    Upper valley\t7
    Lower valley\t5
    """

  static let lines = """
    {"id": "a1", "text": "Twelve people died.", "title": "Flood", "publisher": "The Post"}
    {"text": "Three \\"soldiers\\" were killed\\u2014one at \\ud83d\\ude00.\\n", "date": "2024-03-05"}

    {"id": 7, "text": "A", "url": "https://e.org", "mood": {"deep": [1, null, "}"]}, "event": "x"}

    """

  static let markdown = """
    ---
    title: Flood
    date: 5 March 2024
    ---
    # Flood kills **12**

    At least *twelve* people [died](https://e.org "x"), the
    ministry said.[^1] ![Map](map.png)

    - Three were children
    - [x] Two `soldiers`

    ```
    code 99
    ```

    | Place | Killed |
    |-------|-------:|
    | Upper | 7 |

    > Quoted words

    [^1]: Later raised to 13.
    """

  static let table = """
    id,text,publisher,published
    r1,"Twelve people died, ""he"" said.",The Post,2024-03-05
    r2,Three were killed.,,

    """

  static func warcRecord(
    type: String, uri: String = "https://e.org/a", contentType: String, block: String,
    id: String = "<urn:uuid:1>"
  ) -> String {
    """
    WARC/1.0\r
    WARC-Type: \(type)\r
    WARC-Target-URI: \(uri)\r
    WARC-Record-ID: \(id)\r
    Content-Type: \(contentType)\r
    Content-Length: \(block.utf8.count)\r
    \r
    \(block)\r
    \r

    """
  }

  static let archive =
    warcRecord(type: "warcinfo", contentType: "application/warc-fields", block: "software: x\r\n")
    + warcRecord(
      type: "response", contentType: "application/http; msgtype=response",
      block:
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
        + "<p>Twelve people were killed, the ministry said on Tuesday.</p>")
    + warcRecord(
      type: "conversion", uri: "https://e.org/b", contentType: "text/plain",
      block: "Three soldiers were wounded.", id: "<urn:uuid:2>")
    + warcRecord(
      type: "response", contentType: "application/http",
      block: "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>Nothing here.</p>")

  /// A PDF file of one page with a line of text each.
  static func pdf(lines: [String]) -> [UInt8] {
    var content = "BT /F1 12 Tf 72 720 Td 14 TL"
    for line in lines { content += " (\(line)) Tj T*" }
    content += " ET"
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R "
        + "/Resources << /Font << /F1 4 0 R >> >> >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
      "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
      "<< /Title (Report on a flood) /CreationDate (D:20240305100000Z) >>",
    ]
    var file = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = String(offset)
      file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    file += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R /Info 6 0 R >>\n"
    return Array((file + "startxref\n\(start)\n%%EOF\n").utf8)
  }

  /// Every format's sample under a file name that says which.
  static let all: [(name: String, bytes: [UInt8])] = [
    ("a.txt", Array("---\ntitle: Flood\n---\nTwelve people died – “12”.\n".utf8)),
    ("a.html", Array(page.utf8)),
    ("a.md", Array(markdown.utf8)),
    ("a.jsonl", Array(lines.utf8)),
    ("a.csv", Array(table.utf8)),
    ("a.warc", Array(archive.utf8)),
    ("a.jsonl.gz", gzipped(lines)),
    ("a.warc.gz", gzipped(archive)),
  ]
}
