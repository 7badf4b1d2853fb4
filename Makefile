# The front door. `make leaflets` and `make test` work on a fresh machine with Python 3.11, make
# and apt, dnf or brew: what they need is set up first, once.

# What to print, given on the command line: make leaflets lang="tr ar" format=large-print
# The empty values keep variables of the environment that bear the same names out.
lang =
leaflet =
format =
# How long to look, and at what: make fuzz minutes=10 reader=catalog
minutes =
reader =
# Anything else for build.py, pytest or the bench: make leaflets args=--draft
args =

python = .venv/bin/python
runtime = .venv/requirements.stamp
dev = .venv/requirements-dev.stamp
cjk = .venv/requirements-cjk.stamp
fuzz = .venv/requirements-fuzz.stamp

.PHONY: help leaflets test alone check audit bench fuzz conformance lock cjk clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

leaflets: $(runtime) ## print the leaflets; lang=tr, leaflet=…, format=… pick some of them
	@$(python) build.py $(addprefix --lang=,$(lang)) $(addprefix --leaflet=,$(leaflet)) \
		$(addprefix --format=,$(format)) $(args)

test: $(dev) ## run the tests
	@$(python) -m pytest $(args)

alone: $(dev) ## run each test file by itself, with nothing cached; args=tests/cli picks some
	@$(python) -m tests.support.alone $(args)

check: $(dev) ## look for mistakes without running anything: ruff, mypy, import-linter
	$(python) -m ruff check
	$(python) -m ruff format --check
	$(python) -m mypy
	$(python) .venv/bin/lint-imports --no-logo

audit: $(dev) ## look for words that reach a page without being translated
	@$(python) -m tests.support.leak_audit

bench: $(dev) ## measure how long things take; args=endurance measures memory alone
	@$(python) -m tests.bench $(args)

fuzz: $(dev) $(fuzz) ## look for files that a reader does not bear; minutes=10, reader=catalog
	@$(python) -m tests.fuzz $(addprefix --minutes=,$(minutes)) $(addprefix --reader=,$(reader))

conformance: $(runtime) ## let veraPDF judge the PDFs in out; needs Java and Maven
	@$(python) scripts/conformance $(args)

lock: ## write the lock files anew from pyproject.toml
	scripts/lock

cjk: $(cjk) ## add the fonts for Chinese, Japanese and Korean

clean: ## remove everything that can be made again
	rm -rf .venv out .fuzz .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -prune -exec rm -rf {} +

# The set-up runs when a lock file or the script is newer than its stamp.
$(runtime): requirements.lock scripts/setup $(python)
	@scripts/setup $< && touch $@

.venv/requirements-%.stamp: requirements-%.lock $(runtime)
	@scripts/setup $< && touch $@

# No recipe: where it is missing, or its link leads nowhere since Python was upgraded, make counts
# it as new and sets up again.
$(python):
