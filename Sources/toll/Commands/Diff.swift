import ArgumentParser
import ClaimModel
import ClaimTables
import CorpusDiff
import DelimitedText
import Foundation
import Lexicons
import Reconciliation
import Reporting

/// `toll diff`: what changed between two corpora.
struct Diff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare two corpora or claims tables: added, removed, revised.",
    discussion: """
      Claims are matched by question and origin, the best match first; --explain says why two were \
      paired. Questions are matched by what they ask, else by their claims, so that a renamed \
      document makes no new ones. Claims that say what they said at another place are summed up by \
      document unless --only or --explain asks for them. More than two corpora give a history of \
      every question, in all formats but patch. REVISION:PATH reads a folder or table as it was in \
      a revision of a git repository.

      Examples:
        toll diff yesterday/ today/
        toll diff old.csv new.csv --only revised --format html -o changes.html
        toll diff HEAD~1:corpus corpus/ --exit-code
        toll diff monday/ tuesday/ wednesday/ --format html -o week.html
        toll diff old.csv new.csv --format patch -o changes.patch.csv
        toll diff old.csv --apply changes.patch.csv -o new.csv
      """)

  @Argument(
    help: "The corpora, oldest first: folders, documents, claims tables, REVISION:PATH.",
    completion: .file())
  var paths: [String]

  @Option(help: "The format: text, markdown, html, csv, json or patch.")
  var format = DiffFormat.text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where the diff goes; standard output if not given.", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(
    help: "Exit with status 1 if the corpora say different things, whatever --only lists.")
  var exitCode = false

  @Flag(help: "Say why two claims were paired, and what the runner-up was.")
  var explain = false

  @Flag(help: "Compare claims only, not ranges and findings: much faster on large tables.")
  var claimsOnly = false

  @Option(
    help: ArgumentHelp("Columns whose changes do not count.", valueName: "columns"))
  var ignore: String?

  @Option(
    help: ArgumentHelp(
      "The kinds of change to list: added, removed, revised, requalified, reattributed, "
        + "reclassified, moved; with commas.", valueName: "kinds"))
  var only: String?

  @Option(
    help: ArgumentHelp(
      "How far counts may differ: 5, 2%, or by column, as in low=5,high=1%.",
      valueName: "amount"))
  var tolerance: String?

  @Flag(help: "With --format csv and -o, also write datapackage.json beside the output.")
  var package = false

  @Flag(help: "With --format csv, put the HXL row under the header.")
  var hxl = false

  @Option(
    help: ArgumentHelp("Apply a patch to the corpus and write the result.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var apply: String?

  @OptionGroup(title: "Ranges") var ranges: RangeOptions
  @OptionGroup(title: "Claims") var claimOptions: ClaimOptions
  @OptionGroup(title: "Reading") var reading: ReadingOptions
  @OptionGroup(title: "Words and names") var knowledge: KnowledgeOptions
  @OptionGroup(title: "Messages") var options: MessageOptions

  func validate() throws {
    if apply != nil, paths.count != 1 {
      throw ValidationError("--apply takes one corpus, to which the patch is applied.")
    }
    if apply == nil, paths.count < 2 {
      throw ValidationError("Name two corpora, the older one first.")
    }
    if paths.count > 2, format == .patch {
      throw ValidationError("A patch leads from one corpus to one other; name two.")
    }
    if package || hxl, format != .csv {
      throw ValidationError("--package and --hxl are for --format csv.")
    }
    if package, output == nil || output == "-" {
      throw ValidationError("--package needs -o FILE, beside which datapackage.json is put.")
    }
    _ = try diffOptions()
  }

  func run() async throws {
    let session = Session(options)
    // A decision on a claim that one of the corpora has is not gone.
    let loader = CorpusLoader(
      session: session, claimOptions: claimOptions, reading: reading, knowledge: knowledge,
      tellsGoneDecisions: apply != nil)
    if let apply {
      try await applyPatch(apply, loader, session)
      return
    }
    let facts = try knowledge.facts(knowledge.registers(from: knowledge.files()))
    var options = try diffOptions()
    options.origin = DiffOrigin.naming(facts)
    options.subject = facts.subjectOfClaims
    let file = try session.output(output)
    let differs =
      if paths.count > 2 {
        try await writeHistory(loader, facts, options, to: file)
      } else if let diff = try scannedDiff(options, session) {
        try writeDiff(diff, [], session, to: file)
      } else {
        try await writeDiff(loader, facts, options, to: file)
      }
    if package, let output { try describe(output, session) }
    try file.commit()
    try session.finish()
    if exitCode, differs { throw ExitCode(1) }
  }

  /// Compares two corpora in memory, claims and questions.
  ///
  /// - Returns: Whether they say different things.
  private func writeDiff(
    _ loader: CorpusLoader, _ facts: RegisterFacts, _ options: DiffOptions, to file: OutputFile
  ) async throws -> Bool {
    let old = try await Corpus.read([paths[0]], loader)
    let new = try await Corpus.read([paths[1]], loader)
    tell(loader.session, ofColumns: old.extraColumns + new.extraColumns)
    tell(loader.session, ofDecisionsGoneFrom: [old, new].map(\.goneDecisions))
    let diff = CorpusDiff(old: old.claims, new: new.claims, options: options)
    let moves =
      comparesQuestions
      ? QuestionMove.moves(
        from: try old.reconciled(with: facts, ranges.reconciliation).questionSummaries,
        to: try new.reconciled(with: facts, ranges.reconciliation).questionSummaries,
        successors: diff.successors)
      : []
    return try writeDiff(
      diff, moves, loader.session, reviewed: old.reviewed.merging(new.reviewed) { _, new in new },
      to: file)
  }

  private func writeDiff(
    _ diff: CorpusDiff, _ moves: [QuestionMove], _ session: Session,
    reviewed: [String: String] = [:], to file: OutputFile
  ) throws -> Bool {
    for fault in diff.faults { session.messages.report(fault) }
    let report = DiffReport(
      oldName: paths[0], newName: paths[1], diff: diff, moves: moves, isExplained: explain,
      reviewed: reviewed)
    try DiffWriting(report: report, session: session, hasHXLRow: hxl).write(format, to: file)
    session.messages.summarize(DiffWriting.summary(of: report))
    return diff.hasDifferences
  }

  /// Says which decisions of reviewers are on claims that no corpus has.
  private func tell(_ session: Session, ofDecisionsGoneFrom corpora: [[InputFault]]) {
    for fault in corpora.first ?? [] where corpora.allSatisfy({ $0.contains(fault) }) {
      session.messages.report(fault)
    }
  }

  /// Says which ignored columns no table has: the name may be misspelt.
  private func tell(_ session: Session, ofColumns columns: [String]) {
    for name in RangeOptions.list(ignore ?? "")
    where ClaimColumn(rawValue: name) == nil && !columns.contains(name) {
      session.messages.warn("--ignore: no table has a column '\(name)'")
    }
  }

  /// Whether questions are compared; a patch has no use for them.
  private var comparesQuestions: Bool { !claimsOnly && format != .patch }

  /// The diff of two claims tables of which only the rows that differ are decoded; nil where they
  /// have to be read whole.
  private func scannedDiff(_ options: DiffOptions, _ session: Session) throws -> CorpusDiff? {
    // A patch seals the claims themselves, not the rows as they happen to be written.
    guard !comparesQuestions, format != .patch, claimOptions.areDefault,
      case .table(let old)? = try? Operand.operands([paths[0]]).first, old == paths[0],
      case .table(let new)? = try? Operand.operands([paths[1]]).first, new == paths[1]
    else { return nil }
    let oldFile = try TableFile(old)
    let newFile = try TableFile(new)
    guard oldFile.isRegular, newFile.isRegular,
      let before = ClaimTableScan(descriptor: oldFile.descriptor, named: old, options: options),
      let now = ClaimTableScan(descriptor: newFile.descriptor, named: new, options: options)
    else { return nil }
    tell(session, ofColumns: before.columns + now.columns)
    let convention = try Convention(from: knowledge.files())
    return try withExtendedLifetime((oldFile, newFile)) {
      try CorpusDiff(old: before, new: now, options: options, convention: convention.name) {
        convention.interval(
          for: $0.quantity, expression: $0.expression, outcome: $0.outcome
        ).interval
      }
    }
  }

  /// Lines up the questions of three corpora or more.
  ///
  /// - Returns: Whether any question moved.
  private func writeHistory(
    _ loader: CorpusLoader, _ facts: RegisterFacts, _ options: DiffOptions, to file: OutputFile
  ) async throws -> Bool {
    var corpora: [(name: String, questions: [QuestionSummary])] = []
    var successors: [[String: String]] = []
    var before: [Claim] = []
    var gone: [[InputFault]] = []
    for (position, path) in paths.enumerated() {
      let corpus = try await Corpus.read([path], loader)
      if position > 0 {
        successors.append(
          CorpusDiff(old: before, new: corpus.claims, options: options).successors)
      }
      before = corpus.claims
      gone.append(corpus.goneDecisions)
      let reconciliation = try corpus.reconciled(with: facts, ranges.reconciliation)
      let name = paths[..<position].contains(path) ? "\(path) (\(position + 1))" : path
      corpora.append((name, reconciliation.questionSummaries))
    }
    tell(loader.session, ofDecisionsGoneFrom: gone)
    let history = CorpusHistory(corpora, successors: successors)
    switch format {
    case .text: try file.write(HistoryTables.text(history))
    case .markdown: try file.write(HistoryTables.markdown(history))
    case .csv: try file.write(HistoryTables.csv(history, hasHXLRow: hxl))
    case .html: try file.write(HistoryHTML.render(history))
    case .json: try file.write(HistoryJSON.render(history))
    case .patch: throw ValidationError("A patch leads from one corpus to one other; name two.")
    }
    loader.session.messages.summarize(
      "\(counted(history.lines.count, "question", "questions")), "
        + "\(history.movedLines.count) moved")
    return !history.movedLines.isEmpty
  }

  /// Writes the description of a table beside it.
  private func describe(_ path: String, _ session: Session) throws {
    let table = paths.count > 2 ? DiffTable.history : .changes
    let package = DataPackage(
      name: "casualty-changes", title: "What changed between corpora of casualty claims",
      resources: [
        DataPackage.Resource(path: ExtractionTables.name(of: path), schema: table.schema)
      ], hasHXLRow: hxl)
    let file = try session.output(ExtractionTables.folder(of: path) + "datapackage.json")
    try file.write(package.json.indentedText)
    try file.commit()
  }

  private func applyPatch(
    _ path: String, _ loader: CorpusLoader, _ session: Session
  ) async throws {
    let patch = try DiffPatch(parsing: TableFile(path).bytes(), named: path)
    let corpus = try await Corpus.read(paths, loader)
    let claims = try patch.applied(to: corpus.claims, named: paths[0])
    var extraColumns = corpus.extraColumns
    for claim in claims {
      for field in claim.extra where !extraColumns.contains(field.column) {
        extraColumns.append(field.column)
      }
    }
    let file = try session.output(output)
    var writer = try ClaimTableWriter(extraColumns: extraColumns) { try file.write($0) }
    for claim in claims { try writer.write(claim) }
    try writer.flush()
    try file.commit()
    session.messages.summarize(counted(claims.count, "claim", "claims"))
    try session.finish()
  }

  private func diffOptions() throws -> DiffOptions {
    var options = DiffOptions()
    if let ignore { options.ignored = Set(RangeOptions.list(ignore)) }
    if let only {
      let words = RangeOptions.list(only)
      for word in words where ChangeKind(rawValue: word) == nil {
        let kinds = ChangeKind.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("'\(word)' is no kind of change; name some of \(kinds).")
      }
      options.kinds = Set(words.compactMap { ChangeKind(rawValue: $0) })
    }
    if let tolerance { try ToleranceList.read(tolerance, into: &options) }
    return options
  }
}

/// Who is credited with a claim, by one name however it is written.
enum DiffOrigin {
  /// Names the origin as the sources register does; else as the claim does.
  static func naming(_ facts: RegisterFacts) -> @Sendable (Claim) -> String {
    { claim in
      guard !claim.attribution.source.isEmpty else { return DiffOptions.namedOrigin(claim) }
      return facts.source(claim.attribution.source, claim.published)?.name
        ?? claim.attribution.source
    }
  }
}
