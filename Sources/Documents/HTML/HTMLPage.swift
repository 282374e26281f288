import ClaimModel

/// Reads an HTML page: the article's text, and what the page tells about it.
enum HTMLPage {
  /// The document in a page.
  ///
  /// - Parameters:
  ///   - bytes: The page.
  ///   - header: The encoding that the transport named; nil where it named none.
  ///   - subject: The name for faults.
  ///   - recordID: The record's own id, where the page is one of many in a file.
  /// - Returns: The document, and what had to be mended; or the fault that there is none.
  static func draftings(
    of bytes: [UInt8], header: String? = nil, subject: String, recordID: String? = nil
  ) -> [Drafting] {
    let decoded = CharacterSet.decode(bytes, header: header)
    guard let (tree, stopped) = HTMLTreeBuilder.parse(Array(decoded.text.utf8)) else {
      return [
        .fault(
          InputFault(
            subject: subject, problem: "libxml2 could not begin to parse it",
            advice: "free some memory"))
      ]
    }
    let found = HTMLMetadata(of: tree)
    let article = ArticleText(of: tree)
    var text = article.text
    // Pages that scripts fill carry their text in JSON-LD alone.
    if found.articleBody.utf8.count > 2 * max(article.proseCount, 100) {
      text = found.articleBody
    }
    if !text.utf8.contains(where: { $0 > 0x20 }) {
      return [
        .fault(
          InputFault(
            subject: subject, problem: "a page without text",
            advice: "save the page from a browser, with what its scripts load"))
      ]
    }
    var draftings = decoded.repairs(subject: subject)
    if stopped {
      draftings.append(
        .fault(
          InputFault(
            subject: subject,
            problem: "more than \(HTMLTreeBuilder.openLimit) elements are never closed; what "
              + "follows is left out", advice: "mend the page")))
    }
    draftings.append(.draft(Draft(recordID: recordID, text: text, metadata: found.metadata)))
    return draftings
  }
}
