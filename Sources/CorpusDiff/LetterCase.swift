/// Names that are written in capitals here and in small letters there.
enum LetterCase {
  /// Whether two names are alike but for the case of their ASCII letters.
  static func isSame(_ a: String, _ b: String) -> Bool {
    a == b || a.utf8.lazy.map(small).elementsEqual(b.utf8.lazy.map(small))
  }

  /// A name in small letters.
  static func folded(_ name: String) -> String {
    name.utf8.contains { 65...90 ~= $0 }
      ? String(decoding: name.utf8.map(small), as: UTF8.self) : name
  }

  private static func small(_ byte: UInt8) -> UInt8 { 65...90 ~= byte ? byte | 32 : byte }
}
