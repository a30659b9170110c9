"""Which claims make one proposition: blocking keys, comparison, pair model, constraints; no origins
here."""
