import ClaimModel

/// Reads JSON Lines: an object a line, with `text` and any of `id` and the metadata fields.
///
/// Other fields are left alone. A line that cannot be read is a fault and the rest goes on. Files
/// of one array, or of objects that run over several lines, are read too, but whole.
final class JSONLines: DraftSource {
  private let stream: ByteStream
  private let file: InputFile
  private let limits: InputLimits
  private var line = 0
  private var ready: ArraySlice<Drafting> = []

  init(_ stream: ByteStream, file: InputFile, limits: InputLimits) {
    self.stream = stream
    self.file = file
    self.limits = limits
  }

  func next() -> Drafting? {
    while true {
      if let drafting = ready.popFirst() { return drafting }
      switch stream.nextLine(limit: limits.recordBytes) {
      case .end: return stream.takeFault().map { .fault($0) }
      case .tooLong(let bytes):
        line += 1
        return .fault(
          fault(
            "line \(line)", "a line of \(bytes) bytes, more than \(limits.recordBytes >> 20) MiB",
            "write one record a line"))
      case .line(let bytes):
        line += 1
        read(bytes)
      }
    }
  }

  // MARK: - Lines

  private func read(_ bytes: UnsafeRawBufferPointer) {
    var content = bytes
    if line == 1 {
      let (encoding, mark) = TextDecoding.byteOrderMark(of: bytes)
      if let encoding, encoding != .utf8 {
        ready = [.fault(fault("", "it is UTF-16 or UTF-32", "save it as UTF-8"))]
        _ = stream.skip(.max)
        return
      }
      content = UnsafeRawBufferPointer(rebasing: bytes[mark...])
    }
    var scanner = JSONScanner(content)
    guard let first = scanner.peek() else { return }
    if line == 1, first == UInt8(ascii: "[") {
      return readWhole(startingWith: content)
    }
    do throws(JSONError) {
      let draft = try Self.record(&scanner)
      if scanner.peek() != nil { throw scanner.error("something follows the record") }
      add(draft, repaired: scanner.repairedText, at: "line \(line)", number: line)
    } catch {
      if line == 1, error.isAtEnd { return readWhole(startingWith: content) }
      ready = [
        .fault(
          fault(
            "line \(line), byte \(error.byte + 1)", error.problem,
            "write one JSON object a line"))
      ]
    }
  }

  private func add(_ draft: Draft?, repaired: Bool, at place: String, number: Int) {
    guard var draft else {
      ready.append(
        .fault(fault(place, "no field 'text'", "give the document's text in a field 'text'")))
      return
    }
    if repaired {
      ready.append(
        .fault(fault(place, "broken UTF-8; U+FFFD stands there now", "save it as UTF-8")))
    }
    if !draft.text.utf8.contains(where: { $0 > 0x20 }) {
      ready.append(.fault(fault(place, "the field 'text' is empty", "leave the record out")))
      return
    }
    draft.recordID = draft.recordID ?? "\(file.documentID):\(number)"
    ready.append(.draft(draft))
  }

  /// Takes an object; nil where it has no text.
  static func record(_ scanner: inout JSONScanner) throws(JSONError) -> Draft? {
    if scanner.peek() != UInt8(ascii: "{") { throw scanner.error("an object was expected") }
    var draft = Draft(text: "")
    var hasText = false
    try scanner.members { (scanner, name) throws(JSONError) in
      switch name {
      case "text":
        guard let text = try scanner.scalarText() else { return }
        draft.text = text
        hasText = true
      case "id", "document_id":
        if let id = try scanner.scalarText(), !id.isEmpty { draft.recordID = id }
      default:
        guard let field = DocumentMetadata.Field(named: name) else {
          return try scanner.skipValue()
        }
        if let value = try scanner.scalarText() { draft.metadata.set(field, to: value) }
      }
    }
    return hasText ? draft : nil
  }

  // MARK: - Whole files

  /// Reads the rest of the stream as an array of records, or as records that run over lines.
  private func readWhole(startingWith start: UnsafeRawBufferPointer) {
    var bytes = Array(start)
    bytes.append(0x0A)
    guard let rest = stream.takeAll(limit: limits.recordBytes) else {
      _ = stream.skip(.max)
      ready = [
        .fault(
          fault(
            "", "JSON of more than \(limits.recordBytes >> 20) MiB that is not one record a line",
            "write one JSON object a line"))
      ]
      return
    }
    bytes += rest
    let broken = stream.takeFault()
    bytes.withUnsafeBytes { buffer in
      var scanner = JSONScanner(buffer)
      let isArray = scanner.take("[")
      var number = 0
      do throws(JSONError) {
        while let byte = scanner.peek() {
          if isArray, byte == UInt8(ascii: "]") { break }
          number += 1
          let draft = try Self.record(&scanner)
          add(draft, repaired: scanner.repairedText, at: "record \(number)", number: number)
          if isArray, !scanner.take(",") {
            if !scanner.take("]") { throw scanner.error("',' or ']' was expected") }
            break
          }
        }
      } catch {
        ready.append(
          .fault(
            fault(
              "byte \(error.byte + 1)", error.problem,
              "write one JSON object a line, so that one broken record costs no other")))
      }
    }
    if let broken { ready.append(.fault(broken)) }
  }

  private func fault(_ location: String, _ problem: String, _ advice: String) -> InputFault {
    InputFault(subject: file.subject, location: location, problem: problem, advice: advice)
  }
}
