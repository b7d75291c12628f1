# 法治统计仓: `make run` does the main job, `make test` passes the tests. Needs Python 3.11+ and make.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test lint ui bench lock clean help

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

LOCK := $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --quiet

lock:           ## pin every dependency with its hashes
	echo uv | $(LOCK) - -o requirements-uv.lock
	$(LOCK) pyproject.toml --extra build -P 'duckdb==1.5.6' -o requirements.lock
	$(LOCK) pyproject.toml --extra dev -c requirements.lock -o requirements-dev.lock
