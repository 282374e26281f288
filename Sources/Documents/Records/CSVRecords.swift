import ClaimModel
import DelimitedText

/// Reads a table of documents: a row each, with a column `text` and any of `id` and the metadata.
final class CSVRecords: DraftSource {
  private let table: TableHolder
  private let stream: ByteStream
  private let file: InputFile
  private let columns: Columns
  private var ended = false
  private var ready: ArraySlice<Drafting> = []

  /// The reader is not copyable and moves on as it reads; a class can be asked from a class.
  private final class TableHolder {
    var reader: CSVReader

    init(_ reader: consuming CSVReader) {
      self.reader = reader
    }
  }

  private struct Columns {
    var text: Int
    var id: Int?
    var fields: [(index: Int, field: DocumentMetadata.Field)]
  }

  /// Begins to read a table.
  ///
  /// - Throws: What is wrong with its header.
  init(_ stream: ByteStream, file: InputFile, limits: InputLimits) throws(InputFault) {
    self.stream = stream
    self.file = file
    let source = ByteSource { buffer in stream.copy(into: buffer) }
    let header: [String]
    do throws(CSVError) {
      let dialect = CSVDialect(
        delimiter: Self.delimiter(of: stream), strictness: .lenient,
        fieldLimit: limits.recordBytes, rowLimit: limits.recordBytes)
      var reader = try CSVReader(source, named: file.subject, dialect: dialect)
      header = try reader.readHeader()
      table = TableHolder(reader)
    } catch {
      throw stream.takeFault() ?? error.fault
    }
    columns = try Self.columns(of: header, file: file)
  }

  /// The delimiter that stands most often in the first line.
  private static func delimiter(of stream: ByteStream) -> UInt8 {
    let line = stream.peekQuickly(atLeast: 1, atMost: 65_536).prefix { $0 != 0x0A }
    var best = (delimiter: UInt8(ascii: ","), count: line.count { $0 == UInt8(ascii: ",") })
    for delimiter in [UInt8(ascii: ";"), 0x09] {
      let count = line.count { $0 == delimiter }
      if count > best.count { best = (delimiter, count) }
    }
    return best.delimiter
  }

  private static func columns(
    of header: [String], file: InputFile
  ) throws(InputFault) -> Columns {
    let names = header.map { $0.lowercased() }
    let text = ["text", "body", "content", "article"].lazy.compactMap { names.firstIndex(of: $0) }
    guard let text = text.first else {
      let named = header.prefix(8).map { "'\($0)'" }.joined(separator: ", ")
      throw InputFault(
        subject: file.subject, location: "line 1", problem: "no column 'text' among \(named)",
        advice: "name the column that holds the documents' texts so")
    }
    return Columns(
      text: text, id: names.firstIndex(of: "document_id") ?? names.firstIndex(of: "id"),
      fields: names.enumerated().compactMap { index, name in
        DocumentMetadata.Field(named: name).map { (index, $0) }
      })
  }

  func next() -> Drafting? {
    while true {
      if let drafting = ready.popFirst() { return drafting }
      if ended { return stream.takeFault().map { .fault($0) } }
      do throws(CSVError) {
        if try table.reader.advance() {
          readRow()
        } else {
          ended = true
        }
      } catch {
        return .fault(error.fault)
      }
    }
  }

  private func readRow() {
    let place = "line \(table.reader.line)"
    if let repair = table.reader.repair {
      ready.append(.fault(fault(place, repair.description, "quote fields that hold commas")))
    }
    var draft = Draft(text: value(at: columns.text, place: place))
    if !draft.text.utf8.contains(where: { $0 > 0x20 }) {
      ready.append(.fault(fault(place, "a row without text", "fill or delete the row")))
      return
    }
    for (index, field) in columns.fields {
      draft.metadata.set(field, to: table.reader.string(at: index))
    }
    let id = columns.id.map { table.reader.string(at: $0) } ?? ""
    draft.recordID = id.isEmpty ? "\(file.documentID):\(table.reader.row - 1)" : id
    ready.append(.draft(draft))
  }

  private func value(at index: Int, place: String) -> String {
    let bytes = table.reader.withBytes(at: index) { Array($0) }
    let decoded = TextDecoding.decode(bytes)
    if let repair = decoded.repair {
      ready.append(.fault(fault(place, repair.problem, "save the table as UTF-8")))
    }
    return decoded.text
  }

  private func fault(_ location: String, _ problem: String, _ advice: String) -> InputFault {
    InputFault(subject: file.subject, location: location, problem: problem, advice: advice)
  }
}
