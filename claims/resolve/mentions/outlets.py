"""Which names are news media. Which outlet published the article does not belong here."""

from __future__ import annotations

import importlib
import re
from functools import lru_cache
from typing import Any

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


@lru_cache(maxsize=1)
def _table() -> Any:
    try:
        return importlib.import_module("claims.outlet.outlets")
    except ImportError:  # the outlet room may be cut down to nothing; shapes still serve
        return None


@lru_cache(maxsize=4096)
def is_outlet(name: str) -> bool:
    """Whether the name is a known medium's or has the shape of one."""
    bare = clean(name)
    if not bare or not bare[0].isupper() or re.match(r"[RDI]-[A-Z]", bare):
        return False
    table = _table()
    known = bool(table and table.is_outlet(bare)) or fold(bare) in words("nominals", "media")
    return known or bool(_SHAPE.match(bare) or _BARE.match(bare))


def same(a: str, b: str | None) -> bool:
    """Whether two names are one medium's."""
    if not b:
        return False
    table = _table()
    if table and table.canonical(clean(a)) == table.canonical(clean(b)):
        return True
    return fold(clean(a)).replace(" ", "").replace("-", "") == fold(clean(b)).replace(
        " ", ""
    ).replace("-", "")
