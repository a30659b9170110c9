"""Lexicons and lists as data, each with its reason; no logic."""
