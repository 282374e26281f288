import ClaimModel
import ClaimTables
import DelimitedText
import Extraction

/// The tables that an extraction fills: claims, and on request numbers, silences and a trace.
struct ExtractionTables {
  /// Where each table goes; nil for one that is not asked for.
  struct Places {
    /// The claims table.
    var claims: String?
    /// The audit of every number.
    var numbers: String?
    /// The sentences that say that a side publishes no figure.
    var silences: String?
    /// The sentences with their readings, for people.
    var trace: String?
  }

  /// How many documents were written.
  private(set) var documents = 0
  /// How many claims were written.
  private(set) var claims = 0

  private let session: Session
  private let hxl: Bool
  private let places: Places
  private var files: [OutputFile] = []
  private var claimWriter: ClaimTableWriter?
  private var numberWriter: CSVWriter?
  private var silenceWriter: CSVWriter?
  private var traceFile: OutputFile?

  /// Opens the tables and writes their headers.
  init(_ places: Places, hxl: Bool, _ session: Session) throws {
    self.session = session
    self.hxl = hxl
    self.places = places
    if let path = places.claims {
      let file = try open(path)
      claimWriter = try ClaimTableWriter(hasHXLRow: hxl) { try file.write($0) }
    }
    if let path = places.numbers { numberWriter = try table(.numbers, at: path) }
    if let path = places.silences { silenceWriter = try table(.silences, at: path) }
    if let path = places.trace { traceFile = try open(path) }
  }

  /// Writes what was read in a document.
  mutating func write(_ document: Document, _ extraction: Extraction) throws {
    documents += 1
    claims += extraction.claims.count
    for claim in extraction.claims { try claimWriter?.write(claim) }
    if numberWriter != nil {
      for number in extraction.numbers { try write(number, of: document) }
    }
    if silenceWriter != nil {
      for silence in extraction.silences { try write(silence) }
    }
  }

  /// Writes lines of a trace.
  func write(trace text: String) throws {
    try traceFile?.write(text)
  }

  /// Writes the description of the tables beside the claims table.
  mutating func write(packageBeside path: String) throws {
    var resources = [DataPackage.Resource(path: Self.name(of: path), schema: .claims)]
    let others = [(places.numbers, TableSchema.numbers), (places.silences, TableSchema.silences)]
    for case (let other?, let schema) in others
    where Self.folder(of: other) == Self.folder(of: path) {
      resources.append(DataPackage.Resource(path: Self.name(of: other), schema: schema))
    }
    let package = DataPackage(
      name: "casualty-claims", title: "Casualty claims read from documents",
      resources: resources, hasHXLRow: hxl)
    let file = try open(Self.folder(of: path) + "datapackage.json")
    try file.write(package.json.indentedText)
  }

  /// Puts all tables in their places.
  mutating func commit() throws {
    try claimWriter?.flush()
    try numberWriter?.flush()
    try silenceWriter?.flush()
    for file in files { try file.commit() }
  }

  private mutating func open(_ path: String) throws -> OutputFile {
    let file = try session.output(path)
    files.append(file)
    return file
  }

  private mutating func table(_ schema: TableSchema, at path: String) throws -> CSVWriter {
    let file = try open(path)
    var writer = CSVWriter { try file.write($0) }
    try writer.write(row: schema.header)
    if hxl { try writer.write(row: schema.hxlTags) }
    return writer
  }

  private mutating func write(_ number: NumberReading, of document: Document) throws {
    try numberWriter?.write(row: [
      document.id, String(number.span.start), String(number.span.end), number.expression,
      number.qualifier.rawValue, number.statedLow, number.statedHigh,
      number.claimIDs.joined(separator: " "), number.reason,
    ])
  }

  private mutating func write(_ silence: Silence) throws {
    try silenceWriter?.write(row: [
      silence.documentID, silence.party, String(silence.span.start), String(silence.span.end),
      silence.quote,
    ])
  }

  /// The name of the file at a path.
  static func name(of path: String) -> String {
    path.split(separator: "/").last.map { String($0) } ?? path
  }

  /// The folder of a path with its slash; empty for the current one.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[...slash])
  }
}
