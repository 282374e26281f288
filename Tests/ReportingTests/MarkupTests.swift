import Foundation
import FoundationXML
import Testing

@testable import Reporting

/// What a page's markup must have so that everybody can use it, on fixtures and on committed reports.
@Suite struct Markup {
  /// A page and where it comes from.
  struct Page: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var text: String
  }

  static func pages() throws -> [Page] {
    var limits = Limits.limits
    limits.claims = 3
    var narrow = UkraineFixture.report
    narrow.narrow(to: limits)
    var writer = ReportWriter(.html)
    writer.limits = limits
    writer.isRightToLeft = true
    var pages = [
      Page(
        testDescription: "fixture", text: try Written.text(UkraineFixture.report, as: .html)),
      Page(testDescription: "narrow", text: try Written.text { try writer.write(narrow, to: $0) }),
      Page(
        testDescription: "hostile",
        text: try Written.text(HostileReports.report(seed: 7), as: .html)
      ),
    ]
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Reports")
    for name in ["report.html", "changes.html"] {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      pages.append(Page(testDescription: name, text: text))
    }
    return pages
  }

  @Test func `Pages are well-formed, and their parts named, labelled and linked`() throws {
    let pages = try Self.pages()
    #expect(pages.count == 5)
    for page in pages {
      let outline = try Outline(ofPage: page.text, named: page.testDescription)
      #expect(outline.elements > 100, "\(page.testDescription)")
      #expect(outline.faults == [], "\(page.testDescription)")
    }
  }

  @Test func `Plots of their own are well-formed, titled and described`() throws {
    let files = PlotFiles().files(of: UkraineFixture.report)
    #expect(files.count == 6)
    for file in files {
      let outline = try Outline(
        of: try TextOutput.string { try file.write(&$0) }, named: file.name)
      #expect(outline.faults == [], "\(file.name)")
    }
  }

  @Test(arguments: [
    ("<p id=\"a\"/><p id=\"a\"/>", "two elements are called a"),
    ("<a href=\"#b\">x</a>", "nothing is called b"),
    ("<svg><g/></svg>", "a plot without a title"),
    ("<table><caption>x</caption><tr><th>y</th></tr></table>", "a header without scope"),
    ("<table><tr><td>y</td></tr></table>", "a table without a caption"),
    ("<a href=\"#main\"></a><p id=\"main\"/>", "a link without words"),
    ("<h1>x</h1><h3>y</h3>", "h3 after h1"),
  ])
  func `Each fault is found`(body: String, fault: String) throws {
    let outline = try Outline(of: "<body>\(body)</body>", named: "a page with one fault")
    #expect(outline.faults == [fault])
  }
}

/// What a page is made of, as libxml2 reads it, and what is wrong with it.
final class Outline: NSObject, XMLParserDelegate {
  private(set) var elements = 0
  private var problems: [String] = []
  private var ids: Set<String> = []
  private var wanted: [String] = []
  private var open: [Open] = []
  private var heading = 0

  /// An element whose end has not come yet.
  private struct Open {
    var name: String
    var attributes: [String: String]
    var children: [String] = []
    var text = ""
  }

  /// Reads a page: HTML as it is written here is XML but for its type, `meta` and bare attributes.
  convenience init(ofPage text: String, named name: String) throws {
    var text = text
    for (element, end) in [("<style", "</style>"), ("<script", "</script>"), ("<meta", ">")] {
      while let start = text.range(of: element),
        let stop = text.range(of: end, range: start.upperBound..<text.endIndex)
      {
        text.removeSubrange(start.lowerBound..<stop.upperBound)
      }
    }
    text = text.replacingOccurrences(of: "<!DOCTYPE html>", with: "")
    try self.init(of: text.replacingOccurrences(of: " open>", with: " open=\"\">"), named: name)
  }

  init(of text: String, named name: String) throws {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    let isWellFormed = parser.parse()
    try #require(
      isWellFormed, "\(name) line \(parser.lineNumber): \(String(describing: parser.parserError))")
  }

  /// What is wrong, each once.
  var faults: [String] {
    Set(problems + Set(wanted).subtracting(ids).map { "nothing is called \($0)" }).sorted()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements += 1
    if !open.isEmpty { open[open.count - 1].children.append(name) }
    open.append(Open(name: name, attributes: attributes))
    if let id = attributes["id"], !ids.insert(id).inserted {
      problems.append("two elements are called \(id)")
    }
    if let link = attributes["href"], link.hasPrefix("#") {
      wanted.append(String(link.dropFirst()))
    }
    for label in (attributes["aria-labelledby"] ?? "").split(separator: " ") {
      wanted.append(String(label))
    }
    if name == "th", attributes["scope"] == nil { problems.append("a header without scope") }
    if name == "img", attributes["alt"] == nil { problems.append("a picture without words") }
    if name == "html", attributes["lang"]?.isEmpty != false { problems.append("no language") }
    if ["h1", "h2", "h3", "h4"].contains(name), let level = name.last?.wholeNumberValue {
      if heading > 0, level > heading + 1 { problems.append("h\(level) after h\(heading)") }
      heading = level
    }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    for index in open.indices { open[index].text += text }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    guard let element = open.popLast() else { return }
    let isHidden =
      element.attributes["aria-hidden"] != nil
      || open.contains { $0.attributes["aria-hidden"] != nil }
    switch name {
    case "svg" where !open.contains { $0.name == "svg" } && !isHidden:
      if element.children.first != "title" { problems.append("a plot without a title") }
    case "table":
      if element.children.first != "caption" { problems.append("a table without a caption") }
    case "a", "button", "summary", "h1", "h2", "h3", "caption":
      let words = element.text.filter { !$0.isWhitespace }
      if words.isEmpty, element.attributes["aria-label"] == nil {
        problems.append(name == "a" ? "a link without words" : "\(name) without words")
      }
    default: break
    }
  }
}
