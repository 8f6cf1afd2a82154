# Every target makes what it needs and may be run twice.
SHELL := /usr/bin/env bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
ARTICLE := fixtures/articles/igla.html
PACKAGE := pyproject.toml $(wildcard requirements*.txt)

.PHONY: help demo test lint format docs requirements translator clean

help: ## show this
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

demo: $(VENV)/.core translator ## install, and check an article that embeds a Spanish post
	@code=0; $(BIN)/quotecheck check $(ARTICLE) || code=$$?; \
	case $$code in 0|1|3) ;; *) exit $$code ;; esac

test: $(VENV)/.dev translator ## run all tests
	$(BIN)/python -m pytest

lint: $(VENV)/.dev ## ruff, ruff format, mypy --strict
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.dev ## put the code in the house's form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(VENV)/.dev ## write docs/rules.md and docs/schema.json
	$(BIN)/python tools/write_docs.py

requirements: ## pin what pyproject.toml asks for (needs uv)
	uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements.txt
	uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header pyproject.toml --extra argos --extra dev -o requirements-dev.txt

translator:
	@tools/install-translator

clean: ## remove what the other targets made
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.core: $(PACKAGE) | $(BIN)/python
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps -e .
	@touch $@

$(VENV)/.dev: $(PACKAGE) | $(BIN)/python
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps -e .
	@touch $(VENV)/.core $@

-include benchmarks/*.mk
