import ClaimModel
import ClaimTables
import DelimitedText
import Foundation

/// The review file, to which decisions are added one by one.
///
/// Each decision is on the disk before the next question is asked, so an interruption costs none.
final class DecisionFile {
  private let name: String
  private let descriptor: Int32

  /// Opens the file, and begins it with its header where it is new.
  ///
  /// - Throws: An ``OutputFault`` where it cannot be written.
  init(_ path: String) throws {
    name = path
    descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw OutputFault(
        name: path, problem: "cannot be written: \(systemMessage(errno)); check the folder")
    }
    let size = lseek(descriptor, 0, SEEK_END)
    if size == 0 {
      try append([TableSchema.review.header])
    } else {
      try endLastLine(at: size)
    }
  }

  deinit {
    close(descriptor)
  }

  /// Adds a decision.
  func add(_ decision: Review.Decision) throws {
    try append([
      [
        decision.claimID, decision.kind.rawValue, decision.column?.rawValue ?? "", decision.value,
        decision.reviewer, decision.note,
      ]
    ])
  }

  /// A file that was edited by hand may lack its last newline.
  private func endLastLine(at size: off_t) throws {
    var last: UInt8 = 0
    guard pread(descriptor, &last, 1, size - 1) == 1, last != 0x0A else { return }
    try [UInt8(0x0A)].withUnsafeBytes { try writeAll($0, to: descriptor, named: name) }
  }

  private func append(_ rows: [[String]]) throws {
    try CSVWriter.text(rows).withUnsafeBytes { try writeAll($0, to: descriptor, named: name) }
    fsync(descriptor)
  }
}
