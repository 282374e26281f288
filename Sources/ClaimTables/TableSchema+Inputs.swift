import ClaimModel

extension TableSchema {
  /// The claims table: one row a claim.
  package static let claims = TableSchema(
    name: "claims",
    description: "One row a claim: one origin says that one number of people suffered one outcome.",
    columns: ClaimColumn.allCases.map(\.column), primaryKey: ["claim_id"])

  /// Sentences that say that a side publishes no figure.
  package static let silences = TableSchema(
    name: "silences",
    description: "One row a sentence that says that a side publishes no figure.",
    columns: [
      TableColumn(
        "document_id", .string, "the document that says so", isRequired: true,
        hxl: "#meta+document+id"),
      TableColumn(
        "party", .string, "the side that publishes nothing, canonical name", isRequired: true,
        hxl: "#group+name"),
      TableColumn(
        "start", .integer, "offset of the sentence in the document's text, in code points",
        minimum: 0, hxl: "#meta+offset+start"),
      TableColumn(
        "end", .integer, "offset behind the sentence", minimum: 0, hxl: "#meta+offset+end"),
      TableColumn("quote", .string, "the sentence, verbatim", hxl: "#description+quote"),
    ])

  /// What people decided about claims.
  package static let review = TableSchema(
    name: "review",
    description: "One row a decision of a person about one claim.",
    columns: [
      TableColumn("claim_id", .identifier, "the claim", isRequired: true, hxl: "#meta+id"),
      TableColumn(
        "decision", .choice(Review.Decision.Kind.words),
        "accept it as it is, reject it, or edit one column", isRequired: true,
        hxl: "#status+decision"),
      TableColumn("column", .string, "of an edit, the column", hxl: "#meta+column"),
      TableColumn("value", .string, "of an edit, the new value", hxl: "#meta+value"),
      TableColumn("reviewer", .string, "who decided", hxl: "#contact+reviewer"),
      TableColumn("note", .string, "why", hxl: "#description+note"),
    ])

  /// The corpus manifest, `corpus.csv`.
  package static let corpus = TableSchema(
    name: "corpus",
    description: "One row a document of the folder, with what is known of it.",
    columns: [
      TableColumn(
        "document_id", .string, "the file's path below the folder", isRequired: true,
        hxl: "#meta+document+id"),
      TableColumn(
        "publisher", .string, "outlet that published the document", hxl: "#org+publisher"),
      TableColumn("published", .partialDate, "when it was published", hxl: "#date+published"),
      TableColumn("title", .string, "its headline", hxl: "#description+title"),
      TableColumn("url", .uri, "where it was published", hxl: "#meta+url"),
      TableColumn("event", .string, "key of the event it is about", hxl: "#event+id"),
      TableColumn("language", .string, "BCP 47 tag; empty means English", hxl: "#meta+lang"),
      TableColumn(
        "default_source", .string, "who is credited with figures in the text's own voice",
        hxl: "#meta+source"),
      TableColumn(
        "default_party", .string, "party of victims of whom the text names none",
        hxl: "#group+name"),
    ], primaryKey: ["document_id"])

  /// The audit of every number of the documents.
  package static let numbers = TableSchema(
    name: "numbers",
    description: "One row a number of a document: in a claim, or passed over with a reason.",
    columns: [
      TableColumn(
        "document_id", .string, "the document", isRequired: true, hxl: "#meta+document+id"),
      TableColumn(
        "start", .integer, "offset of the expression in the document's text, in code points",
        isRequired: true, minimum: 0, hxl: "#meta+offset+start"),
      TableColumn(
        "end", .integer, "offset behind the expression", isRequired: true, minimum: 0,
        hxl: "#meta+offset+end"),
      TableColumn(
        "expression", .string, "the number expression, verbatim", isRequired: true,
        hxl: "#description+expression"),
      TableColumn(
        "qualifier", .choice(Qualifier.words), "how the number was hedged",
        hxl: "#meta+qualifier"),
      TableColumn("stated_low", .number, "the number as said", hxl: "#affected+stated+min"),
      TableColumn(
        "stated_high", .number, "the upper number of a range, else equal to stated_low",
        hxl: "#affected+stated+max"),
      TableColumn(
        "claim_id", .string, "the claims that it is in, separated by spaces", hxl: "#meta+id"),
      TableColumn("reason", .string, "why it is no claim", hxl: "#meta+reason"),
    ])

  /// The tables that go into a reconciliation, in the order of the road.
  package static let inputs: [TableSchema] = [.corpus, .claims, .silences, .numbers, .review]
}
