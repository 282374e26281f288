import ClaimModel
import Reconciliation
import RowSorting

/// Results of a reconciliation in rows, all their fields, so that they come back as they were.
extension Finding {
  func write(to row: inout RowWriter) {
    row.write(id)
    row.write(case: kind)
    row.write(severity)
    row.write(questionID)
    row.write(claims)
    row.write(origins)
    row.write(orNil: lowValue)
    row.write(orNil: highValue)
    row.write(orNil: ratio)
    row.write(sentence)
    row.write(quotes)
    row.write(questions)
  }

  init(from row: inout RowReader) {
    self.init(
      id: row.text(), kind: row.value(.disjoint), severity: row.integer(), questionID: row.text(),
      claims: row.texts(), origins: row.texts(), lowValue: row.count(), highValue: row.count(),
      ratio: row.count(), sentence: row.text(), quotes: row.texts(), questions: row.texts())
  }
}

extension TimelinePoint {
  /// Writes all but the question, which whoever reads it knows.
  func write(to row: inout RowWriter) {
    row.write(date)
    row.write(origin)
    row.write(interval)
    row.write(claimID)
  }

  /// Reads a point on a question; nil where its date is no day of the calendar.
  init?(of question: String, from row: inout RowReader) {
    let date = row.date()
    let (origin, interval, claim) = (row.text(), row.interval(), row.text())
    guard let date else { return nil }
    self.init(
      questionID: question, date: date, origin: origin, interval: interval, claimID: claim)
  }
}

extension OriginAnswer {
  func write(to row: inout RowWriter) {
    row.write(origin)
    row.write(case: perspective)
    row.write(interval)
    row.write(current)
    row.write(echoes)
    row.write(revisions)
    row.write(case: quantity.qualifier)
    row.write(quantity.low)
    row.write(quantity.high)
    row.write(expression)
    row.write(asOf)
    row.write(side)
    row.write(case: type)
    row.write(isDocument ? 1 : 0 as UInt8)
  }

  init(from row: inout RowReader) {
    self.init(
      origin: row.text(), perspective: row.value(.unknown), interval: row.interval(),
      current: row.text(), echoes: row.texts(), revisions: row.texts(),
      quantity: Quantity(row.value(.exact), row.integer(), row.integer()), expression: row.text(),
      asOf: row.date(), side: row.text(), type: row.value(.unknown), isDocument: row.byte() == 1)
  }
}

extension QuestionKey {
  func write(to row: inout RowWriter) {
    row.write(party)
    row.write(case: status)
    row.write(case: outcome)
    row.write(case: scope)
    for text in [event, conflict, whole, part, also] { row.write(text) }
  }

  init(from row: inout RowReader) {
    self.init(
      party: row.text(), status: row.value(.unspecified), outcome: row.value(.killed),
      scope: row.value(.unknown), event: row.text(), conflict: row.text(), whole: row.text(),
      part: row.text(), also: row.text())
  }
}

extension QuestionRange {
  /// Writes all but the ids of the findings, which are not known when a range is handed on.
  func write(to row: inout RowWriter) {
    row.write(id)
    key.write(to: &row)
    row.write(partOf == nil ? 0 : 1 as UInt8)
    row.write(partOf ?? "")
    row.write(claims)
    row.write(echoes)
    row.write(UInt32(truncatingIfNeeded: answers.count))
    for answer in answers { answer.write(to: &row) }
    row.write(from)
    row.write(to)
    row.write(Interval(low: low, best: best, high: high))
    row.write(lowOrigin)
    row.write(highOrigin)
    row.write(highOpen ? 1 : 0 as UInt8)
    row.write(UInt32(truncatingIfNeeded: agreements.count))
    for agreement in agreements {
      row.write(agreement.interval)
      row.write(agreement.origins)
    }
    row.write(orNil: spreadRatio)
    row.write(case: grade)
    for side in Perspective.allCases {
      let part = perspectives[side]
      row.write(orNil: part?.origins)
      row.write(orNil: part?.low)
      row.write(orNil: part?.high)
    }
  }

  init(from row: inout RowReader) {
    self.init(id: row.text(), key: QuestionKey(from: &row))
    let isPart = row.byte() == 1
    let whole = row.text()
    partOf = isPart ? whole : nil
    claims = row.integer()
    echoes = row.integer()
    let count = Int(row.shortUnsigned())
    answers = (0..<count).map { _ in OriginAnswer(from: &row) }
    from = row.date()
    to = row.date()
    let ends = row.interval()
    (low, best, high) = (ends.low, ends.best, ends.high)
    lowOrigin = row.text()
    highOrigin = row.text()
    highOpen = row.byte() == 1
    let agreed = Int(row.shortUnsigned())
    agreements = (0..<agreed).map { _ in
      Agreement(interval: row.interval(), origins: row.texts())
    }
    spreadRatio = row.count()
    grade = row.value(.weak)
    for side in Perspective.allCases {
      let (origins, low, high) = (row.count(), row.count(), row.count())
      guard let origins else { continue }
      perspectives[side] = PerspectiveRange(low: low, high: high, origins: origins)
    }
  }
}
