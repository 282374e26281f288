import ClaimModel

/// Opens a file or stream: unpacks it where it is gzipped, tells its format and begins to read it.
struct FileOpening {
  /// The file.
  var file: InputFile
  /// The format that was asked for; nil tells it from content and name.
  var format: InputFormat?
  /// What is too large.
  var limits: InputLimits

  /// Begins to read the file.
  ///
  /// - Parameters:
  ///   - standardInput: The descriptor that is read where the file has no path.
  ///   - counter: What the bytes are counted in.
  /// - Returns: What gives its documents.
  /// - Throws: What hinders it.
  func open(standardInput: Int32, counter: ByteCounter) throws(InputFault) -> any DraftSource {
    let subject = file.subject
    var descriptor = standardInput
    var size: Int?
    if let path = file.path {
      let opened = try OpenFile(path)
      (descriptor, size) = (opened.descriptor, opened.size)
    }
    let packed = ByteStream(
      FileBytes(
        descriptor: descriptor, closes: file.path != nil, subject: subject, counter: counter))
    var name = file.path?.name ?? ""
    let start = packed.peekQuickly(atLeast: 2, atMost: 2)
    if start.isEmpty {
      if let fault = packed.takeFault() { throw fault }
      throw InputFault(
        subject: subject, problem: "it is empty", advice: "check whether its content got lost")
    }
    guard start == [0x1F, 0x8B] else {
      return try read(packed, name: name, size: size ?? 0)
    }
    if name.lowercased().hasSuffix(".gz") { name = String(name.dropLast(3)) }
    let unpacked = ByteStream(GzipBytes(unpacking: packed, subject: subject, limits: limits))
    return try read(unpacked, name: name, size: 0)
  }

  private func read(
    _ stream: ByteStream, name: String, size: Int
  ) throws(InputFault) -> any DraftSource {
    let start = stream.peekQuickly(atLeast: 64, atMost: 4096)
    if start.isEmpty {
      throw stream.takeFault()
        ?? InputFault(
          subject: file.subject, problem: "it is empty",
          advice: "check whether its content got lost"
        )
    }
    let format = format ?? InputFormat.detected(start: start, name: name)
    if format != .pdf, format != .warc, let what = BinaryContent.description(of: start) {
      throw InputFault(
        subject: file.subject, problem: "it holds \(what), no text",
        advice: "convert it to text, HTML or PDF, or leave it out")
    }
    switch format {
    case .text, .markdown:
      let bytes = try wholeContent(of: stream, limit: limits.textBytes, expecting: size)
      return ReadyDrafts(
        format == .text
          ? PlainText.draftings(of: bytes, subject: file.subject)
          : Markdown.draftings(of: bytes, subject: file.subject))
    case .html:
      let bytes = try wholeContent(of: stream, limit: limits.pageBytes, expecting: size)
      return ReadyDrafts(HTMLPage.draftings(of: bytes, subject: file.subject))
    case .jsonLines: return JSONLines(stream, file: file, limits: limits)
    case .csv: return try CSVRecords(stream, file: file, limits: limits)
    case .warc: return WARCFile(stream, subject: file.subject, limits: limits)
    case .pdf:
      let bytes = try wholeContent(of: stream, limit: limits.pdfBytes, expecting: size)
      return ReadyDrafts(PDFFile.draftings(of: bytes, subject: file.subject, limits: limits))
    }
  }

  /// Takes everything, for formats that need the whole file.
  private func wholeContent(
    of stream: ByteStream, limit: Int, expecting size: Int
  ) throws(InputFault) -> [UInt8] {
    let bytes = stream.takeAll(limit: limit, expecting: size)
    if let fault = stream.takeFault() { throw fault }
    guard let bytes else {
      throw InputFault(
        subject: file.subject, problem: "it is larger than \(limit >> 20) MiB",
        advice: "split it into its documents")
    }
    return bytes
  }
}
