import ClaimModel
import Reconciliation

/// Writes a report as one HTML file that needs no network and, to be read, no script.
package struct HTMLReport: Sendable {
  package var limits: ReportLimits
  /// Style rules that come after the report's own.
  package var extraStyle: String
  /// The language as a BCP 47 tag, where it is to be another than that of the report's words.
  package var language: String?
  /// Whether the page runs from right to left.
  package var isRightToLeft: Bool

  package init(
    limits: ReportLimits = .page, extraStyle: String = "", language: String? = nil,
    isRightToLeft: Bool = false
  ) {
    self.limits = limits
    self.extraStyle = extraStyle
    self.language = language
    self.isRightToLeft = isRightToLeft
  }

  /// Writes the page.
  package func write(_ report: Report, to output: inout TextOutput) throws {
    let page = HTMLPage(report, limits: limits)
    try writeHead(report, to: &output)
    try output.write("<main id=\"main\">\n")
    try page.writeHeadlines(to: &output)
    try page.writeHowToRead(to: &output)
    try page.writeRanges(to: &output)
    try page.writeQuestions(to: &output)
    try page.writeBias(to: &output)
    try page.writeCoverage(to: &output)
    try page.writeFindings(to: &output)
    try page.writeClaims(to: &output)
    try page.writeSetAside(to: &output)
    try page.writeMethod(to: &output)
    try page.writeDocuments(to: &output)
    try output.write(
      "</main>\n<script>\(HTMLScript.text(report.words))</script>\n</body>\n</html>\n")
    try output.finish()
  }

  private func writeHead(_ report: Report, to output: inout TextOutput) throws {
    let title = MarkupEscape.text(report.notes.title)
    let direction = isRightToLeft || report.words.isRightToLeft ? "rtl" : "ltr"
    let language = self.language ?? report.words.language
    try output.write(
      """
      <!DOCTYPE html>
      <html lang="\(MarkupEscape.text(language.isEmpty ? "en" : language))" dir="\(direction)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:">
      <meta name="referrer" content="no-referrer">
      <title>\(title)</title>
      <style>\(HTMLStyle.text)</style>

      """)
    if !extraStyle.isEmpty { try output.write("<style>\(Self.style(extraStyle))</style>\n") }
    try output.write(
      """
      </head>
      <body>
      <a class="skip" href="#main">\(report.words.markup(.navSkip))</a>
      <header>
      <h1>\(title)</h1>

      """)
    if !report.notes.subtitle.isEmpty {
      try output.write("<p class=\"subtitle\">\(MarkupEscape.text(report.notes.subtitle))</p>\n")
    }
    try writeCounts(report, to: &output)
    try output.write("</header>\n")
    try writeNavigation(report, to: &output)
  }

  private func writeCounts(_ report: Report, to output: inout TextOutput) throws {
    let counts: [(Int, ReportWord, String)] = [
      (report.documentCount, .documentsLabel, "documents"),
      (report.claimCount, .claimsLabel, "claims"),
      (report.originCount, .sourcesLabel, "questions"),
      (report.questionCount, .questionsLabel, "ranges"),
      (report.findingCount, .findingsLabel, "findings"),
    ]
    try output.write("<ul class=\"counts\">\n")
    for (count, label, anchor) in counts {
      try output.write(
        "<li><a href=\"#\(anchor)\"><b>\(report.style.count(count))</b> \(report.words.noun(label, count))</a></li>\n"
      )
    }
    try output.write("</ul>\n")
  }

  private func writeNavigation(_ report: Report, to output: inout TextOutput) throws {
    let parts: [(String, ReportWord)] = [
      ("headlines", .partHeadlines), ("ranges", .navRanges), ("questions", .partQuestions),
      ("coverage", .navCoverage), ("findings", .navFindings), ("claims", .partClaims),
      ("method", .navMethod), ("documents", .partDocuments),
    ]
    try output.write("<nav aria-label=\"\(MarkupEscape.text(report.words[.navLabel]))\"><ul>\n")
    for (anchor, name) in parts {
      try output.write("<li><a href=\"#\(anchor)\">\(report.words.markup(name))</a></li>\n")
    }
    try output.write("</ul></nav>\n")
  }

  /// A user's style sheet, which must not be able to end the style element.
  private static func style(_ text: String) -> String {
    var result = ""
    var previous: Character = " "
    for character in text {
      result.append(previous == "<" && character == "/" ? "\\/" : String(character))
      previous = character
    }
    return result
  }
}
