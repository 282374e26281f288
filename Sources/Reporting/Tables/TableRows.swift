import ClaimModel
import ClaimTables
import Reconciliation

/// The rows of a report's tables, cell by cell in the order of the schemas' columns.
enum TableRows {
  static func range(_ range: QuestionRange) -> [TableCell] {
    let key = range.key
    var cells: [TableCell] = [
      .text(range.id), .text(key.party), .text(key.status.rawValue), .text(key.outcome.rawValue),
      .text(key.scope.rawValue), .text(key.event), .text(key.conflict), .count(range.claims),
      .count(range.answers.count), .count(range.echoes), .date(range.from), .date(range.to),
      .count(range.low), .text(range.lowOrigin), .count(range.best), .count(range.high),
      .text(range.highOrigin), .truth(range.highOpen),
      .text(ends(range.agreements.map(\.interval.low))),
      .text(ends(range.agreements.map(\.interval.high))),
      .count(range.agreements.first?.origins.count), .thousandths(range.spreadRatio),
      .text(range.grade.rawValue),
    ]
    for side in [Perspective.own, .adversary, .thirdParty] {
      cells += [.count(range.perspectives[side]?.low), .count(range.perspectives[side]?.high)]
    }
    return cells + [.list(range.findings), .text(range.partOf ?? ""), .text(key.part)]
  }

  static func answer(_ answer: OriginAnswer, to question: String, asOf: PartialDate?) -> [TableCell]
  {
    [
      .text(question), .text(answer.origin), .text(answer.perspective.rawValue), .text(answer.side),
      .date(asOf), .count(answer.interval.low), .count(answer.interval.best),
      .count(answer.interval.high), .text(answer.current), .list(answer.echoes),
      .list(answer.revisions),
    ]
  }

  static func finding(_ finding: Finding) -> [TableCell] {
    [
      .text(finding.id), .text(finding.kind.rawValue), .thousandths(finding.severity),
      .text(finding.questionID), .list(finding.claims), .list(finding.origins),
      .count(finding.lowValue), .count(finding.highValue), .thousandths(finding.ratio),
      .text(finding.sentence),
    ]
  }

  static func coverage(_ side: String, _ party: String, _ cell: CoverageCell?) -> [TableCell] {
    [.text(side), .text(party), .count(cell?.origins ?? 0), .count(cell?.claims ?? 0)]
  }

  static func point(_ point: TimelinePoint) -> [TableCell] {
    [
      .text(point.questionID), .date(point.date), .text(point.origin), .count(point.interval.low),
      .count(point.interval.best), .count(point.interval.high), .text(point.claimID),
    ]
  }

  static func claim(_ claim: Claim) -> [TableCell] {
    ClaimColumn.allCases.map { column in
      let text = ClaimTableWriter.text(column, of: claim)
      guard !text.isEmpty else { return .missing }
      switch column.column.kind {
      case .integer: return .count(Int(text))
      case .number: return claim.confidence.map { .thousandths($0) } ?? .missing
      default: return .text(text)
      }
    }
  }

  /// Ends of tied agreements: '8 | 10', with nothing where one is unbounded.
  private static func ends(_ ends: [Int?]) -> String {
    ends.map { $0.map { String($0) } ?? "" }.joined(separator: ReportTable.separator)
  }
}

extension Report {
  /// Calls with every document, in the order of their ids.
  func forEachDocument(_ body: (ReportDocument) throws -> Void) throws {
    guard let rows else { return try documents.forEach(body) }
    try rows.forEachDocument { document, _ in try body(document) }
  }

  /// Calls with every row of a table, in the report's order, claims as `claims.csv` has them.
  func forEachRow(
    of table: ReportTable, claims: ClaimSource? = nil, _ body: ([TableCell]) throws -> Void
  ) throws {
    if let rows, table != .claims { return try rows.forEachRow(of: table, body) }
    switch table {
    case .ranges: for range in questionsAsRead { try body(TableRows.range(range)) }
    case .answers:
      for range in questionsAsRead {
        for answer in range.answers {
          try body(TableRows.answer(answer, to: range.id, asOf: date(of: answer)))
        }
      }
    case .findings: for finding in findings { try body(TableRows.finding(finding)) }
    case .coverage:
      try coverage.forEachRow(body)
    case .timeline:
      for range in questions {
        for point in timeline(ofQuestion: range.id) { try body(TableRows.point(point)) }
      }
    case .claims:
      try (claims ?? claimSource).forEach { try body(TableRows.claim($0)) }
    case .setAside:
      for entry in setAside { try body([.text(entry.claimID), .text(entry.reason)]) }
    }
  }
}

extension Coverage {
  /// Calls with every row of the table, side by side.
  func forEachRow(_ body: ([TableCell]) throws -> Void) throws {
    for side in sides {
      for party in parties {
        try body(TableRows.coverage(side, party, cell(side: side, party: party)))
      }
    }
  }
}
