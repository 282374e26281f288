import ClaimModel

/// Reads a PDF file through poppler's `pdftotext` and `pdfinfo`, where they are installed.
enum PDFFile {
  /// The document in a file.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - subject: The name for faults.
  ///   - limits: How long they may take, and how much text they may give.
  /// - Returns: The document, or the fault that there is none.
  static func draftings(of bytes: [UInt8], subject: String, limits: InputLimits) -> [Drafting] {
    let output: Subprocess.Output
    do throws(Subprocess.Failure) {
      output = try Subprocess.run(
        "pdftotext", ["-q", "-enc", "UTF-8", "-eol", "unix", "-", "-"], input: bytes,
        outputLimit: limits.textBytes, seconds: limits.subprocessSeconds)
    } catch {
      return [.fault(fault(for: error, subject: subject))]
    }
    let decoded = TextDecoding.decode(output.bytes)
    let text = PDFText.reflowed(decoded.text)
    if output.status != 0 && text.isEmpty {
      let reason = output.status == 3 ? "it forbids copying its text" : "it is no sound PDF file"
      return [
        .fault(
          InputFault(
            subject: subject, problem: "\(reason) (pdftotext: \(output.status))",
            advice: "save it again from a PDF reader"))
      ]
    }
    if text.isEmpty {
      return [
        .fault(
          InputFault(
            subject: subject, problem: "a PDF file without text; its pages may be pictures",
            advice: "run it through text recognition (ocrmypdf) first"))
      ]
    }
    var draft = Draft(text: text)
    draft.metadata = metadata(of: bytes, limits: limits)
    return [.draft(draft)]
  }

  private static func fault(for failure: Subprocess.Failure, subject: String) -> InputFault {
    switch failure {
    case .notFound:
      InputFault(
        subject: subject, problem: "PDF files are read with pdftotext, which is not installed",
        advice: "install poppler-utils (apt-get install poppler-utils)")
    case .notStarted(let code):
      InputFault(
        subject: subject, problem: "pdftotext could not be started: \(systemMessage(code))",
        advice: "check its permissions")
    case .tooSlow(let seconds):
      InputFault(
        subject: subject, problem: "pdftotext did not end within \(seconds) seconds",
        advice: "split the file, or convert it yourself")
    case .tooMuch(let limit):
      InputFault(
        subject: subject, problem: "it gives more than \(limit >> 20) MiB of text",
        advice: "split the file")
    }
  }

  /// Title and date as the file tells them; empty where `pdfinfo` is missing.
  ///
  /// The title counts only where it is one: word processors write file names there.
  private static func metadata(of bytes: [UInt8], limits: InputLimits) -> DocumentMetadata {
    var metadata = DocumentMetadata()
    guard
      let output = try? Subprocess.run(
        "pdfinfo", ["-isodates", "-enc", "UTF-8", "-"], input: bytes, outputLimit: 1 << 20,
        seconds: limits.subprocessSeconds), output.status == 0
    else { return metadata }
    for line in String(decoding: output.bytes, as: UTF8.self).split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = String(line[line.index(after: colon)...]).trimmingSpaces
      switch line[..<colon] {
      case "Title":
        let isName = value.hasPrefix("Microsoft Word") || !value.contains(" ")
        if !isName { metadata.title = value }
      case "CreationDate": metadata.published = DateReading.date(in: value)
      default: break
      }
    }
    return metadata
  }
}
