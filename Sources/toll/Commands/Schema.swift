import ArgumentParser
import ClaimTables
import DelimitedText
import Reporting

/// `toll schema`: what the columns of the tables are.
struct Schema: AsyncParsableCommand {
  /// Every table that the toolkit reads or writes.
  private static let tables =
    TableSchema.inputs
    + ReportTable.allCases.map(\.schema).filter { table in
      !TableSchema.inputs.contains { $0.name == table.name }
    } + DiffTable.allCases.map(\.schema)

  static let configuration = CommandConfiguration(
    abstract: "Print the columns of the tables as Frictionless Table Schema.",
    discussion: """
      Tables: \(tables.map(\.name).joined(separator: ", ")). Without a name, all of them are \
      printed as one JSON object.

      Examples:
        toll schema claims
        toll schema ranges > ranges.schema.json
      """)

  @Argument(
    help: ArgumentHelp("The table.", valueName: "table"),
    completion: .list(tables.map(\.name)))
  var table: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where the schema goes; standard output if not given.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var output: String?

  @OptionGroup(title: "Messages") var options: MessageOptions

  func run() async throws {
    let session = Session(options)
    let value: JSONValue
    if let table {
      guard let schema = Self.tables.first(where: { $0.name == table }) else {
        let names = Self.tables.map(\.name).joined(separator: ", ")
        throw CommandFault("there is no table '\(table)'; name one of \(names)")
      }
      value = schema.frictionless
    } else {
      value = .object(Self.tables.map { JSONMember($0.name, $0.frictionless) })
    }
    let file = try session.output(output)
    try file.write(value.indentedText)
    try file.commit()
  }
}
