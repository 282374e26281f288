/// Strings that many records share, each kept once and named by a number.
struct StringPool {
  private var numbers: [String: Int32] = ["": 0]
  private(set) var strings: [String] = [""]

  /// The number of a string; the empty string's is 0.
  mutating func number(of string: String) -> Int32 {
    if let number = numbers[string] { return number }
    let number = Int32(strings.count)
    numbers[string] = number
    strings.append(string)
    return number
  }

  /// The number of a string that is already there.
  func existingNumber(of string: String) -> Int32? { numbers[string] }

  /// The string of a number.
  subscript(number: Int32) -> String { strings[Int(number)] }

  /// Takes in another pool; gives where each of its numbers went.
  mutating func merge(_ other: StringPool) -> [Int32] {
    other.strings.map { number(of: $0) }
  }
}
