"""How fast the browser answers; `python -m benchmarks.browse`."""

import cli.browse  # noqa: F401  # before Textual, whose frames a second it sets
