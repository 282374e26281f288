import ArgumentParser
import ClaimModel
import Reconciliation

/// `toll explain`: one claim, how it was read and how it compares.
struct Explain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explain one claim: its words, how it was read, how it compares.",
    discussion: """
      The first digits of an id are enough where they are of one claim only.

      Examples:
        toll explain 0f3a6c1e9b7d2458 claims.csv
        toll explain 0f3a articles/
      """)

  @Argument(help: ArgumentHelp("The claim's id, or its first digits.", valueName: "claim-id"))
  var id: String

  @Argument(help: "Claims tables or documents to look in.", completion: .file())
  var paths: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where the text goes; standard output if not given.", valueName: "file"))
  var output: String?

  @OptionGroup(title: "Ranges") var ranges: RangeOptions
  @OptionGroup(title: "Claims") var claimOptions: ClaimOptions
  @OptionGroup(title: "Reading") var reading: ReadingOptions
  @OptionGroup(title: "Words and names") var knowledge: KnowledgeOptions
  @OptionGroup(title: "Messages") var options: MessageOptions

  func validate() throws {
    if id.isEmpty { throw ValidationError("Give the id of a claim, or its first digits.") }
  }

  func run() async throws {
    let session = Session(options)
    let loader = CorpusLoader(
      session: session, claimOptions: claimOptions, reading: reading, knowledge: knowledge)
    let corpus = try await Corpus.read(paths, loader)
    let claim = try chosen(among: corpus.claims)
    let registers = try knowledge.registers(from: knowledge.files())
    let reconciliation = try corpus.reconciled(
      with: try knowledge.facts(registers), ranges.reconciliation)
    let file = try session.output(output)
    let explanation = ClaimExplanation(
      claim: claim, reconciliation: reconciliation, reviewed: corpus.reviewed[claim.id],
      paints: session.paints(file))
    try file.write(explanation.text)
    try file.commit()
    try session.finish()
  }

  private func chosen(among claims: [Claim]) throws -> Claim {
    var ids: Set<String> = []
    var found: Claim?
    for claim in claims where claim.id.hasPrefix(id.lowercased()) {
      if ids.insert(claim.id).inserted { found = claim }
    }
    guard let found else {
      throw CommandFault("no claim has an id that begins with '\(id)'; look into the claims table")
    }
    guard ids.count == 1 else {
      let some = ids.sorted().prefix(5).joined(separator: ", ")
      throw CommandFault(
        "\(ids.count) claims have ids that begin with '\(id)': \(some)…; give more")
    }
    return found
  }
}
