/// A stretch of a sentence that both versions have, or one of them.
package struct WordRun: Hashable, Sendable {
  /// Which versions have it.
  package enum Side: Hashable, Sendable {
    case both, old, new
  }

  /// Which versions have it.
  package var side: Side
  /// The text, verbatim; where both have it, as the new version spells its spaces.
  package var text: String

  package init(_ side: Side, _ text: String) {
    self.side = side
    self.text = text
  }
}

/// The difference of two sentences, word by word: Myers' greedy algorithm, bounded.
///
/// E. W. Myers, 'An O(ND) Difference Algorithm and Its Variations', Algorithmica 1 (1986).
package enum WordDiff {
  /// Above so many differing words, a sentence counts as rewritten: old whole, then new whole.
  static let greatestDistance = 256

  /// The runs that make up both sentences, in order.
  ///
  /// Joining the runs of the old side and of both gives the old sentence, those of the new side
  /// and of both the new one.
  package static func runs(from old: String, to new: String) -> [WordRun] {
    let a = words(of: old)
    let b = words(of: new)
    var prefix = 0
    while prefix < min(a.count, b.count), a[prefix] == b[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < min(a.count, b.count) - prefix,
      a[a.count - 1 - suffix] == b[b.count - 1 - suffix]
    {
      suffix += 1
    }
    let middleA = Array(a[prefix..<(a.count - suffix)])
    let middleB = Array(b[prefix..<(b.count - suffix)])
    var runs: [WordRun] = []
    for word in a[..<prefix] { append(.both, word, to: &runs) }
    for run in script(middleA, middleB) { append(run.side, run.text, to: &runs) }
    for word in a[(a.count - suffix)...] { append(.both, word, to: &runs) }
    return oldBeforeNew(runs)
  }

  /// Words, runs of spaces and single other characters, in order.
  static func words(of text: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var kind = 0
    let bytes = Array(text.utf8)
    for (position, byte) in bytes.enumerated() {
      let next: Int
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: next = 1
      case 48...57, 65...90, 97...122, 128...: next = 2
      // 46,000 and 1.2 are one word, as are 'president's' and 'twenty-three'.
      case 0x2C, 0x2E, 0x27,
        0x2D where kind == 2 && isWordByte(bytes, position + 1):
        next = 2
      default: next = 3
      }
      if next != kind || next == 3, !word.isEmpty {
        words.append(String(decoding: word, as: UTF8.self))
        word = []
      }
      word.append(byte)
      kind = next
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }

  private static func isWordByte(_ bytes: [UInt8], _ position: Int) -> Bool {
    guard position < bytes.count else { return false }
    return switch bytes[position] {
    case 48...57, 65...90, 97...122, 128...: true
    default: false
    }
  }

  /// The shortest script that turns one list of words into the other.
  private static func script(_ a: [String], _ b: [String]) -> [WordRun] {
    let rewritten = a.map { WordRun(.old, $0) } + b.map { WordRun(.new, $0) }
    guard !a.isEmpty, !b.isEmpty else { return rewritten }
    let limit = min(a.count + b.count, greatestDistance)
    let origin = limit + 1
    var furthest = Array(repeating: 0, count: 2 * limit + 3)
    var trace: [[Int]] = []
    for distance in 0...limit {
      trace.append(furthest)
      for diagonal in stride(from: -distance, through: distance, by: 2) {
        let isDown =
          diagonal == -distance
          || (diagonal != distance
            && furthest[origin + diagonal - 1] < furthest[origin + diagonal + 1])
        var x = isDown ? furthest[origin + diagonal + 1] : furthest[origin + diagonal - 1] + 1
        var y = x - diagonal
        while x < a.count, y < b.count, a[x] == b[y] {
          x += 1
          y += 1
        }
        furthest[origin + diagonal] = x
        if x >= a.count, y >= b.count { return path(a, b, trace, origin) }
      }
    }
    return rewritten
  }

  /// Walks the trace back from the end.
  private static func path(
    _ a: [String], _ b: [String], _ trace: [[Int]], _ origin: Int
  ) -> [WordRun] {
    var runs: [WordRun] = []
    var x = a.count
    var y = b.count
    for distance in stride(from: trace.count - 1, through: 0, by: -1) {
      let furthest = trace[distance]
      let diagonal = x - y
      let isDown =
        diagonal == -distance
        || (diagonal != distance
          && furthest[origin + diagonal - 1] < furthest[origin + diagonal + 1])
      let before = isDown ? diagonal + 1 : diagonal - 1
      let startX = distance == 0 ? 0 : furthest[origin + before]
      let startY = distance == 0 ? 0 : startX - before
      while x > startX, y > startY, x > 0, y > 0, a[x - 1] == b[y - 1] {
        runs.append(WordRun(.both, a[x - 1]))
        x -= 1
        y -= 1
      }
      guard distance > 0 else { break }
      if isDown {
        runs.append(WordRun(.new, b[y - 1]))
        y -= 1
      } else {
        runs.append(WordRun(.old, a[x - 1]))
        x -= 1
      }
    }
    return runs.reversed()
  }

  private static func append(_ side: WordRun.Side, _ text: String, to runs: inout [WordRun]) {
    if let last = runs.last, last.side == side {
      runs[runs.count - 1].text += text
    } else {
      runs.append(WordRun(side, text))
    }
  }

  /// Gathers what is changed between two shared words: all that went, then all that came.
  ///
  /// A lone space between two changes counts as changed too, so that rewritten phrases stay in one
  /// piece.
  private static func oldBeforeNew(_ runs: [WordRun]) -> [WordRun] {
    var gathered: [WordRun] = []
    var old = ""
    var new = ""
    func flush() {
      // Spaces that both sides end with are shared after all.
      var space = ""
      while let last = old.last, last == " ", new.last == last {
        old.removeLast()
        new.removeLast()
        space.append(last)
      }
      if !old.isEmpty { append(.old, old, to: &gathered) }
      if !new.isEmpty { append(.new, new, to: &gathered) }
      if !space.isEmpty { append(.both, space, to: &gathered) }
      old = ""
      new = ""
    }
    for (position, run) in runs.enumerated() {
      switch run.side {
      case .old: old += run.text
      case .new: new += run.text
      case .both:
        let isLoneSpace = run.text.utf8.allSatisfy { $0 == 0x20 }
        if isLoneSpace, !(old.isEmpty && new.isEmpty), position + 1 < runs.count {
          old += run.text
          new += run.text
        } else {
          flush()
          append(.both, run.text, to: &gathered)
        }
      }
    }
    flush()
    return gathered
  }
}
