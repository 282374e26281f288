import DelimitedText
import Testing

@Suite struct JSONValueTests {
  @Test func membersKeepTheirOrder() {
    let value: JSONValue = [
      "z": 1, "a": ["x", true, .null], "e": [:], "d": .decimal("0.85"), "l": [],
    ]
    #expect(value.text == #"{"z":1,"a":["x",true,null],"e":{},"d":0.85,"l":[]}"#)
    #expect(
      value.indentedText == """
        {
          "z": 1,
          "a": [
            "x",
            true,
            null
          ],
          "e": {},
          "d": 0.85,
          "l": []
        }

        """)
  }

  @Test func stringsAreEscaped() {
    #expect(
      JSONValue.string("a\"b\\c\n\r\t\u{0}\u{1F}\u{7F}é😀</script>").text
        == #""a\"b\\c\n\r\t\u0000\u001f\u007fé😀\u003c/script>""#)
  }

  @Test func missingNumbersAreNull() {
    #expect(JSONValue.integer(orNull: nil).text == "null")
    #expect(JSONValue.integer(orNull: -3).text == "-3")
  }
}
