"""One word of a name, with every form that is surely the same word and how it sounds; names of
several words are read in person_name.py and organisation_name.py."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from claims.folding import to_ascii
from claims.identity import lists

_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae", "œ": "oe", "þ": "th"}
)
_NO_LETTER = re.compile(r"[^a-z0-9]")
_DOUBLED = re.compile(r"(.)\1+")
_MIN_SLAVIC_LETTERS = 6
"""That a word needs before its ending may be read as Slavic: "Snow" is no "Snov"."""
_WORDS_REMEMBERED = 8_192


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name: as folded, every form that is surely the same word, and roughly how it
    sounds."""

    plain: str
    forms: tuple[str, ...]
    sound: str

    @property
    def is_initial(self) -> bool:
        """True for one letter."""
        return len(self.plain) == 1


@lru_cache(maxsize=_WORDS_REMEMBERED)
def word(raw: str) -> Word | None:
    """A word of a name, None where it holds neither letter nor digit."""
    plain = _NO_LETTER.sub("", to_ascii(raw))
    if not plain:
        return None
    spelt_out = unicodedata.normalize("NFC", raw).lower().translate(_UMLAUTS)
    forms = {plain, _NO_LETTER.sub("", to_ascii(spelt_out))}
    forms |= lists.spellings().get(plain, frozenset())
    if len(plain) >= _MIN_SLAVIC_LETTERS:
        forms |= {pattern.sub(ending, plain) for pattern, ending in _endings()}
    return Word(plain, tuple(sorted(forms)), _sound(plain))


def same(left: Word, right: Word) -> bool:
    """Whether two words are surely spellings of one."""
    return any(form in right.forms for form in left.forms)


@cache
def _endings() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Endings that romanisations write in several ways, each with the one taken for all."""
    return tuple((re.compile(f"(?:{any_of})$"), ending) for any_of, ending in lists.endings())


@cache
def _sounds() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Letters that sound alike, each with the one taken for all, in the order of replacing."""
    return tuple((re.compile(any_of), sound) for any_of, sound in lists.sounds())


def _sound(plain: str) -> str:
    for pattern, sound in _sounds():
        plain = pattern.sub(sound, plain)
    return _DOUBLED.sub(r"\1", plain).removesuffix("h")
