# `make check` runs what CI runs, in the environment that is active.
.PHONY: check lint types imports tests evals bench
check: lint types imports evals tests
lint:
	ruff format --check .
	ruff check .
types:
	mypy
imports:
	lint-imports
tests:
	pytest
evals:
	python -m evals
bench:
	python -m benchmarks.read
	python -m benchmarks.actors
