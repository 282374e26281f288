/// Text made fit for LaTeX: no document's words can become a command.
enum LaTeXEscape {
  /// The text for a paragraph or a table cell.
  ///
  /// What pdflatex's fonts cannot show is written `\tollchar{Ж}{0416}`, which XeLaTeX and LuaLaTeX
  /// show as it is and pdflatex as its code point.
  static func text(_ text: String) -> String {
    var result = ""
    for scalar in PlainText.oneLine(text).unicodeScalars {
      switch scalar {
      case "\\": result += "\\textbackslash{}"
      case "{", "}", "%", "$", "#", "&", "_":
        result += "\\"
        result.unicodeScalars.append(scalar)
      case "~": result += "\\textasciitilde{}"
      case "^": result += "\\textasciicircum{}"
      case "<": result += "\\textless{}"
      case ">": result += "\\textgreater{}"
      case "|": result += "\\textbar{}"
      case "\"": result += "\\textquotedbl{}"
      case "'": result += "'{}"
      case "`": result += "`{}"
      // Ligatures of hyphens and marks that open Spanish questions stay what they are.
      case "-": result += "-{}"
      case "?", "!":
        result.unicodeScalars.append(scalar)
        result += "{}"
      case "[", "]":
        // In braces, so that none can end or begin an optional argument.
        result += "{"
        result.unicodeScalars.append(scalar)
        result += "}"
      default: result += other(scalar)
      }
    }
    return result
  }

  /// Words of ours: typographic marks as LaTeX writes them, apostrophes and hyphens as they are.
  static func words(_ words: String) -> String {
    var result = ""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "'", "-", "?", "!", "`", "{", "}": result.unicodeScalars.append(scalar)
      case " ": result += " "
      default: result += text(String(scalar))
      }
    }
    return result
  }

  /// An address for `\href`; nil where it leads elsewhere than to the web.
  static func address(_ url: String) -> String? {
    guard let address = MarkupEscape.strictAddress(url) else { return nil }
    var result = ""
    for character in address {
      result += "%#&_".contains(character) ? "\\\(character)" : String(character)
    }
    return result
  }

  private static func other(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "–": return "--"
    case "—": return "---"
    case "“": return "\\textquotedblleft{}"
    case "”": return "\\textquotedblright{}"
    case "‘": return "\\textquoteleft{}"
    case "’": return "\\textquoteright{}"
    case "…": return "\\dots{}"
    case "·": return "\\textperiodcentered{}"
    case "≥": return "\\ensuremath{\\geq}"
    case "≤": return "\\ensuremath{\\leq}"
    case "×": return "\\ensuremath{\\times}"
    case "≠": return "\\ensuremath{\\neq}"
    case "−": return "\\ensuremath{-}"
    case "‹": return "\\textless{}"
    case "\u{A0}", "\u{202F}", "\u{2009}": return "~"
    default: break
    }
    // Latin letters with their usual accents are in T1.
    if scalar.value < 0x7F || isInT1(scalar) { return String(scalar) }
    let code = String(scalar.value, radix: 16, uppercase: true)
    let padding = String(repeating: "0", count: max(0, 4 - code.utf8.count))
    return "\\tollchar{\(scalar)}{\(padding)\(code)}"
  }

  private static func isInT1(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0xFF: true
    case 0x102...0x107, 0x10C...0x111, 0x118...0x11B, 0x11E, 0x11F, 0x130, 0x131, 0x139, 0x13A,
      0x13D, 0x13E, 0x141...0x144, 0x147, 0x148, 0x150...0x155, 0x158...0x15B, 0x15E...0x165,
      0x16E...0x171, 0x178...0x17E:
      true
    default: false
    }
  }
}
