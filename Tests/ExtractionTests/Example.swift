import Extraction
import Foundation
import Lexicons

/// One line of an examples file: a text and the claims in it.
struct Example {
  let text: String
  let claims: [String]

  /// The examples of a file beside this one.
  static func all(in file: String) throws -> [Example] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Examples")
    let lines = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      .split(separator: "\n")
    return lines.filter { !$0.hasPrefix("#") }.compactMap { line in
      guard let arrow = line.range(of: " =>") else { return nil }
      let claims = line[arrow.upperBound...].split(separator: ";")
        .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
      let text = line[..<arrow.lowerBound].replacingOccurrences(of: "\\n", with: "\n")
      return Example(text: text, claims: claims)
    }
  }
}

extension Extractor {
  /// An extractor of English with the embedded data.
  static func forTests() throws -> Extractor {
    Extractor(
      lexicon: try Lexicon(from: .embedded), registers: try Registers.load(),
      convention: try Convention(named: Convention.defaultName, from: .embedded))
  }
}
