import ArgumentParser
import ClaimModel
import Foundation
import Reconciliation
import Reporting

extension ReportFormat: ExpressibleByArgument {}

/// `toll report`: claims or documents to a report.
struct WriteReport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a report: ranges, discrepancies, claims with their quotes.",
    discussion: """
      Takes claims tables, or documents, which are extracted first: one command leads from articles \
      to a report.

      Examples:
        toll report article.txt
        toll report articles/ --format html -o report.html --plots plots/
        toll report claims.csv --format markdown --template house.mustache
        toll report claims.csv --format csv -o tables/
      """)

  @Argument(
    help: "Claims tables, documents, folders of either, or REVISION:PATH of a git repository.",
    completion: .file())
  var paths: [String]

  @Option(
    help: "The format: text, markdown, html, latex, wikitext, csv or json.")
  var format = ReportFormat.text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Where the report goes; standard output if not given. For csv a folder of tables.",
      valueName: "path"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp("Also write the plots as SVG files into a folder.", valueName: "folder"),
    completion: .directory)
  var plots: String?

  @Option(
    help: ArgumentHelp("A Mustache template for html or markdown.", valueName: "file"),
    completion: .file())
  var template: String?

  @Option(
    help: ArgumentHelp(
      "The language of the report's words and numbers as a BCP 47 tag, a folder of words/.",
      valueName: "tag"))
  var reportLanguage = "en"

  @Option(help: "The report's title.")
  var title: String?

  @Flag(help: "Put the HXL row under the headers of csv tables.")
  var hxl = false

  @Flag(help: "Exit with status 1 if there are findings.")
  var exitCode = false

  @OptionGroup(title: "Ranges") var ranges: RangeOptions
  @OptionGroup(title: "Claims") var claimOptions: ClaimOptions
  @OptionGroup(title: "Reading") var reading: ReadingOptions
  @OptionGroup(title: "Words and names") var knowledge: KnowledgeOptions
  @OptionGroup(title: "Messages") var options: MessageOptions

  func validate() throws {
    if template != nil, format != .html, format != .markdown {
      throw ValidationError("--template goes with --format html or markdown.")
    }
  }

  func run() async throws {
    let session = Session(options)
    let loader = CorpusLoader(
      session: session, claimOptions: claimOptions, reading: reading, knowledge: knowledge)
    let words = try ReportWords(language: reportLanguage, from: knowledge.files())
    let input = try await ReportInput.read(paths, loader, ranges, words: words)
    guard !input.isEmpty || session.messages.faultCount == 0 else { throw ExitCode(2) }
    var report = input.report
    if let title { report.notes.title = title }
    let writing = ReportWriting(report: report, session: session, claims: input.claims)
    if format == .csv, let output, output != "-" {
      try writing.write(ReportTable.allCases, into: output, hxl: hxl, package: true)
    } else {
      let file = try session.output(output)
      if let template {
        try writing.write(template: template, as: format, to: file)
      } else {
        try writing.write(format, to: file, hxl: hxl)
      }
      try file.commit()
    }
    if let plots { try writing.writePlots(into: plots) }
    session.messages.summarize(
      [
        counted(report.claimCount, "claim", "claims"),
        counted(report.questionCount, "question", "questions"),
        counted(report.findingCount, "finding", "findings"),
      ].joined(separator: ", "))
    try session.finish()
    if exitCode, report.findingCount > 0 { throw ExitCode(1) }
  }
}
