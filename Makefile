# The two commands are `make demo` and `make test`; `make check` is the quick subset.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PACKAGES := smartcloud intents family alerts storage bot migrations simulator
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

EXTRAS := postgres voice whisper

.PHONY: demo test check lint types contracts unit bench soak lock clean $(EXTRAS)

demo: $(VENV)/.run-installed
	$(BIN)/smartbot demo $(ARGS)

test: $(VENV)/.test-installed
	$(BIN)/python tests/run_all.py

check: $(VENV)/.test-installed lint types contracts unit

# What not every set-up needs: `make postgres`, `make voice`, `make whisper`.
$(EXTRAS): $(VENV)/.run-installed
	$(PIP) install --require-hashes --requirement requirements/$@.lock

lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types:
	$(BIN)/mypy

contracts:
	$(BIN)/lint-imports

unit:
	$(BIN)/pytest -q --numprocesses auto --dist worksteal -m "not slow" tests/unit tests/contract

bench: $(VENV)/.test-installed
	@for script in benchmarks/bench_*.py; do $(BIN)/python $$script || exit 1; done

# Kills the bot thousands of times; takes an hour. `make test` does it with KILLS=200.
soak: $(VENV)/.test-installed
	$(BIN)/python -m tests.rig.soak --kills $(or $(KILLS),4000) --seed $(or $(SEED),1)

# Writes the locks anew; needs uv on the path. The locks hold versions and hashes, no addresses.
lock:
	uv pip compile pyproject.toml --group build $(LOCK_FLAGS) --output-file requirements/run.lock
	@for extra in $(EXTRAS); do \
		uv pip compile pyproject.toml --extra $$extra --constraint requirements/run.lock $(LOCK_FLAGS) \
			--output-file requirements/$$extra.lock || exit 1; \
	done
	uv pip compile pyproject.toml --extra postgres --extra voice --group build --group test \
		--constraint requirements/run.lock --constraint requirements/postgres.lock \
		--constraint requirements/voice.lock $(LOCK_FLAGS) --output-file requirements/test.lock

LOCK_FLAGS := --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	--no-emit-index-url --no-emit-find-links --quiet

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache test-artefacts

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run-installed: requirements/run.lock pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes --requirement requirements/run.lock
	$(PIP) install --no-deps --no-build-isolation --config-settings editable_mode=compat --editable .
	$(BIN)/python -m compileall -q $(PACKAGES)
	$(BIN)/python -m intents
	@touch $@

$(VENV)/.test-installed: requirements/test.lock requirements/whisper.lock $(VENV)/.run-installed
	$(PIP) install --require-hashes --requirement requirements/test.lock
	$(PIP) install --require-hashes --requirement requirements/whisper.lock
	@touch $@
