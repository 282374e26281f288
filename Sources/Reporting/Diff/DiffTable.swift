import ClaimModel
package import ClaimTables
import CorpusDiff

/// The tables that a diff can be written as.
package enum DiffTable: String, Hashable, Sendable, CaseIterable {
  /// One row a changed cell, an added or a removed claim.
  case changes
  /// One row a question and corpus.
  case history
  /// What turns the old corpus into the new one.
  case patch

  /// The table's columns.
  package var schema: TableSchema {
    switch self {
    case .changes: Self.changesSchema
    case .history: Self.historySchema
    case .patch: DiffPatch.schema
    }
  }

  private static let changesSchema = TableSchema(
    name: "changes",
    description: "One row a changed cell, and one row an added or removed claim.",
    columns: [
      TableColumn(
        "change_id", .integer, "the change; all cells of a claim share it", isRequired: true,
        minimum: 1, hxl: "#meta+change+id"),
      TableColumn(
        "kind", .choice(ChangeKind.words), "what became of the claim", isRequired: true,
        hxl: "#meta+change+type"),
      TableColumn(
        "copy", .boolean, "whether the other corpus says the same elsewhere", isRequired: true,
        hxl: "#meta+copy"),
      TableColumn("party", .string, "the victims' party", hxl: "#group+name"),
      TableColumn(
        "status", .choice(VictimStatus.words), "whether the victims bore arms",
        hxl: "#group+status"),
      TableColumn("outcome", .choice(Outcome.words), "what they suffered", hxl: "#impact+type"),
      TableColumn("scope", .choice(Scope.words), "which stretch of time", hxl: "#meta+scope"),
      TableColumn("origin", .string, "who is credited with the figure", hxl: "#meta+source"),
      TableColumn(
        "document_old", .string, "the document in the old corpus", hxl: "#meta+document+id+old"),
      TableColumn(
        "document_new", .string, "the document in the new corpus", hxl: "#meta+document+id+new"),
      TableColumn("claim_id_old", .string, "the claim in the old corpus", hxl: "#meta+id+old"),
      TableColumn("claim_id_new", .string, "the claim in the new corpus", hxl: "#meta+id+new"),
      TableColumn(
        "column", .string, "the column that changed; empty for an added or removed claim",
        hxl: "#meta+column"),
      TableColumn(
        "old", .string, "the cell before; of a removed claim its figure", hxl: "#description+old"),
      TableColumn(
        "new", .string, "the cell now; of an added claim its figure", hxl: "#description+new"),
      TableColumn(
        "explanation", .string, "why the two claims were paired", hxl: "#description+reason"),
      TableColumn(
        "review", .string, "what a person decided about the claim", hxl: "#description+review"),
    ])

  private static let historySchema = TableSchema(
    name: "history", description: "One row a question and corpus, the oldest corpus first.",
    columns: [
      TableColumn(
        "question_id", .identifier, "the question, as it was asked last", isRequired: true,
        hxl: "#meta+question+id"),
      TableColumn(
        "question", .string, "the question in a phrase", isRequired: true,
        hxl: "#description+question"),
      TableColumn("corpus", .string, "the corpus", isRequired: true, hxl: "#meta+corpus"),
      TableColumn(
        "change", .choice(QuestionMove.Kind.words),
        "what became of the question since the corpus before; empty in the first and where it is "
          + "not asked", hxl: "#meta+change+type"),
      count("low", "lowest low; empty where the question is not asked", "#affected+min"),
      count("best", "the rule's answer, by default the origins' median", "#affected+best"),
      count("high", "highest finite high", "#affected+max"),
      TableColumn(
        "high_open", .boolean, "whether a claim has no upper bound above high",
        hxl: "#meta+high+open"),
      TableColumn("grade", .string, "how firm the answer is", hxl: "#meta+grade"),
      count("origins", "origins that answer it", "#meta+origins+num"),
      count("findings", "findings about it", "#meta+findings+num"),
    ], primaryKey: ["question_id", "corpus"])

  private static func count(_ name: String, _ meaning: String, _ hxl: String) -> TableColumn {
    TableColumn(name, .integer, meaning, minimum: 0, hxl: hxl)
  }
}
