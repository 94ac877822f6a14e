# make demo, make test and the rest, each alone on a machine with Python ≥ 3.11 and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SEEDS := $(wildcard seeds/*.txt)
SOURCES := setup.cfg pyproject.toml $(shell find converter seeds styles -type f -not -name '*.pyc')
SHARED := ../shared

.PHONY: help docs demo test lint check check-books readers bench ratios pictures imports man patterns train evaluate evaluate-script floors versions sbom fuzz clean

help:
	@echo "make demo      convert the sample pages in seeds/ into demo/"
	@echo "make test      run every test"
	@echo "make check     EPUBCheck, Ace, axe, Nu, html-validate and our own checks on a document a feature (needs Node, Chromium)"
	@echo "make check-books  EPUBCheck and our own checks on the demo's books"
	@echo "make readers   the same books in WebKitGTK, MuPDF, foliate-js, epub.js and pages of Chromium (needs these; .ci/run installs them)"
	@echo "make lint      ruff, its format, and mypy --strict"
	@echo "make bench     measure speed; start-up beside a bare Python, pages beside pandoc and calibre"
	@echo "make ratios    start-up and peers alone; fail above twice what bench/ratios.tsv says"
	@echo "make pictures  remake the screenshots in docs/images/ (needs Chromium)"
	@echo "make docs      build the documentation's site in both languages, build/docs, and follow its links"
	@echo "make imports   redraw who imports whom, docs/images/imports.svg"
	@echo "make man       remake the man pages in docs/man/"
	@echo "make patterns  compile the patterns of a start anew, for this Python and those in PYTHONS=; before a release"
	@echo "make train     move the detector's weights by the labelled pages in $(SHARED)/gold"
	@echo "make evaluate  the detector's figures on them: plain, by date, by source; a quarter of an hour"
	@echo "make evaluate-script  the figures of script conversion, on the cases in $(SHARED)/gold/script"
	@echo "make floors    fail where a figure of the shipped weights is below its floor; seconds"
	@echo "make versions  make the same books with the lowest versions of the libraries that setup.cfg allows and with the newest"
	@echo "make sbom      list what an install holds, as CycloneDX has it: build/sbom.json"
	@echo "make fuzz      fuzz every reader, sheets, zips and the whole road, an hour unless SECONDS= says (needs Linux)"
	@echo "make clean     remove what the others made"

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit("Banmian needs Python 3.11 or newer: make PYTHON=python3.11" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)

# A user's install: it starts quicker than an editable one. Where tests were run there is an editable one, and it stays.
$(VENV)/installed: $(SOURCES) | $(BIN)/python
	rm -rf build/lib
	$(BIN)/python -m pip install --quiet .
	@touch $@

$(VENV)/installed-test: setup.cfg pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --no-compile --editable ".[test]"
	@touch $@

demo: $(or $(wildcard $(VENV)/installed-test),$(VENV)/installed)
	@mkdir -p demo
	@for seed in $(SEEDS); do \
	    name=$$(basename $$seed .txt); \
	    $(BIN)/banmian convert $$seed -o demo/$$name.epub || exit 1; \
	    $(BIN)/banmian convert $$seed -o demo/$$name.html --quiet || exit 1; \
	done
	@echo "Made from $(words $(SEEDS)) pages in seeds/, an EPUB and an HTML page each, in demo/:"
	@ls demo/*.epub demo/*.html
	@echo "Open the .epub files in a book reader and the .html files in a browser."
	@echo "The command is $(BIN)/banmian. Next, with a page of your own: $(BIN)/banmian convert page.txt -o page.epub"

# A process a core, a file's tests in one of them; with one seed all of them list the tests in one order.
test: $(VENV)/installed-test
	PYTHONHASHSEED=0 $(BIN)/python -m pytest -rs -n auto --dist loadfile
	@echo "Proved: each part does what its tests say, every sample page keeps its whole text and its right structure,"
	@echo "every EPUB made of them is valid, and the built wheel runs in a clean environment. Skipped tests name what they lack."

check: $(VENV)/installed-test
	$(BIN)/python -m tools.check.everything build/checks

check-books: demo $(VENV)/installed-test
	$(BIN)/python -m tools.check.epubcheck --usages demo/*.epub
	$(BIN)/python -m tools.check.book_rules demo/*.epub

readers: $(VENV)/installed-test
	$(BIN)/python -m tools.check.readers build/checks

lint: $(VENV)/installed-test
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy --strict converter tools
	@echo "ruff and mypy --strict found nothing, and every file is as ruff formats it."

# An editable install starts slower than a real one, so speed is measured on a real one.
build/bench/installed: $(SOURCES) | $(BIN)/python
	rm -rf build/lib
	$(BIN)/python -m venv --clear build/bench
	build/bench/bin/python -m pip install --quiet .
	@touch $@

bench: build/bench/installed
	@for bench in bench/[a-z]*.py; do echo "== $$bench"; build/bench/bin/python $$bench || exit 1; done

ratios: build/bench/installed
	build/bench/bin/python bench/startup.py --check $(if $(RUNS),--runs $(RUNS))
	build/bench/bin/python bench/peers.py --check $(if $(RUNS),--runs $(RUNS))

pictures: $(VENV)/installed-test
	$(BIN)/python -m tools.make.screenshots docs/images

# The front page of the site is a page of our own newspaper.
docs: $(VENV)/installed-test
	rm -rf build/docs
	$(BIN)/python -m sphinx -q -W docs build/docs/en
	$(BIN)/python -m sphinx -q -W -t zh docs build/docs/zh
	@for language in en zh; do $(BIN)/banmian convert seeds/mainland-page.txt -o build/docs/$$language/paper.html --quiet || exit 1; done
	cp docs/start.html build/docs/index.html
	$(BIN)/python -m tools.check.links build/docs
	@echo "Made the documentation's site; open build/docs/index.html in a browser."

imports: $(VENV)/installed-test
	$(BIN)/python -m tools.make.imports

man: $(VENV)/installed-test
	$(BIN)/python -m tools.make.man_pages docs/man
	@echo "Made docs/man/*.1; read one with: man -l docs/man/banmian.1"

patterns: $(VENV)/installed-test
	$(BIN)/python -m tools.make.patterns $(PYTHONS)

# On one thread sums are taken in one order: the same pages give the same file on every machine, and sooner.
train evaluate: export OMP_NUM_THREADS = 1

train: $(VENV)/installed-test
	$(BIN)/python -m tools.train.fit $(SHARED)/gold/pages

evaluate: $(VENV)/installed-test
	@for way in "" "--by date" "--by source"; do \
	    echo "== $${way:-the shipped weights}"; \
	    $(BIN)/python -m tools.train.evaluate $(SHARED)/gold/pages $$way --roles --worst 5 --floors tests/floors.json || exit 1; \
	done

evaluate-script: $(VENV)/installed-test
	$(BIN)/python -m tools.check.script_conversion $(SHARED)/gold/script --seed $(SHARED)/samples/seed.txt

floors: $(VENV)/installed-test
	$(BIN)/python $(SHARED)/gold/score.py $(SHARED)/gold/pages/seed.jsonl --python converter:structure_json \
	    --at-least role=1 block=1 join=1 article=1 page=1 kept=1
	$(BIN)/python -m tools.train.evaluate $(SHARED)/gold/pages --floors tests/floors.json
	@echo "No figure is below its floor."

versions: $(VENV)/installed-test
	$(BIN)/python -m tools.check.versions build/versions

# Of a user's install, not of this one, which has the tests' packages too.
sbom: build/bench/installed
	$(PYTHON) -m venv build/sbom
	build/sbom/bin/python -m pip install --quiet cyclonedx-bom
	build/sbom/bin/cyclonedx-py environment --output-reproducible -o build/sbom.json build/bench/bin/python
	@echo "Made build/sbom.json."

# The time is for all targets together; finds go to build/fuzz/finds.
SECONDS := 3600
fuzz: $(VENV)/installed-test
	@$(BIN)/python -c "import atheris" 2>/dev/null || $(BIN)/python -m pip install --quiet "atheris>=3"
	$(BIN)/python -m tools.fuzz --seconds $(SECONDS)

clean:
	rm -rf $(VENV) build demo banmian.egg-info
