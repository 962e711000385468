# Nothing to set up by hand: every target below that needs the environment makes it first.
# Another Python: make test PYTHON=python3.13

PYTHON ?= python3
RUN = .venv/bin/python -m

# The tests start the program hundreds of times: its bytecode is kept, whatever the caller's shell says.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup demo test lint types unit golden docs release html bench lock clean

help:  ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

# The script writes the stamp as its last step, so an interrupted set-up starts again.
.venv/.ready: pyproject.toml requirements.lock
	@$(PYTHON) tools/setup.py

setup: .venv/.ready  ## make .venv with the locked dependencies (and install Pango where that is allowed)
	@:

demo: setup  ## the CPO of a scaleup: posting and rubric, as Markdown and PDF
	@.venv/bin/jdgen cpo --stage scaleup --pdf

# All three always run, pytest last: its closing line is the one to read.
test: setup  ## lint, types and tests
	@$(MAKE) --no-print-directory --keep-going lint types unit

lint: setup  ## ruff
	$(RUN) ruff check --quiet .
	$(RUN) ruff format --quiet --check .

types: setup  ## mypy
	$(RUN) mypy --no-error-summary

# A file's tests share the documents that they look at: they stay in one process.
unit: setup  ## pytest alone
	$(RUN) pytest -n auto --dist loadfile

golden: setup  ## accept the output of today as the expected one
	$(RUN) pytest --update-goldens

docs: setup  ## write the reference pages again
	.venv/bin/python docs/make_reference.py

release: setup  ## keep what the blocks say in this release (once CHANGELOG.md has its day)
	.venv/bin/python tools/keep_blocks.py

html: setup  ## judge the HTML with the Nu checker, html-validate and axe (needs Node.js, Java and Chromium)
	.venv/bin/python tools/check_html.py

bench: setup  ## measure the figures that the README quotes
	.venv/bin/python benchmarks/run.py

# uv has an environment of its own: it is needed here only, and the lock may be what is broken.
lock:  ## write requirements.lock again (newest versions: make lock UPGRADE=--upgrade)
	$(PYTHON) -m venv .venv/lock
	.venv/lock/bin/python -m pip install --quiet --disable-pip-version-check uv
	.venv/lock/bin/python -m uv pip compile --quiet --system-certs $(UPGRADE) --universal --python-version 3.11 \
		--generate-hashes --custom-compile-command "make lock" --group dev \
		--output-file requirements.lock pyproject.toml

clean:  ## remove the environment and the caches; output/ stays
	rm -rf .venv dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
