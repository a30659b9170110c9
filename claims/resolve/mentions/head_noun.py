"""The head noun of a description, and whether it means one of several; whom it stands for is
decided elsewhere."""

from __future__ import annotations

import re

from claims.resolve.mentions.names import fold

INDEFINITE = re.compile(
    r"(?:an?|one|another|some|any|several|many|most|few|no|two|three|four|five|six|at least|both of|various|certain|"
    r"multiple|numerous|other|others|every|each|all|more|fellow)\b",
    re.IGNORECASE,
)


def noun_of(phrase: str) -> str:
    """The head noun of a short description, folded."""
    cut = re.split(
        r",| (?:of|for|in|on|from|to|at|by|with|who|that|which|whose|involved|close|familiar|including|"
        r"here|looking|titled|called|conducted|tracking|released|published|aligned|speaking|--|—|–)\b|\s(?:--|—|–)\s",
        phrase,
    )[0]
    found = re.findall(r"[A-Za-z][\w-]*", re.sub(r"['’]s?\b", "'", cut))
    return fold(found[-1]) if found else ""
