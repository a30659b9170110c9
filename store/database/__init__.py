"""Engines, transactions, the line of writers, text search: nothing about one table."""
