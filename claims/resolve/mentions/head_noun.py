"""The head noun of a description, and whether it means one of several; whom it stands for is
decided elsewhere."""

from __future__ import annotations

import re

from claims.folding import fold_mention
from claims.rules.lists import listed
from claims.rules.patterns import alternation

INDEFINITE = re.compile(
    rf"(?:{alternation(listed('descriptions', 'indefinite'))})\b", re.IGNORECASE
)
_ENDS = alternation(
    (
        *listed("function_words", "prepositions", "clause_openers"),
        *listed("descriptions", "after_noun"),
    )
)
_AFTER_NOUN = re.compile(rf",| (?:on|{_ENDS}|--|—|–)\b|\s(?:--|—|–)\s")


def noun_of(phrase: str) -> str:
    """The head noun of a short description, folded."""
    cut = _AFTER_NOUN.split(phrase, maxsplit=1)[0]
    written = re.findall(r"[A-Za-z][\w-]{0,60}", re.sub(r"['’]s?\b", "'", cut))
    return fold_mention(written[-1]) if written else ""
