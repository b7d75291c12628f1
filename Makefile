# 法治统计仓: `make run` does the main job, `make test` passes the tests. Needs Python 3.11+ and make.
PYTHON ?= python3
PORT ?= 3000
BIN := .venv/bin
# Without its bytecode every start would take seconds longer.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run ocr test lint ui bench lock docs soak clean help

help:           ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

INSTALL := $(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps

.venv/run.stamp: requirements-uv.lock requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing (once) 正在安装依赖…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-uv.lock
	@$(INSTALL) --require-hashes -r requirements.lock
	@$(INSTALL) --no-build-isolation -e .
	@touch $@

.venv/dev.stamp: requirements-dev.lock .venv/run.stamp
	@echo "Installing the test tools 正在安装测试工具…"
	@$(INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@

.venv/duckdb2.stamp: requirements-duckdb2.lock .venv/run.stamp
	@$(INSTALL) --require-hashes --target .duckdb2 -r requirements-duckdb2.lock
	@touch $@

LOCK := $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --quiet

lock:           ## pin every dependency with its hashes
	echo uv | $(LOCK) - -o requirements-uv.lock
	$(LOCK) pyproject.toml --extra build -P 'duckdb==1.5.6' -o requirements.lock
	$(LOCK) pyproject.toml --extra dev -c requirements.lock -o requirements-dev.lock
	$(LOCK) pyproject.toml --extra ocr -c requirements.lock -o requirements-ocr.lock
	echo 'duckdb>=2.0,<2.1' | $(LOCK) - -o requirements-duckdb2.lock

run: .venv/run.stamp   ## read the reports in raw/, check them, publish warehouse/warehouse.duckdb
	@$(BIN)/fazhi run

ocr: .venv/run.stamp   ## install what reads scans and pictures (the extra [ocr], 370 MB, models included)
	@$(INSTALL) --require-hashes -r requirements-ocr.lock

ui: .venv/run.stamp    ## the Dagster UI on http://127.0.0.1:3000, its state kept in .dagster/
	@echo "历史保存在 .dagster/，下面关于临时目录的提示可忽略"
	@echo "History is kept in .dagster/: never mind what is said below of a temporary directory"
	@$(BIN)/dagster dev --host 127.0.0.1 --port $(PORT)

test: .venv/dev.stamp .venv/duckdb2.stamp   ## all tests; the warehouse's on both DuckDB versions
	@tests/install-browser.sh
	$(BIN)/pytest
	PYTHONPATH=.duckdb2 $(BIN)/pytest -m "not slow" tests/unit/warehouse/test_models.py \
		tests/unit/warehouse/test_exports.py tests/integration/test_release_*.py

lint: .venv/dev.stamp  ## style, types, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/dev.stamp ## measure readers, extraction, warehouse and whole runs; the goals stand beside the figures
	@$(BIN)/pytest -n 0 -q -s -p no:cacheprovider --timeout 3600 tests/benchmarks
	@$(BIN)/python -m tests.benchmarks.measure

docs: .venv/run.stamp  ## write docs/dictionary.md anew from sql/ and the catalogue
	$(BIN)/python -m pipelines.warehouse.dictionary docs/dictionary.md

soak: .venv/dev.stamp  ## the concurrency and kill tests in full size (a quarter of an hour)
	FAZHI_SOAK_READERS=8 FAZHI_SOAK_PUBLISHES=50 FAZHI_SOAK_KILLS=20 $(BIN)/pytest -n 0 --timeout 3600 \
		tests/integration/test_release_killed.py tests/integration/test_kill.py

clean:          ## remove what runs and installations made; raw/ and the warehouse stay
	rm -rf .venv .duckdb2 .dagster .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
