import Lexicons
import Testing

/// The classes of words, each a bit of its own.
@Suite struct WordClassesTests {
  @Test func giveEveryClassOfTheGrammarABitOfItsOwn() {
    let classes = LexiconBuilder.grammarClasses
    #expect(classes.count > 60)
    var owners: [UInt128: String] = [:]
    for (name, mark) in classes.sorted(by: { $0.key < $1.key }) {
      #expect(mark.rawValue.nonzeroBitCount == 1, "\(name)")
      let owner = owners.updateValue(name, forKey: mark.rawValue)
      #expect(owner == nil, "\(name) and \(owner ?? "")")
    }
  }
}
