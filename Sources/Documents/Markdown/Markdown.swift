import ClaimModel

/// Reads Markdown: its text as a reader of the rendered page sees it, without the markup.
enum Markdown {
  /// The document in a file's bytes.
  static func draftings(of bytes: [UInt8], subject: String) -> [Drafting] {
    let decoded = TextDecoding.decode(bytes)
    if let fault = decoded.emptiness(subject: subject) { return [.fault(fault)] }
    let frontMatter = FrontMatter(of: decoded.text)
    var metadata = frontMatter?.metadata ?? DocumentMetadata()
    let body = frontMatter.map { Array($0.body.utf8) } ?? Array(decoded.text.utf8)
    var blocks = MarkdownBlocks()
    let text = blocks.text(of: body)
    if metadata.title.isEmpty { metadata.title = blocks.firstHeading }
    if !text.utf8.contains(where: { $0 > 0x20 }) {
      return [
        .fault(
          InputFault(
            subject: subject, problem: "it holds no text beside its markup",
            advice: "check whether its content got lost"))
      ]
    }
    return decoded.repairs(subject: subject) + [.draft(Draft(text: text, metadata: metadata))]
  }
}
