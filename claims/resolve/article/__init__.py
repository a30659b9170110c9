"""What one article tells beside a single source: its publisher, first person, documents,
affiliations, and who is salient."""
