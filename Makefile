# Everything that is done with this repository. Needs only make, git and Python 3.11 or later: each target sets up what
# it uses, inside this folder (.venv, and .tools where uv is absent).

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

READY := .venv/.ready
RUN := .venv/bin
PYTHON ?= $(shell command -v python3 || command -v python)
UV := $(shell command -v uv || echo .tools/bin/uv)
COMPILE := $(UV) pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-annotate \
	--python-version 3.11 --custom-compile-command "make requirements"

.PHONY: help
help: ## this list
	@sed -nE 's/^([a-z-]+):.*## (.*)/\1\t\2/p' $(MAKEFILE_LIST) | while IFS=$$'\t' read -r name text; do \
		printf '  make %-14s%s\n' "$$name" "$$text"; done

.PHONY: demo
demo: $(READY) ## build a graph from the sample documents and ask it a question
	@PATH="$(RUN):$$PATH" tools/demo

.PHONY: setup
setup: $(READY) ## the virtual environment .venv, with the pinned packages

$(READY): pyproject.toml requirements/dev.txt requirements/build.txt | $(filter .tools/bin/uv,$(UV))
	@echo "Setting up .venv (once) …" >&2
	@$(UV) venv --quiet --allow-existing --python '>=3.11' .venv
	@$(UV) pip sync --quiet --python $(RUN)/python --require-hashes requirements/dev.txt
	@$(UV) pip install --quiet --python $(RUN)/python --no-deps --build-constraints requirements/build.txt --editable .
	@$(RUN)/python -m compileall -q kg
	@touch $@

.tools/bin/uv: requirements/bootstrap.txt
	@echo "Fetching uv into .tools (once) …" >&2
	@$(PYTHON) -m venv .tools
	@.tools/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

.PHONY: check
check: lint types floors test ## all that continuous integration checks

.PHONY: lint
lint: $(READY) ## style, format, and packages that are used but not named or named but not used
	$(RUN)/ruff check
	$(RUN)/ruff format --check
	$(RUN)/deptry kg

.PHONY: types
types: $(READY) ## mypy --strict
	$(RUN)/mypy

.PHONY: floors
floors: $(READY) ## imports go down; one third-party choice, one module
	$(RUN)/lint-imports

.PHONY: test
test: $(READY) ## the tests and doctests
	$(RUN)/python -m pytest -n auto --dist loadfile --durations 10

.PHONY: coverage
coverage: $(READY) ## the tests again, slower, with the lines of kg/ that none of them reaches
	$(RUN)/coverage erase
	$(RUN)/coverage run -m pytest -n auto --dist loadfile
	$(RUN)/coverage combine --quiet
	$(RUN)/coverage report

.PHONY: long
long: $(READY) ## the tests that take minutes
	$(RUN)/python -m pytest -n auto --dist loadfile -m long

.PHONY: benchmarks
benchmarks: $(READY) ## measure speed and memory of reading, and time against length; takes a quarter of an hour
	$(RUN)/python benchmarks/extraction.py
	$(RUN)/python benchmarks/length.py
	$(RUN)/python benchmarks/loading.py
	$(RUN)/python benchmarks/validation.py
	$(RUN)/python benchmarks/questions.py

.PHONY: format
format: $(READY) ## put the code into the agreed format
	$(RUN)/ruff check --fix-only --quiet
	$(RUN)/ruff format --quiet

.PHONY: docs
docs: $(READY) ## write anew what the pages say that commands print, and docs/cli.md
	$(RUN)/python tools/pages.py

.PHONY: lexicon
lexicon: $(READY) ## write the word tables that follow from the authority data anew
	$(RUN)/python tools/compile_lexicon.py

.PHONY: ratchet
ratchet: $(READY) ## keep today's counts of the annotated corpus, and the measured figures of every rule
	$(RUN)/kg evaluate kg/sample tests/corpus --ratchet tests/corpus/ratchet.tsv --write-ratchet
	$(RUN)/python tools/measure_rules.py

.PHONY: figures
figures: $(READY) ## write the figures of reading in docs/evaluation.md anew; takes some minutes
	$(RUN)/python tools/figures.py

.PHONY: requirements
requirements: | $(filter .tools/bin/uv,$(UV)) ## pin every package with its hashes, as new as pyproject.toml allows
	$(COMPILE) --upgrade pyproject.toml -o requirements/core.txt
	$(COMPILE) --upgrade pyproject.toml --all-extras -o requirements/dev.txt
	printf '%s\n' hatchling editables | $(COMPILE) --upgrade - -o requirements/build.txt
	echo uv | $(COMPILE) --upgrade - -o requirements/bootstrap.txt

.PHONY: clean
clean: ## remove what was made here, the virtual environment too; a graph is left alone
	rm -rf .venv .tools build dist .coverage .coverage.* htmlcov
	rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find kg tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
