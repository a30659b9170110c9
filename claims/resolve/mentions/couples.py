"""Two given names before one family name: "Joan and Peter Hale" are Joan Hale and Peter Hale."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.folding import fold_mention
from claims.resolve.mentions.callings import is_calling
from claims.rules.lists import words

_COUPLE = re.compile(
    r"\b([A-ZÀ-Þ][a-zß-ÿ’'-]+) (?:and|&) ([A-ZÀ-Þ][a-zß-ÿ’'-]+) ([A-ZÀ-Þ][\w’'-]{1,60})(?! [A-ZÀ-Þ])"
)
_CAPITAL_BEFORE = re.compile(r"[A-ZÀ-Þ][\w’'.-]{0,60} $")


def couples(text: str) -> Iterator[tuple[str, str]]:
    """The given and the family name of the first of each two, where both given names are known as
    such."""
    given = words("names", "male", "female", "either")
    for match in _COUPLE.finditer(text):
        known = all(fold_mention(match[i]) in given for i in (1, 2))
        before = _CAPITAL_BEFORE.search(text, max(0, match.start() - 40), match.start())
        if known and (before is None or is_calling(before[0].strip(), text)):
            yield match[1], match[3]
