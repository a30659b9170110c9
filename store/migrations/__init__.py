"""Numbered migrations and which revisions this version knows; no table definitions, no sessions."""

from __future__ import annotations

KNOWN = (
    "0001",
    "0002",
    "0003",
    "0004",
    "0006",
    "0008",
    "0009",
    "0010",
    "0011",
    "0012",
    "0013",
    "0014",
    "0015",
    "0016",
    "0017",
    "0018",
    "0019",
    "0020",
    "0021",
    "0022",
    "0023",
    "0024",
    "0025",
    "0026",
    "0027",
    "0028",
    "0029",
    "0030",
    "0031",
    "0032",
    "0033",
)
"""Every revision, oldest first; a store with another one was made by a newer onrecord."""
HEAD = KNOWN[-1]
