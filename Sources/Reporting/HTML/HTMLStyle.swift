/// The style sheet of HTML reports: light and dark, phone and print, left to right and back.
enum HTMLStyle {
  /// The rules, with the plots' among them.
  static let text =
    ":root{" + PlotStyle.lightColors + lightExtras + "}\n"
    + "@media (prefers-color-scheme:dark){:root{" + PlotStyle.darkColors + darkExtras + "}}\n"
    + page + tables + parts + PlotStyle.rules + media

  /// The colours of pages beside those of plots, by scheme.
  static let lightExtras = """
    --paper:#f6f7f9;--link:#0a58a8;--mark:#ffe38a;--accent:#a4380a;
    --h1:#e3eff9;--h2:#c6dff2;--h3:#a3cbe9;--h4:#7fb5df;--h5:#5ba0d5;--hot:#10151a;
    --good:#0b6b3a;--fair:#0a5f7a;--weak:#7a5200;--bad:#a3190f;
    """
  /// The same in the dark.
  static let darkExtras = """
    --paper:#1c2026;--link:#7cc0ff;--mark:#4d3d0a;--accent:#ffab7d;
    --h1:#16283a;--h2:#173650;--h3:#184567;--h4:#19547f;--h5:#1a6397;--hot:#fff;
    --good:#6fdc9c;--fair:#6fd3ee;--weak:#f0c25b;--bad:#ff9e94;
    """

  private static let page = """
    *{box-sizing:border-box}
    html{scroll-padding-block-start:4rem;-webkit-text-size-adjust:100%}
    body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
    header,main{max-inline-size:82rem;margin-inline:auto;padding-inline:clamp(1rem,4vw,2.5rem)}
    header{padding-block:2.5rem 1rem}
    h1{font-size:clamp(1.7rem,4.5vw,2.6rem);line-height:1.15;letter-spacing:-.02em;margin:0 0 .4rem;text-wrap:balance}
    h2{font-size:1.45rem;line-height:1.25;letter-spacing:-.01em;margin:0 0 .4rem}
    h3{font-size:1.05rem;line-height:1.35;margin:0}
    section{margin-block:3rem}
    a{color:var(--link);text-underline-offset:.15em}
    a:focus-visible,summary:focus-visible,button:focus-visible,input:focus-visible,.scroll:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:3px}
    .subtitle{font-size:1.15rem;color:var(--muted);margin:0 0 1rem;max-inline-size:60ch}
    .lead{color:var(--muted);margin:0 0 1rem;max-inline-size:70ch}
    .muted,small,.context{color:var(--muted)}
    small{display:block;font-size:.8rem;font-weight:400;line-height:1.35}
    .skip{position:absolute;inset-inline-start:-200vw}.skip:focus{position:static}
    .counts{display:flex;flex-wrap:wrap;gap:.5rem;list-style:none;padding:0;margin:1.2rem 0 0}
    .counts a{display:block;padding:.5rem .9rem;background:var(--paper);border:1px solid var(--rule);border-radius:.6rem;color:var(--muted);text-decoration:none}
    .counts a:hover{border-color:var(--link)}
    .counts b{display:block;font-size:1.4rem;line-height:1.2;color:var(--ink);font-variant-numeric:tabular-nums}
    nav{position:sticky;inset-block-start:0;z-index:3;background:var(--ground);border-block:1px solid var(--rule)}
    nav ul{display:flex;gap:.2rem;overflow-x:auto;list-style:none;max-inline-size:82rem;margin:0 auto;padding:0 clamp(.5rem,3.5vw,2rem)}
    nav a{display:block;padding:.7rem .6rem;white-space:nowrap;text-decoration:none;color:var(--ink);font-size:.92rem}
    nav a:hover{color:var(--link);text-decoration:underline}

    """

  private static let tables = """
    .scroll{overflow-x:auto;margin-block:.8rem;-webkit-overflow-scrolling:touch}
    table{border-collapse:collapse;inline-size:100%;font-size:.93rem}
    caption{text-align:start;color:var(--muted);font-size:.85rem;padding-block-end:.4rem}
    th,td{padding:.5rem .65rem;text-align:start;vertical-align:top;border-block-end:1px solid var(--rule)}
    thead th,thead td{border-block-end:2px solid var(--ink);vertical-align:bottom;font-size:.85rem;line-height:1.3}
    thead .spanner{text-align:center;border-block-end:1px solid var(--muted);color:var(--muted);font-weight:500}
    tbody th{font-weight:500}
    .n{text-align:right;direction:ltr;unicode-bidi:isolate;font-variant-numeric:tabular-nums;white-space:nowrap}
    .value,.ends,.gauge b{direction:ltr;unicode-bidi:isolate}
    .n small{white-space:normal}
    .best{font-weight:650}
    a.n{color:inherit;text-decoration-color:var(--muted);text-decoration-style:dotted}
    a.n:hover{color:var(--link)}
    tbody tr:hover{background:var(--paper)}
    tr:target,.claim:target,.question:target>summary{background:var(--mark)}
    .text{min-inline-size:18rem}.about{min-inline-size:7rem}
    .ranges{font-size:.86rem}.ranges th,.ranges td{padding-inline:.35rem}
    .ranges .pin{min-inline-size:11rem;max-inline-size:18rem}.ranges .agree{white-space:normal;min-inline-size:4.8rem}.ranges .agree a{white-space:normal}
    .ranges thead .n{white-space:normal}
    .ranges .spanner{border-inline:.35rem solid var(--ground)}
    .bar{min-inline-size:6rem;inline-size:10%;vertical-align:middle;padding-inline:.2rem}
    .ends{display:flex;justify-content:space-between;color:var(--muted);font-weight:400;min-inline-size:6rem}
    .date{white-space:nowrap}
    .qn{color:var(--muted);font-weight:500;font-variant-numeric:tabular-nums}
    .heat td{border:2px solid var(--ground);text-align:center}
    .heat thead th.n{text-align:center;white-space:normal}
    .heat td small{color:inherit}
    .h0{color:var(--muted)}.h1{background:var(--h1)}.h2{background:var(--h2)}.h3{background:var(--h3)}.h4{background:var(--h4)}.h5{background:var(--h5)}
    .h1,.h2,.h3,.h4,.h5{color:var(--hot);font-weight:600}.heat tbody tr:hover{background:none}
    th button{all:unset;cursor:pointer;font:inherit;text-decoration:underline dotted;text-underline-offset:.2em}
    th button:focus-visible{outline:3px solid var(--link);outline-offset:2px}
    th[aria-sort=ascending] button::after{content:" ▲"}th[aria-sort=descending] button::after{content:" ▼"}
    .filter{display:block;margin-block:.6rem;color:var(--muted);font-size:.9rem}
    .filter input{font:inherit;color:var(--ink);background:var(--ground);border:1px solid var(--muted);border-radius:.4rem;padding:.35rem .6rem;margin-inline-start:.4rem;inline-size:min(22rem,100%)}

    """

  private static let parts = """
    .cards{list-style:none;padding:0;margin:1rem 0;display:grid;gap:.8rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,30rem),1fr))}
    .card{display:grid;grid-template-columns:5.6rem 1fr;gap:1rem;background:var(--paper);border:1px solid var(--rule);border-inline-start:5px solid var(--accent);border-radius:.6rem;padding:.9rem 1rem}
    .k-revision,.k-echo,.k-unbounded,.k-gap{border-inline-start-color:var(--muted)}
    .gauge{text-align:center;line-height:1.15}.gauge b{display:block;font-size:1.55rem;letter-spacing:-.02em;color:var(--accent);font-variant-numeric:tabular-nums}
    .k-revision .gauge b,.k-echo .gauge b,.k-unbounded .gauge b,.k-gap .gauge b{color:var(--muted)}
    .gauge span{color:var(--muted);font-size:.78rem}
    .sentence{margin:0;font-size:1.05rem;line-height:1.4;text-wrap:pretty}
    .tail{margin:.35rem 0 0;font-size:.85rem;color:var(--muted);overflow-wrap:anywhere}
    .kind,.flag,.grade{display:inline-block;border:1px solid currentColor;border-radius:1rem;padding:0 .55rem;font-size:.78rem;line-height:1.5;white-space:nowrap}
    .flag{color:var(--weak);white-space:normal}
    .kind{color:var(--muted)}
    .g-confirmed{color:var(--good)}.g-fair{color:var(--fair)}.g-weak{color:var(--weak)}.g-contested{color:var(--bad)}
    .side{color:var(--c);font-weight:600}
    .legend{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;list-style:none;padding:0;margin:.4rem 0;font-size:.88rem}
    .legend li{display:flex;align-items:center;gap:.35rem}svg.plot.key{inline-size:16px;flex:none}
    details>summary{cursor:pointer}.fold>summary{padding-block:.5rem;color:var(--link)}
    .how{background:var(--paper);border:1px solid var(--rule);border-radius:.6rem;padding:.7rem 1rem;margin-block:1.2rem}
    .how p{max-inline-size:75ch}
    dl{display:grid;grid-template-columns:max-content 1fr;gap:.4rem 1rem}dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}
    .question{border-block-start:1px solid var(--rule);padding-block:1rem;scroll-margin-block-start:4rem;contain-intrinsic-size:auto 400px;content-visibility:auto}
    .question>summary{padding-block:.2rem;border-radius:.3rem}
    .question>summary h3,.doc>summary h3{display:inline}
    .value{font-weight:700;font-variant-numeric:tabular-nums;margin-inline-start:.5rem;white-space:nowrap}
    .question>summary .context,.doc>summary .context{display:block;font-size:.86rem;margin-inline-start:1.1rem}
    figure{margin:1rem 0;max-inline-size:52rem}figcaption{color:var(--muted);font-size:.88rem;margin-block-start:.4rem}
    .answers{margin-block:.6rem}.answers>summary,.fold>summary{color:var(--link);font-size:.92rem;padding-block:.2rem;min-block-size:28px}
    .qfindings{padding-inline-start:0;list-style:none}.qfindings li{margin-block:.45rem;max-inline-size:80ch}
    .doc{border-block-start:1px solid var(--rule);padding-block:.8rem;contain-intrinsic-size:auto 300px;content-visibility:auto}
    .claims{list-style:none;padding:0;margin:.6rem 0}
    .claim{padding:.7rem .8rem;margin-block:.5rem;border-radius:.5rem;scroll-margin-block-start:4rem;background:var(--paper)}
    .claim p{margin:0}.claim .no{color:var(--muted);text-decoration:none;font-variant-numeric:tabular-nums}
    .who{font-weight:600}.who::before{content:"— ";font-weight:400;color:var(--muted)}
    blockquote{margin:.4rem 0;padding-inline-start:.8rem;border-inline-start:3px solid var(--rule);font-family:Georgia,"Noto Serif",serif;max-inline-size:75ch;overflow-wrap:anywhere}
    mark{background:var(--mark);color:inherit;padding:.05em .15em;border-radius:.2em}
    .claim:target mark{outline:1px solid var(--ink)}
    code{font-size:.85em}
    .ref{display:inline-block;min-inline-size:24px;line-height:24px;text-align:center;font-variant-numeric:tabular-nums;text-decoration-thickness:1px}
    .more{color:var(--muted);font-style:italic}
    .tip{position:fixed;inset-inline:0;inset-block-end:0;z-index:9;background:var(--ink);color:var(--ground);padding:.8rem 1rem;max-block-size:40vh;overflow:auto;box-shadow:0 -4px 20px #0005}
    .tip p{margin:0 auto;max-inline-size:72rem}.tip a{color:inherit}.tip:empty{display:none}

    """

  private static let media = """

    @media (max-width:40rem){
    .card{grid-template-columns:1fr;gap:.3rem}.gauge{text-align:start}.gauge b{display:inline}.gauge span{margin-inline-start:.4rem}
    .ranges .pin{min-inline-size:10.5rem;max-inline-size:11rem;position:sticky;inset-inline-start:0;background:var(--ground);z-index:1;border-inline-end:1px solid var(--rule)}
    dl{grid-template-columns:1fr;gap:.1rem}dd{margin-block-end:.5rem}
    section{margin-block:2.2rem}}
    @media print{
    :root{\(PlotStyle.lightColors)\(lightExtras)}
    nav,.filter,.skip,.tip{display:none}body{font-size:10pt}
    details:not([open])>*{display:block}details::details-content{content-visibility:visible;block-size:auto}
    .question,.doc{content-visibility:visible}
    .card,.claim,figure,tr{break-inside:avoid}h2,h3,summary{break-after:avoid}
    .scroll{overflow:visible}table{font-size:8pt}a{color:inherit;text-decoration:none}
    th,td{padding:.2rem .3rem}.text{min-inline-size:0}.bar,.barhead{display:none}
    .ranges{font-size:7pt}.ranges th,.ranges td{padding-inline:.15rem}.ranges .n{white-space:normal}
    .ranges .pin,.ranges .agree{min-inline-size:0}
    td small,th small,thead th,td .kind,td .grade{font-size:.9em}
    thead{display:table-header-group}}
    @media (forced-colors:active){.plot .s,.plot .w,.plot .line{forced-color-adjust:none}}
    """
}
