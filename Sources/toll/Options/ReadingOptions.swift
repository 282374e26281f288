import ArgumentParser
import Documents
import Foundation

extension InputFormat: ExpressibleByArgument {
  package init?(argument: String) {
    self.init(named: argument)
  }
}

/// How documents are read and worked on.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: """
      The format of all documents: text, markdown, html, pdf, jsonl, csv or warc; each may be \
      gzipped. Told by content and name where it is not given.
      """)
  var input: InputFormat?

  @Option(
    name: .shortAndLong,
    help: "How many documents to work on at once; the output is the same for every number.")
  var jobs = max(1, ProcessInfo.processInfo.activeProcessorCount)

  func validate() throws {
    guard (1...1024).contains(jobs) else {
      throw ValidationError("--jobs takes a number from 1 to 1024.")
    }
  }
}
