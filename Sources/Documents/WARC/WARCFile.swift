import ClaimModel

/// Reads a web archive (WARC 1.0 and 1.1, ISO 28500): its pages and texts, a document a record.
///
/// Responses that came with status 200, resources and conversions (the texts of Common Crawl's WET
/// files) count if they are HTML or plain text; requests, redirects, pictures and the rest are
/// passed over without a word, for every archive is full of them. The document's id is the
/// record's, its address the target's and its date, where the page tells none, empty: the day of a
/// crawl is not the day of publication.
final class WARCFile: DraftSource {
  private let stream: ByteStream
  private let subject: String
  private let limits: InputLimits
  private var recordNumber = 0
  private var ready: ArraySlice<Drafting> = []
  private var ended = false

  /// The greatest number of header lines of a record.
  private static let headerLimit = 1000

  init(_ stream: ByteStream, subject: String, limits: InputLimits) {
    self.stream = stream
    self.subject = subject
    self.limits = limits
  }

  func next() -> Drafting? {
    while true {
      if let drafting = ready.popFirst() { return drafting }
      if ended { return stream.takeFault().map { .fault($0) } }
      readRecord()
    }
  }

  // MARK: - Records

  private func readRecord() {
    let start = stream.offset
    guard let version = nextContentLine() else {
      ended = true
      return
    }
    recordNumber += 1
    guard version.hasPrefix("WARC/") else {
      return give(
        up: "record \(recordNumber), byte \(start)", "a line that begins no record",
        "check that the archive was copied whole")
    }
    var fields = HeaderFields()
    for _ in 0..<Self.headerLimit {
      guard let line = nextLine(), !line.isEmpty else { break }
      fields.add(line)
    }
    guard let length = fields["content-length"].flatMap({ Int($0) }), length >= 0 else {
      return give(
        up: "record \(recordNumber), byte \(start)", "a record without a Content-Length",
        "check that the archive was copied whole")
    }
    readBlock(of: length, fields: fields, at: "record \(recordNumber), byte \(start)")
  }

  private func readBlock(of length: Int, fields: HeaderFields, at place: String) {
    let type = fields["warc-type"]?.lowercased() ?? ""
    guard ["response", "resource", "conversion"].contains(type) else {
      if stream.skip(length) < length { reportCut(at: place) }
      return
    }
    if length > limits.pageBytes {
      if stream.skip(length) < length { reportCut(at: place) }
      let mime = Self.mimeType(fields["content-type"])
      // A response's own type stands inside it; most that are so large are videos.
      if type != "response", Self.isRead(mime) {
        ready.append(
          .fault(
            fault(
              place, "a record of \(length) bytes, more than \(limits.pageBytes >> 20) MiB",
              "leave it out")))
      }
      return
    }
    let block = stream.take(length)
    if block.count < length { return reportCut(at: place) }
    let id = Self.identifier(fields, number: recordNumber)
    var payload = Payload(
      bytes: block[...], type: Self.mimeType(fields["content-type"]),
      charset: HeaderFields.parameter("charset", of: fields["content-type"]))
    if type == "response" {
      guard let response = HTTPResponse(block, limit: limits.pageBytes), response.status == 200
      else { return }
      payload = response.payload
    }
    add(payload, id: id, url: fields["warc-target-uri"] ?? "", at: place)
  }

  /// What a record holds, unpacked.
  struct Payload {
    var bytes: ArraySlice<UInt8>
    var type: String
    var charset: String?
  }

  private func add(_ payload: Payload, id: String, url: String, at place: String) {
    guard Self.isRead(payload.type), !payload.bytes.isEmpty else { return }
    let name = "\(subject): \(place)"
    let bytes = Array(payload.bytes)
    if BinaryContent.description(of: bytes) != nil { return }
    var draftings =
      payload.type == "text/plain"
      ? PlainText.draftings(of: bytes, subject: name)
      : HTMLPage.draftings(of: bytes, header: payload.charset, subject: name)
    for index in draftings.indices {
      guard case .draft(var draft) = draftings[index] else { continue }
      draft.recordID = id
      if draft.metadata.url.isEmpty {
        draft.metadata.url =
          url.trimmingPrefix("<").hasSuffix(">") ? String(url.dropFirst().dropLast()) : url
      }
      draftings[index] = .draft(draft)
    }
    ready += draftings
  }

  // MARK: - Pieces

  private static func isRead(_ type: String) -> Bool {
    type == "text/html" || type == "application/xhtml+xml" || type == "text/plain"
  }

  private static func mimeType(_ field: String?) -> String {
    let type = field?.prefix { $0 != ";" } ?? ""
    return String(type).lowercased().trimmingSpaces
  }

  /// The record's id without the angle brackets around it.
  private static func identifier(_ fields: HeaderFields, number: Int) -> String {
    let id = (fields["warc-record-id"] ?? "").filter { $0 != "<" && $0 != ">" }
    return id.isEmpty ? "record-\(number)" : id
  }

  private func nextLine() -> String? {
    switch stream.nextLine(limit: 65_536) {
    case .line(let bytes):
      let content = bytes.last == 0x0D ? UnsafeRawBufferPointer(rebasing: bytes.dropLast()) : bytes
      return String(decoding: content, as: UTF8.self)
    case .tooLong: return "?"
    case .end: return nil
    }
  }

  /// The next line that is not empty: two empty ones end each record.
  private func nextContentLine() -> String? {
    while let line = nextLine() {
      if !line.isEmpty { return line }
    }
    return nil
  }

  private func reportCut(at place: String) {
    ended = true
    if let broken = stream.takeFault() {
      ready.append(.fault(broken))
    } else {
      ready.append(
        .fault(fault(place, "the archive ends inside this record", "fetch it again")))
    }
  }

  private func give(up place: String, _ problem: String, _ advice: String) {
    ended = true
    ready.append(.fault(fault(place, problem, advice)))
  }

  private func fault(_ place: String, _ problem: String, _ advice: String) -> InputFault {
    InputFault(subject: subject, location: place, problem: problem, advice: advice)
  }
}
