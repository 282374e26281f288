#!/bin/sh
# Measures the commands on generated corpora: wall seconds, and peak memory where GNU time is there.
# usage: bench.sh TOLL [DOCUMENTS] [ROWS]
# The corpora are made by awk with its own random numbers, so they are the same on every machine.
set -eu
toll=$1
documents=${2:-40000}
rows=${3:-1000000}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT INT TERM

measure() {
  name=$1
  shift
  if [ -x /usr/bin/time ]; then
    /usr/bin/time -f '%e %M' -o "$folder/time" "$@" >/dev/null
    awk -v name="$name" -v bytes="${bytes:-0}" '{
      printf "%-34s %8.2f s %8.0f MiB", name, $1, $2 / 1024
      if (bytes > 0 && $1 > 0) printf " %8.1f MB/s", bytes / $1 / 1e6
      print "" }' "$folder/time"
  else
    start=$(date +%s.%N)
    "$@" >/dev/null
    end=$(date +%s.%N)
    awk -v name="$name" -v seconds="$(echo "$end $start" | awk '{ print $1 - $2 }')" \
      -v bytes="${bytes:-0}" 'BEGIN { printf "%-34s %8.2f s %8.1f MB/s\n", name, seconds, bytes / seconds / 1e6 }'
  fi
}

# Documents of about 2.5 kB, four sentences in five without a figure of casualties, or all of them.
corpus() {
  awk -v count="$documents" -v figures="$1" '
  function random(n) { seed = (seed * 16807) % 2147483647; return seed % n }
  BEGIN {
    seed = 20250216
    split("The council met for the third time this month and put off its decision.|Rain has delayed work on the bridge, which was to open in 2026.|Prices rose by 4 percent over the year, the statistics office wrote.|The 58th Army has moved 30 kilometres to the north.|Her third novel sold 120,000 copies in its first week.|Talks are to go on in Geneva, where both delegations have rented rooms.|He was 47 years old and had worked in the harbour since 1998.|Nobody at the ministry would say what the contract cost.", filler, "|")
    split("At least %d people were killed and %d wounded, police said.|%d Ukrainian soldiers have been killed since the invasion, according to the president.|The ministry put the death toll at %d.|Between %d and %d civilians died, the United Nations said.|The army claimed that %d Russian troops had been killed or wounded.|A shelling killed %d villagers, including %d children, the governor said.", figure, "|")
    for (d = 1; d <= count; d++) {
      text = ""
      for (s = 1; s <= 30; s++) {
        if (random(5) < figures) { low = 1 + random(400); text = text sprintf(figure[1 + random(6)], low, low + 1 + random(90)) " " }
        else text = text filler[1 + random(8)] " "
        if (s % 6 == 0) text = text "\\n\\n"
      }
      printf "{\"id\":\"d%07d\",\"publisher\":\"Outlet %d\",\"published\":\"2025-02-%02d\",\"text\":\"%s\"}\n", d, random(50), 1 + random(28), text
    }
  }'
}
corpus 1 > "$folder/corpus.jsonl"
corpus 0 > "$folder/quiet.jsonl"

# A claims table, and the same with one row in a hundred revised.
table() {
  awk -v count="$rows" -v changed="$1" '
    function random(n) { seed = (seed * 16807) % 2147483647; return seed % n }
    BEGIN {
      seed = 46000
      print "claim_id,document_id,publisher,published,start,end,quote,expression,qualifier,stated_low,stated_high,low,best,high,convention,outcome,victims,party,status,source,stance,scope,event"
      split("killed injured casualties missing", outcome, " ")
      split("Ukraine Russia Israel Palestine Syria Sudan Yemen", party, " ")
      for (r = 1; r <= count; r++) {
        n = 1 + random(5000); o = outcome[1 + random(4)]; p = party[1 + random(7)]; s = random(300); e = random(2000); day = 1 + random(28)
        if (changed && r % 100 == 0) n += 7
        printf "%016x,d%d,Outlet %d,2025-02-%02d,10,14,\"%d people were %s in %s, source %d said.\",%d,exact,%d,%d,%d,%d,%d,interval,%s,people,%s,unspecified,Source %d,asserted,incident,event-%d\n", r, r, r % 50, day, n, o, p, s, n, n, n, n, n, n, o, p, s, e
      }
    }'
}
table 0 > "$folder/old.csv"
table 1 > "$folder/new.csv"

bytes=$(wc -c < "$folder/corpus.jsonl")
echo "extract: $documents documents, $bytes bytes"
measure "extract --jobs 1" "$toll" extract --quiet "$folder/corpus.jsonl" --jobs 1 -o "$folder/one.csv"
measure "extract --jobs 2" "$toll" extract --quiet "$folder/corpus.jsonl" --jobs 2 -o "$folder/two.csv"
cmp "$folder/one.csv" "$folder/two.csv"
bytes=$(wc -c < "$folder/quiet.jsonl")
measure "extract --jobs 1, no casualties" "$toll" extract --quiet "$folder/quiet.jsonl" --jobs 1 -o "$folder/quiet.csv"
bytes=$(wc -c < "$folder/old.csv")
echo "tables: $rows rows, $bytes bytes"
measure "reconcile" "$toll" reconcile --quiet "$folder/old.csv" -o "$folder/results"
bytes=0
measure "diff, one row in a hundred revised" "$toll" diff --quiet "$folder/old.csv" "$folder/new.csv" -o "$folder/changes.txt"
measure "diff --claims-only, the same tables" "$toll" diff --quiet --claims-only "$folder/old.csv" "$folder/new.csv" -o "$folder/claims.txt"
# The diff tools that people use on keyed rows, where they are installed: they are told the key.
if command -v csv-diff >/dev/null 2>&1; then
  measure "csv-diff --key=claim_id" csv-diff --key=claim_id --json "$folder/old.csv" "$folder/new.csv"
fi
if command -v daff >/dev/null 2>&1; then
  measure "daff --id claim_id" daff diff --id claim_id --output "$folder/daff.csv" "$folder/old.csv" "$folder/new.csv"
fi
