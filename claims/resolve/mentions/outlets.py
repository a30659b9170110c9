"""Which names are news media. Which outlet published the article does not belong here."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.folding import fold_mention
from claims.outlet import outlets
from claims.resolve.mentions.names import clean
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation

_BARE_NAMES = alternation(listed("media", "bare_names"))
_SHAPE = re.compile(
    rf"^(?:[A-Z][\w.&’'-]{{0,60}}(?: of| and)? )+(?:{alternation(listed('media', 'name_ends'))}|{_BARE_NAMES})$"
)
_BARE = re.compile(rf"(?:{_BARE_NAMES})$")
REMEMBERED_NAMES = 4096


@lru_cache(maxsize=REMEMBERED_NAMES)
def is_outlet(name: str) -> bool:
    """Whether the name is a known medium's or has the shape of one."""
    bare = clean(name)
    if not bare or not bare[0].isupper() or re.match(r"[RDI]-[A-Z]", bare):
        return False
    in_list = outlets.is_outlet(bare) or fold_mention(bare) in words("nominals", "media")
    return in_list or bool(_SHAPE.match(bare) or _BARE.match(bare))


@lru_cache(maxsize=REMEMBERED_NAMES)
def same(a: str, b: str | None) -> bool:
    """Whether two names are one medium's."""
    if not b:
        return False
    if outlets.canonical(clean(a)) == outlets.canonical(clean(b)):
        return True
    return _letters(a) == _letters(b)


def _letters(name: str) -> str:
    return fold_mention(clean(name)).replace(" ", "").replace("-", "")
