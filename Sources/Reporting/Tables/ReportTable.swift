import ClaimModel
package import ClaimTables
import Reconciliation

/// The tables that a report can be written as, each a CSV file of the package.
package enum ReportTable: String, Hashable, Sendable, CaseIterable {
  /// One row a question.
  case ranges
  /// One row a question and origin: how each number of `ranges` goes back to claims.
  case answers
  /// One row a discrepancy.
  case findings
  /// One row an origin side and victims' party.
  case coverage
  /// One row a question, date and origin.
  case timeline
  /// One row a claim.
  case claims
  /// One row a claim that entered no range.
  case setAside = "set_aside"

  /// The file's name.
  package var fileName: String { rawValue + ".csv" }

  /// What stands between several values of one cell.
  package static let separator = " | "

  /// The table's columns.
  package var schema: TableSchema {
    switch self {
    case .ranges: Self.rangesSchema
    case .answers: Self.answersSchema
    case .findings: Self.findingsSchema
    case .coverage: Self.coverageSchema
    case .timeline: Self.timelineSchema
    case .claims: .claims
    case .setAside: Self.setAsideSchema
    }
  }

  private static func count(_ name: String, _ meaning: String, _ hxl: String) -> TableColumn {
    TableColumn(name, .integer, meaning, minimum: 0, hxl: hxl)
  }

  private static let question = TableColumn(
    "question_id", .identifier, "the question, made of its key alone", isRequired: true,
    hxl: "#meta+question+id")

  private static let rangesSchema = TableSchema(
    name: "ranges", description: "One row a question: the range of its origins' current figures.",
    columns: [
      question, TableColumn("party", .string, "the victims' party", hxl: "#group+name"),
      TableColumn(
        "status", .choice(VictimStatus.words), "whether the victims bore arms",
        hxl: "#group+status"),
      TableColumn("outcome", .choice(Outcome.words), "what they suffered", hxl: "#impact+type"),
      TableColumn("scope", .choice(Scope.words), "which stretch of time", hxl: "#meta+scope"),
      TableColumn("event", .string, "key of the event", hxl: "#event+id"),
      TableColumn("conflict", .string, "the conflict", hxl: "#event+conflict"),
      count("claims", "claims in it", "#meta+claims+num"),
      count("origins", "origins that answer it", "#meta+origins+num"),
      count("echoes", "claims that repeat another", "#meta+echoes+num"),
      TableColumn("from", .partialDate, "start of the time of its claims", hxl: "#date+start"),
      TableColumn("to", .partialDate, "end of that time", hxl: "#date+end"),
      count("low", "lowest low of the current claims", "#affected+min"),
      TableColumn("low_origin", .string, "whose low it is", hxl: "#meta+source+min"),
      count("best", "the rule's answer, by default the origins' median", "#affected+best"),
      count("high", "highest finite high of the current claims", "#affected+max"),
      TableColumn("high_origin", .string, "whose high it is", hxl: "#meta+source+max"),
      TableColumn(
        "high_open", .boolean, "whether a claim has no upper bound above high",
        hxl: "#meta+high+open"),
      TableColumn(
        "agreement_low", .string, "low of the interval that most origins share; several: 8 | 10",
        hxl: "#affected+agreement+min"),
      TableColumn(
        "agreement_high", .string, "its high; empty is unbounded", hxl: "#affected+agreement+max"),
      count("agreement_origins", "how many origins share it", "#meta+agreement+num"),
      TableColumn("spread_ratio", .number, "high by low", hxl: "#indicator+spread"),
      TableColumn("grade", .choice(Grade.words), "how firm the answer is", hxl: "#meta+grade"),
      count("own_low", "lowest low of the victims' own side", "#affected+own+min"),
      count("own_high", "its highest high", "#affected+own+max"),
      count("adversary_low", "lowest low of the adversary", "#affected+adversary+min"),
      count("adversary_high", "its highest high", "#affected+adversary+max"),
      count("third_party_low", "lowest low of third parties", "#affected+third+min"),
      count("third_party_high", "their highest high", "#affected+third+max"),
      TableColumn("findings", .string, "finding_id of the findings on it", hxl: "#meta+findings"),
      TableColumn(
        "part_of", .string, "of a part: claim_id of a claim on the whole", hxl: "#meta+whole+id"),
      TableColumn("part", .string, "of a part: the victims' words", hxl: "#group+part"),
    ], primaryKey: ["question_id"])

  private static let answersSchema = TableSchema(
    name: "answers", description: "One row a question and origin: the origin's current figure.",
    columns: [
      question,
      TableColumn(
        "origin", .string, "who is credited with it", isRequired: true, hxl: "#meta+source"),
      TableColumn(
        "perspective", .choice(Perspective.words), "how the origin stands to the victims",
        hxl: "#meta+source+perspective"),
      TableColumn("side", .string, "the party it speaks for", hxl: "#meta+source+side"),
      TableColumn("as_of", .partialDate, "the date the figure stands for", hxl: "#date"),
      count("low", "least count", "#affected+min"),
      count("best", "most fitting count", "#affected+best"),
      count("high", "greatest count; empty is unbounded", "#affected+max"),
      TableColumn("claim_id", .string, "the claim", isRequired: true, hxl: "#meta+id"),
      TableColumn("echoes", .string, "claim_id of the claims that repeat it", hxl: "#meta+echoes"),
      TableColumn(
        "revisions", .string, "claim_id of its earlier claims, oldest first",
        hxl: "#meta+revisions"),
    ], primaryKey: ["question_id", "origin"])

  private static let findingsSchema = TableSchema(
    name: "findings", description: "One row a discrepancy, with its sentence.",
    columns: [
      TableColumn(
        "finding_id", .identifier, "the finding", isRequired: true, hxl: "#meta+finding+id"),
      TableColumn("kind", .choice(FindingKind.words), "what kind it is", hxl: "#meta+finding+type"),
      TableColumn("severity", .number, "log10 of the gap's ratio", hxl: "#severity"),
      TableColumn("question_id", .string, "the question", hxl: "#meta+question+id"),
      TableColumn("claims", .string, "claim_id of its claims", hxl: "#meta+claims"),
      TableColumn("origins", .string, "its origins", hxl: "#meta+source"),
      count("low_value", "the lower of the two numbers", "#affected+min"),
      count("high_value", "the higher", "#affected+max"),
      TableColumn("ratio", .number, "how far they lie apart", hxl: "#indicator+ratio"),
      TableColumn("sentence", .string, "the finding in one sentence", hxl: "#description"),
    ], primaryKey: ["finding_id"])

  private static let coverageSchema = TableSchema(
    name: "coverage", description: "One row a side and a party: who has counted whom.",
    columns: [
      TableColumn(
        "origin_side", .string, "the origins' side; empty is third parties",
        hxl: "#meta+source+side"),
      TableColumn("party", .string, "the victims' party", hxl: "#group+name"),
      count("origins", "how many origins", "#meta+origins+num"),
      count("claims", "how many claims; 0 is a blank", "#meta+claims+num"),
    ])

  private static let timelineSchema = TableSchema(
    name: "timeline", description: "One row a question, date and origin.",
    columns: [
      question, TableColumn("date", .partialDate, "the date of the figure", hxl: "#date"),
      TableColumn("origin", .string, "who is credited with it", hxl: "#meta+source"),
      count("low", "least count", "#affected+min"),
      count("best", "most fitting count", "#affected+best"),
      count("high", "greatest count; empty is unbounded", "#affected+max"),
      TableColumn("claim_id", .string, "the claim", hxl: "#meta+id"),
    ])

  private static let setAsideSchema = TableSchema(
    name: "set_aside", description: "One row a claim that entered no range.",
    columns: [
      TableColumn("claim_id", .string, "the claim", isRequired: true, hxl: "#meta+id"),
      TableColumn("reason", .string, "why", isRequired: true, hxl: "#description+reason"),
    ])
}
