package import ClaimModel
package import DelimitedText

/// What people decided about claims: the rows of `review.csv`, checked and ready to be applied.
///
/// Of several decisions on one claim the last `accept` or `reject` holds, and of several edits of
/// one column the last.
package struct Review: Hashable, Sendable {
  /// One decision about one claim.
  package struct Decision: Hashable, Sendable {
    /// What was decided.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
      case accept, reject, edit
    }

    /// The claim.
    package var claimID: String
    /// What was decided.
    package var kind: Kind
    /// Of an edit, the column.
    package var column: ClaimColumn?
    /// Of an edit, the new value.
    package var value: String
    /// Who decided.
    package var reviewer: String
    /// Why.
    package var note: String
    /// The line of the review file, counting from 1; 0 where it comes from none.
    package var line: Int

    package init(
      claimID: String, kind: Kind, column: ClaimColumn? = nil, value: String = "",
      reviewer: String = "", note: String = "", line: Int = 0
    ) {
      self.claimID = claimID
      self.kind = kind
      self.column = column
      self.value = value
      self.reviewer = reviewer
      self.note = note
      self.line = line
    }
  }

  /// The file that the decisions came from, for faults.
  package var name: String
  /// The decisions, in the order of the file.
  package var decisions: [Decision]

  package init(name: String, decisions: [Decision]) {
    self.name = name
    self.decisions = decisions
  }

  /// Reads the decisions of a review file; rows that are none are left out and told of.
  ///
  /// - Parameters:
  ///   - source: Where the bytes come from.
  ///   - name: The file's path, for faults.
  /// - Returns: The review, and the faults of the rows that were left out.
  /// - Throws: A fault where the file has no header or lacks a column.
  package static func read(
    _ source: ByteSource, named name: String
  ) throws(InputFault) -> (review: Review, faults: [InputFault]) {
    var faults: [InputFault] = []
    var decisions: [Decision] = []
    var reader = try CSVReader.opened(source, named: name)
    let header = try reader.header()
    guard let row = ReviewRow(header: header) else {
      throw InputFault(
        subject: name, location: "header",
        problem: "the columns 'claim_id' and 'decision' are expected",
        advice: "give them, with " + TableSchema.review.header.dropFirst(2).joined(separator: ", ")
          + " where needed")
    }
    while true {
      do throws(CSVError) {
        guard try reader.advance() else { break }
        switch row.decision(reader) {
        case .success(let decision): decisions.append(decision)
        case .failure(let fault): faults.append(fault)
        }
      } catch {
        faults.append(error.fault)
      }
    }
    return (Review(name: name, decisions: decisions), faults)
  }
}

/// The columns of a review file, found once.
private struct ReviewRow {
  private let claimID: Int
  private let decision: Int
  private let column: Int?
  private let value: Int?
  private let reviewer: Int?
  private let note: Int?

  init?(header: [String]) {
    guard let claimID = header.firstIndex(of: "claim_id"),
      let decision = header.firstIndex(of: "decision")
    else { return nil }
    self.claimID = claimID
    self.decision = decision
    column = header.firstIndex(of: "column")
    value = header.firstIndex(of: "value")
    reviewer = header.firstIndex(of: "reviewer")
    note = header.firstIndex(of: "note")
  }

  /// The decision of the current row, or why it is none.
  func decision(_ row: borrowing CSVReader) -> Result<Review.Decision, InputFault> {
    func text(_ index: Int?) -> String { index.map { row.string(at: $0) } ?? "" }
    let line = row.line
    let name = row.name
    func fault(_ column: String, _ problem: String, _ advice: String) -> InputFault {
      InputFault(
        subject: name, location: "line \(line), column '\(column)'", problem: problem,
        advice: advice)
    }
    let id = text(claimID)
    if id.isEmpty { return .failure(fault("claim_id", "no claim", "name the claim")) }
    guard let kind = Review.Decision.Kind(rawValue: text(decision)) else {
      return .failure(
        fault(
          "decision", "'\(text(decision))' is no decision",
          "use one of " + Review.Decision.Kind.words.joined(separator: ", ")))
    }
    var decided = Review.Decision(
      claimID: id, kind: kind, reviewer: text(reviewer), note: text(note), line: line)
    guard kind == .edit else { return .success(decided) }
    guard let edited = ClaimColumn(rawValue: text(column)), edited != .claimID else {
      return .failure(
        fault(
          "column", "'\(text(column))' is no column that can be edited",
          "use one of " + TableSchema.claims.header.dropFirst().joined(separator: ", ")))
    }
    decided.column = edited
    decided.value = text(value)
    if let problem = ClaimEdit.problem(with: decided.value, in: edited) {
      return .failure(fault("value", problem.problem, problem.advice))
    }
    return .success(decided)
  }
}
