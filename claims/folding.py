"""Every way in which text is folded to be compared, with what each keeps; what is compared stands
with its callers.

They differ because what they compare differs, and two of them are kept: the results of `name_key`
stand in stores, and ids are made of them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

NAMES_REMEMBERED = 8_192
MENTIONS_REMEMBERED = 20_000
_NO_WORD = re.compile(r"[^\w\s]")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_LOOSE_MARKS = str.maketrans("", "", '.,“”"()')
_APOSTROPHES = re.compile("['’‘ʼʻ`´ʿʾ]")


@lru_cache(NAMES_REMEMBERED)
def name_key(name: str) -> str:
    """The key under which stores keep a name: case, accents, marks, "'s" and a leading "the" are
    gone; letters of every script, digits and the order of words stay."""
    plain = straight(without_accents(name).casefold()).replace("'s", "")
    words = _NO_WORD.sub(" ", plain).split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


@lru_cache(MENTIONS_REMEMBERED)
def fold_mention(name: str) -> str:
    """A name as an article writes it: case, accents, dots, brackets, quotation marks and a closing
    possessive are gone; hyphens, apostrophes inside and "the" stay."""
    plain = straight(without_possessive(name.strip()))
    if not plain.isascii():
        plain = without_accents(plain)
    return " ".join(plain.casefold().translate(_LOOSE_MARKS).split())


def fold_word(word: str) -> str:
    """A word of running text: case and the kind of apostrophe are gone; accents and all else
    stay."""
    return straight(word.casefold())


def to_ascii(raw: str) -> str:
    """A name of any script as small ASCII letters: apostrophes are gone, accents and scripts
    written otherwise; blanks, digits and other marks stay. "" where nothing is left."""
    from anyascii import anyascii  # the command line folds names without it

    return anyascii(_APOSTROPHES.sub("", unicodedata.normalize("NFC", raw))).lower()


def without_possessive(name: str) -> str:
    """The name without a closing "'s", or the apostrophe after an s."""
    return _POSSESSIVE.sub("", name)


def without_accents(text: str) -> str:
    """The text with every letter apart from its accents, and those left out."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def straight(text: str) -> str:
    """The text with typographic apostrophes as straight ones."""
    return text.replace("’", "'")
