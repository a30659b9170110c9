"""Many articles in; copies, propositions, origins and a verdict with reasons out.

Pure functions over the plain rows of model.py; no store, no spaCy.
"""
