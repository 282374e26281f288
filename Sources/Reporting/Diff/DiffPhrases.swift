import ClaimModel
import ClaimTables
import CorpusDiff

/// The words that all renderings of a diff share.
enum DiffPhrases {
  /// What happened to whose figure: `revised: Volodymyr Zelensky, 46,000 -> 55,000`.
  static func title(_ change: ClaimChange, options: DiffOptions, arrow: String = "->") -> String {
    "\(kind(of: change)): \(who(change, options: options, arrow: arrow)), "
      + figures(change, arrow: arrow)
  }

  /// The kinds of a change in words: `revised, also reattributed`, `added (a copy)`.
  static func kind(of change: ClaimChange) -> String {
    if change.isCopy { return "\(change.kind.rawValue) (a copy)" }
    let others = change.kinds.dropFirst().filter { $0 != .moved }
    guard !others.isEmpty else { return change.kind.rawValue }
    return change.kind.rawValue + ", also " + others.map(\.rawValue).joined(separator: " and ")
  }

  /// Who is credited, before and now.
  static func who(_ change: ClaimChange, options: DiffOptions, arrow: String) -> String {
    let old = change.old.map(options.origin)
    let new = change.new.map(options.origin)
    guard let old, let new, old != new, change.kinds.contains(.reattributed) else {
      return named(new ?? old ?? "")
    }
    return "\(named(old)) \(arrow) \(named(new))"
  }

  private static func named(_ origin: String) -> String {
    origin.isEmpty ? "origin unknown" : origin
  }

  /// The figure, before and now.
  static func figures(_ change: ClaimChange, arrow: String) -> String {
    let old = change.old.map(FigureWords.figure)
    let new = change.new.map(FigureWords.figure)
    guard let old, let new, old != new else { return new ?? old ?? "" }
    return "\(old) \(arrow) \(new)"
  }

  /// Where a claim stands: document, offsets and day of publication.
  static func place(of claim: Claim) -> String {
    var parts: [String] = []
    if !claim.documentID.isEmpty {
      let offsets = claim.span.map { ":\($0.start)-\($0.end)" } ?? ""
      parts.append(oneLine(claim.documentID) + offsets)
    }
    if !claim.publisher.isEmpty { parts.append(oneLine(claim.publisher)) }
    if let published = claim.published { parts.append(published.description) }
    return parts.joined(separator: ", ")
  }

  /// The changed cells that neither figure, sentence nor place already show.
  static func tellingCells(_ change: ClaimChange) -> [CellChange] {
    let shown: Set<String> = [
      "claim_id", "document_id", "publisher", "published", "url", "start", "end", "quote",
      "expression", "stated_low", "stated_high", "low", "best", "high", "confidence", "rule",
    ]
    let boundsAlone = !change.kinds.contains(.revised)
    return change.cells.filter { cell in
      if boundsAlone, ["low", "best", "high"].contains(cell.column) { return true }
      // The id of a whole that went along says nothing to people.
      if cell.column == "part_of", !cell.old.isEmpty, !cell.new.isEmpty {
        return change.kinds.contains(.reclassified)
      }
      return !shown.contains(cell.column)
    }
  }

  /// Whether a sentence with its changed words marked is still one that people can read: at least
  /// half of the newer sentence is shared.
  static func isReadable(_ runs: [WordRun]) -> Bool {
    var shared = 0
    var changed = 0
    for run in runs {
      if run.side == .both { shared += run.text.utf8.count } else { changed += run.text.utf8.count }
    }
    return changed <= 2 * shared
  }

  /// A text on one line and free of what could steer a terminal.
  static func oneLine(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return text }
    return String(
      decoding: text.utf8.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }, as: UTF8.self)
  }

  /// How many claims are of each kind, in one line.
  static func tally(_ diff: CorpusDiff) -> String {
    let parts = ChangeKind.allCases.compactMap { kind -> String? in
      let count = diff.counts[kind, default: 0]
      guard count > 0 else { return nil }
      let copies = diff.changes.count { $0.isCopy && $0.kind == kind }
      let note =
        copies == 0
        ? "" : " (\(FigureWords.grouped(copies)) of them \(copies == 1 ? "a copy" : "copies"))"
      return "\(FigureWords.grouped(count)) \(kind.rawValue)\(note)"
    }
    return parts.isEmpty ? "no claims" : "claims: " + parts.joined(separator: ", ")
  }

  /// A question's range, before and now.
  static func range(_ move: QuestionMove, arrow: String = "->") -> String {
    let old = move.old?.figure
    let new = move.new?.figure
    guard let old, let new, old != new else { return new ?? old ?? "" }
    return "\(old) \(arrow) \(new)"
  }

  /// What moved about a question, a sentence each.
  static func details(of move: QuestionMove, arrow: String = "->") -> [String] {
    var details: [String] = []
    if move.kind == .moved {
      if let label = move.formerLabel { details.append("before: \(label)") }
      details += movedCells(move, arrow)
    }
    for revision in move.revisions {
      details.append(
        "\(revision.new.origin): \(revision.old.figure) \(arrow) \(revision.new.figure)")
    }
    for origin in move.joined where move.kind == .moved {
      details.append("joined: \(origin.origin), \(origin.figure)")
    }
    for origin in move.withdrawn where move.kind == .moved {
      details.append("withdrew: \(origin.origin), \(origin.figure)")
    }
    details += move.findingsRaised.map { "new \($0.kind) finding: \(oneLine($0.sentence))" }
    details += move.findingsMoved.compactMap(\.last).map {
      "moved \($0.kind) finding: \(oneLine($0.sentence))"
    }
    details += move.findingsSettled.map { "settled \($0.kind) finding: \(oneLine($0.sentence))" }
    return details
  }

  /// Best figure, agreement and grade, where they moved and there is more than one origin to them.
  private static func movedCells(_ move: QuestionMove, _ arrow: String) -> [String] {
    guard let old = move.old, let new = move.new else { return [] }
    var details: [String] = []
    if max(old.origins.count, new.origins.count) > 1, old.range.best != new.range.best {
      details.append("best: \(best(old)) \(arrow) \(best(new))")
    }
    let (before, now) = (agreement(old), agreement(new))
    if before != now { details.append("agreement: \(before) \(arrow) \(now)") }
    if old.grade != new.grade {
      details.append("grade: \(dashed(old.grade)) \(arrow) \(dashed(new.grade))")
    }
    return details
  }

  /// The best figure, as its origin gave it where 560,001 came of 'more than 560,000'.
  private static func best(_ question: QuestionSummary) -> String {
    guard let best = question.range.best else { return "—" }
    let said = question.origins.first { $0.interval.best == best }?.quantity
    if let said, said.qualifier == .moreThan || said.qualifier == .fewerThan {
      return FigureWords.stated(said)
    }
    return FigureWords.grouped(best)
  }

  /// What most origins agree on, and how many they are; a dash where each stands alone.
  private static func agreement(_ question: QuestionSummary) -> String {
    guard question.agreeing > 1 else { return "—" }
    return question.agreements.map(FigureWords.interval).joined(separator: " or ")
      + " (\(FigureWords.counted(question.agreeing, "origin")))"
  }

  /// Claims that went together and say what they said.
  static func moved(_ document: DiffReport.MovedDocument, arrow: String = "->") -> String {
    let claims = FigureWords.counted(document.claims, "claim")
    let names = [document.old, document.new].map { dashed(oneLine($0)) }
    return names[0] == names[1]
      ? "\(claims) within \(names[0])" : "\(claims): \(names[0]) \(arrow) \(names[1])"
  }

  private static func dashed(_ text: String) -> String { text.isEmpty ? "—" : text }

  /// A cell of a question for a person: numbers grouped, a dash where nothing is known.
  static func counted(_ cell: String) -> String {
    if cell.isEmpty { return "—" }
    return Int(cell).map(FigureWords.grouped) ?? cell
  }

  /// A cell of a claim for a person: on one line, a dash where there is nothing.
  static func shown(_ cell: CellChange, _ side: KeyPath<CellChange, String>) -> String {
    let text = cell[keyPath: side]
    let isCount = ClaimColumn(rawValue: cell.column)?.isCount ?? false
    return isCount ? counted(text) : text.isEmpty ? "—" : oneLine(text)
  }
}
