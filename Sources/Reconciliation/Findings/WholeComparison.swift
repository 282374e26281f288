internal import ClaimModel
internal import RowSorting

/// Brings stated parts together with the claims that they are parts of, wherever those stand.
struct WholeComparison {
  /// A claim and the question that it answers.
  struct Member {
    var claim: ClaimRecord
    var key: QuestionKey
  }

  private let wanted: Set<UInt64>
  private var rows: RowSorter
  private var row = RowWriter()
  private var sequence = 0

  /// A comparison of nothing yet.
  ///
  /// - Parameters:
  ///   - wanted: The claims that others are parts of.
  ///   - store: Where rows go that memory has no room for.
  init(wanted: Set<UInt64>, _ store: SpillStore?) {
    self.wanted = wanted
    rows = RowSorter(store)
  }

  /// Takes in a question's parts, and the statements of it that others are parts of.
  mutating func add(_ question: Question) throws {
    guard !wanted.isEmpty else { return }
    for (claim, whole) in question.parts {
      try add(claim, under: whole, isPart: true, question.key)
    }
    for history in question.histories {
      for statement in history.statements {
        if wanted.contains(statement.claim.id) {
          try add(statement.claim, under: statement.claim.id, isPart: false, question.key)
        }
        for id in statement.echoes where wanted.contains(id) {
          try add(statement.claim, under: id, isPart: false, question.key)
        }
      }
    }
  }

  /// Calls with every whole that is there and all its parts, in the order of their questions.
  consuming func forEachWhole(
    _ body: (_ parts: [Member], _ whole: Member) throws -> Void
  ) throws {
    var sorted = try rows.sorted()
    var id: UInt64?
    var whole: Member?
    var parts: [Member] = []
    while try sorted.advance() {
      var reader = RowReader(sorted.row)
      let next = reader.unsigned()
      if next != id {
        if let whole, !parts.isEmpty { try body(parts, whole) }
        whole = nil
        parts = []
      }
      id = next
      let isPart = reader.byte() == 1
      _ = reader.integer()
      let member = Member(
        claim: ClaimRecord(from: &reader), key: QuestionKey(from: &reader))
      // One id may stand under several questions; the last one counts.
      if isPart { parts.append(member) } else { whole = member }
    }
    if let whole, !parts.isEmpty { try body(parts, whole) }
  }

  private mutating func add(
    _ claim: ClaimRecord, under id: UInt64, isPart: Bool, _ key: QuestionKey
  ) throws {
    row.begin()
    row.write(id)
    row.write(isPart ? 1 : 0 as UInt8)
    row.write(sequence)
    sequence += 1
    claim.write(to: &row)
    key.write(to: &row)
    try rows.add(row)
  }
}
