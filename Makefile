# Everything one does with Khéo's source. `make` alone lists it.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --disable-pip-version-check --require-hashes --only-binary :all:
POT := .venv/messages.pot
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard locales/*/LC_MESSAGES/messages.po))
# A third of the tests' time is waiting, for processes to start and for browsers.
WORKERS := $(shell echo $$(( $$(nproc) + 1 )))
COMPILE := .venv/bin/uv pip compile --universal --python-version 3.11 --generate-hashes --upgrade \
	--no-emit-index-url --only-binary :all: --custom-compile-command "make lock" --quiet

.PHONY: help install run demo test check catalogues lock prove bench
.DELETE_ON_ERROR:
# Where nobody keeps what was compiled, each process a test starts compiles all of it.
unexport PYTHONDONTWRITEBYTECODE

help:  ## this list
	@sed -nE 's/^([a-z]+):.*## (.*)/make \1\t\2/p' Makefile | expand -t 18

install: .venv/run.stamp $(CATALOGUES)  ## install what is missing, start nothing

run: .venv/run.stamp $(CATALOGUES)  ## install what is missing and start Khéo
	@$(BIN)/python main.py run

demo: .venv/run.stamp $(CATALOGUES)  ## three phones side by side, invented people, a clock to be moved
	@$(BIN)/python main.py demo show

test: .venv/dev.stamp $(CATALOGUES)  ## all tests, on SQLite, PostgreSQL and Chromium
	@scripts/provision
	@$(BIN)/python -m pytest -n $(WORKERS) --maxprocesses 4 --dist worksteal

check: .venv/dev.stamp  ## style, types, imports, spelling, translations
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy .
	$(BIN)/lint-imports
	$(BIN)/python -m codespell_lib
	$(BIN)/python -m scripts.check_catalogues

catalogues: .venv/dev.stamp  ## bring new sentences of the code into locales/
	$(BIN)/pybabel --quiet extract --mapping pyproject.toml --add-location file --output $(POT) .
	@for po in locales/*/LC_MESSAGES/messages.po; do $(BIN)/pybabel update --no-fuzzy-matching \
		--ignore-obsolete --ignore-pot-creation-date --width 100 \
		--input-file $(POT) --output-file $$po --locale $$(echo $$po | cut -d/ -f2); done

lock: .venv/dev.stamp  ## newer versions of the libraries, with their hashes
	@$(BIN)/python -m pip install --quiet uv
	$(COMPILE) requirements.in --output-file requirements.txt
	$(COMPILE) requirements-dev.in --output-file requirements-dev.txt

prove: .venv/dev.stamp $(CATALOGUES)  ## kill the bot again and again; nothing may be lost
	@scripts/provision
	@$(BIN)/python -m tests.prove

bench: .venv/dev.stamp $(CATALOGUES)  ## how many messages a second
	@$(BIN)/python -m bench.run

%.mo: %.po | .venv/run.stamp
	@$(BIN)/pybabel --quiet compile --input-file $< --output-file $@

.venv/run.stamp: requirements.txt
	@scripts/venv "$(PYTHON)"
	@echo "Installing what Khéo runs on (about 25 MB, only when it changed) ..."
	@$(PIP) --requirement requirements.txt
	@touch $@

.venv/dev.stamp: requirements-dev.txt .venv/run.stamp
	@echo "Installing what Khéo is tested with (about 80 MB, only when it changed) ..."
	@$(PIP) --requirement requirements-dev.txt
	@touch $@
