import ClaimModel
import Reconciliation
import RowSorting

/// Chooses from all rows of a report what its pages show.
struct ReportSelection: Sendable {
  /// How many findings of a question its section may show.
  static let findingsOfQuestion = 50
  /// How many documents of claims no list shows are looked up.
  let limits: ReportLimits
  /// The first questions, as their sources answer them; those far down with the answers only that
  /// their row needs.
  private(set) var questions: [QuestionRange] = []
  /// How many sources and findings the questions have, by id.
  private(set) var extents: [String: QuestionExtent] = [:]
  private(set) var timelines: [String: [TimelinePoint]] = [:]
  /// The first questions on which several sides speak, and how many there are.
  private(set) var biased: [(number: Int, range: QuestionRange)] = []
  private(set) var biasedCount = 0
  private(set) var findings: [Finding] = []
  private(set) var findingNumbers: [String: Int] = [:]
  private(set) var findingsOfQuestions: [String: [Finding]] = [:]
  private(set) var headlines: [Finding] = []
  /// Questions that findings name, without their answers, by id with their numbers.
  private(set) var named: [String: (number: Int, range: QuestionRange)] = [:]
  private(set) var setAside: [SetAside] = []
  private(set) var setAsideCounts: [(reason: String, count: Int)] = []
  private(set) var events: [String: EventGroup] = [:]
  private var candidates: [Candidate] = []

  /// A finding that may lead the report.
  private struct Candidate {
    var weight: Int
    var index: Int
    var origins: Int
    var finding: Finding
  }

  init(_ limits: ReportLimits) {
    self.limits = limits
  }

  /// Chooses questions: as many as the table shows, or as claims may be shown of them.
  mutating func chooseQuestions(_ rows: ReportRows) throws {
    let full = max(limits.questions, HTMLPage.rowsAtFirst)
    let kept = max(limits.ranges, limits.claims, full)
    var claims = 0
    var number = 0
    try rows.forEachQuestion { asRead, reader in
      number += 1
      let range = asRead.asSaid
      if BiasPlot.hasSides(range) {
        biasedCount += 1
        if biased.count < BiasPlot.rowLimit {
          var range = range
          range.findings = []
          biased.append((number, range))
        }
      }
      guard number <= kept else { return }
      extents[range.id] = QuestionExtent(
        sources: range.answers.count, findings: range.findings.count)
      // Claims are chosen from answers until there are as many as may be shown.
      var shown = number <= full || claims < limits.claims ? range : range.trimmed
      shown.findings = []
      questions.append(shown)
      claims += range.answers.count
      if number <= limits.questions {
        timelines[range.id] = ReportRows.timeline(of: range.id, from: &reader)
        findingsOfQuestions[range.id] = []
      }
    }
  }

  /// Chooses the findings that matter most, those of the first questions, and those that may lead.
  mutating func chooseFindings(_ rows: ReportRows, originCount: (String) -> Int) throws {
    var index = 0
    try rows.forEachFindingRow { row in
      let (weight, own, questions) = (row.integer(), row.integer(), row.texts())
      let origins = max(own, questions.map(originCount).max() ?? 0)
      let full = FindingOrder.weight(weight, origins: origins)
      let sections = Set(questions).filter {
        (findingsOfQuestions[$0]?.count ?? .max) < Self.findingsOfQuestion
      }
      let isShown = index < limits.findings
      if isShown || !sections.isEmpty || mayLead(full) {
        let finding = Finding(from: &row)
        if isShown { findings.append(finding) }
        for question in sections { findingsOfQuestions[question]?.append(finding) }
        if isShown || !sections.isEmpty { number(finding, index + 1) }
        candidates.append(Candidate(weight: full, index: index, origins: origins, finding: finding))
        if candidates.count >= 2 * FindingOrder.candidates { thinCandidates() }
      }
      index += 1
    }
    thinCandidates()
    candidates.sort { $0.index < $1.index }
  }

  /// Whether a finding of some weight may be among the heaviest.
  private func mayLead(_ weight: Int) -> Bool {
    candidates.count < FindingOrder.candidates || weight >= leastWeight
  }

  private var leastWeight = Int.min

  /// Keeps the heaviest.
  private mutating func thinCandidates() {
    guard candidates.count > FindingOrder.candidates else { return }
    candidates.sort { (-$0.weight, $0.index) < (-$1.weight, $1.index) }
    candidates.removeLast(candidates.count - FindingOrder.candidates)
    leastWeight = candidates.last?.weight ?? .min
  }

  private mutating func number(_ finding: Finding, _ number: Int) {
    if findingNumbers[finding.id] == nil { findingNumbers[finding.id] = number }
  }

  /// Looks up the questions that findings name, and decides which findings lead.
  mutating func lookUpQuestions(_ rows: ReportRows) throws {
    var candidatesOf: [String: [Int]] = [:]
    for (place, candidate) in candidates.enumerated() {
      for question in Set(candidate.finding.questions) {
        candidatesOf[question, default: []].append(place)
      }
    }
    var wanted = Set(candidatesOf.keys)
    for finding in findings { wanted.formUnion(finding.questions + [finding.questionID]) }
    for list in findingsOfQuestions.values {
      for finding in list { wanted.formUnion(finding.questions + [finding.questionID]) }
    }
    var days = candidates.map { _ in (first: Int.max, last: Int.min) }
    var number = 0
    try rows.forEachQuestion { range, _ in
      number += 1
      guard wanted.contains(range.id) else { return }
      for place in candidatesOf[range.id] ?? [] {
        let origins = candidates[place].finding.origins
        for answer in range.answers where origins.contains(answer.origin) {
          guard let day = answer.asOf?.dayNumber else { continue }
          days[place] = (min(days[place].first, day), max(days[place].last, day))
        }
      }
      var bare = range
      (bare.answers, bare.findings, bare.agreements) = ([], [], [])
      named[range.id] = (number, bare)
    }
    lead(days.map { $0.first < $0.last ? $0.last - $0.first : 0 })
  }

  private mutating func lead(_ days: [Int]) {
    var places: [String: Int] = [:]
    for (place, candidate) in candidates.enumerated() where places[candidate.finding.id] == nil {
      places[candidate.finding.id] = place
    }
    let place = { (finding: Finding) in places[finding.id] ?? 0 }
    headlines = FindingOrder.headlines(
      of: candidates.map(\.finding), FindingOrder.leading,
      size: { [candidates] in candidates[place($0)].weight }, days: { days[place($0)] })
    for finding in headlines { number(finding, candidates[place(finding)].index + 1) }
    candidates = []
  }

  /// Chooses claims in no range and the events of the first questions.
  mutating func chooseRest(_ rows: ReportRows) throws {
    try rows.forEachSetAside { entry in
      if setAside.count < limits.claims { setAside.append(entry) }
      if setAsideCounts.last?.reason == entry.reason {
        setAsideCounts[setAsideCounts.count - 1].count += 1
      } else {
        setAsideCounts.append((entry.reason, 1))
      }
    }
    let wanted = Set(questions.prefix(limits.questions).map(\.key.event))
    var sorted = try rows.events.sorted()
    while try sorted.advance() {
      var reader = RowReader(sorted.row)
      let event = reader.text()
      guard wanted.contains(event), events[event] == nil else { continue }
      _ = reader.integer()
      events[event] = EventGroup(event: event, claims: [], reasons: reader.texts())
    }
  }
}

/// How much a question holds, also where a report does not.
struct QuestionExtent: Sendable {
  /// How many origins answer it.
  var sources: Int
  /// How many findings are about it.
  var findings: Int
}
