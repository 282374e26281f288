import ClaimModel
import DelimitedText

/// A `corpus.csv`: what the keeper of a corpus says about its documents.
///
/// Columns are `document_id` and any of the metadata fields; others are left alone. What it says
/// overrides the documents' own metadata. It remembers which rows were asked for, so that rows
/// without a document can be reported.
final class CorpusManifest {
  /// The name of the file.
  static let fileName = "corpus.csv"
  /// The greatest manifest that is read, in bytes.
  static let sizeLimit = 256 << 20

  private struct Row {
    var id: String
    var line: Int
    var metadata: DocumentMetadata
    var isUsed = false
  }

  /// Its path, for faults.
  let subject: String
  /// What is wrong with it, row by row.
  private(set) var faults: [InputFault] = []
  private var rows: [Row] = []
  private var indexes: [String: Int] = [:]

  /// Reads the manifest in a folder.
  ///
  /// - Throws: What hinders reading it at all.
  convenience init(in folder: FilePath) throws(InputFault) {
    let path = folder.appending(Array(Self.fileName.utf8))
    let file = try OpenFile(path)
    let subject = path.text
    let stream = ByteStream(
      FileBytes(
        descriptor: file.descriptor, closes: true, subject: subject, counter: ByteCounter()))
    let bytes = stream.takeAll(limit: Self.sizeLimit, expecting: file.size ?? 0)
    if let fault = stream.takeFault() { throw fault }
    guard let bytes else {
      throw InputFault(
        subject: subject, problem: "it is larger than \(Self.sizeLimit) bytes",
        advice: "split the corpus into folders")
    }
    try self.init(parsing: bytes, subject: subject)
  }

  /// Reads a manifest from its bytes.
  init(parsing bytes: [UInt8], subject: String) throws(InputFault) {
    self.subject = subject
    do throws(CSVError) {
      var reader = try CSVReader(.bytes(bytes), named: subject, dialect: .foreign)
      let header = try reader.readHeader()
      guard let idColumn = header.firstIndex(of: "document_id") else {
        throw CSVError(
          kind: .unreadable(Self.noIDColumn), table: subject, row: 1, line: 1, column: 0, byte: 0)
      }
      let columns = header.enumerated().compactMap { index, name in
        DocumentMetadata.Field(named: name).map { Column(index: index, name: name, field: $0) }
      }
      while true {
        do throws(CSVError) {
          guard try reader.advance() else { break }
          add(
            id: Self.normalized(reader.string(at: idColumn)), line: reader.line,
            values: columns.map { ($0, reader.string(at: $0.index)) })
        } catch {
          faults.append(error.fault)
        }
      }
    } catch {
      if error.kind == .unreadable(Self.noIDColumn) {
        throw InputFault(
          subject: subject, location: "line 1", problem: Self.noIDColumn,
          advice: "name the column that holds the documents' paths so")
      }
      throw error.fault
    }
  }

  private static let noIDColumn = "no column 'document_id'"

  private struct Column {
    var index: Int
    var name: String
    var field: DocumentMetadata.Field
  }

  private func add(id: String, line: Int, values: [(Column, String)]) {
    let location = "line \(line)"
    if id.isEmpty {
      faults.append(
        InputFault(
          subject: subject, location: location, problem: "a row without a document_id",
          advice: "give the document's path below the corpus folder"))
      return
    }
    if indexes[id] != nil {
      faults.append(
        InputFault(
          subject: subject, location: location, problem: "'\(id)' stands here a second time",
          advice: "leave one row a document; the first one counts"))
      return
    }
    var metadata = DocumentMetadata()
    for (column, value) in values {
      metadata.set(column.field, to: value)
      if column.field == .published, metadata.published == nil, Self.shouldBeDate(value) {
        faults.append(
          InputFault(
            subject: subject, location: "\(location), column '\(column.name)'",
            problem: "'\(value)' is no date", advice: "write YYYY-MM-DD, YYYY-MM or YYYY"))
      }
    }
    indexes[id] = rows.count
    rows.append(Row(id: id, line: line, metadata: metadata))
  }

  /// Whether a value that could not be read was meant as one date: `unknown` and `2015-2016` were
  /// not, `2015-13-01` was.
  private static func shouldBeDate(_ value: String) -> Bool {
    let bytes = Array(value.utf8)
    guard bytes.count >= 8, let first = bytes.first, (0x30...0x39).contains(first) else {
      return false
    }
    return bytes.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D } && bytes.count != 9
  }

  private static func normalized(_ id: String) -> String {
    id.hasPrefix("./") ? String(id.dropFirst(2)) : id
  }

  // MARK: - Looking up

  /// What is said about a document, and its id here.
  struct Match {
    /// The row's `document_id`.
    var id: String
    /// What the row says.
    var metadata: DocumentMetadata
  }

  /// Looks for a file by its path below the manifest's folder.
  ///
  /// A manifest may also stand beside the folder that it is about (`corpus.csv` and `docs/`): where
  /// the whole path has no row, the path without its first folder is looked for, unless another
  /// file had that row already.
  func match(path: String, evenIfUsed: Bool = false) -> Match? {
    if let found = match(id: path) { return found }
    guard let slash = path.utf8.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    let rest = String(path[path.utf8.index(after: slash)...])
    guard let index = indexes[rest], evenIfUsed || !rows[index].isUsed else { return nil }
    return match(id: rest)
  }

  /// Looks for a document by exactly its id.
  func match(id: String) -> Match? {
    guard let index = indexes[id] else { return nil }
    rows[index].isUsed = true
    return Match(id: id, metadata: rows[index].metadata)
  }

  /// The rows that no document was found for, as faults, among those that a test lets through.
  func unusedRows(where isExpected: (String) -> Bool = { _ in true }) -> [InputFault] {
    rows.filter { !$0.isUsed && isExpected($0.id) }.map { row in
      InputFault(
        subject: subject, location: "line \(row.line)",
        problem: "there is no document '\(row.id)'", advice: "add the file or delete the row")
    }
  }

  /// Whether any row has been asked for whose id fulfils a condition.
  func hasUsedRow(where condition: (String) -> Bool) -> Bool {
    rows.contains { $0.isUsed && condition($0.id) }
  }
}
