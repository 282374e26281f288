import ArgumentParser
import Extraction
import Lexicons
import Reconciliation

/// Where a command takes its words, names and conventions from.
struct KnowledgeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A folder laid out as Data/, whose files replace the built-in ones.", valueName: "folder"),
    completion: .directory)
  var lexicons: String?

  @Option(help: "The language of the documents as a BCP 47 tag, a folder of lexicons/.")
  var language = "en"

  @Option(
    help: ArgumentHelp(
      "A table of parties, laid over the built-in one; may be repeated.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var parties: [String] = []

  @Option(
    help: ArgumentHelp(
      "A table of sources, laid over the built-in one; may be repeated.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var sources: [String] = []

  @Option(
    help: ArgumentHelp(
      "A table of conflicts, laid over the built-in one; may be repeated.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var conflicts: [String] = []

  @Option(
    help: ArgumentHelp(
      "A table of places, laid over the built-in one; may be repeated.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var places: [String] = []

  /// The tables of words and names that the options name.
  func files() throws -> DataFiles {
    guard let lexicons else { return .embedded }
    return try DataFiles(overlaidBy: lexicons)
  }

  /// The registers that the options name.
  func registers(from files: DataFiles) throws -> Registers {
    try Registers.load(
      from: files,
      adding: Registers.Additions(
        parties: parties, sources: sources, conflicts: conflicts, places: places))
  }

  /// What the reconciliation knows: registers, and the words by which claims are compared.
  func facts(_ registers: Registers) throws -> RegisterFacts {
    RegisterFacts(
      registers: registers, words: try ComparisonWords(language: language, from: try files()))
  }

  /// What reads documents.
  func extractor(convention: String) throws -> Extractor {
    let files = try files()
    return Extractor(
      lexicon: try Lexicon(language: language, from: files),
      registers: try registers(from: files),
      convention: try Convention(named: convention, from: files))
  }
}
