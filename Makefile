# Two commands need nothing but Python 3.11 or newer and make: `make demo` and `make test`.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
INSTALL := $(PIP) install -qq --only-binary :all: --require-hashes -r
INSTALL_SERIKAT := $(PIP) install -qq --no-deps --no-build-isolation --editable .
LOCK := $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --quiet

SERIKAT_HOST ?= 127.0.0.1
SERIKAT_PORT ?= 8000
export SERIKAT_HOST SERIKAT_PORT

.DEFAULT_GOAL := help
.PHONY: help setup demo run audit test postgres check fix rule docs pictures bench verifier lock clean

help: ## this list
	@echo "make TARGET, where TARGET is one of:"
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  %-8s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

setup: $(VENV)/.dev ## install everything into .venv, for use and for development
	@echo "Serikat is ready: $(BIN)/serikat"

demo: $(VENV)/.run ## the web with an invented federation, whose sites are audited for real
	@$(BIN)/serikat demo

run: $(VENV)/.run ## the web, empty: the first visit makes the association and its first officer
	@$(BIN)/serikat serve

audit: $(VENV)/.run ## audit one site: make audit url=https://…
	@test -n "$(url)" || { echo "Which site? For example: make audit url=https://kabar.example"; exit 2; }
	@$(BIN)/serikat audit "$(url)"

test: $(VENV)/.dev ## run every test
	$(BIN)/python -m pytest -q -n auto $(PYTEST_ARGS)

postgres: $(VENV)/.dev ## run the tests of the rooms on a throw-away PostgreSQL
	$(BIN)/python -m tests.support.on_postgresql -n auto

check: $(VENV)/.dev ## what has to hold before a commit: style, types, imports, pages, tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint src/serikat --lint --quiet
	$(BIN)/python -m tests.documentation.generate --check
	$(MAKE) --no-print-directory test
	$(MAKE) --no-print-directory postgres

fix: $(VENV)/.dev ## mend style and write the generated pages anew
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/python -m tests.documentation.generate

rule: $(VENV)/.run ## lay out a new rule: make rule name=foo_bar
	@test -n "$(name)" || { echo "Which rule? For example: make rule name=office_photos"; exit 2; }
	@$(BIN)/python -m serikat.fronts.command_line.scaffold "$(name)"

docs: $(VENV)/.run ## write the generated pages anew: glossary, rules, map of the house
	@$(BIN)/python -m tests.documentation.generate

pictures: $(VENV)/.dev ## take the pictures of the READMEs anew, from the demo
	@$(BIN)/python -m tests.documentation.pictures

bench: $(VENV)/.dev ## measure speed and accuracy
	@$(BIN)/python -m tests.benchmarks

verifier: $(VENV)/.run ## write dist/serikat-verify.pyz, which checks certificates with a bare Python
	@$(BIN)/python -m serikat.fronts.command_line.verifier_archive dist/serikat-verify.pyz

lock: $(VENV)/.dev ## choose dependency versions anew and write requirements/*.txt
	$(PIP) install -qq uv
	$(LOCK) --upgrade --only-binary :all: --group build --output-file requirements/run.txt
	$(LOCK) --upgrade --group dev --constraint requirements/run.txt --output-file requirements/dev.txt

clean: ## remove what these targets made
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/bin/python:
	@sh .ci/make-environment $(VENV) $(PYTHON)

$(VENV)/.run: $(VENV)/bin/python requirements/run.txt pyproject.toml
	@echo "Installing Serikat into $(VENV) …"
	@$(INSTALL) requirements/run.txt
	@$(INSTALL_SERIKAT)
	@touch $@

# The development lock holds the other one whole, so both count as installed.
$(VENV)/.dev: $(VENV)/bin/python requirements/run.txt requirements/dev.txt pyproject.toml
	@echo "Installing Serikat and its development tools into $(VENV) …"
	@$(INSTALL) requirements/dev.txt
	@$(INSTALL_SERIKAT)
	@touch $(VENV)/.run $@
