import ArgumentParser
import ClaimModel
import ClaimTables
import DelimitedText
import Documents
import Extraction
import Lexicons

/// `toll extract`: documents to claims.
struct Extract: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read casualty claims from documents.",
    discussion: """
      Reads text, Markdown, HTML, PDF, JSON Lines, CSV with a text column and WARC, each also \
      gzipped, and writes one row a claim. A folder is read with everything below it; a corpus.csv \
      in it names publishers and dates.

      Examples:
        toll extract article.txt
        toll extract articles/ -o claims.csv --numbers numbers.csv
        zcat posts.jsonl.gz | toll extract - --input jsonl -o claims.csv
        toll extract article.html --trace
      """)

  @Argument(help: "Files and folders; - is standard input.", completion: .file())
  var paths: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where the claims go; standard output if not given.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Also write what became of every number in the text: its claim, or why it is none.",
      valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var numbers: String?

  @Option(
    help: ArgumentHelp(
      "Also write the sentences that say that a side publishes no figure.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var silences: String?

  @Flag(help: "Print each sentence with its numbers marked and why each was read so.")
  var trace = false

  @Flag(help: "Also write datapackage.json beside the output.")
  var package = false

  @Flag(help: "Put the HXL row under the header.")
  var hxl = false

  @Option(help: "How numbers become intervals: interval, acled, airwars, ccc, gtd or ucdp.")
  var convention = Convention.defaultName

  @OptionGroup(title: "Reading") var reading: ReadingOptions
  @OptionGroup(title: "Words and names") var knowledge: KnowledgeOptions
  @OptionGroup(title: "Messages") var options: MessageOptions

  func validate() throws {
    if package, output == nil || output == "-" {
      throw ValidationError("--package needs -o FILE, beside which datapackage.json is put.")
    }
  }

  func run() async throws {
    let session = Session(options)
    let extractor = try knowledge.extractor(convention: convention)
    let pipeline = ExtractionPipeline(
      extractor: extractor, jobs: reading.jobs, isAuditing: numbers != nil)
    let reader = DocumentReader(paths: paths, format: reading.input)
    // A trace is for a person's eyes, and takes standard output for itself.
    var tables = try ExtractionTables(
      ExtractionTables.Places(
        claims: trace && output == nil ? nil : output ?? "-", numbers: numbers,
        silences: silences, trace: trace ? "-" : nil),
      hxl: hxl, session)
    try await pipeline.run(reader, session) { document, extraction in
      if trace { try tables.write(trace: extractor.trace(document)) }
      try tables.write(document, extraction)
    }
    // Where nothing could be read, what an earlier run wrote stays as it is.
    guard tables.documents > 0 || session.messages.faultCount == 0 else { throw ExitCode(2) }
    if package, let output { try tables.write(packageBeside: output) }
    try tables.commit()
    let faults = session.messages.faultCount
    let summary = [
      counted(tables.documents, "document", "documents"),
      counted(tables.claims, "claim", "claims"),
      faults == 0 ? nil : counted(faults, "fault", "faults"),
    ]
    session.messages.summarize(summary.compactMap(\.self).joined(separator: ", "))
    try session.finish()
  }
}

/// A count with its noun: '1 document', '12 documents'.
func counted(_ count: Int, _ one: String, _ many: String) -> String {
  "\(count) \(count == 1 ? one : many)"
}
