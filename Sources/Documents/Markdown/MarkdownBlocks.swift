/// Cuts Markdown into its blocks and gives their text.
///
/// CommonMark with tables, footnotes and task lists. Code blocks, comments and definitions of links
/// go; headings, quotes and list items keep their words; the lines of a paragraph run together as
/// they do on the page; a table keeps a line a row, with tabs between the cells.
struct MarkdownBlocks {
  /// The text of the first heading of the first rank; empty where there is none.
  private(set) var firstHeading = ""

  private var output: [UInt8] = []
  private var gap = 0
  private var paragraph: [UInt8] = []
  private var fence: (byte: UInt8, count: Int)?
  private var inComment = false
  private var inList = false
  private var tableColumns = 0
  private var previousWasBlank = true
  private var references: Set<[UInt8]> = []

  /// The text of a Markdown document without front matter.
  mutating func text(of source: [UInt8]) -> String {
    let lines = Self.lines(of: source)
    collectReferences(lines)
    for (index, line) in lines.enumerated() {
      read(line, next: index + 1 < lines.count ? lines[index + 1] : nil)
    }
    endParagraph()
    return String(decoding: output, as: UTF8.self)
  }

  private static func lines(of source: [UInt8]) -> [ArraySlice<UInt8>] {
    source.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      line.last == 0x0D ? line.dropLast() : line
    }
  }

  private mutating func collectReferences(_ lines: [ArraySlice<UInt8>]) {
    for line in lines {
      if let label = MarkdownLine(line).referenceLabel { references.insert(label) }
    }
  }

  // MARK: - Lines

  private mutating func read(_ source: ArraySlice<UInt8>, next: ArraySlice<UInt8>?) {
    if skipsCode(source) || skipsComment(source) { return }
    var line = MarkdownLine(source)
    if line.isBlank {
      endParagraph()
      previousWasBlank = true
      endTable()
      return
    }
    defer { previousWasBlank = false }
    if line.indent >= 4, paragraph.isEmpty, previousWasBlank, !inList { return }
    let wasQuote = line.stripQuotes()
    if wasQuote, line.isBlank {
      endParagraph()
      return
    }
    if line.isSetextUnderline, !paragraph.isEmpty {
      endParagraph(isTitle: line.content.first == UInt8(ascii: "="), isHeading: true)
      return
    }
    if line.isRule {
      endParagraph()
      return
    }
    if line.referenceLabel != nil, paragraph.isEmpty { return }
    if let rank = line.stripHeading() {
      endParagraph()
      paragraph = Array(line.content)
      endParagraph(isTitle: rank == 1, isHeading: true)
      inList = false
      return
    }
    if line.stripListMarker(continuing: !paragraph.isEmpty && !inList) {
      endParagraph()
      gap = output.isEmpty ? 0 : inList ? 1 : 2
      inList = true
    } else if line.indent < 2, previousWasBlank {
      inList = false
    }
    _ = line.stripFootnoteLabel()
    if readTableRow(line, next: next) { return }
    add(line)
  }

  private mutating func add(_ line: MarkdownLine) {
    var content = line.content
    var breaks = false
    if content.last == UInt8(ascii: "\\") {
      content.removeLast()
      breaks = true
    }
    var spaces = 0
    while content.last == 0x20 || content.last == 0x09 {
      content.removeLast()
      spaces += 1
    }
    if !paragraph.isEmpty, paragraph.last != 0x0A { paragraph.append(0x20) }
    paragraph += content
    if breaks || spaces >= 2 { paragraph.append(0x0A) }
  }

  private mutating func skipsCode(_ source: ArraySlice<UInt8>) -> Bool {
    let line = MarkdownLine(source)
    if let open = fence {
      if let mark = line.fence, mark.byte == open.byte, mark.count >= open.count, mark.isBare {
        fence = nil
      }
      return true
    }
    guard let mark = line.fence else { return false }
    endParagraph()
    fence = (mark.byte, mark.count)
    return true
  }

  /// Comments over several lines; those within a line are the inline reader's.
  private mutating func skipsComment(_ source: ArraySlice<UInt8>) -> Bool {
    if inComment {
      if source.firstRange(of: "-->") != nil { inComment = false }
      return true
    }
    let content = MarkdownLine(source).content
    guard content.starts(with: Array("<!--".utf8)), content.firstRange(of: "-->") == nil else {
      return false
    }
    endParagraph()
    inComment = true
    return true
  }

  // MARK: - Tables

  /// Reads a line as a table's row, where it is one.
  private mutating func readTableRow(_ line: MarkdownLine, next: ArraySlice<UInt8>?) -> Bool {
    if tableColumns > 0 {
      if line.isTableDelimiter { return true }
      guard line.content.contains(UInt8(ascii: "|")) else {
        endTable()
        return false
      }
      appendRow(line.cells)
      return true
    }
    guard paragraph.isEmpty, let next, line.content.contains(UInt8(ascii: "|")) else {
      return false
    }
    var following = MarkdownLine(next)
    _ = following.stripQuotes()
    guard following.isTableDelimiter, following.cells.count == line.cells.count else {
      return false
    }
    tableColumns = line.cells.count
    gap = output.isEmpty ? 0 : 2
    appendRow(line.cells)
    return true
  }

  private mutating func endTable() {
    if tableColumns > 0 { gap = 2 }
    tableColumns = 0
  }

  private mutating func appendRow(_ cells: [ArraySlice<UInt8>]) {
    let texts = cells.map { cell in
      MarkdownInline.text(of: cell, references: references).filter { $0 != 0x0A }
    }
    append(Array(texts.joined(separator: [0x09])))
    gap = 1
  }

  // MARK: - Output

  private mutating func endParagraph(isTitle: Bool = false, isHeading: Bool = false) {
    if paragraph.isEmpty { return }
    while paragraph.last == 0x0A || paragraph.last == 0x20 { paragraph.removeLast() }
    let text = MarkdownInline.text(of: paragraph[...], references: references)
    paragraph = []
    if isHeading { gap = output.isEmpty ? 0 : 2 }
    append(text)
    gap = 2
    if isTitle, firstHeading.isEmpty { firstHeading = String(decoding: text, as: UTF8.self) }
  }

  private mutating func append(_ text: [UInt8]) {
    // Images and the like leave the spaces behind that stood around them.
    var text = text[...]
    while let last = text.last, last == 0x20 || last == 0x0A { text.removeLast() }
    text = text.drop { $0 == 0x20 || $0 == 0x0A }
    if text.isEmpty { return }
    if !output.isEmpty { output += [UInt8](repeating: 0x0A, count: max(gap, 1)) }
    output += text
  }
}
