import ClaimModel
import Documents
import Extraction

/// Extracts claims from documents on several cores and hands them on in the documents' order.
///
/// At any time a few documents a core are in memory, however many there are in all.
struct ExtractionPipeline: Sendable {
  /// What reads a document.
  let extractor: Extractor
  /// How many documents are worked on at once.
  let jobs: Int
  /// Whether what became of every number is wanted, too.
  var isAuditing = false

  /// Reads everything.
  ///
  /// - Parameters:
  ///   - reader: Gives the documents.
  ///   - session: Is told of faults.
  ///   - consume: Takes each document with what was read in it, in order.
  /// - Throws: What the consumer throws.
  func run(
    _ reader: DocumentReader, _ session: Session,
    consume: (Document, Extraction) throws -> Void
  ) async throws {
    var progress = Progress(session.messages, noun: "documents")
    func take(_ document: Document, _ extraction: Extraction) throws {
      progress.items += 1
      progress.claims += extraction.claims.count
      progress.bytes = reader.bytesRead
      progress.show()
      try consume(document, extraction)
    }
    func nextDocument() -> Document? {
      while let reading = reader.next() {
        switch reading {
        case .document(let document): return document
        case .fault(let fault): session.messages.report(fault)
        }
      }
      return nil
    }
    defer { session.messages.endProgress() }
    if jobs == 1 {
      while let document = nextDocument() {
        try take(document, extractor.extract(document, auditing: isAuditing))
      }
    } else {
      try await runInParallel(nextDocument, take)
    }
  }

  private func runInParallel(
    _ nextDocument: () -> Document?, _ take: (Document, Extraction) throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: (Int, Document, Extraction).self) { group in
      var finished: [Int: (Document, Extraction)] = [:]
      var started = 0
      var taken = 0
      var running = 0
      var isOver = false
      while true {
        while !isOver, running < jobs, started - taken < jobs * 8 {
          guard let document = nextDocument() else {
            isOver = true
            break
          }
          let number = started
          group.addTask { [extractor, isAuditing] in
            (number, document, extractor.extract(document, auditing: isAuditing))
          }
          started += 1
          running += 1
        }
        guard taken < started else { return }
        guard let (number, document, extraction) = try await group.next() else { return }
        running -= 1
        finished[number] = (document, extraction)
        while let (document, extraction) = finished.removeValue(forKey: taken) {
          try take(document, extraction)
          taken += 1
        }
      }
    }
  }
}
