import ClaimTables
import DelimitedText
import Testing

@Suite struct TableSchemaTests {
  @Test(arguments: TableSchema.inputs)
  func everyColumnIsDescribedAndNamedOnce(_ schema: TableSchema) {
    #expect(!schema.columns.isEmpty)
    #expect(Set(schema.header).count == schema.header.count)
    #expect(schema.columns.allSatisfy { !$0.description.isEmpty })
    #expect(schema.primaryKey.allSatisfy { schema.header.contains($0) })
    // A data package tells HXL rows by their first character.
    #expect(schema.hxlTags.first?.hasPrefix("#") == true)
    for tag in schema.hxlTags where !tag.isEmpty {
      let parts = tag.dropFirst().split(separator: "+", omittingEmptySubsequences: false)
      #expect(parts.allSatisfy { $0.first?.isLetter == true && $0.allSatisfy(\.isASCII) })
    }
  }

  @Test func thereAreSchemasToTest() { #expect(TableSchema.inputs.count == 5) }

  @Test func aColumnAsFrictionlessWritesIt() {
    let column = TableColumn(
      "outcome", .choice(["killed", "injured"]), "what happened", isRequired: true,
      hxl: "#impact+type")
    #expect(
      column.frictionless.text
        == #"{"name":"outcome","type":"string","description":"what happened","#
        + ##""hxl":"#impact+type","constraints":{"required":true,"enum":["killed","injured"]}}"##)
    #expect(
      TableColumn("n", .integer, "count", minimum: 0, maximum: 9).frictionless.text
        == #"{"name":"n","type":"integer","description":"count","#
        + #""constraints":{"minimum":0,"maximum":9}}"#)
  }

  @Test func aPackageNamesItsTables() {
    let package = DataPackage(
      name: "toll-claims", title: "Claims",
      resources: [.init(path: "claims.csv", schema: .silences, extraColumns: ["desk"])],
      hasHXLRow: true)
    let text = package.json.text
    #expect(text.hasPrefix(#"{"profile":"tabular-data-package","name":"toll-claims","#))
    #expect(text.contains(#""path":"claims.csv""#))
    #expect(text.contains(##""dialect":{"commentChar":"#"}"##))
    #expect(text.contains(#"{"name":"desk","type":"string""#))
  }
}
