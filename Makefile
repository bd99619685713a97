# make run builds a warehouse from corpus/; make test proves that it works. `make help` lists the rest.
PYTHON ?= python3
HOME_DIR ?= home
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 3000

.DEFAULT_GOAL := help
.PHONY: help run test test-system browser compile lint ui clean lock

help: ## show this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

run: $(VENV)/.run ## set up and run the main job: the reports of corpus/ become a warehouse in home/
	@$(BIN)/sitrep run corpus --home $(HOME_DIR)
	@$(MAKE) -s --no-print-directory build/.compiled

test: $(VENV)/.dev ## set up and run the tests
	@$(BIN)/pytest -m "not system" -n auto --maxprocesses 3 --dist loadfile --no-loadscope-reorder

test-system: $(VENV)/.dev ## the slow tests: daemons, browsers, killed processes
	@$(BIN)/pytest -m system -n 2 --dist loadfile

browser: ## put Chromium on this machine for the tests of the UI (Debian: as root)
	@scripts/browser

compile: $(VENV)/.run ## make machine code of the engine again, after its sources were changed
	@$(BIN)/python scripts/compile

lint: $(VENV)/.dev ## ruff, and mypy strict on the engine
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

ui: $(VENV)/.run ## open the Dagster UI on home/ (PORT=3000)
	@$(BIN)/sitrep ui --home $(HOME_DIR) --port $(PORT)

clean: ## remove what make built: the environment, caches, home/
	rm -rf $(VENV) $(HOME_DIR) build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

lock: ## pin again what pyproject.toml asks for (needs uv)
	uv pip compile pyproject.toml --extra build --universal --generate-hashes --no-header --no-emit-index-url -q -o requirements.lock
	uv pip compile pyproject.toml --extra build --extra dev --universal --generate-hashes --no-header --no-emit-index-url -q -c requirements.lock -o requirements-dev.lock
	@mkdir -p build && sed -nE '/^[a-z0-9._-]+==/{s/ *\\$$//;p}' requirements.lock | grep -v '^sqlalchemy==' > build/constraints.txt
	uv pip compile pyproject.toml --extra build --extra postgres --universal --generate-hashes --no-header --no-emit-index-url -q -c build/constraints.txt -o deploy/container/requirements.lock

# Once, behind the first run: an edited source takes effect at once, as plain Python, until `make compile`.
build/.compiled: $(VENV)/.run
	@$(BIN)/python scripts/compile
	@mkdir -p build && touch $@

# Each stamp says which lock file the environment holds: a second call installs nothing.
$(VENV)/.run: requirements.lock pyproject.toml
	@scripts/install $(PYTHON) $(VENV) requirements.lock
	@touch $@

$(VENV)/.dev: requirements-dev.lock pyproject.toml
	@scripts/install $(PYTHON) $(VENV) requirements-dev.lock
	@touch $@ $(VENV)/.run
