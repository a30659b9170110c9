"""The shape of machine-readable rows: a contract, schema 1; nothing is written or looked up
here. Each subject is a module of its own, so that a list pays for no other's."""
