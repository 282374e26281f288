import ArgumentParser
import ClaimModel
import Reconciliation
import Reporting

extension RangeRule: ExpressibleByArgument {}
extension Stance: ExpressibleByArgument {}
extension ReconciliationOptions.UnknownScope: ExpressibleByArgument {}

/// How claims are put together to questions and ranges.
struct RangeOptions: ParsableArguments {
  @Option(help: "How the best figure is chosen: median, airwars, acled, gtd or latest.")
  var rule = RangeRule.median

  @Option(
    help: ArgumentHelp(
      "The columns that comparable claims agree on.", valueName: "columns"))
  var by = ReconciliationOptions.defaultColumns.joined(separator: ",")

  @Option(
    help: ArgumentHelp("The stances that enter a range.", valueName: "stances"))
  var stance = "asserted,doubted"

  @Option(
    help: ArgumentHelp(
      """
      What becomes of a figure that does not say what time it counts: cumulative, the incident's \
      or the war's that its words and size fit; apart, only compared with its like.
      """, valueName: "scope"))
  var unknownScope = ReconciliationOptions.UnknownScope.cumulative

  @Option(
    help: ArgumentHelp(
      "The least number that may count a whole war where the text does not say so.",
      valueName: "number"))
  var warFloor = ReconciliationOptions().wholeWarFloor

  @Option(
    help: ArgumentHelp(
      "How many days apart two reports on one event may date it.", valueName: "days"))
  var eventDays = EventOptions().days

  @Option(
    help: ArgumentHelp(
      """
      How many times the smaller figure the larger may be for two reports on one place and day to \
      be on one event.
      """, valueName: "times"))
  var eventFactor = Double(EventOptions().factor) / 1000

  @Flag(
    inversion: .prefixedNo,
    help: "Put documents' reports on one event together where no table names it.")
  var events = true

  @Option(
    help: ArgumentHelp(
      "The most repetitions and revisions to list of one origin; counts stay whole.",
      valueName: "number"))
  var listLimit: Int?

  func validate() throws {
    if warFloor < 0 { throw ValidationError("--war-floor needs a number of 0 or more.") }
    if !(0...366).contains(eventDays) {
      throw ValidationError("--event-days needs a number from 0 to 366.")
    }
    if !(1...1000).contains(eventFactor) {
      throw ValidationError("--event-factor needs a number from 1 to 1000, such as 3 or 1.5.")
    }
    if let listLimit, listLimit < 1 {
      throw ValidationError("--list-limit needs a number of 1 or more.")
    }
    for word in Self.list(stance) where Stance(rawValue: word) == nil {
      let words = Stance.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("'\(word)' is no stance; name some of \(words).")
    }
    if Self.list(by).isEmpty { throw ValidationError("--by needs at least one column.") }
  }

  /// The options as the reconciliation takes them.
  var reconciliation: ReconciliationOptions {
    var options = ReconciliationOptions()
    options.rule = rule
    options.by = Self.list(by)
    options.stances = Set(Self.list(stance).compactMap { Stance(rawValue: $0) })
    options.unknownScope = unknownScope
    options.wholeWarFloor = warFloor
    options.events.isOn = events
    options.events.days = eventDays
    options.events.factor = Int((eventFactor * 1000).rounded())
    options.listLimit = listLimit
    return options
  }

  /// What was set otherwise than by default and changes what is compared with what.
  var changed: [MethodNote] {
    let plain = ReconciliationOptions()
    var notes: [MethodNote] = []
    if unknownScope != plain.unknownScope {
      notes.append(
        MethodNote("Unknown scope", "such figures are only compared with one another"))
    }
    if warFloor != plain.wholeWarFloor {
      notes.append(MethodNote("Least figure of a whole war", String(warFloor)))
    }
    if !events {
      notes.append(MethodNote("Events", "each document's incidents stand for themselves"))
    } else if eventDays != plain.events.days || eventFactor * 1000 != Double(plain.events.factor) {
      notes.append(
        MethodNote(
          "Events", "reports at most \(eventDays) days and a factor of \(eventFactor) apart"))
    }
    return notes
  }

  /// The words of a list with commas.
  static func list(_ text: String) -> [String] {
    text.split(separator: ",").map { word in
      var word = word
      while word.first == " " { word.removeFirst() }
      while word.last == " " { word.removeLast() }
      return String(word)
    }.filter { !$0.isEmpty }
  }
}
