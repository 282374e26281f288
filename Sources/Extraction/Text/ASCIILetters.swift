/// Letters of ASCII, which is all that the lexicons tell large from small.
extension String {
  /// The string with its ASCII capitals made small.
  var lowercasedASCII: String {
    String(decoding: utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// The number of its ASCII capitals.
  var capitalCount: Int { utf8.count { $0 &- 0x41 < 26 } }
}
