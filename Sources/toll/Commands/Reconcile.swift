import ArgumentParser
import ClaimModel
import Foundation
import Lexicons
import Reconciliation
import Reporting
import RowSorting

extension ReportTable: ExpressibleByArgument {}

/// `toll reconcile`: claims to ranges, findings, coverage and timeline.
struct Reconcile: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Reconcile claims: ranges, discrepancies, coverage, timeline as tables.",
    discussion: """
      Reads claims tables of any size, from toll extract, a spreadsheet or another tool. With -o it \
      writes ranges.csv, answers.csv, findings.csv, coverage.csv, timeline.csv and set_aside.csv; \
      without it one table goes to standard output.

      Examples:
        toll reconcile claims.csv -o results/
        toll reconcile claims/ --table findings
        toll reconcile claims.csv --convention acled --rule acled
        toll extract articles/ | toll reconcile - --exit-code
      """)

  @Argument(
    help: "Claims tables, or folders of them; - is standard input.",
    completion: .file(extensions: ["csv"]))
  var paths: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder for the tables.", valueName: "folder"), completion: .directory)
  var output: String?

  @Option(
    help:
      "Without -o, the table to print: ranges, answers, findings, coverage, timeline, set_aside.")
  var table = ReportTable.ranges

  @Flag(help: "Also write datapackage.json.")
  var package = false

  @Flag(help: "Put the HXL row under the headers.")
  var hxl = false

  @Flag(help: "Exit with status 1 if there are findings.")
  var exitCode = false

  @Option(
    help: ArgumentHelp(
      "How much memory the claims may take; what is more waits in temporary files, in the folder "
        + "that TMPDIR names, else /var/tmp.", valueName: "size"))
  var memory = MemorySize.ofClaims

  @OptionGroup(title: "Ranges") var ranges: RangeOptions
  @OptionGroup(title: "Claims") var claimOptions: ClaimOptions
  @OptionGroup(title: "Words and names") var knowledge: KnowledgeOptions
  @OptionGroup(title: "Messages") var options: MessageOptions

  /// What goes into the folder: all tables but the claims, which the user has.
  private static let outputs = ReportTable.allCases.filter { $0 != .claims }

  func validate() throws {
    if package, output == nil { throw ValidationError("--package needs -o FOLDER.") }
    if table == .claims {
      throw ValidationError("--table claims: toll report --format csv writes the claims.")
    }
  }

  func run() async throws {
    let session = Session(options)
    let tables = try tables()
    let registers = try knowledge.registers(from: knowledge.files())
    let feed = try claimOptions.feed(tables.claims, from: knowledge.files(), session)
    var settings = ranges.reconciliation
    settings.keepsClaims = false
    settings.explainsEvents = false
    let store = SpillStore(memory: memory.bytes) { try TemporaryFile() }
    var reconciler = Reconciler(
      facts: try knowledge.facts(registers), options: settings, store: store)
    for path in tables.silences + claimOptions.silences {
      for silence in try SilenceTable.read(path, session) { reconciler.add(silence: silence) }
    }
    let account = try feed.forEach { try reconciler.add($0) }
    var stream = TableStream(output == nil ? [table] : Self.outputs, store)
    var progress = StepProgress(session.messages)
    try reconciler.finish(into: &stream) { progress.show($0) }
    try write(&stream, session)
    session.messages.endProgress()
    session.tell(unknownConflicts: stream.unknownConflicts)
    session.messages.summarize(summary(account, stream))
    try session.finish(didWork: account.claims > 0 || session.messages.faultCount == 0)
    if exitCode, stream.findingCount > 0 { throw ExitCode(1) }
  }

  private func write(_ stream: inout TableStream, _ session: Session) throws {
    guard let output else {
      let file = try session.output(nil)
      try stream.write(hasHXLRow: hxl) { _ in { try file.write($0) } }
      try file.commit()
      return
    }
    let folder = try session.folder(output)
    try stream.write(hasHXLRow: hxl) { table in
      let file = try folder.file(table.fileName)
      return { try file.write($0) }
    }
    if package {
      let description = TableReport(hasHXLRow: hxl).dataPackage(
        titled: ReportNotes().title, tables: Self.outputs)
      try folder.file("datapackage.json").write(description)
    }
    try folder.commit()
  }

  private func tables() throws -> (claims: [String], silences: [String]) {
    var claims: [String] = []
    var silences: [String] = []
    for path in paths {
      // A file that was named is a claims table or at fault; only folders are searched.
      var isFolder: ObjCBool = false
      guard path != "-", FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        isFolder.boolValue
      else {
        claims.append(path)
        continue
      }
      for operand in try Operand.operands([path]) {
        switch operand {
        case .table(let table): claims.append(table)
        case .silences(let table): silences.append(table)
        case .documents:
          throw InputFault(
            subject: path, problem: "no claims table is in this folder",
            advice: "extract claims first, or use toll report, which does")
        }
      }
    }
    return (claims, silences)
  }

  private func summary(_ account: ClaimFeed.Account, _ stream: TableStream) -> String {
    var parts = [
      counted(account.claims, "claim", "claims"),
      counted(stream.questionCount, "question", "questions"),
      counted(stream.findingCount, "finding", "findings"),
    ]
    if stream.setAsideCount > 0 {
      parts.append(counted(stream.setAsideCount, "claim", "claims") + " in no range")
    }
    if account.accepted + account.edited + account.rejected > 0 {
      parts.append(
        "review: \(account.accepted) accepted, \(account.edited) edited, \(account.rejected) rejected"
      )
    }
    return parts.joined(separator: ", ")
  }
}
