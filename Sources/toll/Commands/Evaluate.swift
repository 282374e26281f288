import ArgumentParser
import ClaimModel
import DelimitedText
import Evaluation
import Foundation
import Lexicons

/// `toll evaluate`: how well a claims table agrees with annotated documents.
struct Evaluate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure a claims table against annotated documents.",
    discussion: """
      Precision, recall and F1 at ten levels, from 'the number was found' to 'the whole row is \
      right'. DOCS holds ID.txt, GOLD holds ID.json: {"doc": ID, "claims": [{"anchor", \
      "expression", "qualifier", "low", "high", "outcome", "victims", "party", "status", "source", \
      "stance", "part_of"}]}.

      Examples:
        toll extract docs/ -o claims.csv
        toll evaluate docs/ gold/ claims.csv --errors errors.jsonl
      """)

  @Argument(help: ArgumentHelp("The folder of texts.", valueName: "docs"), completion: .directory)
  var documents: String

  @Argument(help: "The folder of annotations.", completion: .directory)
  var gold: String

  @Argument(help: "The claims table.", completion: .file(extensions: ["csv"]))
  var claims: String

  @Option(
    help: ArgumentHelp("Also write what is wrong, one JSON object a line.", valueName: "file"),
    completion: .file())
  var errors: String?

  @Flag(help: "Print the levels as JSON.")
  var json = false

  @OptionGroup(title: "Messages") var options: MessageOptions

  func run() async throws {
    let session = Session(options)
    let annotated = try GoldFolder.read(documents: documents, gold: gold, session)
    let feed = ClaimFeed(
      paths: [claims], convention: try Convention(), readsAnew: false, review: nil,
      session: session)
    var rows: [Claim] = []
    try feed.forEach { rows.append($0) }
    let evaluation = Evaluation(of: rows, against: annotated) {
      $0.decomposedStringWithCompatibilityMapping
    }
    for fault in evaluation.faults { session.messages.report(fault) }
    let file = try session.output(nil)
    try file.write(json ? evaluation.json.text + "\n" : evaluation.text)
    if let errors {
      let list = try session.output(errors)
      for error in evaluation.errors { try list.write(EvaluationLine.text(error) + "\n") }
      try list.commit()
    }
    try session.finish()
  }
}
