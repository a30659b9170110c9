# The recipes that people and CI share. Everything is set up by the first one that runs.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test test-slow check bench picture samples clean

demo: .venv/.installed
	$(BIN)/onrecord demo

test: .venv/.installed
	$(BIN)/python -m pytest -n 2 -m "not slow"

test-slow: .venv/.installed
	$(BIN)/python -m pytest -n 2 -m slow

check: .venv/.installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/.installed
	$(BIN)/python -m benchmarks.world
	$(BIN)/python -m benchmarks.quality
	$(BIN)/python -m benchmarks.speed

picture: .venv/.installed
	$(BIN)/python -m docs.picture

samples: .venv/.installed
	$(BIN)/python -m docs.samples

.venv/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $@

clean:
	rm -rf .venv build dist *.egg-info
