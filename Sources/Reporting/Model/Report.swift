package import ClaimModel
package import Reconciliation

/// A reconciliation put in the order in which people read it, with a number for everything.
///
/// Questions are Q1, Q2, …, findings F1, F2, …, claims 1, 2, … in every format, so that a number in
/// one place can be followed to the sentence it comes from in another. The order depends on nothing
/// but the reconciliation.
package struct Report: Sendable {
  package var notes: ReportNotes
  /// The questions, those with the widest disagreement first, as their sources answer them; of a
  /// report that holds no more than it shows, the first ones.
  package let questions: [QuestionRange]
  /// How many questions there are, also where not all of them are kept.
  package let questionCount: Int
  /// The same questions with every end as the convention reads it, for tables.
  let questionsAsRead: [QuestionRange]
  /// The findings, those that matter most first; of a report that holds no more than it shows, the
  /// first ones.
  package let findings: [Finding]
  /// How many findings there are, also where not all of them are kept.
  package let findingCount: Int
  /// The ids of the claims that are kept, by document and by place in it.
  package private(set) var claimIDs: [String] = []
  /// The documents by their ids; of a report that holds no more than it shows, the first ones.
  package private(set) var documents: [ReportDocument] = []
  /// How many documents claims come from or the caller listed.
  package private(set) var documentCount = 0
  package let coverage: Coverage
  /// The claims that entered no range, by reason and id; perhaps only the first ones.
  let setAside: [SetAside]
  /// How many origins answer a question.
  package let originCount: Int
  /// How many claims were read, also where not all of them are kept.
  package let claimCount: Int
  /// How incident claims without an event were put together, by the event's key.
  package let events: [String: EventGroup]
  /// All rows, for tables and for what claims bring up; nil where the report holds everything.
  let rows: ReportRows?

  private var claims: [String: Claim] = [:]
  private var claimNumbers: [String: Int] = [:]
  private let questionNumbers: [String: Int]
  private let findingNumbers: [String: Int]
  private let timeline: [TimelinePoint]
  private let timelineOfQuestion: [String: Range<Int>]
  private var setAsideReasons: [String: String]
  private var setAsideIDs: [String: [String]] = [:]
  private var documentNumbers: [String: Int] = [:]
  private var documentsApart: [String: ReportDocument] = [:]
  private var claimCounts: [String: Int] = [:]
  /// What was chosen where not everything is held.
  private let selection: ReportSelection?

  /// A report of a reconciliation.
  ///
  /// - Parameters:
  ///   - reconciliation: What is reported. Where it kept no claims, ``take(_:documents:)`` brings them.
  ///   - documents: The documents that are known, also those without claims.
  ///   - notes: What the report is called and how it was made.
  package init(
    _ reconciliation: consuming Reconciliation, documents: [ReportDocument] = [],
    notes: ReportNotes = ReportNotes()
  ) {
    self.notes = notes
    rows = nil
    selection = nil
    claimCount = max(reconciliation.claimCount, reconciliation.claims.count)
    events = Dictionary(
      reconciliation.events.map { ($0.event, $0) }, uniquingKeysWith: { first, _ in first })
    findings = FindingOrder.sorted(reconciliation.findings)
    questionsAsRead = QuestionOrder.sorted(reconciliation.ranges, by: findings)
    questions = questionsAsRead.map(\.asSaid)
    (questionCount, findingCount) = (questions.count, findings.count)
    questionNumbers = Self.numbers(of: questions.map(\.id))
    findingNumbers = Self.numbers(of: findings.map(\.id))
    coverage = Coverage(reconciliation.coverage)
    timeline = reconciliation.timeline.sorted {
      ($0.questionID, $0.date, $0.origin, $0.claimID) < (
        $1.questionID, $1.date, $1.origin, $1.claimID
      )
    }
    timelineOfQuestion = Self.stretches(of: timeline)
    setAside = reconciliation.setAside.sorted { ($0.reason, $0.claimID) < ($1.reason, $1.claimID) }
    setAsideReasons = Dictionary(
      setAside.map { ($0.claimID, $0.reason) }, uniquingKeysWith: { first, _ in first })
    originCount = Set(questions.lazy.flatMap(\.answers).map(\.origin)).count
    var listing = DocumentListing(documents)
    for claim in reconciliation.claims.values { listing.count(claim) }
    take(reconciliation.claims, documents: listing)
  }

  /// A report that holds what was chosen of all rows.
  init(_ rows: ReportRows, _ selection: ReportSelection, notes: ReportNotes) {
    self.notes = notes
    self.rows = rows
    self.selection = selection
    (questionCount, findingCount) = (rows.questionCount, rows.findingCount)
    (claimCount, originCount) = (rows.claimCount, rows.originCount)
    coverage = rows.coverage
    events = selection.events
    questions = selection.questions
    questionsAsRead = []
    findings = selection.findings
    setAside = selection.setAside
    setAsideReasons = [:]
    questionNumbers = Self.numbers(of: questions.map(\.id))
      .merging(selection.named.mapValues(\.number)) { first, _ in first }
    findingNumbers = selection.findingNumbers
    timeline = []
    timelineOfQuestion = [:]
  }

  /// Takes the claims that the report is to show, and the documents of all claims.
  ///
  /// - Parameters:
  ///   - claims: The claims by their ids; those that are kept are numbered from 1.
  ///   - listing: The documents, with how many claims each has.
  package mutating func take(_ claims: [String: Claim], documents listing: DocumentListing) {
    self.claims = claims
    claimIDs = ClaimOrder.sorted(claims)
    claimNumbers = Self.numbers(of: claimIDs)
    documents = listing.documents
    documentCount = documents.count
    documentNumbers = Self.numbers(of: documents.map(\.id))
    claimCounts = listing.claimCounts
  }

  /// Takes the claims that a report is to show that holds no more than that.
  ///
  /// - Parameter claims: The claims by their ids; they are numbered from 1.
  /// - Throws: What the store throws in which the rows of documents wait.
  package mutating func take(_ claims: [String: Claim]) throws {
    self.claims = claims
    claimIDs = ClaimOrder.sorted(claims)
    claimNumbers = Self.numbers(of: claimIDs)
    guard let rows, let selection else { return }
    let shown = Set(claims.values.lazy.map(\.documentID))
    try rows.forEachDocument { document, count in
      documentCount += 1
      let isListed = documents.count < selection.limits.documents
      guard isListed || shown.contains(document.id) else { return }
      documentNumbers[document.id] = documentCount
      claimCounts[document.id] = count
      if isListed { documents.append(document) } else { documentsApart[document.id] = document }
    }
    try rows.forEachSetAside { entry in
      let id = entry.claimID
      guard claims[id] != nil, setAsideIDs[entry.reason]?.last != id else { return }
      setAsideIDs[entry.reason, default: []].append(id)
      if setAsideReasons[id] == nil { setAsideReasons[id] = entry.reason }
    }
  }

  /// Lets go of the claims that pages within some limits do not show.
  ///
  /// So a report whose claims were all at hand is the same as one that fetched those it shows.
  package mutating func narrow(to limits: ReportLimits) {
    guard let wanted = claimsWanted(within: limits) else { return }
    claims = claims.filter { wanted.contains($0.key) }
    claimIDs = ClaimOrder.sorted(claims)
    claimNumbers = Self.numbers(of: claimIDs)
  }

  /// The report's words.
  package var words: ReportWords { notes.words }

  /// How numbers are written.
  package var style: NumberStyle { notes.style }

  /// A claim by its id.
  package func claim(_ id: String) -> Claim? { claims[id] }

  /// The number of a claim, from 1; nil where there is no such claim.
  package func number(ofClaim id: String) -> Int? { claimNumbers[id] }

  /// The number of a question, from 1.
  package func number(ofQuestion id: String) -> Int? { questionNumbers[id] }

  /// The number of a finding, from 1.
  package func number(ofFinding id: String) -> Int? { findingNumbers[id] }

  /// The number of a document, from 1.
  package func number(ofDocument id: String) -> Int? { documentNumbers[id] }

  /// A document by its id; of an unknown one the id is all that is known.
  package func document(_ id: String) -> ReportDocument {
    if let number = documentNumbers[id], number <= documents.count { return documents[number - 1] }
    return documentsApart[id] ?? ReportDocument(id: id)
  }

  /// How many claims come from a document.
  package func claimCount(ofDocument id: String) -> Int { claimCounts[id] ?? 0 }

  /// A question by its id.
  package func question(_ id: String) -> QuestionRange? {
    guard let number = questionNumbers[id] else { return nil }
    return number <= questions.count ? questions[number - 1] : selection?.named[id]?.range
  }

  /// How many origins answer a question.
  package func sourceCount(_ range: QuestionRange) -> Int {
    selection?.extents[range.id]?.sources ?? range.answers.count
  }

  /// How many findings are about a question.
  package func findingCount(on range: QuestionRange) -> Int {
    selection?.extents[range.id]?.findings ?? range.findings.count
  }

  /// The figures of a question over time, by date and origin.
  package func timeline(ofQuestion id: String) -> ArraySlice<TimelinePoint> {
    if let selection { return selection.timelines[id].map { $0[...] } ?? [] }
    return timelineOfQuestion[id].map { timeline[$0] } ?? []
  }

  /// Why a claim entered no range; nil where it did.
  package func setAsideReason(ofClaim id: String) -> String? { setAsideReasons[id] }

  /// The findings on a question, those that matter most first; ``findingCount(on:)`` counts all.
  package func findings(on question: QuestionRange) -> [Finding] {
    if let selection { return selection.findingsOfQuestions[question.id] ?? [] }
    return question.findings.compactMap { findingNumbers[$0] }.sorted().map { findings[$0 - 1] }
  }

  /// The findings that matter most, with no question and no kind crowding out the others.
  package func headlines() -> [Finding] {
    if let selection { return selection.headlines }
    return FindingOrder.headlines(
      of: findings, FindingOrder.leading,
      size: { finding in
        let origins = finding.questions.compactMap { question($0)?.answers.count }.max() ?? 0
        return FindingOrder.weight(finding, origins: max(origins, finding.origins.count))
      }, days: { daysApart($0) })
  }

  /// The claims in no range, by the reason why not.
  package func setAsideByReason() -> [SetAsideGroup] {
    var groups: [SetAsideGroup] = []
    if let selection {
      return selection.setAsideCounts.map {
        SetAsideGroup(reason: $0.reason, count: $0.count, ids: setAsideIDs[$0.reason] ?? [])
      }
    }
    for entry in setAside {
      if groups.last?.reason == entry.reason {
        groups[groups.count - 1].count += 1
        // A claim that stands in a table twice is named once.
        if groups[groups.count - 1].ids.last != entry.claimID {
          groups[groups.count - 1].ids.append(entry.claimID)
        }
      } else {
        groups.append(SetAsideGroup(reason: entry.reason, count: 1, ids: [entry.claimID]))
      }
    }
    return groups
  }

  /// The first questions on which at least two of the three sides speak, with their numbers, and how
  /// many such questions there are.
  func questionsOfSides(_ limit: Int) -> (rows: [(number: Int, range: QuestionRange)], count: Int) {
    if let selection { return (Array(selection.biased.prefix(limit)), selection.biasedCount) }
    let all = questions.enumerated().filter { BiasPlot.hasSides($0.element) }
    return (all.prefix(limit).map { ($0.offset + 1, $0.element) }, all.count)
  }

  /// How far apart in time the figures of a finding's origins are.
  private func daysApart(_ finding: Finding) -> Int {
    var (first, last) = (Int.max, Int.min)
    for answer in finding.questions.compactMap({ question($0) }).lazy.flatMap(\.answers)
    where finding.origins.contains(answer.origin) {
      guard let day = date(of: answer)?.dayNumber else { continue }
      (first, last) = (min(first, day), max(last, day))
    }
    return first < last ? last - first : 0
  }

  /// The same numbers, from 1, for ids in order; of equal ids the first counts.
  private static func numbers(of ids: [String]) -> [String: Int] {
    var numbers: [String: Int] = [:]
    numbers.reserveCapacity(ids.count)
    for (index, id) in ids.enumerated() where numbers[id] == nil { numbers[id] = index + 1 }
    return numbers
  }

  private static func stretches(of timeline: [TimelinePoint]) -> [String: Range<Int>] {
    var stretches: [String: Range<Int>] = [:]
    var start = 0
    for end in 1..<max(1, timeline.count + 1)
    where end == timeline.count || timeline[end].questionID != timeline[start].questionID {
      stretches[timeline[start].questionID] = start..<end
      start = end
    }
    return stretches
  }
}

/// The claims that entered no range for one reason.
package struct SetAsideGroup: Hashable, Sendable {
  /// Why not.
  package var reason: String
  /// How many there are.
  package var count: Int
  /// Their ids; of a report that holds no more than it shows, those of the claims it shows.
  package var ids: [String]
}
