import ClaimModel
import DelimitedText
import Foundation

/// What a path on the command line stands for where both claims and documents are taken.
enum Operand {
  /// A claims table.
  case table(String)
  /// A table of silences that lies beside a claims table.
  case silences(String)
  /// A document, or a folder of documents.
  case documents(String)

  /// Finds out what paths stand for.
  ///
  /// A CSV file with the columns `claim_id` and `outcome` is a claims table, and so is standard
  /// input. A folder with such tables stands for them, and for the `silences.csv` among them;
  /// any other folder is one of documents.
  ///
  /// - Parameters:
  ///   - paths: What the user wrote.
  ///   - areMapped: Whether a mapping says how tables are read, whatever their columns.
  /// - Returns: What each path stands for, in order.
  /// - Throws: An `InputFault` for a path that leads nowhere.
  static func operands(_ paths: [String], areMapped: Bool = false) throws -> [Operand] {
    var operands: [Operand] = []
    for path in paths {
      guard path != "-" else {
        operands.append(.table(path))
        continue
      }
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw InputFault(
          subject: path, problem: "no such file or folder", advice: "check the path")
      }
      if isFolder.boolValue {
        operands += try Self.operands(inFolder: path)
      } else if areMapped || header(of: path).map(isClaimsHeader) == true {
        operands.append(.table(path))
      } else {
        operands.append(.documents(path))
      }
    }
    return operands
  }

  private static func operands(inFolder folder: String) throws -> [Operand] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw InputFault(
        subject: folder, problem: "the folder cannot be read", advice: "check its permissions")
    }
    let paths = names.sorted().filter { $0.hasSuffix(".csv") && !$0.hasPrefix(".") }
      .map { folder.hasSuffix("/") ? folder + $0 : folder + "/" + $0 }
    var tables: [Operand] = []
    var silences: [Operand] = []
    for path in paths {
      guard let header = header(of: path) else { continue }
      if isClaimsHeader(header) { tables.append(.table(path)) }
      if isSilencesHeader(header) { silences.append(.silences(path)) }
    }
    return tables.isEmpty ? [.documents(folder)] : tables + silences
  }

  private static func isClaimsHeader(_ header: [String]) -> Bool {
    header.contains("claim_id") && header.contains("outcome")
  }

  private static func isSilencesHeader(_ header: [String]) -> Bool {
    header.contains("party") && header.contains("quote") && header.contains("document_id")
      && !header.contains("claim_id")
  }

  /// The header row of a file whose name ends in `.csv`; nil where it has none.
  private static func header(of path: String) -> [String]? {
    guard path.hasSuffix(".csv"), let file = try? TableFile(path), file.isRegular,
      var reader = try? CSVReader(file.source, named: path, dialect: .foreign)
    else { return nil }
    return try? reader.readHeader()
  }
}
