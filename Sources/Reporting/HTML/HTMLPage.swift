import ClaimModel
import Reconciliation

/// The parts of an HTML report and how they lead to one another.
struct HTMLPage {
  let report: Report
  let limits: ReportLimits
  /// The claims that the page shows, in reading order.
  let shownClaims: [String]
  private let shown: Set<String>
  private let showsAllClaims: Bool
  /// How many questions have a section of their own.
  let sectionCount: Int

  init(_ report: Report, limits: ReportLimits) {
    self.report = report
    self.limits = limits
    shownClaims = report.claimIDs(within: limits)
    showsAllClaims = shownClaims.count == report.claimCount
    shown = showsAllClaims ? [] : Set(shownClaims)
    sectionCount = report.questions(within: limits).count
  }

  var style: NumberStyle { report.style }
  var words: ReportWords { report.words }

  func escape(_ text: String) -> String { MarkupEscape.text(text) }

  /// A figure whose signs of open ends stay with their numbers where it is broken over two lines.
  func held(_ figure: String) -> String {
    var text = ""
    var isSign = false
    for scalar in figure.unicodeScalars {
      text.unicodeScalars.append(isSign && scalar == " " ? "\u{A0}" : scalar)
      isSign = scalar == "<" || scalar == ">" || scalar == "≥" || scalar == "≤"
    }
    return escape(text)
  }

  /// A text whose dates are not broken over two lines.
  func dated(_ text: String) -> String {
    let bytes = Array(escape(text).utf8)
    func isDigit(_ index: Int) -> Bool {
      index < bytes.count && (0x30...0x39).contains(bytes[index])
    }
    func end(of date: Int) -> Int? {
      guard (0..<4).allSatisfy({ isDigit(date + $0) }), date == 0 || !isDigit(date - 1) else {
        return nil
      }
      var end = date + 4
      while end < bytes.count, bytes[end] == 0x2D, isDigit(end + 1), isDigit(end + 2) { end += 3 }
      return end > date + 4 && !isDigit(end) ? end : nil
    }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if let end = end(of: index) {
        result += "<span class=\"date\">".utf8
        result += bytes[index..<end]
        result += "</span>".utf8
        index = end
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The anchor of a claim: its id where that is made of letters and digits, else its number.
  func anchor(ofClaim id: String) -> String? { Self.anchor(ofClaim: id, in: report) }

  /// The anchor of a claim in any page of the report.
  static func anchor(ofClaim id: String, in report: Report) -> String? {
    guard let number = report.number(ofClaim: id) else { return nil }
    let isPlain = id.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
    }
    return isPlain && !id.isEmpty ? "c-\(id)" : "n-\(number)"
  }

  /// The address of a claim in this page; nil where the page leaves it out.
  func link(toClaim id: String) -> String? {
    guard showsAllClaims || shown.contains(id) else { return nil }
    return anchor(ofClaim: id).map { "#" + $0 }
  }

  /// `[3]` as a link to the claim.
  func reference(_ id: String) -> String {
    guard let number = report.number(ofClaim: id) else { return "" }
    guard let link = link(toClaim: id) else {
      return "<span class=\"ref\" title=\"\(escape(id))\">[\(number)]</span>"
    }
    return
      "<a class=\"ref\" href=\"\(link)\" aria-label=\"\(escape(words(.claimReference, ["number": String(number)])))\">[\(number)]</a>"
  }

  /// The references of several claims in the order of their numbers.
  func references(_ ids: [String], limit: Int = 12, of count: Int? = nil) -> String {
    let sorted = ids.filter { report.number(ofClaim: $0) != nil }
      .sorted { (report.number(ofClaim: $0) ?? 0) < (report.number(ofClaim: $1) ?? 0) }
    let rest = (count ?? ids.count) - min(limit, sorted.count)
    return sorted.prefix(limit).map(reference).joined(separator: " ")
      + (rest > 0
        ? " <span class=\"muted\">\(words.markup(.rest, ["count": style.count(rest)]))</span>" : "")
  }

  /// A question's name as a link to its section, or to its row where it has no section.
  func questionLink(_ id: String, text: String? = nil) -> String {
    guard let number = report.number(ofQuestion: id), let range = report.question(id) else {
      return ""
    }
    let label = escape(text ?? words.question(range.key))
    if number > sectionCount {
      return number > limits.ranges ? label : "<a href=\"#r\(number)\">\(label)</a>"
    }
    return "<a href=\"#q\(number)\">\(label)</a>"
  }

  /// A text that is a link to a claim where there is one.
  func linked(_ text: String, toClaimOf origin: String, in range: QuestionRange) -> String {
    guard let answer = range.answers.first(where: { $0.origin == origin }),
      let link = link(toClaim: answer.current)
    else { return escape(text) }
    return "<a class=\"n\" href=\"\(link)\" title=\"\(escape(origin))\">\(escape(text))</a>"
  }

  /// A figure that comes of several answers as a link: to the claim where it is one answer's, else to
  /// the question's plot, whose rows lead to the claims.
  func followed(
    _ figure: String, _ number: Int, in range: QuestionRange, _ belongs: (OriginAnswer) -> Bool
  ) -> String {
    guard figure != style.missing else { return figure }
    let answers = range.answers.filter(belongs)
    let claim = answers.count == 1 ? link(toClaim: answers[0].current) : nil
    guard let address = claim ?? (number <= sectionCount ? "#q\(number)" : nil) else {
      return held(figure)
    }
    return "<a class=\"n\" href=\"\(address)\">\(held(figure))</a>"
  }

  /// The opening of a part of the page.
  func section(_ id: String, _ heading: ReportWord, _ lead: ReportWord? = nil) -> String {
    "<section id=\"\(id)\" aria-labelledby=\"\(id)-h\">\n<h2 id=\"\(id)-h\">\(words.markup(heading))</h2>\n"
      + (lead.map { "<p class=\"lead\">\(words.markup($0))</p>\n" } ?? "")
  }

  /// A word as the heading of a column.
  func head(_ word: ReportWord, _ attributes: String = "") -> String {
    "<th scope=\"col\"\(attributes)>\(words.markup(word))</th>"
  }

  /// The opening of a table that scrolls by itself where the screen is narrow.
  func table(_ label: String, classes: String = "") -> String {
    "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"\(escape(label))\">"
      + "<table class=\"\(classes)\"><caption>\(escape(label))</caption>\n"
  }

  /// A note on what a limit left out; empty where nothing was.
  func more(_ count: Int, _ noun: ReportWord, _ place: ReportWord) -> String {
    guard count > 0 else { return "" }
    let values = ["count": words.count(noun, count), "where": words.markup(place)]
    return "<p class=\"more\">\(words.markup(.more, values))</p>\n"
  }

  /// The badge of a perspective: colour, shape and words.
  func badge(_ perspective: Perspective) -> String {
    "<span class=\"side p-\(perspective.rawValue)\">\(words.perspective(perspective))</span>"
  }

  /// The badge of a grade.
  func badge(_ grade: Grade) -> String {
    "<span class=\"grade g-\(grade.rawValue)\" title=\"\(escape(words.meaning(grade)))\">\(escape(words.grade(grade)))</span>"
  }
}
