internal import ClaimModel
internal import Lexicons

/// Finds the figures of list items that are shares of the figure which opens the list.
///
/// 'The group documented 160 deaths, as follows:', 'Civilian deaths', '65 civilians:', '• 24 were
/// killed in the north': a line that ends in a colon or stands right before items opens a list, and
/// an item that opens a list of its own does so for the items under it.
struct ItemLists {
  /// A figure whose shares may follow.
  private struct Whole {
    var outcome: Outcome
    var left: Int
  }

  private var sentences: [SentenceGrammar]
  private var list: Whole?
  private var item: Whole?

  private init(_ sentences: [SentenceGrammar]) { self.sentences = sentences }

  /// The sentences with the figures of items marked as parts.
  static func marked(in sentences: [SentenceGrammar]) -> [SentenceGrammar] {
    guard sentences.contains(where: \.isItem) else { return sentences }
    var lists = ItemLists(sentences)
    for index in sentences.indices { lists.read(index) }
    return lists.sentences
  }

  private mutating func read(_ sentence: Int) {
    let grammar = sentences[sentence]
    if grammar.isItem {
      mark(sentence, item != nil ? \.item : \.list)
      if grammar.endsInColon, let whole = whole(of: sentence) { item = whole }
      return
    }
    let opens = sentence + 1 < sentences.count && sentences[sentence + 1].isItem
    if grammar.endsInColon, let whole = whole(of: sentence) {
      (list, item) = (whole, nil)
    } else if grammar.mentions.contains(where: { $0.rule == .list && $0.trigger == nil }) {
      mark(sentence, \.list)
      item = whole(of: sentence)
    } else if let whole = whole(of: sentence) {
      (list, item) = (opens ? whole : nil, nil)
    } else if !opens, grammar.units.count > 7 {
      // Between a figure and its items may stand a heading, no sentence.
      (list, item) = (nil, nil)
    } else if list != nil {
      item = nil
    }
  }

  /// Marks the figures of an item as parts while they do not sum up to more than the whole.
  private mutating func mark(_ sentence: Int, _ whole: WritableKeyPath<ItemLists, Whole?>) {
    guard let outcome = self[keyPath: whole]?.outcome, var left = self[keyPath: whole]?.left
    else { return }
    for index in sentences[sentence].mentions.indices {
      let mention = sentences[sentence].mentions[index]
      guard mention.outcome == outcome, mention.reason == nil, mention.whole == nil,
        !mention.isPartOfEarlier, !mention.number.isZeroWord,
        let value = mention.number.low.whole, value <= left
      else { continue }
      left -= value
      sentences[sentence].mentions[index].isPartOfEarlier = true
    }
    self[keyPath: whole]?.left = left
  }

  /// The first figure of a sentence that others may be shares of.
  private func whole(of sentence: Int) -> Whole? {
    for mention in sentences[sentence].mentions {
      guard let outcome = mention.outcome, mention.reason == nil, mention.whole == nil,
        mention.number.qualifier != .indefinite, let high = mention.number.high.whole, high > 2
      else { continue }
      return Whole(outcome: outcome, left: high)
    }
    return nil
  }
}

extension SentenceGrammar {
  /// Whether a sentence is an item of a list: it opens with a bullet or a dash.
  var isItem: Bool {
    units.count > 2 && (isBullet(0) || isMark(0x2023, 0))
  }

  /// The figures of a sentence that tells place by place of the same matter as the one before: '22
  /// died in the north, 14 in the south'; none where it speaks of another time.
  var sharesByPlace: [Int] {
    guard classes.isDisjoint(with: [.month, .weekday, .timeModifier, .more]) else { return [] }
    let told = mentions.indices.filter { mentions[$0].outcome != nil && mentions[$0].reason == nil }
    guard let first = told.first,
      told.allSatisfy({
        mentions[$0].outcome == mentions[first].outcome && mentions[$0].whole == nil
          && !mentions[$0].isPartOfEarlier && !mentions[$0].number.isZeroWord
          && mentions[$0].number.qualifier == .exact && !isIncrement($0)
      }),
      told.dropFirst().allSatisfy({
        mentions[$0].kind == .none && isJoint(mentions[$0].unit - 1)
          && has(mentions[$0].end + 1, .preposition)
      }),
      mentions.allSatisfy({ $0.reason != "year" })
    else { return [] }
    return told
  }
}
