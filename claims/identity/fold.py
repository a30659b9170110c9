"""Words of names folded for comparison: script, accents, spellings, sound; see person_name.py,
organisation_name.py."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from claims.identity import lists

_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae", "œ": "oe", "þ": "th"}
)
_APOSTROPHES = re.compile("['’‘ʼʻ`´ʿʾ]")
_ENDINGS = (
    (re.compile(r"(?:skiy|skyy|skij|skyj|skii|ski|skiy|skyi)$"), "sky"),
    (re.compile(r"(?:off|ow)$"), "ov"),
    (re.compile(r"(?:eff|ew)$"), "ev"),
)
_SLAVIC = 5
"""Letters that a word needs before its ending may be read as Slavic: "Snow" is no "Snov"."""
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("ph", "f"), ("sch|tsch|tch|sh|ch|zh", "s"), ("ck|kh|gh|q|k", "k"), ("dh", "d"), ("th", "t"),
        ("tz|ts|z|c", "s"), ("x", "ks"), ("w", "v"), ("ou|oo", "u"), ("o", "u"),
        ("ee|ie|ei|ey|ay|ai|iy|yi|ii|y|j", "i"), ("e", "i"), ("ae|aa", "a"), ("(.)\\1+", r"\1"), ("h$", ""),
    )
)  # fmt: skip


@dataclass(frozen=True)
class Word:
    """One word of a name: as folded, every form that is surely the same word, and roughly how it
    sounds."""

    plain: str
    forms: frozenset[str]
    sound: str

    @property
    def is_initial(self) -> bool:
        """True for one letter."""
        return len(self.plain) == 1


def to_ascii(raw: str) -> str:
    """Lower-case ASCII of any script, apostrophes dropped; "" where nothing is left."""
    return anyascii(_APOSTROPHES.sub("", unicodedata.normalize("NFC", raw))).lower()


@lru_cache(maxsize=100_000)
def word(raw: str) -> Word | None:
    """A word of a name, None where it holds neither letter nor digit."""
    plain = re.sub(r"[^a-z0-9]", "", to_ascii(raw))
    if not plain:
        return None
    expanded = re.sub(
        r"[^a-z0-9]", "", to_ascii(unicodedata.normalize("NFC", raw).lower().translate(_UMLAUTS))
    )
    forms = {plain, expanded} | lists.spellings().get(plain, frozenset())
    if len(plain) > _SLAVIC:
        for pattern, ending in _ENDINGS:
            forms.add(pattern.sub(ending, plain))
    return Word(plain, frozenset(forms), _sound(plain))


def same(left: Word, right: Word) -> bool:
    """Whether two words are surely spellings of one."""
    return not left.forms.isdisjoint(right.forms)


def _sound(plain: str) -> str:
    for pattern, sound in _SOUNDS:
        plain = pattern.sub(sound, plain)
    return plain
