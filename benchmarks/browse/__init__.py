"""How fast the browser answers; `python -m benchmarks.browse`."""
