.PHONY: demo test generate check bench fuzz
.DELETE_ON_ERROR:

PYTHON ?= python3
BIN := .venv/bin

demo: .venv/installed            ## validate, plan, apply, drift and the way back, on a local sandbox
	$(BIN)/python examples/catalogue/demo.py

test: check                      ## all of `check`, then the tests
	$(BIN)/python -m pytest -n 2 --dist loadfile

generate: .venv/installed        ## bindings from schemas/
	$(BIN)/omp codegen generate

check: .venv/installed           ## bindings are fresh, style, types, layers
	$(BIN)/omp codegen generate --check
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/installed           ## speed and size, as ratios
	$(BIN)/python -m benchmarks

fuzz: .venv/installed            ## generated payloads and calls against model, schema and sandbox
	$(BIN)/python tests/fuzz.py

# Internal: the environment, made anew when what it is made from changes.
.venv/installed: pyproject.toml
	@echo "Installing into .venv (once)"
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@
