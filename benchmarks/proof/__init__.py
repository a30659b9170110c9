"""How well a draft's quotations and indirect sayings are looked up (benchmarks/data/proof)."""
