import ClaimModel
import ClaimTables
import DelimitedText
import Lexicons

/// The claims of some tables, one after another, as people reviewed them.
struct ClaimFeed {
  /// The tables, in order.
  var paths: [String]
  /// What reads numbers as intervals.
  var convention: Convention
  /// Whether the intervals that the tables give are read anew under the convention.
  var readsAnew: Bool
  /// What people decided; nil where nobody did.
  var review: Review?
  /// How the tables of somebody else's making are read; nil for claims tables.
  var mapping: Mapping?
  /// What is told of faults and progress.
  var session: Session
  /// Whether decisions on claims that are not there are told; else they are only in the account.
  var tellsGoneDecisions = true

  /// What came of one pass over the tables.
  struct Account {
    /// How many claims were handed on.
    var claims = 0
    /// Columns that the claims table does not define, in the order they came.
    var extraColumns: [String] = []
    /// How many claims people accepted, edited and rejected.
    var accepted = 0
    var edited = 0
    var rejected = 0
    /// What people changed, by the claim's id.
    var reviewed: [String: String] = [:]
    /// Decisions on claims that are not there.
    var gone: [InputFault] = []
  }

  /// Hands all claims on.
  ///
  /// - Parameters:
  ///   - isFirstPass: Whether faults are to be told; a second pass over the same tables stays silent.
  ///   - body: Takes each claim.
  /// - Returns: What was read, and what the review changed.
  /// - Throws: An `InputFault` where a table cannot be opened or is none, and what the body throws.
  @discardableResult
  func forEach(isFirstPass: Bool = true, _ body: (Claim) throws -> Void) throws -> Account {
    var account = Account()
    var application = review.map {
      ReviewApplication($0, convention: convention.name) { [convention] in
        convention.interval(
          for: $0.quantity, expression: $0.expression, outcome: $0.outcome
        ).interval
      }
    }
    var progress = Progress(session.messages, noun: "tables")
    progress.totalBytes = paths.count == 1 ? try TableFile(paths[0]).size : nil
    defer { session.messages.endProgress() }
    for path in paths {
      try read(path, isFirstPass, &application, &account, &progress, body)
      progress.items += 1
    }
    if let application {
      account.gone = application.gone
      if isFirstPass, tellsGoneDecisions {
        for fault in application.gone { session.messages.report(fault) }
      }
      account.accepted = application.accepted
      account.edited = application.edited
      account.rejected = application.rejected
    }
    return account
  }

  private func read(
    _ path: String, _ isFirstPass: Bool, _ application: inout ReviewApplication?,
    _ account: inout Account, _ progress: inout Progress, _ body: (Claim) throws -> Void
  ) throws {
    let file = try TableFile(path)
    let read: (Claim) -> Interval = { [convention] in
      convention.interval(
        for: $0.quantity, expression: $0.expression, outcome: $0.outcome
      ).interval
    }
    let bytesBefore = progress.bytes
    func take(_ result: Result<Claim, InputFault>, _ bytesRead: Int) throws {
      progress.bytes = bytesBefore + bytesRead
      switch result {
      case .failure(let fault):
        if isFirstPass { session.messages.report(fault) }
      case .success(var claim):
        if readsAnew { readAnew(&claim) }
        guard try apply(&application, to: &claim, isFirstPass, &account) else { return }
        account.claims += 1
        progress.claims += 1
        if progress.claims & 0xFFF == 0 { progress.show() }
        try body(claim)
      }
    }
    if let mapping {
      var reader = try MappedTableReader(
        file.source, named: file.name, mapping: mapping, convention: convention.name,
        interval: read)
      while let result = reader.next() { try take(result, reader.bytesRead) }
      if isFirstPass { tell(reader.skipped, reader.unreadColumns, of: file.name) }
    } else {
      var reader = try ClaimTableReader(
        file.source, named: file.name, convention: convention.name, interval: read)
      for column in reader.extraColumns where !account.extraColumns.contains(column) {
        account.extraColumns.append(column)
      }
      while let result = reader.next() { try take(result, reader.bytesRead) }
    }
  }

  /// Says which rows of a mapped table are no claims, and why.
  private func tell(_ skipped: [String: Int], _ unread: [String], of name: String) {
    for (reason, count) in skipped.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      session.messages.summarize("\(name): \(counted(count, "row", "rows")) passed over: \(reason)")
    }
    if !unread.isEmpty {
      session.messages.detail("\(name): columns not read: \(unread.joined(separator: ", "))")
    }
  }

  private func readAnew(_ claim: inout Claim) {
    let reading = convention.interval(
      for: claim.quantity, expression: claim.expression, outcome: claim.outcome)
    claim.interval = reading.interval
    claim.convention = reading.convention
  }

  /// Applies the review to a claim; false where the claim was rejected.
  private func apply(
    _ application: inout ReviewApplication?, to claim: inout Claim, _ isFirstPass: Bool,
    _ account: inout Account
  ) throws -> Bool {
    guard let verdict = application?.apply(to: &claim) else { return true }
    switch verdict {
    case .unreviewed: break
    case .accepted: account.reviewed[claim.id] = "accepted"
    case .edited(let changes):
      account.reviewed[claim.id] = ReviewWording.changes(changes)
    case .rejected: return false
    case .refused(let fault):
      if isFirstPass { session.messages.report(fault) }
    }
    return true
  }
}
