/// Text made fit for a terminal: no control characters, one line, a known width.
enum PlainText {
  /// The text with control characters and direction overrides as spaces, so that no document can
  /// steer the terminal; runs of white space become one space.
  static func oneLine(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      if isControl(scalar) || scalar == " " {
        pendingSpace = !result.isEmpty
        continue
      }
      if pendingSpace { result.append(" ") }
      pendingSpace = false
      result.append(scalar)
    }
    return String(result)
  }

  /// How many columns of a terminal the text takes.
  static func width(_ text: String) -> Int {
    var total = 0
    for scalar in text.unicodeScalars { total += width(scalar) }
    return total
  }

  /// The text cut to a number of columns, with an ellipsis where something was cut.
  static func cut(_ text: String, to columns: Int) -> String {
    guard width(text) > columns else { return text }
    guard columns > 0 else { return "" }
    var result = String.UnicodeScalarView()
    var used = 0
    for scalar in text.unicodeScalars {
      let next = width(scalar)
      if used + next > columns - 1 { break }
      result.append(scalar)
      used += next
    }
    return String(result) + "…"
  }

  /// The text broken at spaces into lines of at most so many columns; longer words are broken.
  static func wrap(_ text: String, to columns: Int) -> [String] {
    let limit = max(4, columns)
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
      for piece in pieces(of: String(word), limit) {
        let size = width(piece)
        if used > 0, used + 1 + size > limit {
          lines.append(line)
          line = ""
          used = 0
        }
        if used > 0 {
          line += " "
          used += 1
        }
        line += piece
        used += size
      }
    }
    if used > 0 || lines.isEmpty { lines.append(line) }
    return lines
  }

  private static func pieces(of word: String, _ limit: Int) -> [String] {
    guard width(word) > limit else { return [word] }
    var pieces: [String] = []
    var piece = String.UnicodeScalarView()
    var used = 0
    for scalar in word.unicodeScalars {
      let next = width(scalar)
      if used + next > limit {
        pieces.append(String(piece))
        piece = String.UnicodeScalarView()
        used = 0
      }
      piece.append(scalar)
      used += next
    }
    if !piece.isEmpty { pieces.append(String(piece)) }
    return pieces
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// Columns of one code point: none for marks that combine, two for East Asian wide ones and emoji.
  private static func width(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
