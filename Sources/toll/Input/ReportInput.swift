import ClaimModel
import Lexicons
import Reconciliation
import Reporting
import RowSorting

/// What a report is made of: a reconciliation, the claims that it shows, and a way to all others.
///
/// Small inputs are held in memory. Claims tables too large for that are read three times: to
/// reconcile them, to fetch the claims that the report shows, and, for tables, to copy them.
struct ReportInput {
  /// The report with the claims that pages show.
  var report: Report
  /// All claims; nil where the report keeps them all.
  var claims: ClaimSource?
  /// Whether there is anything to report on.
  var isEmpty: Bool

  /// Above this many bytes of tables, claims are read again instead of kept.
  static let sizeKeptWhole = 32 << 20

  /// Reads the inputs of a report.
  ///
  /// - Parameters:
  ///   - paths: Claims tables, documents, folders, `REV:PATH`.
  ///   - loader: How to read them.
  ///   - ranges: How claims are put together.
  ///   - words: The words of the report.
  ///   - sizeKeptWhole: Above how many bytes of tables claims are read again instead of kept.
  /// - Returns: The report, and all claims where it does not keep them.
  /// - Throws: An `InputFault` where a path leads nowhere or a table is none.
  static func read(
    _ paths: [String], _ loader: CorpusLoader, _ ranges: RangeOptions,
    words: ReportWords = .english, sizeKeptWhole: Int = ReportInput.sizeKeptWhole
  ) async throws -> ReportInput {
    let registers = try loader.knowledge.registers(from: loader.knowledge.files())
    if let tables = try ClaimTablePaths(paths, loader), tables.bytes > sizeKeptWhole {
      return try streamed(tables, loader, ranges, registers, words)
    }
    let corpus = try await Corpus.read(paths, loader)
    let method = MethodNotes.notes(
      convention: loader.claimOptions.convention, ranges: ranges, registers: registers,
      reviewed: corpus.reviewed.count, rejected: corpus.rejected)
    let reconciliation = try corpus.reconciled(
      with: try loader.knowledge.facts(registers), ranges.reconciliation)
    reconciliation.tellUnknownConflicts(loader.session)
    let report = Report(
      reconciliation,
      documents: corpus.documents,
      notes: ReportNotes(
        method: method, faults: loader.session.messages.faults, reviewed: corpus.reviewed,
        words: words))
    var input = ReportInput(report: report, isEmpty: corpus.isEmpty)
    if report.claimsWanted(within: .page) != nil {
      // What a page leaves out has no number; tables still hold every claim.
      input.claims = report.claimSource
      input.report.narrow(to: .page)
    }
    return input
  }

  private static func streamed(
    _ tables: ClaimTablePaths, _ loader: CorpusLoader, _ ranges: RangeOptions,
    _ registers: Registers, _ words: ReportWords
  ) throws -> ReportInput {
    let feed = try loader.feed(tables.claims)
    var options = ranges.reconciliation
    options.keepsClaims = false
    let memory = MemorySize.ofClaims.bytes
    var reconciler = Reconciler(
      facts: try loader.knowledge.facts(registers), options: options,
      store: SpillStore(memory: memory / 2) { try TemporaryFile() })
    for path in tables.silences + loader.claimOptions.silences {
      for silence in try SilenceTable.read(path, loader.session) {
        reconciler.add(silence: silence)
      }
    }
    var stream = ReportStream(SpillStore(memory: memory / 4) { try TemporaryFile() })
    let account = try feed.forEach { claim in
      try reconciler.add(claim)
      try stream.count(claim)
    }
    let method = MethodNotes.notes(
      convention: loader.claimOptions.convention, ranges: ranges, registers: registers,
      reviewed: account.reviewed.count, rejected: account.rejected)
    var progress = StepProgress(loader.session.messages)
    try reconciler.finish(into: &stream) { progress.show($0) }
    loader.session.messages.endProgress()
    loader.session.tell(unknownConflicts: stream.unknownConflicts)
    var report = try stream.report(
      within: .page,
      notes: ReportNotes(
        method: method, faults: loader.session.messages.faults, reviewed: account.reviewed,
        words: words))
    let wanted = report.claimsWanted(within: .page)
    var shown: [String: Claim] = [:]
    let claims = ClaimSource(extraColumns: account.extraColumns) { body in
      try feed.forEach(isFirstPass: false) { claim in
        var claim = claim
        if claim.id.isEmpty { claim.id = Reconciler.makeshiftID(of: claim) }
        try body(claim)
      }
    }
    try claims.forEach { claim in
      if wanted?.contains(claim.id) == false { return }
      shown[claim.id] = Reconciler.first(of: shown[claim.id], claim)
    }
    try report.take(shown)
    return ReportInput(report: report, claims: claims, isEmpty: false)
  }
}

/// Claims tables that can be read more than once.
struct ClaimTablePaths {
  /// The claims tables, in order.
  var claims: [String] = []
  /// The tables of silences beside them.
  var silences: [String] = []
  /// How large the claims tables are.
  var bytes = 0

  /// Looks at what the paths stand for; nil where anything but files of claims is among it.
  init?(_ paths: [String], _ loader: CorpusLoader) throws {
    for path in paths where path == "-" { return nil }
    for path in paths where try GitRevision(path) != nil { return nil }
    let areMapped = loader.claimOptions.mapping != nil
    for operand in try Operand.operands(paths, areMapped: areMapped) {
      switch operand {
      case .table(let path):
        guard let size = try TableFile(path).size else { return nil }
        bytes += size
        claims.append(path)
      case .silences(let path): silences.append(path)
      case .documents: return nil
      }
    }
  }
}
