package import DelimitedText

/// The columns of a table, as its readers, its writers and other programs must agree on them.
package struct TableSchema: Hashable, Sendable {
  /// The table's name: that of its file without `.csv`.
  package var name: String
  /// What a row is, in one sentence.
  package var description: String
  /// The columns in their order.
  package var columns: [TableColumn]
  /// The names of the columns that tell rows apart; empty where none do.
  package var primaryKey: [String]

  package init(
    name: String, description: String, columns: [TableColumn], primaryKey: [String] = []
  ) {
    self.name = name
    self.description = description
    self.columns = columns
    self.primaryKey = primaryKey
  }

  /// The header row.
  package var header: [String] { columns.map(\.name) }

  /// The HXL row that may stand under the header (https://hxlstandard.org, version 1.1).
  package var hxlTags: [String] { columns.map(\.hxl) }

  /// The table as a Frictionless Table Schema (https://specs.frictionlessdata.io/table-schema).
  package var frictionless: JSONValue {
    var members = [JSONMember("fields", .array(columns.map(\.frictionless)))]
    members.append(JSONMember("missingValues", [""]))
    if !primaryKey.isEmpty { members.append(JSONMember("primaryKey", .strings(primaryKey))) }
    return .object(members)
  }
}

/// One column of a table.
package struct TableColumn: Hashable, Sendable {
  /// What a column's values are.
  package enum Kind: Hashable, Sendable {
    case string
    case uri
    case integer
    case number
    case boolean
    /// A day, month or year: `2025-02-16`, `2025-02` or `2025`.
    case partialDate
    /// One of a few words.
    case choice([String])
    /// Sixteen hexadecimal digits.
    case identifier
  }

  /// The name in the header.
  package var name: String
  /// What the values are.
  package var kind: Kind
  /// What the values mean, in a phrase.
  package var description: String
  /// Whether every row has a value.
  package var isRequired: Bool
  /// The least value of a number.
  package var minimum: Int?
  /// The greatest value of a number.
  package var maximum: Int?
  /// The HXL hashtag with its attributes; empty where none fits.
  package var hxl: String

  package init(
    _ name: String, _ kind: Kind, _ description: String, isRequired: Bool = false,
    minimum: Int? = nil, maximum: Int? = nil, hxl: String = ""
  ) {
    self.name = name
    self.kind = kind
    self.description = description
    self.isRequired = isRequired
    self.minimum = minimum
    self.maximum = maximum
    self.hxl = hxl
  }

  /// The column as a Frictionless field.
  package var frictionless: JSONValue {
    var members = [JSONMember("name", .string(name)), JSONMember("type", .string(type))]
    if kind == .uri { members.append(JSONMember("format", "uri")) }
    members.append(JSONMember("description", .string(description)))
    if !hxl.isEmpty { members.append(JSONMember("hxl", .string(hxl))) }
    let constraints = self.constraints
    if !constraints.isEmpty { members.append(JSONMember("constraints", .object(constraints))) }
    return .object(members)
  }

  private var type: String {
    switch kind {
    case .string, .uri, .partialDate, .choice, .identifier: "string"
    case .integer: "integer"
    case .number: "number"
    case .boolean: "boolean"
    }
  }

  private var constraints: [JSONMember] {
    var members: [JSONMember] = []
    if isRequired { members.append(JSONMember("required", true)) }
    switch kind {
    case .choice(let allowed): members.append(JSONMember("enum", .strings(allowed)))
    case .identifier: members.append(JSONMember("pattern", "[0-9a-f]{16}"))
    case .partialDate:
      members.append(JSONMember("pattern", "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"))
    case .string, .uri, .integer, .number, .boolean: break
    }
    if let minimum { members.append(JSONMember("minimum", .integer(minimum))) }
    if let maximum { members.append(JSONMember("maximum", .integer(maximum))) }
    return members
  }
}

extension CaseIterable where Self: RawRepresentable, RawValue == String {
  /// The words that a column of this type allows, in order.
  package static var words: [String] { allCases.map(\.rawValue) }
}
