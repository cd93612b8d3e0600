# Needs Python 3.11 or later and nothing else: each target makes its own .venv.
#   make gap    the countries of the corpus held against the Protocol, and a report to read
#   make test   the whole test suite
PYTHON ?= $(shell command -v python3.11 || command -v python3 || command -v python)
BIN := .venv/bin
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check
# A list with hashes that everything is installed from, such as requirements/ci.txt; without it, the newest that will do.
LOCK ?=
# One process a core; files of tests that share something stay in one, the longest begin (tests/conftest.py).
PYTEST_ARGS ?= --numprocesses auto --dist loadgroup --no-loadscope-reorder

.PHONY: gap test lint types docs readme evaluate accuracy train benchmark lock wheel clean

gap: .venv/.core
	@mkdir -p build
	@$(BIN)/ctip-law report matrix -q -o build/gap.md
	@$(BIN)/ctip-law report matrix -q -o build/gap.html
	@$(BIN)/ctip-law report matrix --no-progress
	@echo
	@echo "With every finding and the words that prove it: build/gap.html (the table alone: build/gap.md)"
	@echo "Your own statute: $(BIN)/ctip-law gap FILE"

test: .venv/.dev
	@$(BIN)/python -m pytest $(PYTEST_ARGS)

lint: .venv/.dev
	@$(BIN)/ruff check .

types: .venv/.dev
	@$(BIN)/mypy

# What is generated and committed: tables in README and docs, the reference of the command line.
readme: .venv/.dev
	@$(BIN)/python docs/generate.py

# make evaluate GOLD=folder-of-labels CORPUS=folder-of-their-laws: measures, and prints the figures into the pages.
evaluate: .venv/.dev
	@test -d "$(GOLD)" -a -d "$(CORPUS)" || { echo "make: give GOLD=... and CORPUS=..." >&2; exit 2; }
	@$(BIN)/ctip-law evaluate --gold "$(GOLD)" --corpus "$(CORPUS)" --leave-one-out -f json -q \
		--first-contacts docs/data/first-contacts.jsonl -o docs/data/evaluation.json
	@$(BIN)/python -m ctip_law.evaluate.first docs/data/first-contacts.jsonl
	@$(BIN)/python docs/generate.py

# make accuracy GOLD=... CORPUS=...: fails on a loss since the last published figures that docs/data/losses.toml does not explain.
accuracy: .venv/.dev
	@test -d "$(GOLD)" -a -d "$(CORPUS)" || { echo "make: give GOLD=... and CORPUS=..." >&2; exit 2; }
	@.ci/accuracy "$(GOLD)" "$(CORPUS)"

# make train GOLD=... CORPUS=... BANK=folder-of-clauses [ALSO="folder ..."]: makes the weights of the second reader again.
train: .venv/.dev
	@test -d "$(GOLD)" -a -d "$(CORPUS)" -a -d "$(BANK)" || { echo "make: give GOLD=..., CORPUS=... and BANK=..." >&2; exit 2; }
	@$(BIN)/python -m ctip_law.evaluate.train "$(GOLD)" "$(CORPUS)" "$(BANK)" $(ALSO)

docs: .venv/.dev
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --site-dir build/docs

benchmark: .venv/.dev
	@$(BIN)/python benchmarks/cold_start.py
	@$(BIN)/python benchmarks/parse.py
	@$(BIN)/python benchmarks/growth.py
	@$(BIN)/python benchmarks/match.py
	@$(BIN)/python -m benchmarks.ratios --runs 1 --sizes 100,300 --site 20

# Renews requirements/*.txt, the list of packages and the SBOM (ten minutes; needs the network).
lock:
	@.ci/lock

wheel: .venv/.core
	@.ci/wheel

clean:
	@rm -rf build .venv

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "make: no Python found; install Python 3.11 or later, or give PYTHON=..." >&2; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "make: $(PYTHON) is older than 3.11; give PYTHON=..." >&2; exit 2; }
	@$(PYTHON) -m venv .venv

.venv/.core: pyproject.toml | .venv/bin/python
	@echo "installing ctip-law into .venv (once)" >&2
	@$(PIP) --editable '.[site]'
	@touch $@

.venv/.dev: pyproject.toml | .venv/bin/python
	@echo "installing ctip-law and what its tests need into .venv (once)$(if $(LOCK), from $(LOCK))" >&2
ifeq ($(LOCK),)
	@$(PIP) --editable '.[dev]'
else
	@$(PIP) --require-hashes --requirement $(LOCK)
	@$(PIP) --no-deps --no-build-isolation --editable .
endif
	@touch $@ .venv/.core
