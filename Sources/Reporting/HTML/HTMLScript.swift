import DelimitedText

/// The script of HTML reports: it sorts, filters, opens what a link leads to and shows sentences.
///
/// Nothing depends on it: without it tables stand in their order, links work, and marks of plots
/// show their sentence as the browser's own tooltip.
enum HTMLScript {
  /// The script in some language, without the element.
  static func text(_ words: ReportWords) -> String {
    var text = template
    for word in [
      ReportWord.scriptFilterRows, .scriptFilterClaims, .scriptFound, .scriptGoClaim,
      .scriptGoQuestion,
    ] {
      let mark = "@\(word.rawValue)@"
      while let place = text.firstRange(of: mark) {
        text.replaceSubrange(place, with: JSONValue.string(words[word]).text)
      }
    }
    return text
  }

  private static let template = #"""

    (function(){
    "use strict";
    var d=document;
    function reveal(){var e;try{e=d.getElementById(decodeURIComponent(location.hash.slice(1)))}catch(x){return}
    if(!e)return;for(var p=e;p;p=p.parentElement)if(p.tagName==="DETAILS")p.open=true;e.scrollIntoView()}
    addEventListener("hashchange",reveal);if(location.hash)reveal();
    addEventListener("beforeprint",function(){d.querySelectorAll("details").forEach(function(x){x.open=true})});
    function key(row,i,isNumber){var c=row.cells[i];if(!c)return isNumber?-Infinity:"";
    if(isNumber){var v=parseFloat(c.dataset.v);return isNaN(v)?-Infinity:v}return c.textContent.trim().toLowerCase()}
    d.querySelectorAll("table.sortable").forEach(function(t){
    var fold=t.closest("details.fold");
    if(fold&&!fold.open)fold.addEventListener("toggle",function(){sortable(t)},{once:true});else sortable(t)});
    function sortable(t){
    t.tHead.querySelectorAll("th:not(.spanner)").forEach(function(th){
    var b=d.createElement("button");b.type="button";while(th.firstChild)b.appendChild(th.firstChild);th.appendChild(b);
    b.addEventListener("click",function(){
    var i=column(t,th),up=th.getAttribute("aria-sort")==="descending",isNumber=th.dataset.sort==="number";
    t.tHead.querySelectorAll("[aria-sort]").forEach(function(x){x.removeAttribute("aria-sort")});
    th.setAttribute("aria-sort",up?"ascending":"descending");
    var body=t.tBodies[0],rows=Array.from(body.rows).map(function(r){return[key(r,i,isNumber),r]});
    rows.sort(function(a,b){var o=a[0]<b[0]?-1:a[0]>b[0]?1:0;return up?o:-o});
    var f=d.createDocumentFragment();rows.forEach(function(r){f.appendChild(r[1])});body.appendChild(f)})});
    if(t.tBodies[0].rows.length>8)filter(t,Array.from(t.tBodies[0].rows),@script_filter_rows@)}
    function column(t,th){var grid=[],rows=t.tHead.rows;
    for(var r=0;r<rows.length;r++){grid[r]=grid[r]||[];var c=0;for(var k=0;k<rows[r].cells.length;k++){var cell=rows[r].cells[k];
    while(grid[r][c])c++;for(var y=0;y<cell.rowSpan;y++){grid[r+y]=grid[r+y]||[];for(var x=0;x<cell.colSpan;x++)grid[r+y][c+x]=cell}
    if(cell===th)return c;c+=cell.colSpan}}return 0}
    function filter(near,items,label){var l=d.createElement("label"),n=d.createElement("input"),o=d.createElement("span"),timer;
    l.className="filter";l.textContent=label;n.type="search";o.setAttribute("role","status");l.append(n," ",o);
    var place=near.closest(".scroll")||near;place.parentNode.insertBefore(l,place);
    n.addEventListener("input",function(){clearTimeout(timer);timer=setTimeout(function(){
    var q=n.value.trim().toLowerCase(),count=0;
    items.forEach(function(r){var s=!q||r.textContent.toLowerCase().indexOf(q)>=0;r.hidden=!s;if(s)count++});
    d.querySelectorAll("details.doc").forEach(function(x){if(near.closest("#claims")){var some=!!x.querySelector(".claim:not([hidden])");x.hidden=!some;if(q&&some)x.open=true}});
    o.textContent=q?@script_found@.replace("{count}",count).replace("{all}",items.length):""},120)})}
    var claims=d.querySelector("#claims details"),all=d.querySelectorAll("#claims .claim");
    if(claims&&all.length>8)filter(claims,Array.from(all),@script_filter_claims@);
    var tip=d.createElement("div"),shown=null;tip.className="tip";tip.setAttribute("role","status");d.body.appendChild(tip);
    function show(m){if(shown===m)return;shown=m;tip.textContent="";if(!m)return;
    var t=m.querySelector("title");if(t){m.setAttribute("aria-label",t.textContent);t.remove()}
    var p=d.createElement("p");p.textContent=m.getAttribute("aria-label");
    var h=m.getAttribute("href");if(h){var a=d.createElement("a");a.href=h;a.textContent=@script_go_claim@;
    if(h.slice(0,2)==="#q"||h.slice(0,2)==="#r")a.textContent=@script_go_question@;
    a.addEventListener("click",function(){show(null)});p.append(" ",a)}
    tip.appendChild(p)}
    function mark(e){return e.target.closest&&e.target.closest("svg .mark")}
    d.addEventListener("pointerover",function(e){if(e.pointerType==="mouse"){var m=mark(e);if(m)show(m);else if(!tip.contains(e.target)&&!tip.contains(d.activeElement))show(null)}});
    d.addEventListener("focusin",function(e){var m=mark(e);if(m)show(m);else if(!tip.contains(e.target))show(null)});
    d.addEventListener("click",function(e){var m=mark(e);if(!m){if(!tip.contains(e.target))show(null);return}
    if(e.pointerType==="touch"){e.preventDefault();show(m)}else show(null)});
    d.addEventListener("keydown",function(e){if(e.key==="Escape")show(null)});
    })();

    """#
}
