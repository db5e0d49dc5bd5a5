# Inspector: each target is one command; `make help` lists them.
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
DEMO ?= demo
SETUP := $(VENV)/.ready
CORES ?= -n auto --dist worksteal

.DEFAULT_GOAL := help
.PHONY: help setup demo run test check unit gui journeys packaged format golden catalogue bench build smoke torture clean

help:  ## list what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: $(SETUP)  ## install system libraries and the locked Python dependencies into .venv

$(SETUP): requirements/dev.txt tools/setup.sh
	sh tools/setup.sh $(PYTHON) $(VENV)
	@touch $(SETUP)

demo: $(SETUP)  ## make a sample community, do the whole job, print report and bundle
	@rm -rf $(DEMO)
	$(RUN) -m inspector demo $(DEMO)
	@echo "make run   # 打开窗口 / open the window on this workspace"

run: $(SETUP)  ## open the window on the sample workspace
	$(RUN) -m inspector --workspace $(DEMO)/workspace

test: unit gui journeys  ## pass every test

check: $(SETUP)  ## format, lint, types, import contracts
	$(RUN) -m ruff format --check .
	$(RUN) -m ruff check .
	$(RUN) -m mypy
	$(VENV)/bin/lint-imports

unit: $(SETUP)  ## unit tests, with Qt not importable
	$(RUN) -m pytest tests/unit -q $(CORES) -p no:pytest-qt -p tests.kit.no_qt

gui: $(SETUP)  ## window tests, offscreen
	QT_QPA_PLATFORM=offscreen $(RUN) -m pytest tests/gui -q $(CORES) -o qt_api=pyside6 -o qt_default_raising=true -o qt_log_level_fail=WARNING

journeys: $(SETUP)  ## whole working days, through the command line and the window
	QT_QPA_PLATFORM=offscreen $(RUN) -m pytest tests/journeys -q $(CORES) -o qt_api=pyside6

format: $(SETUP)  ## format and sort
	$(RUN) -m ruff format .
	$(RUN) -m ruff check --fix .

catalogue: $(SETUP)  ## collect the texts and compile the English catalogue
	$(RUN) tools/catalogue.py

golden: $(SETUP)  ## write the golden files again; review the difference
	GOLDEN=1 $(RUN) -m pytest tests/unit/reports tests/unit/sync/test_golden_package.py -q -p no:pytest-qt

bench: $(SETUP)  ## measure, as ratios within one run
	$(VENV)/bin/pip install -q --require-hashes -r requirements/bench.txt
	$(RUN) -m benchmarks

torture: $(SETUP)  ## merge in 5,000 random histories; take out each rule of merging, which must be noticed
	MACHINE_EXAMPLES=5000 $(RUN) -m pytest tests/unit/sync/test_machine.py -q -p no:pytest-qt -p tests.kit.no_qt
	$(RUN) tools/mutation_bar.py

build: $(SETUP)  ## freeze the program into dist/inspector
	$(VENV)/bin/pyinstaller --noconfirm --log-level WARN build.spec

smoke:  ## run the frozen program: selftest, a report, the window under Xvfb
	sh tools/smoke.sh dist/inspector/inspector

clean:  ## remove what can be made again
	rm -rf build dist $(DEMO) .pytest_cache .mypy_cache .ruff_cache .hypothesis
