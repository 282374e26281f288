# `make` alone says what there is. Everything below works from a clean clone on Debian 12 that has
# Swift, git and make; the Debian packages that are missing are installed on the way.

SWIFT   ?= swift
PREFIX  ?= /usr/local
DESTDIR ?=
# Where `make report` writes; `make check` writes elsewhere and compares.
REPORTS ?= Reports
# Annotated documents to measure extraction on; not part of the project.
EVAL    ?= ../shared/eval

DEBIAN_PACKAGES := libcsv-dev libxml2-dev zlib1g-dev pkg-config
# What `make check-reports` reads reports with, and where its Python packages go.
READER_PACKAGES := chromium fonts-noto-core lmodern python3 python3-venv texlive-latex-recommended texlive-pictures
READERS  := .build/readers
TOLL     := .build/release/toll
SWIFTS   := $(shell find Sources Tests Package.swift -name '*.swift')
SOURCES  := Package.swift $(shell find Sources -type f) $(shell find Data -type f -name '*.csv' -not -path 'Data/samples/*')
EARLIER  := $(shell find Data/samples/earlier -type f)
LATER    := $(shell find Data/samples/later -type f)

TABLES   := $(addprefix $(REPORTS)/,ranges.csv findings.csv coverage.csv timeline.csv)
PAGES    := $(addprefix $(REPORTS)/,report.txt report.md report.html)
CHANGES  := $(addprefix $(REPORTS)/,changes.txt changes.md changes.html changes.csv changes.json)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help report test build lint format check check-reports bench fuzz laws score man clean install uninstall packages

help: ## Say what there is
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1#\2/p' Makefile | awk -F'#' '{ printf "%-16s %s\n", $$1, $$2 }'

report: $(REPORTS)/claims.csv $(TABLES) $(PAGES) $(CHANGES) ## Build, then turn Data/samples into Reports
	@echo "Written: $(REPORTS)/report.html, $(REPORTS)/report.md, $(REPORTS)/changes.md and the tables beside them"

test: packages ## Run all tests; reports are also read by Chromium, pdflatex and others where those are installed
	$(SWIFT) test --disable-xctest
	@if command -v python3 >/dev/null 2>&1; then \
	  python=python3; test ! -x $(READERS)/bin/python || python=$(READERS)/bin/python; \
	  "$$python" Tests/Reports/check.py "$$($(SWIFT) build --show-bin-path)/toll" Reports/claims.csv; \
	else echo "Reports are not read by others: python3 is not installed"; fi

build: $(TOLL) ## Build the release binary, .build/release/toll

lint: ## Check the formatting and the style of all sources
	$(SWIFT) format lint --strict --parallel $(SWIFTS)

format: ## Format all sources in place
	$(SWIFT) format --in-place --parallel $(SWIFTS)

check: lint build test ## Lint, build, test, and see that the committed Reports are what `make report` writes
	rm -rf .build/reports
	$(MAKE) --no-print-directory report REPORTS=.build/reports
	diff -r Reports .build/reports
	@echo "Reports are up to date"

check-reports: $(TOLL) ## Read reports with Chromium and axe, pdflatex, MediaWiki's grammar, frictionless, libhxl (installs them)
	@$(MAKE) --no-print-directory packages DEBIAN_PACKAGES='$(READER_PACKAGES)'
	@test -x $(READERS)/bin/python || python3 -m venv $(READERS)
	@$(READERS)/bin/pip install -q --disable-pip-version-check frictionless libhxl six mwparserfromhell
	@$(READERS)/bin/pip install -q --disable-pip-version-check --no-deps axe-playwright-python
	$(READERS)/bin/python Tests/Reports/check.py $(TOLL) Reports/claims.csv --strict

bench: $(TOLL) ## Measure speed and memory on generated corpora
	sh Tests/Benchmarks/bench.sh $(TOLL)

fuzz: packages ## Feed many mutated documents and tables to the commands (ROUNDS=N)
	TOLL_FUZZ_ROUNDS=$(or $(ROUNDS),2000) $(SWIFT) test --disable-xctest --filter FuzzTests

laws: packages ## Try the laws of reconciliation on more than a million generated claims (LAWS=N tables of 250 and more)
	TOLL_LAW_TABLES=$(or $(LAWS),600) $(SWIFT) test -c release --scratch-path .build/laws --disable-xctest --filter LawTests

score: $(TOLL) ## Score extraction against annotated documents (EVAL=FOLDER)
	@test -d $(EVAL)/dev/docs || { echo "make score: no annotated documents in $(EVAL); set EVAL=FOLDER" >&2; exit 2; }
	$(TOLL) extract --quiet $(EVAL)/dev/docs -o .build/score.csv
	python3 $(EVAL)/score.py $(EVAL)/dev/docs $(EVAL)/dev/gold .build/score.csv --errors .build/score-errors.jsonl

man: .build/man/toll.1 ## Write the manual pages to .build/man

clean: ## Remove everything that was built
	rm -rf .build

install: $(TOLL) man ## Install the binary, manual pages and completions below PREFIX (/usr/local)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions
	install -d $(DESTDIR)$(PREFIX)/share/zsh/site-functions $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	install -m 755 $(TOLL) $(DESTDIR)$(PREFIX)/bin/toll
	install -m 644 .build/man/toll*.1 $(DESTDIR)$(PREFIX)/share/man/man1/
	$(TOLL) --generate-completion-script bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/toll
	$(TOLL) --generate-completion-script zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_toll
	$(TOLL) --generate-completion-script fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/toll.fish

uninstall: ## Remove what `make install` put below PREFIX
	rm -f $(DESTDIR)$(PREFIX)/bin/toll $(DESTDIR)$(PREFIX)/share/man/man1/toll.1 $(DESTDIR)$(PREFIX)/share/man/man1/toll.*.1
	rm -f $(DESTDIR)$(PREFIX)/share/bash-completion/completions/toll
	rm -f $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_toll $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/toll.fish

packages: # Install the Debian packages that are missing; nothing where all are there, or where there is no dpkg
	@command -v dpkg-query >/dev/null 2>&1 || exit 0; \
	missing=; \
	for package in $(DEBIAN_PACKAGES); do \
	  dpkg-query -W -f='$${Status}' "$$package" 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
	done; \
	test -n "$$missing" || exit 0; \
	echo "Installing Debian packages:$$missing"; \
	if [ "$$(id -u)" = 0 ]; then root=; else root='sudo -E'; fi; \
	export DEBIAN_FRONTEND=noninteractive; \
	$$root apt-get -q -o DPkg::Lock::Timeout=300 update </dev/null \
	  || echo "apt-get update failed; trying with the lists that are there" >&2; \
	$$root apt-get -q -y -o DPkg::Lock::Timeout=300 install --no-install-recommends $$missing </dev/null

$(TOLL): $(SOURCES) | packages
	$(SWIFT) build -c release --product toll
	@touch $@

.build/man/toll.1: $(TOLL)
	@mkdir -p $(@D)
	$(SWIFT) package --disable-sandbox plugin generate-manual --multi-page
	cp .build/plugins/GenerateManual/outputs/toll/*.1 $(@D)/

$(REPORTS)/earlier/claims.csv: $(EARLIER) $(TOLL)
	@mkdir -p $(@D)
	$(TOLL) extract --quiet Data/samples/earlier -o $@

$(REPORTS)/claims.csv $(REPORTS)/silences.csv $(REPORTS)/numbers.csv &: $(LATER) $(TOLL)
	@mkdir -p $(@D)
	$(TOLL) extract --quiet Data/samples/later -o $(REPORTS)/claims.csv \
	  --silences $(REPORTS)/silences.csv --numbers $(REPORTS)/numbers.csv

$(TABLES) &: $(REPORTS)/claims.csv $(REPORTS)/silences.csv
	$(TOLL) reconcile --quiet $(REPORTS)/claims.csv --silences $(REPORTS)/silences.csv -o $(REPORTS)

$(REPORTS)/report.txt: $(REPORTS)/claims.csv $(REPORTS)/silences.csv
	$(TOLL) report --quiet $< --silences $(REPORTS)/silences.csv --format text -o $@

$(REPORTS)/report.md: $(REPORTS)/claims.csv $(REPORTS)/silences.csv
	$(TOLL) report --quiet $< --silences $(REPORTS)/silences.csv --format markdown -o $@

$(REPORTS)/report.html: $(REPORTS)/claims.csv $(REPORTS)/silences.csv
	$(TOLL) report --quiet $< --silences $(REPORTS)/silences.csv --format html -o $@

$(REPORTS)/changes.txt: FORMAT = text
$(REPORTS)/changes.md: FORMAT = markdown
$(REPORTS)/changes.html: FORMAT = html
$(REPORTS)/changes.csv: FORMAT = csv
$(REPORTS)/changes.json: FORMAT = json
$(CHANGES): $(REPORTS)/earlier/claims.csv $(REPORTS)/claims.csv
	cd $(REPORTS) && $(abspath $(TOLL)) diff --quiet earlier/claims.csv claims.csv --format $(FORMAT) -o $(@F)
