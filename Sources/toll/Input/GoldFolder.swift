import ClaimModel
import Evaluation
import Foundation

/// Reads annotated documents from disk: texts from one folder, annotations from another.
enum GoldFolder {
  /// Reads every annotation with its text, in the order of their names.
  ///
  /// - Parameters:
  ///   - documents: The folder of `ID.txt`.
  ///   - gold: The folder of `ID.json`.
  ///   - session: Is told of annotations that cannot be read.
  /// - Returns: The annotated documents.
  /// - Throws: An `InputFault` where there is not one.
  static func read(
    documents: String, gold: String, _ session: Session
  ) throws -> [GoldDocument] {
    for folder in [documents, gold] {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder),
        isFolder.boolValue
      else {
        throw InputFault(
          subject: folder, problem: "no such folder",
          advice: "name the folder of texts, the folder of annotations and the claims table")
      }
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: gold)
      .filter { $0.hasSuffix(".json") }.sorted()
    guard !names.isEmpty else {
      throw InputFault(
        subject: gold, problem: "no annotation is in this folder", advice: "put ID.json files there"
      )
    }
    return names.compactMap { name in
      do {
        let annotation = try JSONDecoder().decode(
          Annotation.self, from: Data(contentsOf: URL(filePath: gold + "/" + name)))
        let id = String(name.dropLast(5))
        let text = try Data(contentsOf: URL(filePath: documents + "/" + id + ".txt"))
        return GoldDocument(
          id: id, text: String(decoding: text, as: UTF8.self),
          claims: annotation.claims.map(\.claim))
      } catch {
        session.messages.report(
          InputFault(
            subject: gold + "/" + name, problem: "the annotation or its text cannot be read",
            advice: "give \(documents)/ID.txt and an annotation with a list 'claims'"))
        return nil
      }
    }
  }

  private struct Annotation: Decodable {
    var claims: [AnnotatedClaim]
  }

  /// A claim as an annotation file has it.
  private struct AnnotatedClaim: Decodable {
    var anchor: String
    var expression: String
    var qualifier: String?
    var low: Double?
    var high: Double?
    var outcome: String?
    var victims: String?
    var party: String?
    var status: String?
    var source: String?
    var stance: String?
    var isPart: Bool?

    private enum CodingKeys: String, CodingKey {
      case anchor, expression, qualifier, low, high, outcome, victims, party, status, source
      case stance
      case isPart = "part_of"
    }

    var claim: GoldClaim {
      GoldClaim(
        anchor: anchor, expression: expression,
        qualifier: qualifier.flatMap { Qualifier(rawValue: $0) }, low: Self.whole(low),
        high: Self.whole(high), outcome: outcome.flatMap { Outcome(rawValue: $0) },
        victims: victims ?? "", party: party ?? "",
        status: status.flatMap { VictimStatus(rawValue: $0) } ?? .unspecified,
        source: source ?? "", stance: stance.flatMap { Stance(rawValue: $0) } ?? .asserted,
        isPart: isPart ?? false)
    }

    private static func whole(_ number: Double?) -> Int? {
      number.flatMap { Int(exactly: $0) }
    }
  }
}
