/// The fields of a WARC record or an HTTP message, by name in lower case.
struct HeaderFields {
  private var values: [String: String] = [:]
  private var last = ""

  /// Takes a line: a field, or the continuation of the one before.
  mutating func add(_ line: String) {
    if let first = line.utf8.first, first == 0x20 || first == 0x09 {
      values[last, default: ""] += " " + line.trimmingSpaces
      return
    }
    guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { return }
    last = line[..<colon].lowercased()
    let value = String(line[line.utf8.index(after: colon)...]).trimmingSpaces
    if values[last] == nil { values[last] = value }
  }

  /// The first value of a field; nil where there is none.
  subscript(name: String) -> String? { values[name] }

  /// A parameter of a field's value: the `charset` of `text/html; charset=utf-8`.
  static func parameter(_ name: String, of value: String?) -> String? {
    guard let value else { return nil }
    for part in value.split(separator: ";").dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1).map { String($0).trimmingSpaces }
      guard pair.count == 2, pair[0].lowercased() == name else { continue }
      let bare = pair[1].filter { $0 != "\"" && $0 != "'" }
      return bare.isEmpty ? nil : bare
    }
    return nil
  }
}
