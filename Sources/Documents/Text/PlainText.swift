import ClaimModel

/// Reads plain text: the document's text is the file's, to the last newline.
///
/// A front matter is read for what it tells and stays in the text, so that offsets count from the
/// file's first character.
enum PlainText {
  /// The document in a file's bytes.
  static func draftings(of bytes: [UInt8], subject: String) -> [Drafting] {
    let decoded = TextDecoding.decode(bytes)
    if let fault = decoded.emptiness(subject: subject) { return [.fault(fault)] }
    let metadata = FrontMatter(of: decoded.text)?.metadata ?? DocumentMetadata()
    return decoded.repairs(subject: subject) + [
      .draft(Draft(text: decoded.text, metadata: metadata))
    ]
  }
}

extension DecodedText {
  /// The fault for a text without a visible character; nil where there is one.
  func emptiness(subject: String) -> InputFault? {
    let hasContent = text.utf8.contains { $0 > 0x20 }
    return hasContent
      ? nil
      : InputFault(
        subject: subject, problem: "it holds no text", advice: "check whether its content got lost")
  }

  /// What was mended, as a fault in front of the document.
  func repairs(subject: String) -> [Drafting] {
    guard let repair else { return [] }
    return [
      .fault(
        InputFault(
          subject: subject, location: "byte \(repair.byte)", problem: repair.problem,
          advice: "save it as UTF-8"))
    ]
  }
}
