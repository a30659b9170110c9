"""A benchmark of source independence: made-up coverage of events, every claim of which stands in a
proposition with the origins that it rests on (benchmarks/data/independence)."""
