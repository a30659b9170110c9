"""Dataclasses to rows and rows to records; no statement is sent here."""
