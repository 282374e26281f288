import ClaimModel
import Reconciliation
import TestSupport

@testable import Reporting

/// Reports in which every text is an attempt to break out of the format it is written in.
enum HostileReports {
  static let payloads = [
    "<script>zq()</script>", "\"><img src=x onerror=zq()>", "' onmouseover='zq()", "</style><zq>",
    "]]>", "<!--", "&lt;zq&gt;", "{{zq}}", "[[zq]]", "{|", "|}", "|-", "~~~~",
    "\\input{/etc/passwd}",
    "\\end{document}", "$x^2$", "%", "#", "_", "```", "\u{1B}[31m", "\u{202E}", "\u{0}",
    "=cmd|' /C calc'!A0", "\n\n# heading", "| a | b |", "https://x.test/<zq>",
    "[zq](javascript:zq)",
    "\u{FFFF}", "Ж漢字🇺🇦", "<nowiki>", "</ref>", "__NOTOC__", "\n== zq ==", "\\", "\"", "\t", "{", "}",
    "&", "^", "</title></svg>", "\u{2028}", "1. ", "- ", "> ", "@zq", "\\\\", "}{", "*", "`", "//",
  ]

  /// A report whose texts begin with what keeps their order and go on with what `text` gives.
  static func report(_ text: () -> String) -> Report {
    var number = 0
    func next() -> String {
      number += 1
      return "\(number + 1000)zz" + text()
    }
    var result = Reconciliation()
    var range = QuestionRange(
      id: "1111111111111111",
      key: QuestionKey(
        party: next(), status: .civilian, outcome: .killed, scope: .incident, event: next(),
        conflict: next(), part: next(), also: next()))
    for index in 0..<4 {
      var claim = Claim(
        quantity: Quantity(index == 0 ? .indefinite : .about, 100 * (index + 1)),
        interval: Interval(low: 90 * (index + 1), best: 100 * (index + 1), high: nil),
        outcome: .killed)
      claim.id = "\(index)" + (index == 0 ? "plain" : text())
      claim.documentID = "\(index)" + text()
      claim.publisher = next()
      claim.published = PartialDate(year: 2025, month: index + 1)
      claim.url = "https://x.test/" + text()
      claim.quote = next()
      claim.expression = index == 0 ? next() : ""
      claim.party = next()
      claim.attribution = Attribution(
        source: next(), side: next(), via: [next(), next()], cue: next())
      claim.stance = index == 3 ? .denied : .asserted
      claim.when = next()
      claim.place = next()
      claim.extra = [ExtraField(column: "x" + text(), value: next())]
      result.claims[claim.id] = claim
      if index == 3 {
        result.setAside.append(SetAside(claimID: claim.id, reason: next()))
        continue
      }
      range.answers.append(
        OriginAnswer(
          origin: next(), perspective: [.own, .adversary, .thirdParty][index],
          interval: claim.interval, current: claim.id, quantity: claim.quantity))
      if let date = claim.published {
        result.timeline.append(
          TimelinePoint(
            questionID: range.id, date: date, origin: range.answers[index].origin,
            interval: claim.interval, claimID: claim.id))
      }
      range.perspectives[[.own, .adversary, .thirdParty][index]] = PerspectiveRange(
        low: claim.interval.low, high: nil, origins: 1)
    }
    (range.low, range.high, range.best) = (90, 400, 200)
    range.lowOrigin = range.answers[0].origin
    range.highOrigin = range.answers[2].origin
    range.agreements = [
      Agreement(
        interval: Interval(low: 270, best: nil, high: nil), origins: range.answers.map(\.origin))
    ]
    range.findings = ["f1"]
    result.ranges = [range]
    result.findings = [
      Finding(
        id: "f1", kind: .gap, severity: 0, questionID: range.id,
        claims: range.answers.map(\.current), origins: [next()], sentence: next(), quotes: [next()])
    ]
    result.coverage = [
      CoverageCell(originSide: next(), party: next(), origins: 1, claims: 2),
      CoverageCell(originSide: "", party: next(), origins: 1, claims: 3),
    ]
    return Report(
      result,
      documents: [
        ReportDocument(id: "9" + text(), title: next(), publisher: next(), url: "https://x.test/")
      ],
      notes: ReportNotes(
        title: next(), subtitle: next(), method: [MethodNote(next(), next())],
        faults: [InputFault(subject: next(), problem: next(), advice: next())],
        reviewed: ["0plain": next()]))
  }

  static let benign = report { "x" }

  /// A report of one to three payloads a text.
  static func report(seed: UInt64) -> Report {
    var generator = SeededGenerator(seed: seed)
    return report {
      (0..<Int.random(in: 1...3, using: &generator)).map { _ in
        payloads.randomElement(using: &generator) ?? ""
      }.joined()
    }
  }
}
