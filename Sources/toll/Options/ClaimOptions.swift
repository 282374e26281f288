import ArgumentParser
import ClaimTables
import Lexicons

/// How claims are taken from tables.
struct ClaimOptions: ParsableArguments {
  @Option(
    help: """
      Read the intervals of all claims anew under a convention: interval, acled, airwars, ccc, gtd \
      or ucdp.
      """)
  var convention: String?

  @Option(
    help: ArgumentHelp("What people decided about claims (see toll review).", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var review: String?

  @Option(
    help: ArgumentHelp(
      "Sentences that say that a side publishes no figure; may be repeated.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var silences: [String] = []

  @Option(
    help: ArgumentHelp(
      "How tables of somebody else's making are read: see Data/mappings.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var mapping: String?

  /// Whether tables are taken as they are.
  var areDefault: Bool {
    convention == nil && review == nil && silences.isEmpty && mapping == nil
  }

  /// The claims of some tables, read as the options ask.
  func feed(
    _ paths: [String], from files: DataFiles, _ session: Session
  ) throws -> ClaimFeed {
    ClaimFeed(
      paths: paths,
      convention: try Convention(named: convention ?? Convention.defaultName, from: files),
      readsAnew: convention != nil, review: try readReview(session),
      mapping: try readMapping(), session: session)
  }

  private func readMapping() throws -> Mapping? {
    guard let mapping else { return nil }
    return try Mapping(DataFiles.table(from: DataFiles.contents(of: mapping), named: mapping))
  }

  /// The review file, if there is one.
  func readReview(_ session: Session) throws -> Review? {
    guard let review else { return nil }
    let file = try TableFile(review)
    let (decisions, faults) = try Review.read(file.source, named: file.name)
    for fault in faults { session.messages.report(fault) }
    return decisions
  }
}
