"""Faults made by hand, one at a time: does the suite notice? `python -m benchmarks.mutations`."""
