package import ClaimModel
internal import DelimitedText

/// The words of one language by which claims are compared.
///
/// They tell one event from another, a place from the way it is pointed at, and one speaker from
/// many. All are lower case.
package struct ComparisonWords: Sendable {
  /// Words that tell a sentence's event from another one of its text: 'elsewhere'.
  package private(set) var apart: [String] = []
  /// Words of what people do to people, such as 'bombing', in small letters as ``disasters``.
  package private(set) var violence: [String] = []
  /// Words of what nature does to people: 'floods'.
  package private(set) var disasters: [String] = []
  /// Words of losses, which need not be deaths.
  package private(set) var losses: [String] = []
  /// Words that only deaths have.
  package private(set) var deaths: [String] = []
  /// Words by which a running count says where it starts: 'since'.
  package private(set) var starts: [String] = []
  /// Words before a name that are no part of it.
  package private(set) var articles: Set<String> = []
  /// Sides of a place that are not the place itself: 'south'.
  package private(set) var directions: Set<String> = []
  /// Words that end the head of a speaker's name: 'spokesmen for the brigade'.
  package private(set) var prepositions: Set<String> = []
  /// Nouns for several speakers: 'officials'.
  package private(set) var plurals: Set<String> = []
  /// Last words of proper names that are plural in form: 'United Nations'.
  package private(set) var pluralNames: Set<String> = []
  /// Words that point at a place: 'near'.
  package private(set) var placeOpeners: Set<String> = []
  /// What kind of place a name is: 'city', 'province'.
  package private(set) var placeHeads: Set<String> = []

  /// No words.
  package init() {}

  /// Reads a language's tables.
  ///
  /// - Parameters:
  ///   - language: a BCP 47 tag that names a folder of `lexicons/`.
  ///   - files: the embedded data, or a folder laid over it.
  /// - Throws: an ``InputFault`` that names the table, the row and what was expected.
  package init(language: String = "en", from files: DataFiles) throws(InputFault) {
    let table = try files.table(at: "lexicons/\(language)/comparison.csv")
    for row in table.rows {
      let term = row["term"]
      switch row["use"] {
      case "apart": apart.append(term)
      case "violence": violence.append(term)
      case "disaster": disasters.append(term)
      case "loss": losses.append(term)
      case "death": deaths.append(term)
      case "start": starts.append(term)
      case "article": articles.insert(term)
      case "direction": directions.insert(term)
      case "preposition": prepositions.insert(term)
      case "plural": plurals.insert(term)
      case "plural name": pluralNames.insert(term)
      default:
        throw InputFault(
          subject: table.name, location: "line \(row.line), column 'use'",
          problem: "'\(row["use"])' is no use of a word",
          advice: "write apart, violence, disaster, loss, death, start, article, direction, "
            + "preposition, plural or plural name")
      }
    }
    for row in try files.table(at: "lexicons/\(language)/speakers.csv").rows {
      let plural = Inflection.plural(row["term"])
      plurals.insert(plural.split(separator: " ").last.map(String.init) ?? plural)
    }
    for row in try files.table(at: "lexicons/\(language)/places.csv").rows {
      if row["kind"] == "opener" { placeOpeners.insert(row["term"]) }
      if row["kind"] == "head" { placeHeads.insert(row["term"]) }
    }
  }
}
