"""Clauses right before words by which a text says that nobody said them, or that they are not so."""

from __future__ import annotations

import re

from claims.corroborate.matching.term_weights import content_words
from claims.rules.lists import listed
from claims.rules.patterns import alternation

_MARKS = "“\"‘'«"
_SPEECH = alternation(sorted({*listed("proof", "saying"), *listed("proof", "relaying")}))
_NEGATOR = (
    rf"(?:{alternation(sorted(content_words('negators'), key=len, reverse=True))}|no one|\w+n['’]t)"
)
_BETWEEN = rf"(?:(?:{alternation(listed('proof', 'between_negation'))})\s+){{0,2}}"
_ASIDE = rf"(?:,\s(?!{_SPEECH})[^.!?;,:“”]{{1,40}}?\b(?:{_SPEECH})\b[^.!?;,:“”]{{0,40}},)?"
"""Who says so, between commas."""
_UNSAID = re.compile(
    rf"\b(?:{alternation(listed('proof', 'unsaid'))})\b"
    rf"(?:(?:(?!\b(?:{_SPEECH})\b)[^.!?;,:“”]){{0,80}}?{_ASIDE}\s+that\s+(?:[\w’']+\s+){{0,3}}|,?\s+)[{_MARKS}]*$",
    re.IGNORECASE,
)
"""That somebody never said what follows: no other clause and no other verb of speech stands between."""
_PUT = alternation(listed("proof", "putting_forward"))
_INTO = rf"(?:\s+[^.!?;,:“”]{{1,40}})?\s+(?:that|to\s+(?:{_PUT})(?:\s+that)?)"
_CLAUSE = rf"\s+that\s+(?:[\w’']+\s+){{1,3}}(?:(?:{alternation(listed('proof', 'auxiliaries'))}|been|ever)\s+){{1,3}}"
"""The beginning of what is called false, up to words of it."""
_UNBELIEVED = re.compile(
    rf"\b{_NEGATOR}\s+{_BETWEEN}(?:{alternation(listed('proof', 'believing'))})(?:{_INTO})?\s+"
    rf"(?:(?!(?:{_SPEECH}|{alternation(listed('proof', 'between_clauses'))})\b)[\w’']+\s+){{0,6}}[{_MARKS}]*$",
    re.IGNORECASE,
)
"""That somebody does not hold what follows to be so, with the beginning of what that is."""
_PUT_FORWARD = re.compile(
    rf"\b(?:{alternation(listed('proof', 'wordings'))})\s+that\s+[{_MARKS}]*$", re.IGNORECASE
)
_UNTRUE = re.compile(
    rf"^[{_MARKS}”’]?\s(?:{alternation(listed('proof', 'auxiliaries'))})\s(?:(?!{_NEGATOR}\b)\w+\s){{0,3}}?"
    rf"(?:{alternation(listed('proof', 'disowning'))})\b(?!\s+by\s+{_NEGATOR})",
    re.IGNORECASE,
)
"""Behind what a noun puts forward: "the suggestion that P is simply untrue"."""
_CALLED_FALSE = re.compile(
    rf"\b(?:{alternation(listed('proof', 'disowning'))})(?:{_INTO}\s+|{_CLAUSE})[{_MARKS}]*$",
    re.IGNORECASE,
)
_DOUBTED = re.compile(rf"\bdoubt(?:s|ed)?\s+[{_MARKS}]*$", re.IGNORECASE)
_REJECTED = re.compile(
    rf"\b(?:{alternation(listed('proof', 'rejecting'))})\s+(?:(?:the|that|any|a|an|his|her|their)\s+)?"
    rf"(?:[a-z-]+\s+)?(?:{alternation(listed('proof', 'wordings'))})\s+(?:of\s+|that\s+)?[{_MARKS}]*$",
    re.IGNORECASE,
)
"""That somebody will not have the very words: "rejected the phrase “…”"."""
_NEVER_CALLED = re.compile(
    rf"\b(?:denied|denies|denying)\s+(?:ever\s+)?(?:{alternation(listed('proof', 'never_so_called'))})\b"
    rf"[^.!?;:,“”]{{0,60}}[{_MARKS}]*$",
    re.IGNORECASE,
)
_NOT_TAKEN = re.compile(
    rf"\b(?:nothing|none|{_NEGATOR})\b[^.!?;:“”]{{0,80}}?\b(?:{alternation(listed('proof', 'taking_as'))})\s+as\s+"
    rf"(?:[\w’']+\s+){{0,4}}[{_MARKS}]*$",
    re.IGNORECASE,
)
"""As what words may not be taken: "nothing here should be read as a finding that"."""
_NEGATED = re.compile(rf"\b{_NEGATOR}\s+{_BETWEEN}$", re.IGNORECASE)


def disowning(before: str) -> str:
    """The clause at the end of these words that disowns what follows, "" where none does."""
    found = _UNSAID.search(before) or _UNBELIEVED.search(before) or _NOT_TAKEN.search(before)
    for pattern in (_CALLED_FALSE, _DOUBTED, _REJECTED, _NEVER_CALLED):
        found = found or _not_negated(pattern, before)
    return found[0].rstrip(f" {_MARKS}") if found else ""


def called_untrue(before: str, behind: str) -> str:
    """What calls words untrue that a noun puts forward, "" where nothing does."""
    put, untrue = _PUT_FORWARD.search(before), _UNTRUE.match(behind)
    if not put or not untrue or _NEGATED.search(before[: put.start()]):
        return ""
    return f"{put[0].strip()} … {untrue[0].strip(f' {_MARKS}”’')}"


def _not_negated(pattern: re.Pattern[str], before: str) -> re.Match[str] | None:
    """Where it stands, but for what is itself denied: "nobody doubts that"."""
    found = pattern.search(before)
    return None if found and _NEGATED.search(before[: found.start()]) else found
