# `make` with no target, or `make help`, lists what there is. Everything happens inside .venv/ and needs only python3 (with venv) and make.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= python3
PORT ?= 8501
SERVE ?= 1
DB ?= demo.duckdb

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
TO_TEST := ^\# To test it:
TO_BENCH := ^\# To run the benchmarks:

.PHONY: help
help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: demo
demo: .venv/ready-to-run ## install, build the sample database, show the dashboard (PORT=8501; SERVE=0 only builds; DB=demo.duckdb)
	$(BIN)/leaderboard demo --db "$(DB)" --port $(PORT) $(if $(filter 0,$(SERVE)),--no-serve)

.PHONY: test
test: .venv/ready-to-test ## install what tests need, then format, lint, types, tests and doctests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy --strict leaderboard dashboards
	$(BIN)/python -m pytest

.PHONY: bench
bench: .venv/ready-to-bench ## measure speed and memory, print a table (TEXTS=papers.jsonl.gz; some minutes, on a machine that does nothing else)
	$(BIN)/python -m pytest tests/benchmarks --benchmark-columns=median,min,rounds $(if $(TEXTS),--texts "$(TEXTS)")

.PHONY: fix
fix: .venv/ready-to-test ## let ruff put right what it can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

.PHONY: wheel
wheel: .venv/ready-to-run ## build dist/*.whl
	$(BIN)/python -m pip --disable-pip-version-check wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

.PHONY: clean
clean: ## remove .venv and everything built (databases stay)
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

# Stamps: a second run has nothing to do unless the list of packages changed. The program itself is installed as a path to this folder,
# so that edits need no new installation; every download is checked against its hash.
.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "leaderboard needs Python 3.11 or newer; set PYTHON=" >&2; exit 1; }
	$(PYTHON) -m venv .venv

.venv/ready-to-run: pyproject.toml constraints.txt | .venv/bin/python
	sed '/$(TO_TEST)/,$$d' constraints.txt > .venv/run.txt
	$(PIP) --require-hashes -r .venv/run.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/ready-to-test: .venv/ready-to-run
	sed '/$(TO_BENCH)/,$$d' constraints.txt > .venv/test.txt
	$(PIP) --require-hashes -r .venv/test.txt
	@touch $@

.venv/ready-to-bench: .venv/ready-to-test
	$(PIP) --require-hashes -r constraints.txt
	@touch $@
