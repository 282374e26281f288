/// The style sheet of a diff's page: light and dark, phone and print, no change told by colour alone.
enum DiffStyle {
  /// The rules.
  ///
  /// Text and its ground differ by 4.5 to 1 at least, in both schemes.
  static let text = """
    :root{color-scheme:light dark;--ink:#10151a;--muted:#4d5863;--ground:#fff;--paper:#f5f6f8;--rule:#d5dae0;--link:#0a58a8;\
    --old:#8c1d18;--old-ground:#fde7e5;--new:#0b5c33;--new-ground:#def4e6;--changed:#6b4600;--changed-ground:#fdf0d0}
    @media (prefers-color-scheme:dark){:root{--ink:#eceff2;--muted:#a9b3bd;--ground:#14171b;--paper:#1d2127;--rule:#39414a;--link:#7cc0ff;\
    --old:#ffb4ab;--old-ground:#4a1613;--new:#8ee6b4;--new-ground:#0d3a22;--changed:#f3cb72;--changed-ground:#3d2d05}}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%}
    body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
    header,main,footer{max-inline-size:72rem;margin-inline:auto;padding-inline:clamp(1rem,4vw,2.5rem)}
    header{padding-block:2.2rem .5rem}
    footer{padding-block:1rem 3rem;color:var(--muted);font-size:.88rem}
    h1{font-size:clamp(1.5rem,4vw,2.3rem);line-height:1.2;letter-spacing:-.015em;margin:.2rem 0 .8rem;text-wrap:balance}
    h2{font-size:1.3rem;line-height:1.3;margin:2.4rem 0 .6rem}
    h3{font-size:1.02rem;line-height:1.4;margin:0}
    p{margin:.4rem 0}
    a{color:var(--link);text-underline-offset:.15em}
    a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--link);outline-offset:2px}
    .skip{position:absolute;inset-inline-start:-200vw}.skip:focus{position:static}
    .eyebrow{color:var(--muted);margin:0;overflow-wrap:anywhere}
    .tally{display:flex;flex-wrap:wrap;gap:.5rem;list-style:none;padding:0;margin:1rem 0 0}
    .tally li{padding:.35rem .8rem;background:var(--paper);border:1px solid var(--rule);border-radius:.6rem;color:var(--muted)}
    .tally b{color:var(--ink);font-variant-numeric:tabular-nums}
    .scroll{overflow-x:auto}
    table{border-collapse:collapse;inline-size:100%;font-size:.93rem}
    caption{text-align:start;color:var(--muted);font-size:.88rem;padding-block-end:.4rem}
    th,td{padding:.45rem .6rem;text-align:start;vertical-align:top;border-block-end:1px solid var(--rule);overflow-wrap:anywhere}
    thead th{border-block-end:2px solid var(--ink);font-size:.85rem}
    tbody th{font-weight:500}
    .n{font-variant-numeric:tabular-nums}
    .change ul{margin:.4rem 0 0;padding-inline-start:1.2rem}.change p{margin:.3rem 0}
    .change{border:1px solid var(--rule);border-inline-start:5px solid var(--changed);border-radius:.6rem;padding:.8rem 1rem;margin-block:.8rem;\
    content-visibility:auto;contain-intrinsic-size:auto 220px}
    .change.added{border-inline-start-color:var(--new)}.change.removed{border-inline-start-color:var(--old)}
    .change.moved{border-inline-start-color:var(--muted)}
    .kind{display:inline-block;border-radius:1rem;padding:0 .6rem;font-size:.82rem;font-weight:600;background:var(--changed-ground);color:var(--changed)}
    .added .kind{background:var(--new-ground);color:var(--new)}.removed .kind{background:var(--old-ground);color:var(--old)}
    .moved .kind{background:var(--paper);color:var(--muted)}
    .sides{display:grid;grid-template-columns:1fr 1fr;gap:.8rem;margin-block:.6rem}
    .side{background:var(--paper);border-radius:.5rem;padding:.6rem .8rem;min-inline-size:0;overflow-wrap:anywhere}
    .side h4{margin:0;font-size:.8rem;font-weight:600;color:var(--muted)}
    .figure{font-size:1.15rem;font-weight:650;font-variant-numeric:tabular-nums}
    blockquote{margin:.3rem 0;font-family:Georgia,"Noto Serif",serif}
    .place{color:var(--muted);font-size:.85rem}
    del{background:var(--old-ground);color:var(--old);text-decoration:line-through;text-decoration-thickness:1.5px;border-radius:.2em}
    ins{background:var(--new-ground);color:var(--new);text-decoration:underline;text-underline-offset:.2em;border-radius:.2em}
    .why{color:var(--muted);font-size:.88rem}
    summary{cursor:pointer;color:var(--link)}
    .hidden{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    @media (max-width:44rem){.sides{grid-template-columns:1fr}}
    @media print{.change{content-visibility:visible;break-inside:avoid}h2{break-after:avoid}details>*{display:block}}
    """
}
