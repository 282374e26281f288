/// Takes the markup out of a paragraph of Markdown.
///
/// Emphasis, links and code keep their words; images, tags, references to footnotes and text that
/// is struck through go. Every search looks a bounded stretch ahead, so that the time stays in
/// proportion to the text whatever it holds.
struct MarkdownInline {
  private let source: ArraySlice<UInt8>
  private let references: Set<[UInt8]>
  private var index: Int
  /// The text, with what turned out to be markup still in it.
  private var output: [UInt8] = []
  /// Whether a byte of the output goes.
  private var isRemoved: [Bool] = []
  private var brackets: [(position: Int, isImage: Bool)] = []
  private var openRuns: [UInt8: [Run]] = [:]
  /// Where bytes that were looked for stand next, so that no stretch is searched twice.
  private var nextPlaces: [UInt8: (from: Int, place: Int)] = [:]

  /// A run of marks of emphasis that may open one.
  private struct Run {
    var position: Int
    var count: Int
  }

  /// How far ahead the end of a construct is looked for.
  private static let reach = 2048

  private init(_ source: ArraySlice<UInt8>, references: Set<[UInt8]>) {
    self.source = source
    self.references = references
    index = source.startIndex
  }

  /// The text of a paragraph.
  ///
  /// - Parameters:
  ///   - source: The paragraph with its markup.
  ///   - references: The labels that links may refer to, as ``MarkdownLine/label(_:)`` gives them.
  /// - Returns: Its words in UTF-8.
  static func text(of source: ArraySlice<UInt8>, references: Set<[UInt8]>) -> [UInt8] {
    var inline = MarkdownInline(source, references: references)
    inline.run()
    return zip(inline.output, inline.isRemoved).lazy.filter { !$0.1 }.map { $0.0 }
  }

  private mutating func run() {
    while index < source.endIndex {
      let byte = source[index]
      switch byte {
      case UInt8(ascii: "\\"): escape()
      case UInt8(ascii: "`"): code()
      case UInt8(ascii: "!"):
        if at(1) == UInt8(ascii: "[") { openBracket(isImage: true) } else { emit() }
      case UInt8(ascii: "["): openBracket(isImage: false)
      case UInt8(ascii: "]"): closeBracket()
      case UInt8(ascii: "<"): tag()
      case UInt8(ascii: "&"): entity()
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): emphasis(byte)
      default: emit()
      }
    }
  }

  // MARK: - Bytes

  private func at(_ offset: Int) -> UInt8? {
    index + offset < source.endIndex && index + offset >= source.startIndex
      ? source[index + offset] : nil
  }

  private mutating func emit() {
    put(CollectionOfOne(source[index]))
    index += 1
  }

  private mutating func put(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      output.append(byte)
      isRemoved.append(false)
    }
  }

  private mutating func remove(_ range: Range<Int>) {
    for position in range { isRemoved[position] = true }
  }

  /// The offset of a byte within reach; nil where it does not come.
  private mutating func find(_ byte: UInt8, from start: Int) -> Int? {
    if start >= source.endIndex { return nil }
    if let known = nextPlaces[byte], known.from <= start, known.place >= start {
      return known.place < min(source.endIndex, start + Self.reach) ? known.place : nil
    }
    let place = source[start...].firstIndex(of: byte) ?? source.endIndex
    nextPlaces[byte] = (start, place)
    return place < min(source.endIndex, start + Self.reach) ? place : nil
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  // MARK: - Constructs

  private mutating func escape() {
    if let next = at(1), Self.isPunctuation(next) {
      put(CollectionOfOne(next))
      index += 2
    } else {
      emit()
    }
  }

  private mutating func code() {
    let count = source[index...].prefix { $0 == UInt8(ascii: "`") }.count
    var start = index + count
    let content = start
    while let found = find(UInt8(ascii: "`"), from: start), found - content < Self.reach {
      let length = source[found...].prefix { $0 == UInt8(ascii: "`") }.count
      if length == count {
        put(source[content..<found])
        index = found + count
        return
      }
      start = found + length
    }
    put(source[index..<content])
    index = content
  }

  private mutating func openBracket(isImage: Bool) {
    brackets.append((output.count, isImage))
    if isImage { emit() }
    emit()
  }

  private mutating func closeBracket() {
    guard let open = brackets.popLast() else { return emit() }
    let start = open.position + (open.isImage ? 2 : 1)
    let label = output[start...]
    if label.first == UInt8(ascii: "^"), !open.isImage {
      // A reference to a footnote.
      remove(open.position..<output.count)
      index += 1
      return
    }
    if let end = targetEnd(label: label) {
      remove(open.position..<(open.isImage ? output.count : start))
      index = end
    } else {
      emit()
    }
  }

  /// Where the target of a link ends, behind the closing bracket; nil where there is no link.
  private mutating func targetEnd(label: ArraySlice<UInt8>) -> Int? {
    switch at(1) {
    case UInt8(ascii: "("):
      var depth = 0
      let end = min(source.endIndex, index + Self.reach)
      for position in (index + 1)..<end {
        switch source[position] {
        case UInt8(ascii: "("): depth += 1
        case UInt8(ascii: ")"):
          depth -= 1
          if depth == 0 { return position + 1 }
        default: break
        }
      }
      return nil
    case UInt8(ascii: "["):
      guard let close = find(UInt8(ascii: "]"), from: index + 2) else { return nil }
      let name = source[(index + 2)..<close]
      let isKnown = references.contains(
        name.isEmpty ? MarkdownLine.label(label) : MarkdownLine.label(name))
      return isKnown ? close + 1 : nil
    default:
      return references.contains(MarkdownLine.label(label)) ? index + 1 : nil
    }
  }

  private mutating func tag() {
    guard let first = at(1) else { return emit() }
    let isLetter = (0x61...0x7A).contains(first | 0x20)
    guard isLetter || first == UInt8(ascii: "/") || first == UInt8(ascii: "!"),
      let close = find(UInt8(ascii: ">"), from: index + 1)
    else { return emit() }
    let inner = source[(index + 1)..<close]
    if inner.starts(with: Array("!--".utf8)) {
      var end = close
      while end - index < Self.reach, !source[index...end].suffix(3).elementsEqual("-->".utf8) {
        guard let next = find(UInt8(ascii: ">"), from: end + 1) else { break }
        end = next
      }
      index = end + 1
      return
    }
    // `<https://example.org>` and `<desk@example.org>` show what they link to.
    let isAddress = inner.contains(UInt8(ascii: ":")) || inner.contains(UInt8(ascii: "@"))
    if isAddress, !inner.contains(0x20), !inner.contains(UInt8(ascii: "=")) {
      put(inner)
    } else if inner.prefix(2).map({ $0 | 0x20 }).elementsEqual("br".utf8) {
      put(CollectionOfOne(0x0A))
    }
    index = close + 1
  }

  private mutating func entity() {
    let end = min(source.endIndex, index + 12)
    guard let semicolon = source[index..<end].firstIndex(of: UInt8(ascii: ";")),
      let text = Self.character(named: source[(index + 1)..<semicolon])
    else { return emit() }
    put(text.utf8)
    index = semicolon + 1
  }

  private static func character(named name: ArraySlice<UInt8>) -> String? {
    if name.first == UInt8(ascii: "#") {
      let digits = String(decoding: name.dropFirst(), as: UTF8.self)
      let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
      let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return value.flatMap { Unicode.Scalar($0) }.map { $0 == "\0" ? "\u{FFFD}" : String($0) }
    }
    return entities[String(decoding: name, as: UTF8.self)]
  }

  private static let entities: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ndash": "–",
    "mdash": "—", "hellip": "…", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
    "laquo": "«", "raquo": "»", "copy": "©", "eacute": "é", "egrave": "è", "uuml": "ü",
    "ouml": "ö", "auml": "ä", "thinsp": "\u{2009}", "frac12": "½", "euro": "€", "pound": "£",
  ]

  // MARK: - Emphasis

  private mutating func emphasis(_ byte: UInt8) {
    let count = source[index...].prefix { $0 == byte }.count
    let before = at(-1) ?? 0x20
    let after = at(count) ?? 0x20
    let isStrike = byte == UInt8(ascii: "~")
    let position = output.count
    put(source[index..<(index + count)])
    index += count
    if isStrike, count != 2 { return }
    let spaceBefore = before == 0x20 || (0x09...0x0D).contains(before)
    let spaceAfter = after == 0x20 || (0x09...0x0D).contains(after)
    let markBefore = Self.isPunctuation(before)
    let markAfter = Self.isPunctuation(after)
    let left = !spaceAfter && (!markAfter || spaceBefore || markBefore)
    let right = !spaceBefore && (!markBefore || spaceAfter || markAfter)
    let isUnderscore = byte == UInt8(ascii: "_")
    let canOpen = left && (!isUnderscore || !right || markBefore)
    let canClose = right && (!isUnderscore || !left || markAfter)
    var run = Run(position: position, count: count)
    if canClose { close(&run, byte, isStrike: isStrike) }
    if canOpen, run.count > 0 { openRuns[byte, default: []].append(run) }
  }

  /// Pairs a run with the openers in front of it, the nearest first.
  private mutating func close(_ run: inout Run, _ byte: UInt8, isStrike: Bool) {
    while run.count > 0, var opener = openRuns[byte]?.popLast() {
      let count = min(run.count, opener.count)
      let opened = opener.position + opener.count - count
      if isStrike {
        remove(opened..<(run.position + count))
      } else {
        remove(opened..<(opened + count))
        remove(run.position..<(run.position + count))
      }
      run.position += count
      run.count -= count
      opener.count -= count
      if opener.count > 0 { openRuns[byte]?.append(opener) }
    }
  }
}
