"""The words of a label as a speaker's name: what is taken off, and capitals made a name again."""

from __future__ import annotations

import re

from claims.folding import fold_mention
from claims.model import Span
from claims.resolve.mentions.names import strip_title
from claims.rules.lists import words

MAX_NAME_WORDS = 6
_OF = frozenset({"of", "for", "the", "and", "&", "on"})
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_SHORT = re.compile(r"[^AEIOUY]{2,4}")
"""Capitals without a vowel are letters, not a name: "KQVT"."""


def is_name(written: str) -> bool:
    """Whether words before a mark can name a speaker: each begins with a capital or is a particle,
    and no label of another kind ("Note", "Where") stands there."""
    parts = written.split()
    if not parts or len(parts) > MAX_NAME_WORDS or not parts[0][0].isupper():
        return False
    folded = written.casefold().strip(".")
    if folded in words("shapes", "labels") or parts[0].casefold() in words("shapes", "verbs"):
        return False
    if any(part.casefold().endswith(("'s", "’s")) for part in parts):
        return False
    small = words("names", "inner_particles") | _OF
    return all(p[0].isupper() or p[0].isdigit() or p in small or p[0] in "’'“\"" for p in parts)


def plain(written: str) -> str:
    """The name that a label gives: without title, out of capitals ("Mr. HOLLANDER" is
    Hollander)."""
    return strip_title(" ".join(map(_small, written.split())))[1]


def _small(word: str) -> str:
    """A word in capitals as a name is written; initials and letters stay."""
    if not word.isupper() or "." in word[:-1] or len(word.strip(".")) < 2 or _SHORT.fullmatch(word):
        return word
    return _WORD.sub(lambda part: _capitalised(part[0]), word)


def _capitalised(part: str) -> str:
    apart = re.split(r"([’'])", part)
    return "".join(
        piece.capitalize() if len(piece) > 1 or n == 0 else piece for n, piece in enumerate(apart)
    )


def key(written: str) -> str:
    """What labels of one speaker share: the folded last word."""
    return fold_mention(plain(written)).split(" ")[-1]


def is_part(text: str, span: Span) -> bool:
    """Whether words are the label of a part in a talk wherever it stands in a line: "READER: “…”"."""
    written = text[span.start : span.end]
    capitals = sum(map(str.isupper, written)) > 1 and written.isupper()
    return capitals and text.startswith(":", span.end) and is_role(written)


def is_role(written: str) -> bool:
    """Whether a label names a part in the talk and no person: "Moderator", "Operator"."""
    folded = re.sub(r" ?(?<!\d)\d+$", "", fold_mention(written))
    bare = folded.split(" ")
    while len(bare) > 1 and bare[0] in words("turns", "before_parts"):
        bare = bare[1:]
    return bool({folded, " ".join(bare)} & words("shapes", "roles"))
