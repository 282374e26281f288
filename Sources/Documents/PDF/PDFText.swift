/// Makes running text of a PDF's lines.
///
/// A PDF knows lines, not paragraphs. Lines are joined to paragraphs where they are nearly as wide
/// as the page's text or the next one goes on in lower case; a word that a hyphen splits over two
/// lines becomes whole; page numbers go, and so do lines that stand at the top or bottom of page
/// after page.
enum PDFText {
  /// The running text of what `pdftotext` gives.
  static func reflowed(_ text: String) -> String {
    let pages = text.utf8.split(separator: 0x0C).map { page in
      page.split(separator: 0x0A, omittingEmptySubsequences: false).map { trimmed(Array($0)) }
    }
    let repeated = repeatedLines(of: pages)
    var output: [UInt8] = []
    var width = 0
    for page in pages {
      let lines = withoutMargins(page, repeated: repeated)
      width = max(typicalWidth(of: lines), width / 2)
      for (index, line) in lines.enumerated() {
        if line.isEmpty {
          if !output.isEmpty, !output.suffix(2).elementsEqual([0x0A, 0x0A]) { output.append(0x0A) }
          continue
        }
        output += line
        let next = index + 1 < lines.count ? lines[index + 1] : []
        end(line, next: next, width: width, output: &output)
      }
    }
    while output.last == 0x0A || output.last == 0x20 { output.removeLast() }
    return String(decoding: output, as: UTF8.self)
  }

  /// Ends a line: with nothing, a space or a line break, as the next one asks.
  private static func end(_ line: [UInt8], next: [UInt8], width: Int, output: inout [UInt8]) {
    guard let first = next.first else {
      output.append(0x0A)
      return
    }
    let goesOn = (0x61...0x7A).contains(first)
    let beforeHyphen = line.dropLast().last ?? 0
    if line.last == UInt8(ascii: "-"), goesOn, (0x61...0x7A).contains(beforeHyphen) {
      output.removeLast()
    } else if goesOn || line.count * 10 >= width * 7 {
      output.append(0x20)
    } else {
      output.append(0x0A)
    }
  }

  /// The width that a quarter of the lines reach.
  private static func typicalWidth(of lines: [[UInt8]]) -> Int {
    let widths = lines.map(\.count).filter { $0 > 0 }.sorted()
    return widths.isEmpty ? 0 : widths[widths.count * 3 / 4]
  }

  private static func trimmed(_ line: [UInt8]) -> [UInt8] {
    var line = line[...]
    while line.last == 0x20 || line.last == 0x09 || line.last == 0x0D { line.removeLast() }
    return Array(line.drop { $0 == 0x20 || $0 == 0x09 })
  }

  // MARK: - Margins

  /// The lines that open or close three pages or more, and half of them: running heads and feet.
  private static func repeatedLines(of pages: [[[UInt8]]]) -> Set<[UInt8]> {
    var counts: [[UInt8]: Int] = [:]
    for page in pages {
      let lines = page.filter { !$0.isEmpty }
      for line in Set([lines.first, lines.last].compactMap { $0 }) {
        counts[withoutDigits(line), default: 0] += 1
      }
    }
    let wanted = max(3, pages.count / 2)
    return Set(counts.filter { $0.value >= wanted }.keys)
  }

  private static func withoutMargins(_ page: [[UInt8]], repeated: Set<[UInt8]>) -> [[UInt8]] {
    var lines = page[...]
    while let line = lines.first, line.isEmpty || isMargin(line, repeated: repeated) {
      lines.removeFirst()
    }
    while let line = lines.last, line.isEmpty || isMargin(line, repeated: repeated) {
      lines.removeLast()
    }
    return Array(lines)
  }

  /// Whether a first or last line is a page number or a running head.
  private static func isMargin(_ line: [UInt8], repeated: Set<[UInt8]>) -> Bool {
    let digits = line.count { (0x30...0x39).contains($0) }
    let letters = line.contains { (0x61...0x7A).contains($0 | 0x20) || $0 >= 0x80 }
    let isNumber = digits > 0 && digits <= 4 && !letters && line.count <= 8
    return isNumber || repeated.contains(withoutDigits(line))
  }

  private static func withoutDigits(_ line: [UInt8]) -> [UInt8] {
    line.filter { !(0x30...0x39).contains($0) }
  }
}
