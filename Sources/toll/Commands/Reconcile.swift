import ArgumentParser
import ClaimModel
import Foundation
import Lexicons
import Reconciliation
import Reporting

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

  @OptionGroup(title: "Ranges") var ranges: RangeOptions
  @OptionGroup(title: "Claims") var claimOptions: ClaimOptions
  @OptionGroup(title: "Words and names") var knowledge: KnowledgeOptions
  @OptionGroup(title: "Messages") var options: MessageOptions

  /// Above this many bytes of tables, only the claims that ranges and findings name are kept, and
  /// fetched in a second pass.
  private static let sizeKeptWhole = 256 << 20

  /// What goes into the folder: all tables but the claims, which the user has.
  private static let outputs = ReportTable.allCases.filter { $0 != .claims }

  func validate() throws {
    if package, output == nil { throw ValidationError("--package needs -o FOLDER.") }
  }

  func run() async throws {
    let session = Session(options)
    let tables = try tables()
    let registers = try knowledge.registers(from: knowledge.files())
    let feed = try claimOptions.feed(tables.claims, from: knowledge.files(), session)
    var settings = ranges.reconciliation
    settings.keepsClaims = try isSmall(tables.claims)
    var reconciler = Reconciler(facts: try knowledge.facts(registers), options: settings)
    for path in tables.silences + claimOptions.silences {
      for silence in try SilenceTable.read(path, session) { reconciler.add(silence: silence) }
    }
    let account = try feed.forEach { reconciler.add($0) }
    var reconciliation = reconciler.finish()
    if !settings.keepsClaims {
      let cited = reconciliation.citedClaims
      try feed.forEach(isFirstPass: false) { claim in
        if cited.contains(claim.id) { reconciliation.claims[claim.id] = claim }
      }
    }
    let notes = ReportNotes(faults: session.messages.faults, reviewed: account.reviewed)
    let report = Report(reconciliation, notes: notes)
    try write(report, session)
    reconciliation.tellUnknownConflicts(session)
    session.messages.summarize(summary(account, reconciliation))
    try session.finish(didWork: account.claims > 0 || session.messages.faultCount == 0)
    if exitCode, !reconciliation.findings.isEmpty { throw ExitCode(1) }
  }

  private func write(_ report: Report, _ session: Session) throws {
    let writing = ReportWriting(report: report, session: session)
    if let output {
      try writing.write(Self.outputs, into: output, hxl: hxl, package: package)
    } else {
      let file = try session.output(nil)
      try writing.write(table, to: file, hxl: hxl)
      try file.commit()
    }
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

  private func isSmall(_ paths: [String]) throws -> Bool {
    var sum = 0
    for path in paths {
      guard path != "-", let size = try TableFile(path).size else { return true }
      sum += size
    }
    return sum <= Self.sizeKeptWhole
  }

  private func summary(_ account: ClaimFeed.Account, _ result: Reconciliation) -> String {
    var parts = [
      counted(account.claims, "claim", "claims"),
      counted(result.ranges.count, "question", "questions"),
      counted(result.findings.count, "finding", "findings"),
    ]
    if !result.setAside.isEmpty {
      parts.append(counted(result.setAside.count, "claim", "claims") + " in no range")
    }
    if account.accepted + account.edited + account.rejected > 0 {
      parts.append(
        "review: \(account.accepted) accepted, \(account.edited) edited, \(account.rejected) rejected"
      )
    }
    return parts.joined(separator: ", ")
  }
}
