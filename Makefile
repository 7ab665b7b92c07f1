# One door. `make` alone lists what it opens.

PYTHON ?= $(shell for p in python3.11 python3; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
PORT ?= 8000
N ?= 30
BIN := .venv/bin
PYTEST := $(BIN)/pytest

# What has types and rules to keep; rooms that do not exist yet are left out.
CODE := $(wildcard src tests tools bench)

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:

.PHONY: help
help:  ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: setup
setup: .venv/.ready  ## make .venv with everything in it (once, one or two minutes)

.venv/.ready: requirements/dev.txt pyproject.toml tools/make_venv.sh
	@tools/make_venv.sh "$(PYTHON)"
	@touch $@

.PHONY: demo
demo: setup  ## run a session on this machine: make demo PORT=8000
	@$(BIN)/thinkcoop demo --port $(PORT)

.PHONY: test
test: check chromium  ## everything: check, then all tests, two files at a time
	@$(PYTEST) -n 2 --dist loadfile

.PHONY: check
check: setup  ## format, lint, types, house plan, our own rules; no tests
	@$(BIN)/ruff format --check --output-format concise . || { echo "'make format' mends that."; exit 1; }
	@$(BIN)/ruff check --quiet .
	@$(BIN)/python -m tools.lint
	@$(BIN)/mypy $(CODE)
	@$(BIN)/lint-imports --no-logo
	@tools/check_old_browsers.sh

.PHONY: format
format: setup  ## format the code and mend what can be mended safely
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

.PHONY: cover
cover: setup chromium  ## all tests with branch coverage; core, app and live must be whole
	@rm -f .coverage .coverage.*
	@$(BIN)/coverage run -m pytest
	@$(BIN)/coverage combine --quiet
	@$(BIN)/coverage report
	@$(BIN)/coverage report --include 'src/thinkcoop/core/*,src/thinkcoop/app/*,src/thinkcoop/live/*' \
		--fail-under=100

.PHONY: laws
laws: setup  ## the laws with twenty times as many examples, new ones each time
	@HYPOTHESIS_PROFILE=long $(PYTEST) tests/laws

.PHONY: plays
plays: setup  ## play every module's plays
	@$(PYTEST) tests/plays

.PHONY: golden
golden: setup  ## write the golden files anew; read the difference before you commit it
	@$(PYTEST) tests/golden --renew

.PHONY: strings
strings: setup  ## bring all translations up to date with the English, and build them
	@$(BIN)/python -m tools.product_strings
	@for module in modules/*/module.yaml; do $(BIN)/thinkcoop module strings "$${module%/module.yaml}"; done
	@$(BIN)/python -m tools.build_catalogues

.PHONY: screens
screens: setup chromium  ## a picture of every screen
	@$(BIN)/python tools/screens.py

.PHONY: room
room: setup  ## N phones in one room, and how long each waited: make room N=30
	@$(BIN)/python bench/room.py --people $(N)

.PHONY: bench
bench: setup  ## the promises of design 8, measured here
	@$(BIN)/python bench/room.py

.PHONY: docs
docs: setup  ## run what the documentation shows
	@$(PYTEST) tests/docs

.PHONY: lock
lock: setup  ## work out requirements/ anew from pyproject.toml; UPGRADE=1 takes newer versions
	@tools/lock.sh $(if $(UPGRADE),--upgrade)

.PHONY: release
release: test  ## write the changelog, build dist/, try the wheel in an empty environment
	@$(BIN)/towncrier build --yes
	@rm -rf dist
	@$(BIN)/hatchling build
	@tools/try_wheel.sh dist/*.whl

.PHONY: clean
clean:  ## remove what make and the tools left, .venv too
	@rm -rf .venv build dist htmlcov .coverage .coverage.* .hypothesis .import_linter_cache \
		.mypy_cache .pytest_cache .ruff_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Not in the list: what `test`, `cover` and `screens` need besides Python.
.PHONY: chromium
chromium:
	@tools/get_chromium.sh
