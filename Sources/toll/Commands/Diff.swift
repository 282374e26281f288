import ArgumentParser
import ClaimModel
import ClaimTables
import CorpusDiff
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
      paired. With more than two corpora, each is compared with the one before it. REVISION:PATH \
      reads a folder or table as it was in a revision of a git repository.

      Examples:
        toll diff yesterday/ today/
        toll diff old.csv new.csv --only revised --format html -o changes.html
        toll diff HEAD~1:corpus corpus/ --exit-code
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

  @Flag(help: "Exit with status 1 if the corpora say different things.")
  var exitCode = false

  @Flag(help: "Say why two claims were paired, and what the runner-up was.")
  var explain = false

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
    _ = try diffOptions()
  }

  func run() async throws {
    let session = Session(options)
    let loader = CorpusLoader(
      session: session, claimOptions: claimOptions, reading: reading, knowledge: knowledge)
    if let apply {
      try await applyPatch(apply, loader, session)
      return
    }
    let registers = try knowledge.registers(from: knowledge.files())
    let facts = RegisterFacts(registers: registers)
    var options = try diffOptions()
    options.origin = DiffOrigin.naming(facts)
    var corpora: [(name: String, corpus: Corpus)] = []
    for path in paths { corpora.append((path, try await Corpus.read([path], loader))) }
    let file = try session.output(output)
    var differs = false
    for (old, new) in zip(corpora, corpora.dropFirst()) {
      let report = DiffReport(
        oldName: old.name, newName: new.name,
        diff: CorpusDiff(old: old.corpus.claims, new: new.corpus.claims, options: options),
        moves: QuestionMove.moves(
          from: old.corpus.reconciled(with: registers, ranges.reconciliation).questionSummaries,
          to: new.corpus.reconciled(with: registers, ranges.reconciliation).questionSummaries),
        isExplained: explain)
      differs = differs || report.diff.hasDifferences
      try DiffWriting(report: report, session: session).write(format, to: file)
      session.messages.summarize(DiffWriting.summary(of: report))
    }
    try file.commit()
    try session.finish()
    if exitCode, differs { throw ExitCode(1) }
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
