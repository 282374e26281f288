import ClaimModel
import ClaimTables
import Testing

@testable import CorpusDiff

@Suite("Pairing claims as a person would")
struct ClaimMatchingTests {
  private let zelensky = said(
    "Volodymyr Zelensky said on Sunday that 46,000 Ukrainian soldiers had been killed.", "46,000",
    46_000, by: "Volodymyr Zelensky", in: "zelensky.txt", on: "2025-02-16")

  @Test("a later, higher count by the same origin is a revision")
  func laterCountIsRevision() {
    let later = said(
      "In an interview Zelensky put the dead at 55,000.", "55,000", 55_000,
      by: "Volodymyr Zelensky", in: "interview.txt", on: "2026-02-04")
    let diff = CorpusDiff(old: [zelensky], new: [later])
    #expect(diff.changes.map(\.kind) == [.revised])
    #expect(diff.changes.map(\.rule) == [.sameQuestionNearestDate])
    #expect(diff.hasDifferences)
  }

  @Test("where the old count stays, the new one is added")
  func historyIsNotRevision() {
    let later = said(
      "Zelensky put the dead at 55,000.", "55,000", 55_000, by: "Volodymyr Zelensky",
      in: "interview.txt", on: "2026-02-04")
    let diff = CorpusDiff(old: [zelensky], new: [zelensky, later])
    #expect(diff.changes.map(\.kind) == [.added])
    #expect(diff.counts[.unchanged] == 1)
  }

  @Test("a renamed document, shifted text and new ids only move a claim")
  func renamedDocumentMoves() {
    let moved = zelensky.changed {
      $0.documentID = "2025/zelensky-nbc.txt"
      $0.span = TextSpan(start: 900, end: 906)
      $0.id = "0123456789abcdef"
    }
    let diff = CorpusDiff(old: [zelensky], new: [moved])
    #expect(diff.changes.map(\.kind) == [.moved])
    #expect(diff.changes.map(\.rule) == [.sameQuestionAndText])
    #expect(!diff.hasDifferences)
    #expect(!diff.isEmpty)
  }

  @Test("typography and spacing of a sentence are no difference in substance")
  func retypesetSentenceMoves() {
    let retyped = zelensky.changed {
      $0.quote =
        "Volodymyr  Zelensky said on Sunday that “46,000” Ukrainian soldiers had been killed."
    }
    let diff = CorpusDiff(old: [zelensky], new: [retyped])
    #expect(diff.changes.map(\.kind) == [.moved])
    #expect(diff.changes[0].cells.map(\.column) == ["quote"])
  }

  @Test("a corrected number in the same sentence is a revision, whoever else repeats the old one")
  func correctionInPlace() {
    let corrected = zelensky.changed {
      $0.quote = $0.quote.replacing("46,000", with: "46,500")
      $0.expression = "46,500"
      $0.quantity = Quantity(.exact, 46_500)
      $0.interval = Interval(exactly: 46_500)
    }
    let echo = said(
      "Kyiv has lost 46,000 soldiers, according to the president.", "46,000", 46_000,
      by: "Volodymyr Zelensky", in: "echo.txt", on: "2025-02-17")
    let diff = CorpusDiff(old: [zelensky], new: [echo, corrected])
    #expect(kinds(diff) == ["added echo.txt", "revised zelensky.txt"])
    let revision = diff.changes.first { $0.kind == .revised }
    #expect(revision?.rule == .sameSentenceButNumbers)
  }

  @Test("another qualifier on the same number requalifies it")
  func otherQualifier() {
    let bounded = zelensky.changed {
      $0.quote = $0.quote.replacing("46,000", with: "at least 46,000")
      $0.expression = "at least 46,000"
      $0.quantity = Quantity(.atLeast, 46_000)
      $0.interval = Interval(low: 46_000, best: 46_000, high: nil)
    }
    let diff = CorpusDiff(old: [zelensky], new: [bounded])
    #expect(diff.changes.map(\.kind) == [.requalified])
    #expect(
      diff.changes[0].cells.map(\.column).filter { $0 != "quote" }
        == ["expression", "qualifier", "high"])
  }

  @Test("the same sentence with another source is reattributed, with another outcome reclassified")
  func otherSourceAndOutcome() {
    let other = zelensky.changed { $0.attribution.source = "NBC News" }
    #expect(CorpusDiff(old: [zelensky], new: [other]).changes.map(\.kind) == [.reattributed])
    let casualties = zelensky.changed { $0.outcome = .casualties }
    #expect(CorpusDiff(old: [zelensky], new: [casualties]).changes.map(\.kind) == [.reclassified])
    let both = other.changed { $0.outcome = .casualties }
    let diff = CorpusDiff(old: [zelensky], new: [both])
    #expect(diff.changes.map(\.kinds) == [[.reclassified, .reattributed]])
  }

  @Test("aliases of one origin are no reattribution")
  func aliasesAreOneOrigin() {
    let alias = zelensky.changed { $0.attribution.source = "Zelenskyy" }
    let options = DiffOptions(origin: { claim in
      claim.attribution.source.hasPrefix("Z") ? "Volodymyr Zelensky" : claim.attribution.source
    })
    let diff = CorpusDiff(old: [zelensky], new: [alias], options: options)
    #expect(diff.changes.map(\.kind) == [.moved])
  }

  @Test("killed and wounded of one sentence keep to their own when the source is corrected")
  func twoClaimsOfOneSentence() {
    let sentence = "He put the losses at 300 killed and 300 wounded in the week to Sunday."
    let killed = said(sentence, "300", 300, by: "", in: "a.txt", on: "2025-03-02")
    let wounded = killed.changed { $0.outcome = .injured }
    let corrected = [wounded, killed].map { claim in
      claim.changed { $0.attribution.source = "Oleksandr Syrskyi" }
    }
    let diff = CorpusDiff(old: [killed, wounded], new: corrected)
    #expect(diff.changes.map(\.kind) == [.reattributed, .reattributed])
  }

  @Test("a copy more or less is no revision of anything")
  func copiesAreNoRevisions() {
    let copies = ["a.txt", "b.txt", "c.txt"].map { document in
      zelensky.changed {
        $0.documentID = document
        $0.publisher = document
      }
    }
    let later = said(
      "Zelensky put the dead at 55,000.", "55,000", 55_000, by: "Volodymyr Zelensky",
      in: "interview.txt", on: "2026-02-04")
    let diff = CorpusDiff(old: copies, new: [copies[0], copies[2], later])
    #expect(kinds(diff) == ["added interview.txt", "removed b.txt"])
    #expect(diff.changes.first { $0.kind == .removed }?.isCopy == true)
    #expect(diff.changes.first { $0.kind == .added }?.isCopy == false)
    let doubled = CorpusDiff(old: [zelensky], new: [zelensky, zelensky])
    #expect(doubled.changes.map(\.kind) == [.added])
    #expect(doubled.changes.map(\.isCopy) == [true])
  }

  @Test("two attacks are two claims, not one attack revised")
  func incidentsStayApart() {
    let kharkiv = attack("Kharkiv", 5, on: "2025-03-01")
    let odesa = attack("Odesa", 12, on: "2025-03-02")
    #expect(kinds(CorpusDiff(old: [kharkiv], new: [odesa])).count == 2)
    let muchLater = attack("Kharkiv", 6, on: "2025-06-01")
    #expect(kinds(CorpusDiff(old: [kharkiv], new: [muchLater])).count == 2)
    let nextDay = attack("Kharkiv", 7, on: "2025-03-02")
    #expect(CorpusDiff(old: [kharkiv], new: [nextDay]).changes.map(\.kind) == [.revised])
  }

  @Test("figures for different months are not one figure revised")
  func periodsStayApart() {
    let january = zelensky.changed {
      $0.scope = .period
      $0.from = PartialDate("2025-01")
      $0.to = PartialDate("2025-01")
      $0.quote = ""
    }
    let february = january.changed {
      $0.from = PartialDate("2025-02")
      $0.to = PartialDate("2025-02")
      $0.quantity = Quantity(.exact, 47_000)
      $0.documentID = "other.txt"
    }
    #expect(CorpusDiff(old: [january], new: [february]).changes.count == 2)
  }

  @Test("a figure ten times another is another figure")
  func tenfoldIsNoRevision() {
    let other = said(
      "Zelensky said 460,001 had fallen.", "460,001", 460_001, by: "Volodymyr Zelensky",
      in: "other.txt", on: "2025-03-01")
    #expect(CorpusDiff(old: [zelensky], new: [other]).changes.count == 2)
  }

  @Test(
    "a re-edited sentence is followed though its number and the time that it counts both changed")
  func reeditedSentenceOfOtherScope() {
    let before = wounded(25, "with 25 others injured in the shooting at the store", "store.txt")
    let now = wounded(24, "while 24 others were injured in the shooting at the store", "store.txt")
      .changed { $0.scope = .unknown }
    let diff = CorpusDiff(old: [before], new: [now])
    #expect(diff.changes.map(\.kinds) == [[.reclassified, .revised, .moved]])
    #expect(diff.changes.map(\.rule) == [.similarSentenceInDocument])
    let elsewhere = now.changed { $0.documentID = "other.txt" }
    #expect(CorpusDiff(old: [before], new: [elsewhere]).changes.count == 2)
  }

  @Test("in a page that goes on, the toll of another place is another toll")
  func otherPlaceInOneDocument() {
    let kharkiv = wounded(5, "five people were hurt by shells in Kharkiv", "live.txt")
      .changed { $0.place = "Kharkiv" }
    let odesa = wounded(12, "12 people were hurt by shells in Odesa", "live.txt")
      .changed { $0.place = "Odesa" }
    #expect(
      kinds(CorpusDiff(old: [kharkiv], new: [odesa])) == ["added live.txt", "removed live.txt"])
  }

  @Test("an article that another outlet takes over word for word is a copy")
  func syndicatedArticleIsCopy() {
    let article = wounded(
      4, "an attack overnight hurt four people in the southern regions", "a.txt")
    let copy = article.changed {
      $0.documentID = "mirror.txt"
      $0.publisher = "Mirror Wire"
      $0.id = "copy"
    }
    let added = CorpusDiff(old: [article], new: [article, copy])
    #expect(added.changes.map(\.kind) == [.added])
    #expect(added.changes.map(\.isCopy) == [true])
    let withdrawn = CorpusDiff(old: [article, copy], new: [article])
    #expect(withdrawn.changes.map(\.isCopy) == [true])
    let own = copy.changed { $0.quote = "Four were hurt." }
    #expect(CorpusDiff(old: [article], new: [article, own]).changes.map(\.isCopy) == [false])
  }

  @Test("a new number of a later day is revised; the same number of another day is reclassified")
  func laterDayOfNewNumber() {
    let before = zelensky.changed { $0.to = PartialDate("2025-02-16") }
    let now = before.changed {
      $0.quote = $0.quote.replacing("46,000", with: "47,000")
      $0.expression = "47,000"
      $0.quantity = Quantity(.exact, 47_000)
      $0.to = PartialDate("2025-03-16")
    }
    let revised = CorpusDiff(old: [before], new: [now])
    #expect(revised.changes.map(\.kinds) == [[.revised, .moved]])
    #expect(revised.changes[0].cells.contains { $0.column == "to" })
    let sameNumber = before.changed { $0.to = PartialDate("2024-02-16") }
    #expect(CorpusDiff(old: [before], new: [sameNumber]).changes.map(\.kind) == [.reclassified])
  }

  @Test("names in capitals are the same names")
  func capitalsAreNoDifference() {
    let before = attack("Kharkiv", 5, on: "2025-03-01")
    let now = before.changed {
      $0.quote = $0.quote.uppercased()
      $0.place = "KHARKIV"
      $0.attribution.source = "STATE EMERGENCY SERVICE"
    }
    #expect(CorpusDiff(old: [before], new: [now]).changes.map(\.kind) == [.moved])
  }

  @Test("a line in a document's own voice is followed into the document that took it in")
  func ownVoiceOfMergedDocuments() {
    let line = said(
      "Thousands evacuated", "Thousands", 1_000, by: "", in: "a.txt", on: "2025-03-01")
    let anchor = zelensky.changed { $0.documentID = "a.txt" }
    let old = [line, anchor]
    let new = old.map { claim in claim.changed { $0.documentID = "merged.txt" } }
    #expect(CorpusDiff(old: old, new: new).changes.map(\.kind) == [.moved, .moved])
  }

  @Test("running counts of two conflicts are two counts")
  func conflictsStayApart() {
    let options = DiffOptions(subject: { $0.published?.year == 2025 ? "one war" : "another" })
    let later = said(
      "He put the dead at 55,000.", "55,000", 55_000, by: "Volodymyr Zelensky", in: "later.txt",
      on: "2026-02-04")
    #expect(CorpusDiff(old: [zelensky], new: [later], options: options).changes.count == 2)
    #expect(CorpusDiff(old: [zelensky], new: [later]).changes.map(\.kind) == [.revised])
  }

  @Test("the nearest date wins, and the others are added")
  func nearestDateWins() {
    let march = said("", "", 47_000, by: "Volodymyr Zelensky", in: "m.txt", on: "2025-03-01")
    let june = said("", "", 48_000, by: "Volodymyr Zelensky", in: "j.txt", on: "2025-06-01")
    let diff = CorpusDiff(old: [zelensky], new: [june, march])
    #expect(kinds(diff) == ["added j.txt", "revised m.txt"])
  }

  @Test("a re-edited sentence in a renamed document is followed")
  func reeditedAndRenamed() {
    let anchor = said(
      "Moscow has not published a figure of its own since 2022, when it gave 5,937 dead.",
      "5,937", 5_937, by: "Sergei Shoigu", in: "story.txt", on: "2025-02-16")
    let edited = zelensky.changed {
      $0.documentID = "story-updated.txt"
      $0.quote =
        "President Volodymyr Zelensky said Sunday that 46,100 Ukrainian soldiers had been killed."
      $0.expression = "46,100"
      $0.quantity = Quantity(.exact, 46_100)
      $0.attribution.source = "Volodymyr Zelensky"
    }
    let old = [anchor, zelensky.changed { $0.documentID = "story.txt" }]
    let new = [edited, anchor.changed { $0.documentID = "story-updated.txt" }]
    let diff = CorpusDiff(old: old, new: new)
    #expect(Set(diff.changes.map(\.kind)) == [.moved, .revised])
    #expect(diff.changes.first { $0.kind == .revised }?.rule == .similarSentenceOnQuestion)
  }

  @Test("a part of a whole that moved along is no reclassification")
  func partsFollowTheirWhole() {
    let whole = zelensky.changed { $0.id = "whole-1" }
    let part = said(
      "Volodymyr Zelensky said on Sunday that 46,000 Ukrainian soldiers had been killed.", "200",
      200, by: "Volodymyr Zelensky", in: "zelensky.txt", on: "2025-02-16"
    ).changed { $0.partOf = "whole-1" }
    let newWhole = whole.changed {
      $0.id = "whole-2"
      $0.documentID = "b.txt"
    }
    let newPart = part.changed {
      $0.partOf = "whole-2"
      $0.documentID = "b.txt"
    }
    let diff = CorpusDiff(old: [whole, part], new: [newWhole, newPart])
    #expect(diff.changes.map(\.kind) == [.moved, .moved])
    let orphan = newPart.changed { $0.partOf = nil }
    let cut = CorpusDiff(old: [whole, part], new: [newWhole, orphan])
    #expect(cut.changes.contains { $0.kind == .reclassified })
  }

  @Test("ignored columns and tolerated numbers are no changes")
  func optionsHideChanges() {
    let other = zelensky.changed {
      $0.confidence = 400
      $0.quantity = Quantity(.exact, 46_100)
      $0.interval = Interval(exactly: 46_100)
    }
    let strict = CorpusDiff(old: [zelensky], new: [other])
    #expect(
      strict.changes.map { $0.cells.map(\.column) }
        == [["stated_low", "stated_high", "low", "best", "high", "confidence"]])
    let tolerant = DiffOptions(ignored: ["confidence"], tolerance: Tolerance(perMille: 10))
    let diff = CorpusDiff(old: [zelensky], new: [other], options: tolerant)
    #expect(diff.isEmpty)
    #expect(diff.counts[.unchanged] == 1)
    let narrow = DiffOptions(ignored: ["confidence"], tolerance: Tolerance(absolute: 99))
    let found = CorpusDiff(old: [zelensky], new: [other], options: narrow)
    #expect(found.changes.map(\.kind) == [.revised])
  }

  @Test("only the kinds asked for are listed, and all are counted")
  func onlyKindsAreListed() {
    let options = DiffOptions(kinds: [.removed])
    let other = zelensky.changed {
      $0.party = "Russia"; $0.quote = ""; $0.attribution.source = "X"
    }
    let diff = CorpusDiff(old: [zelensky], new: [other], options: options)
    #expect(diff.listed.map(\.kind) == [.removed])
    #expect(diff.counts[.added] == 1)
  }

  @Test("claims of hand-made tables without text, documents or ids are paired by what they have")
  func bareRows() {
    let a = Claim(
      quantity: Quantity(.exact, 100), interval: Interval(exactly: 100), outcome: .killed)
    let b = a.changed { $0.party = "Sudan" }
    let diff = CorpusDiff(
      old: [a, b], new: [b, a.changed { $0.quantity = Quantity(.exact, 110) }])
    #expect(diff.changes.map(\.kind) == [.revised])
    #expect(diff.counts[.unchanged] == 1)
  }

  /// The kinds and documents of all changes, sorted.
  private func kinds(_ diff: CorpusDiff) -> [String] {
    diff.changes.map { "\($0.kind.rawValue) \($0.latest?.documentID ?? "")" }.sorted()
  }

  private func wounded(_ count: Int, _ words: String, _ document: String) -> Claim {
    said(
      "The gunman fled, officials said on Monday, \(words).", String(count), count,
      by: "officials", in: document, on: "2025-03-01"
    ).changed {
      $0.outcome = .injured
      $0.party = ""
      $0.status = .unspecified
      $0.scope = .incident
    }
  }

  private func attack(_ place: String, _ count: Int, on day: String) -> Claim {
    said(
      "Rescuers counted \(count) dead in \(place).", String(count), count,
      by: "State Emergency Service",
      in: "\(place)-\(day).txt", on: day
    ).changed {
      $0.scope = .incident
      $0.place = place
      $0.status = .civilian
    }
  }
}

/// A cumulative claim about Ukrainian soldiers killed.
func said(
  _ quote: String, _ expression: String, _ count: Int, by source: String, in document: String,
  on day: String
) -> Claim {
  var claim = Claim(
    quantity: Quantity(.exact, count), interval: Interval(exactly: count), outcome: .killed)
  claim.documentID = document
  claim.published = PartialDate(day)
  claim.quote = quote
  claim.expression = expression
  claim.party = "Ukraine"
  claim.status = .military
  claim.scope = .cumulative
  claim.attribution.source = source
  claim.confidence = 900
  return claim
}
