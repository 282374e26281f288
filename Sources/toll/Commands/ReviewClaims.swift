import ArgumentParser
import ClaimModel
import ClaimTables
import DelimitedText
import Foundation
import Lexicons
import Reconciliation

/// `toll review`: a person decides about the claims that most need a look.
struct ReviewClaims: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Walk through the claims that most need a person's look, and keep the decisions.",
    discussion: """
      Claims that the widest findings rest on and claims that were read with little confidence come \
      first. Every decision is kept at once: interrupted, nothing decided is lost, and the next run \
      goes on with the rest. The file is then given to reconcile, report and diff with --review.

      Examples:
        toll review claims.csv
        toll review claims.csv --review decisions.csv --reviewer 'A. Editor' --limit 20
      """)

  @Argument(help: "Claims tables.", completion: .file(extensions: ["csv"]))
  var paths: [String]

  @Option(
    help: ArgumentHelp("Where decisions are kept.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var review = "review.csv"

  @Option(help: "Whose decisions they are.")
  var reviewer = ""

  @Option(help: "How many claims to show at most.")
  var limit = Int.max

  @OptionGroup(title: "Ranges") var ranges: RangeOptions
  @OptionGroup(title: "Words and names") var knowledge: KnowledgeOptions
  @OptionGroup(title: "Messages") var options: MessageOptions

  func run() async throws {
    let session = Session(options)
    let feed = ClaimFeed(
      paths: paths, convention: try Convention(from: knowledge.files()), readsAnew: false,
      review: nil, session: session)
    var corpus = Corpus()
    try feed.forEach { corpus.claims.append($0) }
    let decided = try earlierDecisions(session)
    let registers = try knowledge.registers(from: knowledge.files())
    let reconciliation = try corpus.reconciled(
      with: try knowledge.facts(registers), ranges.reconciliation)
    let queue = ReviewQueue(
      corpus.claims, findings: Self.weights(of: reconciliation.findings), review: decided)
    let file = try DecisionFile(review)
    let dialogue = ReviewDialogue(reconciliation: reconciliation, reviewer: reviewer, file: file)
    let count = try dialogue.run(queue.items.prefix(limit))
    session.messages.summarize(
      "\(counted(count, "decision", "decisions")) kept in \(review), "
        + "\(counted(queue.items.count - count, "claim", "claims")) left")
    try session.finish()
  }

  /// The gravest finding that each claim supports.
  private static func weights(of findings: [Finding]) -> [String: ReviewQueue.Weight] {
    var weights: [String: ReviewQueue.Weight] = [:]
    for finding in findings {
      for id in finding.claims where finding.severity > weights[id]?.severity ?? -1 {
        weights[id] = ReviewQueue.Weight(severity: finding.severity, sentence: finding.sentence)
      }
    }
    return weights
  }

  private func earlierDecisions(_ session: Session) throws -> Review? {
    guard FileManager.default.fileExists(atPath: review) else { return nil }
    let file = try TableFile(review)
    let (decisions, faults) = try Review.read(file.source, named: file.name)
    for fault in faults { session.messages.report(fault) }
    return decisions
  }
}
