/// One line of Markdown, from which the marks of its block are taken one after the other.
struct MarkdownLine {
  /// The width of the white space in front.
  private(set) var indent = 0
  /// The line behind that.
  private(set) var content: ArraySlice<UInt8>

  init(_ line: ArraySlice<UInt8>) {
    content = line
    stripIndent()
  }

  private mutating func stripIndent() {
    while let byte = content.first, byte == 0x20 || byte == 0x09 {
      indent += byte == 0x09 ? 4 - indent % 4 : 1
      content.removeFirst()
    }
  }

  /// Whether nothing is left.
  var isBlank: Bool { content.allSatisfy { $0 == 0x20 || $0 == 0x09 } }

  private var trimmed: ArraySlice<UInt8> {
    var trimmed = content
    while trimmed.last == 0x20 || trimmed.last == 0x09 { trimmed.removeLast() }
    return trimmed
  }

  // MARK: - Marks

  /// The mark that opens or closes a block of code; nil where the line has none.
  var fence: (byte: UInt8, count: Int, isBare: Bool)? {
    guard indent < 4, let byte = content.first,
      byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~")
    else { return nil }
    let count = content.prefix { $0 == byte }.count
    let rest = trimmed.dropFirst(count)
    if count < 3 || (byte == UInt8(ascii: "`") && rest.contains(byte)) { return nil }
    return (byte, count, rest.isEmpty)
  }

  /// Takes the marks of quotes off.
  mutating func stripQuotes() -> Bool {
    var found = false
    while indent < 4, content.first == UInt8(ascii: ">") {
      content.removeFirst()
      indent = 0
      stripIndent()
      found = true
    }
    return found
  }

  /// Takes the marks of a heading off and gives its rank; nil where the line is none.
  mutating func stripHeading() -> Int? {
    let rank = content.prefix { $0 == UInt8(ascii: "#") }.count
    guard indent < 4, (1...6).contains(rank) else { return nil }
    let rest = content.dropFirst(rank)
    guard rest.first == 0x20 || rest.first == 0x09 || rest.isEmpty else { return nil }
    content = rest
    stripIndent()
    content = trimmed
    let closing = content.reversed().prefix { $0 == UInt8(ascii: "#") }.count
    let before = content.dropLast(closing)
    if closing > 0, before.isEmpty || before.last == 0x20 || before.last == 0x09 {
      content = before
      content = trimmed
    }
    return rank
  }

  /// Whether the line underlines a heading.
  var isSetextUnderline: Bool {
    let line = trimmed
    guard indent < 4, let byte = line.first, byte == UInt8(ascii: "=") || byte == UInt8(ascii: "-")
    else { return false }
    return line.allSatisfy { $0 == byte }
  }

  /// Whether the line is a rule across the page.
  var isRule: Bool {
    let marks = content.filter { $0 != 0x20 && $0 != 0x09 }
    guard indent < 4, marks.count >= 3, let byte = marks.first else { return false }
    let isMark = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_")
    return isMark && marks.allSatisfy { $0 == byte }
  }

  /// Takes a list item's mark off, and the box of a task.
  ///
  /// - Parameter continuing: Whether a paragraph is open, which only a bullet or the number 1 ends:
  ///   a line may well begin with `2024.`
  /// - Returns: Whether there was one.
  mutating func stripListMarker(continuing: Bool) -> Bool {
    guard let byte = content.first else { return false }
    var length = 0
    if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "+") {
      length = 1
    } else {
      let digits = content.prefix { (0x30...0x39).contains($0) }
      let mark = content.dropFirst(digits.count).first
      guard (1...3).contains(digits.count),
        mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"),
        !continuing || digits.elementsEqual([0x31]) || indent > 0
      else { return false }
      length = digits.count + 1
    }
    let rest = content.dropFirst(length)
    guard let space = rest.first, space == 0x20 || space == 0x09 else { return false }
    content = rest
    stripIndent()
    for box in ["[ ] ", "[x] ", "[X] "] where content.starts(with: Array(box.utf8)) {
      content = content.dropFirst(box.utf8.count)
    }
    return true
  }

  /// Takes the label of a footnote's text off.
  mutating func stripFootnoteLabel() -> Bool {
    guard content.starts(with: [UInt8(ascii: "["), UInt8(ascii: "^")]),
      let close = content.firstIndex(of: UInt8(ascii: "]")),
      content[close...].dropFirst().first == UInt8(ascii: ":")
    else { return false }
    content = content[close...].dropFirst(2)
    stripIndent()
    return true
  }

  /// The label of a link's definition, in lower case; nil where the line is none.
  var referenceLabel: [UInt8]? {
    guard indent < 4, content.first == UInt8(ascii: "["),
      content.dropFirst().first != UInt8(ascii: "^"),
      let close = content.firstIndex(of: UInt8(ascii: "]")),
      content[close...].dropFirst().first == UInt8(ascii: ":")
    else { return nil }
    let target = content[close...].dropFirst(2).drop { $0 == 0x20 || $0 == 0x09 }
    guard !target.isEmpty else { return nil }
    return Self.label(content[content.startIndex..<close].dropFirst())
  }

  /// A label as labels are compared: in lower case, spaces run together.
  static func label(_ text: some Sequence<UInt8>) -> [UInt8] {
    var label: [UInt8] = []
    for byte in text {
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        if let last = label.last, last != 0x20 { label.append(0x20) }
      } else {
        label.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      }
    }
    if label.last == 0x20 { label.removeLast() }
    return label
  }

  // MARK: - Tables

  /// Whether the line is the one below a table's head: `| --- | :---: |`.
  var isTableDelimiter: Bool {
    let cells = cells
    return content.contains(UInt8(ascii: "-"))
      && (cells.count > 1 || content.contains(UInt8(ascii: "|")))
      && cells.allSatisfy { cell in
        let dashes = cell.filter { $0 != UInt8(ascii: ":") }
        return !dashes.isEmpty && dashes.allSatisfy { $0 == UInt8(ascii: "-") }
      }
  }

  /// The cells of a table's row, without the space around them.
  var cells: [ArraySlice<UInt8>] {
    var row = trimmed
    if row.first == UInt8(ascii: "|") { row.removeFirst() }
    var cells: [ArraySlice<UInt8>] = []
    var start = row.startIndex
    var isEscaped = false
    for index in row.indices {
      if row[index] == UInt8(ascii: "|"), !isEscaped {
        cells.append(row[start..<index])
        start = index + 1
      }
      isEscaped = row[index] == UInt8(ascii: "\\") && !isEscaped
    }
    if start < row.endIndex { cells.append(row[start..<row.endIndex]) }
    return cells.map { MarkdownLine($0).trimmed }
  }
}
