# Plain `make` lists the targets. Everything runs in .venv, which the first target called sets up.

PYTHON ?= python3
BIN := .venv/bin
SUBMISSIONS ?= tests/class
OUT ?= report
JOBS ?=
EX ?=
SEED ?=
SANDBOX ?= auto
RUN := $(BIN)/python -m autograder
# Compiled modules make a start four times faster, and the sandbox cannot write them itself.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup system browser extras check submit kit grade feedback build zips test verify hostile bench parity matrix lint lock clean

help:  ## list the targets
	@awk -F ':.*## ' '/^## /{print "\n" substr($$0, 4)} /^[a-z]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

## everybody
setup: .venv/ready  ## prepare .venv (every other target does it when needed)

.venv/ready: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; call make PYTHON=/path/to/python3.11." >&2; exit 2; }
	@echo "setting up .venv ..."
	@$(PYTHON) -m venv .venv
	@awk '/^[a-zA-Z]/ {keep = /^uv==/} keep' requirements.lock > .venv/uv.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r .venv/uv.txt
	@$(BIN)/uv pip sync --quiet --system-certs --python $(BIN)/python --compile-bytecode --link-mode=copy --require-hashes requirements.lock
	@touch $@

.venv/extras: extras.lock .venv/ready
	@$(BIN)/uv pip install --quiet --system-certs --python $(BIN)/python --no-deps --require-hashes -r extras.lock
	@touch $@

# bubblewrap is the outer wall around student code; without it the kernel's own means remain.
system: setup
	@if [ -z "$(NO_SYSTEM)" ] && [ "$$(uname)" = Linux ] && ! command -v bwrap >/dev/null; then \
	  if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
	    echo "installing bubblewrap (NO_SYSTEM=1 to skip) ..."; \
	    { apt-get install -y -qq bubblewrap || { apt-get update -qq && apt-get install -y -qq bubblewrap; }; } >/dev/null 2>&1 \
	      || echo "bubblewrap could not be installed; grading goes on at the next level of isolation."; \
	  else echo "bubblewrap is missing; install it (apt-get install bubblewrap) for full isolation."; fi; fi

browser: setup
	@if [ -z "$(NO_SYSTEM)" ] && ! command -v chromium >/dev/null; then \
	  if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
	    echo "installing Chromium for the page tests (NO_SYSTEM=1 to skip) ..."; \
	    { apt-get install -y -qq chromium || { apt-get update -qq && apt-get install -y -qq chromium; }; } >/dev/null 2>&1 \
	      || echo "Chromium could not be installed; the page tests are skipped."; \
	  else echo "Chromium is missing; install it (apt-get install chromium) to run the page tests."; fi; fi

extras: .venv/extras  ## install what is optional: python-flint, the fast path for exact proofs

## students
check: setup  ## run the public checks on FILE=path [WATCH=1]
	@$(RUN) check "$(FILE)" $(if $(WATCH),--watch)

submit: setup  ## check and pack FILE=path for handing in
	@$(RUN) submit "$(FILE)"

kit: setup  ## write dist/<exercise>-kit.zip, what students get [EX=exercise]
	@$(RUN) kit $(EX)

## instructors
grade: system  ## grade SUBMISSIONS=path into OUT=dir [EX=exercise JOBS=n SEED=s SANDBOX=level]
	@$(RUN) grade "$(SUBMISSIONS)" --out "$(OUT)" --sandbox $(SANDBOX) $(if $(EX),--exercise $(EX)) $(if $(JOBS),--jobs $(JOBS)) $(if $(SEED),--seed $(SEED))

feedback: setup  ## write the pages in OUT again without grading again
	@$(RUN) feedback "$(OUT)"

zips: setup  ## write dist/<exercise>-autograder.zip for Gradescope [EX=exercise]
	@$(RUN) zips $(EX)

## maintainers
build: setup  ## regenerate assignments/ from solutions/
	@$(RUN) build

test: system extras  ## lint, types and all tests of the code
	@$(MAKE) --no-print-directory lint
	@$(RUN) build --check
	@$(BIN)/python -m pytest -q -n 2 --dist loadfile -m "not long" tests

verify: system browser  ## the long runs: parity, hostile submissions at every level, pages, accuracy
	@$(BIN)/python -m pytest -q -m long tests
	@$(BIN)/python -W ignore -m tests.matrix --check

hostile: system  ## try the hostile submissions at each level of isolation here [SANDBOX=level]
	@$(BIN)/python -m tests.hostile.run $(if $(filter-out auto,$(SANDBOX)),--sandbox $(SANDBOX))

bench: system  ## measure speed against otter's own runner and a bare fork
	@$(BIN)/python -m tests.bench

parity: setup  ## compare the bulk grader, otter check, otter run and the Gradescope zips on the sample class
	@$(BIN)/python -m tests.parity

matrix: system  ## measure the grader's accuracy and write ACCURACY.md
	@$(BIN)/python -W ignore -m tests.matrix

lint: setup  ## ruff and mypy
	@$(BIN)/ruff format --check --quiet . && $(BIN)/ruff check --quiet .
	@$(BIN)/mypy autograder

lock: setup  ## pin requirements.in anew
	@$(BIN)/uv pip compile --quiet --system-certs --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --upgrade requirements.in -o requirements.lock
	@$(BIN)/uv pip compile --quiet --system-certs --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -c requirements.lock tests/student.in -o tests/student.lock
	@$(BIN)/uv pip compile --quiet --system-certs --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -c requirements.lock extras.in -o extras.lock

clean:  ## remove what was generated and is not committed
	@rm -rf .cache report dist .pytest_cache .mypy_cache .ruff_cache
