package import DelimitedText

/// Tables that belong together, described for other programs in `datapackage.json`.
///
/// The form is Frictionless Data Package (https://specs.frictionlessdata.io/data-package).
package struct DataPackage: Hashable, Sendable {
  /// One table of the package.
  package struct Resource: Hashable, Sendable {
    /// The file's path beside `datapackage.json`.
    package var path: String
    /// What it holds.
    package var schema: TableSchema
    /// Columns behind the schema's own, of which only the names are known.
    package var extraColumns: [String]

    package init(path: String, schema: TableSchema, extraColumns: [String] = []) {
      self.path = path
      self.schema = schema
      self.extraColumns = extraColumns
    }
  }

  /// The package's name: lower-case letters, digits, `-`, `_` and `.`.
  package var name: String
  /// What the package is, in a sentence.
  package var title: String
  /// The tables.
  package var resources: [Resource]
  /// Whether the tables carry the HXL row under their header.
  package var hasHXLRow: Bool

  package init(name: String, title: String, resources: [Resource], hasHXLRow: Bool = false) {
    self.name = name
    self.title = title
    self.resources = resources
    self.hasHXLRow = hasHXLRow
  }

  /// The text of `datapackage.json`.
  package var json: JSONValue {
    [
      "profile": "tabular-data-package",
      "name": .string(name),
      "title": .string(title),
      "resources": .array(resources.map(describe)),
    ]
  }

  private func describe(_ resource: Resource) -> JSONValue {
    var schema = resource.schema
    schema.columns += resource.extraColumns.map {
      TableColumn($0, .string, "carried through from the input")
    }
    var members: [JSONMember] = [
      JSONMember("profile", "tabular-data-resource"),
      JSONMember("name", .string(schema.name)),
      JSONMember("description", .string(schema.description)),
      JSONMember("path", .string(resource.path)),
      JSONMember("format", "csv"),
      JSONMember("mediatype", "text/csv"),
      JSONMember("encoding", "utf-8"),
    ]
    // Every first column has a hashtag, and no value of one begins with '#'.
    if hasHXLRow { members.append(JSONMember("dialect", ["commentChar": "#"])) }
    members.append(JSONMember("schema", schema.frictionless))
    return .object(members)
  }
}
