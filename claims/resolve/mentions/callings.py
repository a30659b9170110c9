"""What somebody is, written with a capital before the name, mostly because a sentence begins: "Trapper Ambrose
Lill", "Parent Ole Sather". Titles that a list knows are taken off by names.py."""

from __future__ import annotations

import re
from functools import cache

from claims.folding import fold_mention
from claims.resolve.mentions.name_kind import bodily
from claims.resolve.mentions.names import clean, strip_title
from claims.resolve.mentions.namesakes import writes
from claims.resolve.mentions.spot import Spot
from claims.rules.lists import listed, load, words
from claims.rules.patterns import alternation
from claims.stemming import bare_stem

_FORM = re.compile(rf"[a-z]{{2,60}}(?:{alternation(listed('titles', 'calling_endings'))})")
_LIKE_A_NAME = re.compile(rf"[a-z]{{2,60}}(?:{alternation(listed('titles', 'endings_of_names'))})")
_PLAIN = re.compile(r"[A-ZÀ-Þ][\w’'-]{1,60}")
_DETERMINERS = alternation(listed("function_words", "articles", "owners"))
_ONE_BEFORE = re.compile(
    rf"(?i:\b(?:{_DETERMINERS})|['’]s) (?:[a-z][\w-]{{0,30}} ){{0,2}}?"
    rf"(?P<noun>[a-z][a-z-]{{2,30}})"
    rf"(?: (?:of|at|for) (?:(?:{_DETERMINERS}) )?(?:[a-z]{{1,30}} )?(?P<of>[a-z]{{2,30}}))?, $"
)
BEFORE_CHARACTERS = 90
"""How far before a name what its bearer is may begin."""
_WORDS = re.compile(r"([A-Z][a-z-]{2,60}) ([A-ZÀ-Þ][\w’'-]{0,60}) (?=[A-ZÀ-Þ])")


def is_calling(word: str, text: str = "") -> bool:
    """Whether a word may say what somebody is and is hardly a given name; one with a capital that ends as given
    names do, only where a text writes it small too."""
    bare = fold_mention(word)
    if bare in words("names", "male", "female", "either", "like_callings"):
        return False
    if bare in _callings() or _FORM.fullmatch(bare):
        return True
    if not _LIKE_A_NAME.fullmatch(bare):
        return False
    return word[0].islower() or any(writes(text, form) for form in (bare, _several(bare)))


def _several(word: str) -> str:
    return word.removesuffix("man") + "men" if word.endswith("man") else word


def may_be_calling(word: str, text: str) -> bool:
    """The same, or any common word, where the tagger has found the person behind it: some of the common ones are
    names in the news too."""
    return is_calling(word, text) or bare_stem(fold_mention(word)) in load("common")["weights"]


def without_calling(text: str, spot: Spot) -> Spot:
    """A person's name without the calling that it was found with: what follows begins with a given name and has
    a surname."""
    if spot.kind != "person":
        return spot
    match = _WORDS.match(text, spot.start, spot.end)
    given = words("names", "male", "female", "either")
    if strip_title(clean(text[spot.start : spot.end]))[0]:
        return spot  # a title tells people apart
    if match is None or fold_mention(match[2]) not in given or not is_calling(match[1], text):
        return spot
    return spot._replace(start=match.start(2))


def called_person(text: str, start: int, end: int, name: str) -> bool:
    """Whether two or three plain words that the tagger took for a body's are set behind what one person is: "The
    owner of the boats, Dallas Ng, said"."""
    plain = 2 <= len(name.split()) <= 3 and all(map(_PLAIN.fullmatch, name.split()))
    set_off = text[end : end + 1] in (",", ".") and not bodily(name)
    before = (
        _ONE_BEFORE.search(text, max(0, start - BEFORE_CHARACTERS), start)
        if plain and set_off
        else None
    )
    if before is None or not (
        is_calling(before["noun"]) or before["noun"] in words("descriptions", "players")
    ):
        return False
    return fold_mention(before["of"] or "") not in words(
        "nominals", "bodies", "body_words", "formal_bodies"
    )


@cache
def _callings() -> frozenset[str]:
    """Nouns for people that the lists have already, one and several."""
    return (
        words("titles", "titles", "offices", "occupations", "callings")
        | words("nominals", "groups", "unnamed", "anybody", "men", "women", "joint")
        | words("kin", "close", "men", "women", "several")
    )
