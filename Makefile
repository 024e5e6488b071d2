# The two commands of a fresh machine are `make verify` and `make test`; each sets up what it needs.
# Needed: python3 >= 3.11 with venv, make, a package index. Provers are used where they are installed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready

.DEFAULT_GOAL := help
.PHONY: help verify test lint rocq coqchk mutants lean provers formal record audit data export book booktools site notebooks serve bench stress model readme setup clean

help: ## what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

verify: $(READY) ## run the evidence and say what each tag has earned
	@$(BIN)/claims verify

test: $(READY) ## run the tests of the engine, the red team among them
	@$(BIN)/python -m pytest

lint: $(READY) ## ruff, mypy --strict, import-linter
	@$(BIN)/ruff format --check . && $(BIN)/ruff check . && $(BIN)/mypy && $(BIN)/lint-imports

audit: $(READY) ## re-derive every tag from receipts and bytes alone
	@$(BIN)/claims audit

record: $(READY) ## run the fast evidence and write its receipts
	@$(BIN)/claims record

data: $(READY) ## fetch the public measurements into the cache (or set CLAIMS_DATA to a folder that holds them)
	@$(BIN)/python -m pycheck.public_data

rocq: ## build every Rocq proof, in parallel, only what changed
	@cd rocq && coq_makefile -f _CoqProject -o CoqMakefile && $(MAKE) --no-print-directory -f CoqMakefile -j$$(nproc)

lean: $(READY) ## build the Lean proofs with elan's toolchain and Mathlib's cache (gigabytes; needs the network)
	@command -v lake >/dev/null || { echo "lake is not installed; make provers, or install elan"; exit 1; }
	lake exe cache get && lake build && $(BIN)/python -m claimledger.evidence.lean

# Without NumericFacts: the checker has no virtual machine, and reduces its machine floats for longer than a quarter of an hour.
coqchk: rocq ## have the independent checker go through the compiled proofs, all but NumericFacts (a minute; for a release)
	@cd rocq && coqchk -silent -o -Q . Ledger $$(sed -n '/^NumericFacts/d; s/\(.*\)\.v$$/Ledger.\1/p' _CoqProject)

mutants: $(READY) ## every statement with a constant or a hypothesis changed must no longer be proved (minutes)
	@$(BIN)/python tools/rocq_mutants.py

provers: ## install Rocq with Coquelicot and Interval, and elan, which fetches nothing by itself (Debian; as root)
	apt-get update -qq && apt-get install -y -qq coq libcoq-coquelicot libcoq-interval elan

booktools: ## install Debian's pandoc, TeX Live and Chromium, for the sample book and the tests of adapters and site (as root)
	apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq pandoc texlive-latex-recommended \
	    texlive-latex-extra texlive-fonts-recommended texlive-xetex lmodern poppler-utils chromium chromium-driver

site: $(READY) ## build the reader's site in site/, only what changed
	@$(BIN)/claims site

notebooks: $(READY) ## execute the notebooks that changed, and show them in the site as they ran
	@$(BIN)/claims site --notebooks

serve: site ## build it and show it at http://127.0.0.1:8000
	@$(BIN)/claims serve

bench: $(READY) ## measure speed, as ratios within one run
	@$(BIN)/python -m bench

stress: $(READY) ## kill `claims verify` and `claims record` a hundred times and look for half-written files
	@$(BIN)/python -m tests.stress

export: $(READY) ## write ledger.json and what the adapters of book/ read
	@$(BIN)/claims export

book: ## build the sample book in HTML, PDF and EPUB (Debian's pandoc and TeX Live)
	@book/sample/build build/book

model: $(READY) ## fetch the trained model that slow evidence measures (93 MB, into a cache folder; CLAIMS_MODEL=DIR names another)
	@$(BIN)/python -m tools.model

readme: $(READY) ## write what the ledger says today into README.md and docs/audit.md
	@$(BIN)/python -m claimledger.summary README.md docs/audit.md

formal: $(READY) ## write the formal sentences side by side into docs/formal.md
	@$(BIN)/python -m claimledger.formal docs/formal.md

setup: $(READY) ## make the virtual environment from requirements.lock

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "python3 is older than 3.11; make PYTHON=...")'
	@echo "setting up $(VENV) from requirements.lock"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

clean: ## remove what can be made again
	rm -rf $(VENV) .cache .pytest_cache .mypy_cache .ruff_cache rocq/*.vo* rocq/*.glob rocq/.*.aux rocq/CoqMakefile*
