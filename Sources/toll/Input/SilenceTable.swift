import ClaimModel
import ClaimTables
import DelimitedText

/// Reads the sentences that say that a side publishes no figure.
enum SilenceTable {
  /// Reads a table whole; these tables are small.
  ///
  /// - Parameters:
  ///   - path: The file, with the columns `document_id` and `party` at least.
  ///   - session: Is told of rows that are none.
  /// - Returns: The sentences, in the order of the rows.
  /// - Throws: An `InputFault` where the file cannot be opened or lacks a column.
  static func read(_ path: String, _ session: Session) throws -> [Silence] {
    let file = try TableFile(path)
    var reader = try CSVReader(file.source, named: file.name)
    let header = try reader.readHeader()
    guard let document = header.firstIndex(of: "document_id"),
      let party = header.firstIndex(of: "party")
    else {
      throw InputFault(
        subject: file.name, location: "header",
        problem: "the columns 'document_id' and 'party' are expected",
        advice: "give them, with "
          + TableSchema.silences.header.dropFirst(2).joined(separator: ", ")
          + " where known")
    }
    let start = header.firstIndex(of: "start")
    let end = header.firstIndex(of: "end")
    let quote = header.firstIndex(of: "quote")
    var silences: [Silence] = []
    while true {
      do throws(CSVError) {
        guard try reader.advance() else { return silences }
      } catch {
        session.messages.report(error.fault)
        continue
      }
      // An HXL row, which stands under the header of some tables.
      if reader.string(at: document).hasPrefix("#") { continue }
      guard !reader.string(at: party).isEmpty else {
        session.messages.report(
          InputFault(
            subject: file.name, location: "line \(reader.line), column 'party'",
            problem: "the value is missing", advice: "name the side that publishes nothing"))
        continue
      }
      let first = start.flatMap { Int(reader.string(at: $0)) } ?? 0
      let last = end.flatMap { Int(reader.string(at: $0)) } ?? first
      silences.append(
        Silence(
          documentID: reader.string(at: document), party: reader.string(at: party),
          span: TextSpan(start: first, end: last), quote: quote.map { reader.string(at: $0) } ?? "")
      )
    }
  }
}
