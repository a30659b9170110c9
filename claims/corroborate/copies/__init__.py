"""Which articles are one text: fingerprints, shared passages, the decision; no claims here."""
