internal import ClaimModel
internal import DelimitedText

/// Offices that any country may have, so that no register has to list every country's ministry.
///
/// A row of `offices.csv` gives an office, its other names and the type of source it makes:
/// `health ministry, ministry of health|health department, health`. A row without a type is a role
/// that speaks for its body: 'spokesman', 'chief of'.
struct OfficeTable: Sendable {
  /// One office.
  struct Office: Sendable {
    /// Its canonical name, which composed source names end in.
    var name: String
    /// The type of source it makes; nil for a role that takes the type of its body.
    var type: SourceType?

    /// Whether it is what a body puts out, and nobody who speaks: 'estimate', 'report'.
    var isStatement: Bool { type == nil && name == "statement" }
  }

  /// Every office, in the order of the file.
  let offices: [Office]
  private let byWords: [String: Int]
  /// The first words of all spellings.
  private let firstWords: Set<String>
  /// The number of words of the longest name.
  private let longest: Int

  /// Reads `office, aliases, type`.
  init(_ table: CSVTable) throws(InputFault) {
    let rows = try RegisterTable(table, required: ["office"], optional: ["aliases", "type"])
    var offices: [Office] = []
    var byWords: [String: Int] = [:]
    for row in rows.rows {
      let name = try rows.text("office", of: row)
      let type =
        row["type"].isEmpty ? nil : try rows.choice("type", of: row, as: SourceType.self)
      for spelling in [name] + (try rows.list("aliases", of: row)) {
        let key = NameIndex.folded(spelling)
        // 'MoD' and 'MOD' are one spelling where case does not count.
        if let holder = byWords[key], holder < offices.count {
          throw rows.fault(
            spelling == name ? "office" : "aliases", of: row,
            "'\(spelling)' is already a name of '\(offices[holder].name)'",
            "give a name to one office only")
        }
        byWords[key] = offices.count
      }
      offices.append(Office(name: name, type: type))
    }
    self.offices = offices
    self.byWords = byWords
    firstWords = Set(byWords.keys.map(NameIndex.firstWord))
    longest = byWords.keys.map { $0.split(separator: " ").count }.max() ?? 0
  }

  /// The longest office that some words start with, and how many words it takes.
  func prefix(of words: ArraySlice<String>) -> (office: Int, count: Int)? {
    guard let first = words.first.map(NameIndex.folded),
      firstWords.contains(first) || firstWords.contains(NameIndex.withoutPossessive(first))
    else { return nil }
    var count = min(longest, words.count)
    while count > 0 {
      let key = NameIndex.folded(words.prefix(count).joined(separator: " "))
      if let office = byWords[key] ?? byWords[NameIndex.withoutPossessive(key)] {
        return (office, count)
      }
      count -= 1
    }
    return nil
  }
}
