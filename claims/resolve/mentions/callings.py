"""What somebody is, written with a capital before the name, mostly because a sentence begins: "Trapper Ambrose
Lill", "Parent Ole Sather". Titles that a list knows are taken off by names.py."""

from __future__ import annotations

import re
from functools import cache

from claims.folding import fold_mention
from claims.resolve.mentions.names import clean, strip_title
from claims.resolve.mentions.spot import Spot
from claims.rules.lists import listed, load, words
from claims.rules.patterns import alternation
from claims.stemming import bare_stem

_FORM = re.compile(rf"[a-z]{{2,60}}(?:{alternation(listed('titles', 'calling_endings'))})")
_WORDS = re.compile(r"([A-Z][a-z-]{2,60}) ([A-ZÀ-Þ][\w’'-]{0,60}) (?=[A-ZÀ-Þ])")


def is_calling(word: str) -> bool:
    """Whether a capitalised word may say what somebody is and is hardly a given name."""
    bare = fold_mention(word)
    if bare in words("names", "male", "female", "either", "like_callings"):
        return False
    return bare in _callings() or bool(_FORM.fullmatch(bare))


def may_be_calling(word: str) -> bool:
    """The same, or any common word, where the tagger has found the person behind it: some of the common ones are
    names in the news too."""
    return is_calling(word) or bare_stem(fold_mention(word)) in load("common")["weights"]


def without_calling(text: str, spot: Spot) -> Spot:
    """A person's name without the calling that it was found with: what follows begins with a given name and has
    a surname."""
    if spot.kind != "person":
        return spot
    match = _WORDS.match(text, spot.start, spot.end)
    given = words("names", "male", "female", "either")
    if strip_title(clean(text[spot.start : spot.end]))[0]:
        return spot  # a title tells people apart
    if match is None or fold_mention(match[2]) not in given or not is_calling(match[1]):
        return spot
    return spot._replace(start=match.start(2))


@cache
def _callings() -> frozenset[str]:
    """Nouns for people that the lists have already, one and several."""
    return (
        words("titles", "titles", "offices", "occupations")
        | words("nominals", "groups", "unnamed", "anybody", "men", "women", "joint")
        | words("kin", "close", "men", "women", "several")
    )
