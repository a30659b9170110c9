"""Which names are news media. Which outlet published the article does not belong here."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.outlet import outlets
from claims.resolve.mentions.names import clean, fold
from claims.rules.lists import words

_SHAPE = re.compile(
    r"^(?:[A-Z][\w.&’'-]*(?: of| and)? )+(?:Times|Post|Tribune|Herald|Gazette|Journal|Chronicle|Observer|Telegraph|"
    r"Guardian|News|Daily|Radio|TV|Television|Weekly|Magazine|Dispatch|Examiner|Inquirer|"
    r"Podcast|FM|Sun|Globe|Sentinel|Courier|Ledger|Bulletin|Mirror|Enquirer)$"
)
_BARE = re.compile(
    r"(?:Tribune|Herald|Gazette|Chronicle|Telegraph|Guardian|Examiner|Inquirer|Enquirer|Courier|Ledger|Sentinel)$"
)
"""What is a medium without another word: "told the Gazette"."""


@lru_cache(maxsize=4096)
def is_outlet(name: str) -> bool:
    """Whether the name is a known medium's or has the shape of one."""
    bare = clean(name)
    if not bare or not bare[0].isupper() or re.match(r"[RDI]-[A-Z]", bare):
        return False
    known = outlets.is_outlet(bare) or fold(bare) in words("nominals", "media")
    return known or bool(_SHAPE.match(bare) or _BARE.match(bare))


def same(a: str, b: str | None) -> bool:
    """Whether two names are one medium's."""
    if not b:
        return False
    if outlets.canonical(clean(a)) == outlets.canonical(clean(b)):
        return True
    return _letters(a) == _letters(b)


def _letters(name: str) -> str:
    return fold(clean(name)).replace(" ", "").replace("-", "")
