/// What was wrong with an input, in one line for a person.
///
/// It says what, where, what was expected and what to do. Readers hand these up for a document or row that they skip; the rest of the input goes on.
package struct InputFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file, stream or record at fault.
  package var subject: String
  /// The line, row, column or byte in it, as words: `line 3, column 'outcome'`; empty for the whole.
  package var location: String
  /// What was found and what was expected.
  package var problem: String
  /// What to do about it.
  package var advice: String

  package init(subject: String, location: String = "", problem: String, advice: String) {
    self.subject = subject
    self.location = location
    self.problem = problem
    self.advice = advice
  }

  package var description: String {
    let place = location.isEmpty ? subject : "\(subject): \(location)"
    return "\(place): \(problem); \(advice)"
  }
}
