"""Measurements of speed and memory, no tests: `python tests/benchmarks/run.py` writes results.md."""
