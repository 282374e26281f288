import ClaimModel
import Extraction
import Lexicons
import Testing

/// A sentence with what its time words are and what they stand for.
private struct TimeCase: CustomTestStringConvertible {
  let text: String
  /// For each claim of the sentence its words, dates and scope.
  let timings: [String]

  var testDescription: String { text }

  init(_ text: String, _ timings: String...) {
    self.text = text
    self.timings = timings
  }
}

/// The time words that scope figures; the documents are of Wednesday, 15 May 2024.
@Suite struct TimeTests {
  private static func read(_ cases: [TimeCase], published: String = "2024-05-15") throws {
    #expect(cases.count > 3)
    let extractor = try Extractor.forTests()
    for example in cases {
      let document = Document(
        id: "time", text: example.text, published: PartialDate(published))
      let read = extractor.extract(document).claims.map { claim in
        let from = claim.from.map(\.description) ?? ""
        let to = claim.to.map(\.description) ?? ""
        return "\(claim.when)|\(from)|\(to)|\(claim.scope.rawValue)"
      }
      #expect(read == example.timings, "\(example.text)")
    }
  }

  @Test func scopesATollByWhatItsTextIsAbout() throws {
    try Self.read([
      TimeCase(
        "A drone strike hit the port. Twelve people died. The toll later rose to 33.",
        "|||unknown", "|||incident"),
      TimeCase(
        "Troops shelled Lodva. Twelve people died. The number of dead has risen to 33.",
        "|||unknown", "|||incident"),
      // far more than the strike can have cost, the war's own sum, and a text on the war
      TimeCase(
        "A drone strike hit the port. Twelve people died. The death toll stands at 46,000.",
        "|||unknown", "|||cumulative"),
      TimeCase(
        "A drone strike hit the port. Twelve people died. The overall death toll stands at 140.",
        "|||unknown", "|||cumulative"),
      TimeCase(
        "The war goes on after a drone strike. Twelve people died. The toll has risen to 33.",
        "|||unknown", "|||cumulative"),
    ])
  }

  @Test func readsDays() throws {
    try Self.read([
      TimeCase("A bomb killed 12 people on Sunday.", "on Sunday|2024-05-12|2024-05-12|incident"),
      TimeCase("A bomb killed 12 people Sunday.", "Sunday|2024-05-12|2024-05-12|incident"),
      TimeCase(
        "A bomb killed 12 people on Wednesday.", "on Wednesday|2024-05-15|2024-05-15|incident"),
      TimeCase(
        "A blast killed 12 people on Tuesday morning.",
        "on Tuesday morning|2024-05-14|2024-05-14|incident"),
      TimeCase(
        "A blast killed 12 people late on Friday.",
        "late on Friday|2024-05-10|2024-05-10|incident"),
      TimeCase(
        "A blast killed 12 people last Wednesday.",
        "last Wednesday|2024-05-08|2024-05-08|incident"),
      TimeCase("A blast killed 12 people yesterday.", "yesterday|2024-05-14|2024-05-14|incident"),
      TimeCase(
        "A blast killed 12 people earlier today.", "earlier today|2024-05-15|2024-05-15|incident"),
      TimeCase(
        "A blast killed 12 people this morning.", "this morning|2024-05-15|2024-05-15|incident"),
      TimeCase(
        "A blast killed 12 people last night.", "last night|2024-05-14|2024-05-15|incident"),
      TimeCase("A raid killed 12 people overnight.", "overnight|2024-05-14|2024-05-15|incident"),
      TimeCase("A raid killed 12 people tonight.", "tonight|2024-05-15|2024-05-15|incident"),
      TimeCase(
        "Twelve people died in a crash two days ago.",
        "two days ago|2024-05-13|2024-05-13|incident"),
      TimeCase(
        "A raid killed 12 people at dawn on Tuesday.",
        "at dawn on Tuesday|2024-05-14|2024-05-14|incident"),
      TimeCase(
        "A raid killed 12 people in the early hours of Monday.",
        "in the early hours of Monday|2024-05-13|2024-05-13|incident"),
      TimeCase(
        "Sunday's earthquake killed 12 people.", "Sunday|2024-05-12|2024-05-12|incident"),
      TimeCase(
        "On Sunday, a bus crash killed 12 people and injured 30.",
        "On Sunday|2024-05-12|2024-05-12|incident", "On Sunday|2024-05-12|2024-05-12|incident"),
    ])
  }

  @Test func readsCalendarDates() throws {
    try Self.read([
      TimeCase(
        "The strike killed 12 people on 7 March 2023.",
        "on 7 March 2023|2023-03-07|2023-03-07|incident"),
      TimeCase(
        "The strike killed 12 people on March 7.", "on March 7|2024-03-07|2024-03-07|incident"),
      TimeCase(
        "The strike killed 12 people on November 7.",
        "on November 7|2023-11-07|2023-11-07|incident"),
      TimeCase(
        "The ship sank on Jan. 30, 1945, killing 9,000 people.",
        "on Jan. 30, 1945|1945-01-30|1945-01-30|incident"),
      TimeCase(
        "The blast killed 12 people on Tuesday, October 17th, 2023.",
        "on Tuesday, October 17th, 2023|2023-10-17|2023-10-17|incident"),
      TimeCase(
        "The strike killed 12 people on the 7th of March.",
        "on the 7th of March|2024-03-07|2024-03-07|incident"),
      TimeCase(
        "A strike on 5 May killed 12 people.", "on 5 May|2024-05-05|2024-05-05|incident"),
      TimeCase(
        "A raid on the night of 5 May killed 12 people.",
        "on the night of 5 May|2024-05-05|2024-05-05|incident"),
    ])
  }

  @Test func readsPeriods() throws {
    try Self.read([
      TimeCase("In 2015, 1,200 people were killed.", "In 2015|2015|2015|period"),
      TimeCase("The floods killed 1,200 people in 2015.", "in 2015|2015|2015|period"),
      TimeCase("During 2023, 340 people died.", "During 2023|2023|2023|period"),
      TimeCase("Some 340 people died in February.", "in February|2024-02|2024-02|period"),
      TimeCase("Some 340 people died in October.", "in October|2023-10|2023-10|period"),
      TimeCase(
        "Some 340 people died in February 2022.", "in February 2022|2022-02|2022-02|period"),
      TimeCase("The fighting killed 340 people last month.", "last month|2024-04|2024-04|period"),
      TimeCase("The fighting killed 340 people last year.", "last year|2023|2023|period"),
      TimeCase(
        "The fighting killed 340 people last week.", "last week|2024-05-06|2024-05-12|period"),
      TimeCase(
        "The fighting killed 340 people this week.", "this week|2024-05-13|2024-05-15|period"),
      TimeCase(
        "The fighting killed 340 people last October.", "last October|2023-10|2023-10|period"),
      TimeCase(
        "The fighting killed 340 people in the past week.",
        "in the past week|2024-05-08|2024-05-15|period"),
      TimeCase(
        "The fighting killed 340 people over the past 20 days.",
        "over the past 20 days|2024-04-25|2024-05-15|period"),
      TimeCase(
        "The fighting killed 340 people in the last three months.",
        "in the last three months|2024-02-15|2024-05-15|period"),
      TimeCase(
        "The fighting killed 340 people in the past 24 hours.",
        "in the past 24 hours|2024-05-14|2024-05-15|period"),
      TimeCase(
        "The fighting killed 340 people over the past weekend.",
        "over the past weekend|2024-05-11|2024-05-12|period"),
      TimeCase(
        "The fighting killed 340 people between 3 and 7 May.",
        "between 3 and 7 May|2024-05-03|2024-05-07|period"),
      TimeCase(
        "The fighting killed 340 people from late January to February 6.",
        "from late January to February 6|2024-01|2024-02-06|period"),
      TimeCase(
        "The war killed 340,000 people from 1992 to 1995.",
        "from 1992 to 1995|1992|1995|period"),
      TimeCase(
        "The fighting killed 340 people from November to February 2024.",
        "from November to February 2024|2023-11|2024-02|period"),
      TimeCase(
        "The fighting killed 340 people in the first three months of 2023.",
        "in the first three months of 2023|2023-01|2023-03|period"),
      TimeCase(
        "The fighting killed 340 people in the first three months.",
        "in the first three months|2024-01|2024-03|period"),
      TimeCase(
        "The fighting killed 340 people in the second half of 2022.",
        "in the second half of 2022|2022-07|2022-12|period"),
      TimeCase("The fire killed 340 people within 24 hours.", "within 24 hours|||period"),
      TimeCase(
        "The virus killed 340 people in less than one month.",
        "in less than one month|||period"),
      TimeCase("The guards killed 340 people during the war.", "during the war|||period"),
      TimeCase("Famine killed 340 people in the 1990s.", "in the 1990s|1990|1999|period"),
      TimeCase("Two weeks ago 340 people died.", "Two weeks ago|2024-05-01|2024-05-01|period"),
    ])
  }

  @Test func readsTimesUpToNow() throws {
    try Self.read([
      TimeCase(
        "Russia has lost 3,000 soldiers since February 2022.",
        "since February 2022|2022-02|2024-05-15|cumulative"),
      TimeCase(
        "Since Monday, 40 people have been killed.",
        "Since Monday|2024-05-13|2024-05-15|cumulative"),
      TimeCase(
        "More than 340 people have been killed since the start of the war.",
        "since the start of the war||2024-05-15|cumulative"),
      TimeCase(
        "More than 340 people have been killed since the war began in April 2023.",
        "since the war began in April 2023|2023-04|2024-05-15|cumulative"),
      TimeCase(
        "More than 340 people have been killed since the invasion.",
        "since the invasion||2024-05-15|cumulative"),
      TimeCase(
        "So far this year, 340 people have been killed.",
        "So far this year|2024|2024-05-15|cumulative"),
      TimeCase(
        "As of today, 340 people have been killed.", "As of today||2024-05-15|cumulative"),
      TimeCase(
        "To date, 340 people have been killed.", "To date||2024-05-15|cumulative"),
      TimeCase(
        "By the end of 2023, 340 people had been killed.",
        "By the end of 2023||2023|cumulative"),
    ])
  }

  @Test func picksThePhraseOfTheFigure() throws {
    try Self.read([
      TimeCase(
        "A blast killed 12 people on Sunday and a raid killed 3 on Monday.",
        "on Sunday|2024-05-12|2024-05-12|incident", "on Monday|2024-05-13|2024-05-13|incident"),
      TimeCase(
        "The army killed 12 people in 2021 and 30 in 2022.",
        "in 2021|2021|2021|period", "in 2022|2022|2022|period"),
      TimeCase(
        "The blast killed 12 people and wounded 30 on Sunday.",
        "on Sunday|2024-05-12|2024-05-12|incident", "on Sunday|2024-05-12|2024-05-12|incident"),
      TimeCase(
        "A blast killed 12 people on Sunday, officials said on Tuesday.",
        "on Sunday|2024-05-12|2024-05-12|incident"),
      TimeCase(
        "Officials said on Tuesday that a blast had killed 12 people last week.",
        "last week|2024-05-06|2024-05-12|period"),
      TimeCase(
        "Twelve people were killed when a bomb exploded on Sunday.",
        "on Sunday|2024-05-12|2024-05-12|incident"),
      TimeCase(
        "A bomb exploded on Sunday, killing 12 people.",
        "on Sunday|2024-05-12|2024-05-12|incident"),
      TimeCase(
        "The first night of bombing left 12 people dead.", "The first night|||incident"),
      TimeCase(
        "Officials said last month was deadly, with 340 people killed.",
        "last month|2024-04|2024-04|period"),
      TimeCase(
        "A court tried two men for the August 17 bombing that killed 12 people.",
        "August 17|2023-08-17|2023-08-17|incident"),
      TimeCase(
        "Since 24 February 2022 – the date of the invasion, the office has counted 340 deaths.",
        "Since 24 February 2022|2022-02-24|2024-05-15|cumulative"),
      TimeCase("Some 340 people froze to death in recent days.", "in recent days|||period"),
      TimeCase(
        "The ministry reported on Monday 12 deaths in April.", "in April|2024-04|2024-04|period"),
    ])
  }

  @Test func leavesOutTimesOfOtherThings() throws {
    try Self.read([
      TimeCase("The blast killed 12 people, officials said on Tuesday.", "|||incident"),
      TimeCase("Officials said on Tuesday that 12 people were killed.", "|||unknown"),
      TimeCase("A ministry spokesman told reporters on Monday that 12 people died.", "|||unknown"),
      TimeCase("Twelve soldiers who arrived on Monday were killed.", "|||unknown"),
      TimeCase("An early morning raid killed 12 people.", "|||incident"),
      TimeCase("The army may have killed 12 people.", "|||unknown"),
      TimeCase("Villagers march for 12 people killed by the army.", "|||unknown"),
      TimeCase("The blast killed 12 people in Kabul.", "|||incident"),
    ])
  }

  /// What somebody had counted on a day was counted up to that day.
  @Test func datesAnEarlierCountByTheDayItWasGiven() throws {
    try Self.read([
      TimeCase("On 4 May he had spoken of 45,100 dead.", "On 4 May||2024-05-04|unknown"),
      TimeCase("On Monday the ministry had spoken of 63 dead.", "On Monday||2024-05-13|unknown"),
      TimeCase("The ministry had spoken of 63 dead.", "|||unknown"),
      TimeCase("In May he had spoken of 63 dead.", "In May|2024-05|2024-05|period"),
    ])
  }

  @Test func leavesRelativeDatesOpenWithoutADocumentDate() throws {
    try Self.read(
      [
        TimeCase("A blast killed 12 people on Sunday.", "on Sunday|||incident"),
        TimeCase("A blast killed 12 people yesterday.", "yesterday|||incident"),
        TimeCase("Fighting killed 12 people last month.", "last month|||period"),
        TimeCase("Fighting killed 12 people in 2015.", "in 2015|2015|2015|period"),
        TimeCase(
          "Fighting killed 12 people on 7 May 2021.", "on 7 May 2021|2021-05-07|2021-05-07|incident"
        ),
      ], published: "")
  }

  @Test func resolvesAcrossTheTurnOfTheYear() throws {
    try Self.read(
      [
        TimeCase("A blast killed 12 people on Sunday.", "on Sunday|2023-12-31|2023-12-31|incident"),
        TimeCase("Fighting killed 12 people last month.", "last month|2023-12|2023-12|period"),
        TimeCase("Fighting killed 12 people in December.", "in December|2023-12|2023-12|period"),
        TimeCase("A blast killed 12 people yesterday.", "yesterday|2023-12-31|2023-12-31|incident"),
      ], published: "2024-01-01")
  }
}
