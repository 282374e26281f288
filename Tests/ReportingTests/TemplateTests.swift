import ClaimModel
import Testing

@testable import Reporting

@Suite struct Templates {
  @Test func `A Markdown template sees every name it asks for`() throws {
    let template = try ReportTemplate(
      """
      # {{title}}: {{claim_count}} claims
      {{#headlines}}
      * {{kind_words}}: {{sentence}}{{#claims}} [{{number}}](#{{anchor}}){{/claims}}
      {{/headlines}}
      {{#questions}}
      ## {{number}} {{title}} {{range}}
      {{#answers}}
      {{source}} ({{side}}) {{figure}}{{#claims}}: {{{quote}}}{{/claims}}
      {{/answers}}
      {{/questions}}
      {{#coverage}}{{#rows}}{{side}}:{{#cells}} {{claims}}{{/cells}};{{/rows}}{{/coverage}}
      {{^set_aside}}none{{/set_aside}}{{nothing}}
      """, named: "desk.md", format: .markdown)
    let text = try TextOutput.string { try template.write(UkraineFixture.report, to: &$0) }
    try Snapshot.expect(text, matches: "template.md")
  }

  @Test func `An HTML template can reuse the parts of the page`() throws {
    let template = try ReportTemplate(
      """
      <!DOCTYPE html><html lang="en"><title>{{title}}</title><style>{{style}}</style>
      <main>{{part_ranges}}{{#questions}}{{forest}}{{/questions}}</main></html>
      """, named: "desk.html", format: .html)
    let text = try TextOutput.string { try template.write(UkraineFixture.report, to: &$0) }
    #expect(text.contains("<h2 id=\"ranges-h\">"))
    #expect(text.contains("id=\"forest-3-t\""))
    #expect(!text.contains("{{"))
  }

  @Test(arguments: ["{{#questions}}", "{{title", "{{#a}}{{/b}}", "x\n{{#a}}\n{{/a"])
  func `A broken template is refused with its place`(text: String) throws {
    let fault = #expect(throws: InputFault.self) {
      try ReportTemplate(text, named: "desk.md", format: .markdown)
    }
    #expect(fault?.subject == "desk.md")
    #expect(fault?.location.hasPrefix("line ") == true)
  }
}
