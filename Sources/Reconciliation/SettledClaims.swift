internal import ClaimModel
internal import RowSorting

/// Claims under the keys of their questions, as they are settled one by one.
struct SettledClaims {
  /// The claims of one question.
  struct Question {
    var key: QuestionKey
    var records: [ClaimRecord]
  }

  /// The claims that others are parts of.
  let wholes: Set<UInt64>
  /// The parties that are counted in more than one conflict.
  private(set) var partiesOfSeveralWars: Set<String> = []

  private let store: SpillStore?
  private var rows: RowSorter
  private var wholeKeys: RowSorter
  private var conflictOfParty: [String: String] = [:]
  private var row = RowWriter()
  private var key: QuestionKey?
  private var keyRow = RowWriter()

  /// No claims yet.
  init(wholes: Set<UInt64>, _ store: SpillStore?) {
    self.wholes = wholes
    self.store = store
    rows = RowSorter(store)
    wholeKeys = RowSorter(store)
  }

  /// Puts a claim under a question.
  mutating func add(_ record: ClaimRecord, under key: QuestionKey) throws {
    if self.key != key { begin(key) }
    row.begin()
    row.write(raw: keyRow.bytes)
    record.write(to: &row)
    try rows.add(row)
    guard wholes.contains(record.id) else { return }
    row.begin()
    row.write(record.id)
    row.write(key.number)
    row.write(raw: keyRow.bytes)
    try wholeKeys.add(row)
  }

  /// The questions of the wholes that were put under one since this was last asked: rows of the
  /// claim's id, the question's number and its key.
  ///
  /// One id may stand in two tables; the question whose number comes first is the first of its rows.
  mutating func takeWholes() -> RowSorter {
    defer { wholeKeys = RowSorter(store) }
    return wholeKeys
  }

  /// Gives all claims, question by question.
  mutating func take() throws -> Groups {
    let taken = rows
    rows = RowSorter(nil)
    return Groups(try taken.sorted())
  }

  private mutating func begin(_ key: QuestionKey) {
    self.key = key
    keyRow.begin()
    key.write(to: &keyRow)
    guard !key.conflict.isEmpty else { return }
    if let known = conflictOfParty[key.party], known != key.conflict {
      partiesOfSeveralWars.insert(key.party)
    }
    conflictOfParty[key.party] = key.conflict
  }

  /// Reads questions back, those together that findings may compare.
  struct Groups: ~Copyable {
    private var rows: SortedRows
    private var key: [UInt8] = []
    private var pending: Question?

    init(_ rows: consuming SortedRows) {
      self.rows = rows
    }

    /// The next questions that are looked at together, in order; nil where none is left.
    mutating func nextGroup() throws -> [Question]? {
      var group: [Question] = []
      if let pending { group.append(pending) }
      pending = nil
      while try rows.advance() {
        if !group.isEmpty, rows.row.starts(with: key) {
          var reader = RowReader(rows.row, at: key.count)
          group[group.count - 1].records.append(ClaimRecord(from: &reader))
          continue
        }
        var reader = RowReader(rows.row)
        let found = QuestionKey(from: &reader)
        key = Array(rows.row[..<reader.position])
        let question = Question(key: found, records: [ClaimRecord(from: &reader)])
        if let last = group.last?.key, !Self.areTogether(last, found) {
          pending = question
          return group
        }
        group.append(question)
      }
      return group.isEmpty ? nil : group
    }

    /// Whether questions are looked at together: those on a party in a conflict, at any time, and
    /// those on a party in an event of no known conflict.
    private static func areTogether(_ a: QuestionKey, _ b: QuestionKey) -> Bool {
      a.party == b.party && a.conflict == b.conflict && (!a.conflict.isEmpty || a.event == b.event)
    }
  }
}
