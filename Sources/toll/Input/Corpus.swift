import ClaimModel
import ClaimTables
import Documents
import Extraction
import Lexicons
import Reporting

/// All that is known of some inputs, in memory: claims, silences, documents.
///
/// Claims tables are read; documents are extracted first, so that one command leads from articles to
/// a report.
struct Corpus {
  /// The claims, in the order of the inputs.
  var claims: [Claim] = []
  /// Sentences that say that a side publishes no figure.
  var silences: [Silence] = []
  /// The documents that were read; none for claims from tables.
  var documents: [ReportDocument] = []
  /// What reviewers changed, by the claim's id.
  var reviewed: [String: String] = [:]
  /// How many claims reviewers rejected.
  var rejected = 0
  /// Decisions of reviewers on claims that are not in it.
  var goneDecisions: [InputFault] = []
  /// Columns that the claims table does not define.
  var extraColumns: [String] = []
  /// Whether any of the inputs was a claims table.
  var hasTables = false

  /// Whether nothing at all could be read.
  var isEmpty: Bool { claims.isEmpty && documents.isEmpty && silences.isEmpty && !hasTables }

  /// Reads paths of any kind.
  ///
  /// - Parameters:
  ///   - paths: Claims tables, folders of them, documents, folders of documents, `REV:PATH`.
  ///   - loader: How to read them.
  /// - Returns: All that was read, in the order of the paths.
  /// - Throws: An `InputFault` where a path leads nowhere or a table is none.
  static func read(_ paths: [String], _ loader: CorpusLoader) async throws -> Corpus {
    var corpus = Corpus()
    // Kept until everything is read, since they remove what they hold when they go.
    var revisions: [GitRevision] = []
    defer { withExtendedLifetime(revisions) {} }
    var places: [String] = []
    for path in paths {
      if path != "-", let revision = try GitRevision(path) {
        revisions.append(revision)
        loader.session.messages.call(revision.path, path)
        places.append(revision.path)
      } else {
        places.append(path)
      }
    }
    for operand in try Operand.operands(
      places, areMapped: loader.claimOptions.mapping != nil)
    {
      switch operand {
      case .table(let path): try corpus.add(table: path, loader)
      case .silences(let path): corpus.silences += try SilenceTable.read(path, loader.session)
      case .documents(let path): try await corpus.add(documents: path, loader)
      }
    }
    for path in loader.claimOptions.silences {
      corpus.silences += try SilenceTable.read(path, loader.session)
    }
    return corpus
  }

  private mutating func add(table path: String, _ loader: CorpusLoader) throws {
    hasTables = true
    var feed = try loader.feed([path])
    feed.tellsGoneDecisions = loader.tellsGoneDecisions
    let account = try feed.forEach { claims.append($0) }
    reviewed.merge(account.reviewed) { first, _ in first }
    rejected += account.rejected
    goneDecisions += account.gone
    for column in account.extraColumns where !extraColumns.contains(column) {
      extraColumns.append(column)
    }
  }

  private mutating func add(documents path: String, _ loader: CorpusLoader) async throws {
    let pipeline = ExtractionPipeline(extractor: try loader.extractor(), jobs: loader.reading.jobs)
    let reader = DocumentReader(paths: [path], format: loader.reading.input)
    var application = try loader.reviewApplication()
    try await pipeline.run(reader, loader.session) { document, extraction in
      documents.append(ReportDocument(document))
      silences += extraction.silences
      for var claim in extraction.claims {
        if loader.take(&claim, &application, &reviewed) {
          claims.append(claim)
        } else {
          rejected += 1
        }
      }
    }
    let gone = application?.gone ?? []
    goneDecisions += gone
    if loader.tellsGoneDecisions { for fault in gone { loader.session.messages.report(fault) } }
  }
}

/// How inputs are read into a ``Corpus``.
struct CorpusLoader {
  /// What is told of faults and progress.
  var session: Session
  /// How claims are taken from tables.
  var claimOptions: ClaimOptions
  /// How documents are read.
  var reading: ReadingOptions
  /// Words and names.
  var knowledge: KnowledgeOptions
  /// Whether decisions of reviewers on claims that an input does not have are told of each input.
  var tellsGoneDecisions = true

  /// The claims of some tables.
  func feed(_ paths: [String]) throws -> ClaimFeed {
    try claimOptions.feed(paths, from: knowledge.files(), session)
  }

  /// What reads documents.
  func extractor() throws -> Extractor {
    try knowledge.extractor(convention: claimOptions.convention ?? Convention.defaultName)
  }

  /// What people decided, ready to be applied to claims that are extracted just now.
  func reviewApplication() throws -> ReviewApplication? {
    guard let review = try claimOptions.readReview(session) else { return nil }
    let convention = try Convention(
      named: claimOptions.convention ?? Convention.defaultName, from: knowledge.files())
    return ReviewApplication(review, convention: convention.name) {
      convention.interval(
        for: $0.quantity, expression: $0.expression, outcome: $0.outcome
      ).interval
    }
  }

  /// Applies the review to a claim; false where it was rejected.
  func take(
    _ claim: inout Claim, _ application: inout ReviewApplication?,
    _ reviewed: inout [String: String]
  ) -> Bool {
    switch application?.apply(to: &claim) {
    case nil, .unreviewed: return true
    case .accepted: reviewed[claim.id] = "accepted"
    case .edited(let changes): reviewed[claim.id] = ReviewWording.changes(changes)
    case .rejected: return false
    case .refused(let fault): session.messages.report(fault)
    }
    return true
  }
}

/// How reports say what reviewers changed.
enum ReviewWording {
  /// 'party: Russia → Ukraine; source: → Reuters'.
  static func changes(_ changes: [ReviewApplication.Change]) -> String {
    changes.map { "\($0.column.rawValue): \($0.old) → \($0.new)" }.joined(separator: "; ")
  }
}
