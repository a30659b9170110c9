"""Words folded to be compared, each with its place in the text: case, marks, spellings, figures and
contractions; comparing them stands in align.py."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from claims.folding import without_accents
from claims.proof.figures import WORDS_REMEMBERED, figures
from claims.proof.remembered import Remembered
from claims.rules.lists import listed, load, words
from claims.rules.patterns import alternation

TOKEN = re.compile(
    r"\[[^\W\d_]\][^\W\d_]+(?:['’‘ʼ`´][^\W\d_]+)*|(?:[A-Za-z]\.){2,}|[$£€%&]|\d[\d,]*(?:\.\d+|:\d\d(?!\d))?(?:(?:st|nd|rd|th)\b)?|[^\W\d_]+(?:['’‘ʼ`´][^\W\d_]+)*"
)
_APOSTROPHES = re.compile("[’‘ʼ`´]")
_CONTRACTED = re.compile("['’‘ʼ`´]")
_ENDINGS = {"ll": "will", "re": "are", "ve": "have", "m": "am", "d": "would"}
"""What stands behind an apostrophe, written out."""
_SYMBOLS = {"&": "and", "$": "dollar", "£": "pound", "€": "euro", "%": "percent"}
_SIGNS = {"$", "£", "€"}
_DOUBLED = re.compile(rf"(\w+)ll({alternation(listed('proof', 'one_l_endings'))})$")
MAY = "may-month"
"""The key of the month, which is no "may"."""
EITHER_MAY = "May"
"""Either, as no folded word is written."""
RUN = re.compile(r"\S+")
_NO_START = re.compile(r"[\w,;:)]\s$")
_DAY_BEHIND = re.compile(r"\s\d{1,2}\b|\s(?:19|20)\d\d\b")
_MIN_DOUBLED_LETTERS = 6
"""Of a stem with a doubled l, from which American spelling has one: "travelled", never "filled"."""
MIN_FOLDED_LETTERS, _MIN_ISE_LETTERS = 5, 6
_OUR = re.compile(rf"(?<=\w\w)our(?=(?:{alternation(listed('proof', 'our_endings'))})?$)")
_RE_ENDING = re.compile(r"(?<=\w[tbg])re(s|d|)$")
_OGUE = re.compile(r"(?<=\w)ogue(?=s?$)")
_ISE = re.compile(r"([iy])s(e[drs]?|ing|ations?)$")
_LIGATURE = re.compile(r"[ao]e")


class Word(NamedTuple):
    """A folded word and its place; the two words of a contraction share one."""

    key: str
    start: int
    end: int
    contracted: bool = False


def words_of(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The folded words of a stretch of a text."""
    # Thousands are made for each passage, and few looked at: the plain tuple's maker is the quickest.
    make, of_runs = tuple.__new__, OF_RUNS
    raw = [
        make(Word, (key, at + first, at + last, contracted))
        for found in RUN.finditer(text, start, len(text) if end is None else end)
        for at in (found.start(),)
        for key, first, last, contracted in of_runs[found[0]]
    ]
    keys = [word[0] for word in raw]
    for at, key in enumerate(keys) if EITHER_MAY in keys else ():
        if key == EITHER_MAY:
            keys[at] = may_at(text, raw[at].start)
            raw[at] = raw[at]._replace(key=keys[at])
    out, done = list[Word](), 0
    for first, after, written in figures(keys, lambda at: _is_sign(raw[at])):
        out += raw[done:first]
        out += (Word(key, raw[a].start, raw[z].end) for key, a, z in written)
        done = after
    return (*out, *raw[done:])


def _is_sign(word: Word) -> bool:
    return word.end - word.start == 1


_Folded = tuple[str, int, int, bool]
"""A word as above, its place within its run."""


def _of_any_run(run: str) -> tuple[_Folded, ...]:
    """The words of what stands between two blanks: no word crosses one."""
    out: list[_Folded] = []
    for found in TOKEN.finditer(run):
        token, (at, to) = found[0], found.span()
        keys = (EITHER_MAY,) if token == EITHER_MAY else _keys(token)
        contracted = len(keys) > 1 and _CONTRACTED.search(token) is not None
        out += ((key, at, to, contracted) for key in keys if key)
    return tuple(out)


OF_RUNS = Remembered(_of_any_run)
"""The words of a run that was folded once, each with its place within it."""


def may_at(text: str, at: int) -> str:
    """The key of the May at a place: it is the month by its capital, where no sentence begins, or by a day behind
    it."""
    before = text[max(0, at - 2) : at]
    is_month = _NO_START.search(before) or _DAY_BEHIND.match(text, at + len(EITHER_MAY))
    return MAY if is_month else "may"


def time_words() -> frozenset[str]:
    """Weekdays, months and words for a day, as they are folded."""
    return words("content", "dates") | {MAY}


@lru_cache(WORDS_REMEMBERED)
def _keys(token: str) -> tuple[str, ...]:
    """A token as one key or, of a contraction, two."""
    if token in _SYMBOLS:
        return (_SYMBOLS[token],)
    if token[0].isdecimal():
        return (re.sub(r",|(?<![a-z])[a-z]++$", "", token).replace(":", "."),)  # 6.42 and 6:42
    plain = _APOSTROPHES.sub("'", without_accents(token).casefold())
    plain = re.sub(r"[.\[\]]", "", plain)
    if plain in _contractions():
        return tuple(_contractions()[plain].split())
    if plain.endswith("n't"):
        return (plain[:-3], "not")
    base, mark, ending = plain.rpartition("'")
    if mark and ending in _ENDINGS:
        return (base, _ENDINGS[ending])
    if ending == "s" and mark and base in words("proof", "before_is"):
        return (base, "is")
    return (_spelt(plain.replace("'", "")),)


@cache
def _contractions() -> dict[str, str]:
    pairs: dict[str, str] = load("proof")["contractions"]["words"]
    return pairs


@cache
def _spellings() -> dict[str, str]:
    pairs: dict[str, str] = load("proof")["spellings"]["words"]
    return pairs


@lru_cache(WORDS_REMEMBERED)
def _spelt(word: str) -> str:
    """British and American spelling as one; two other words that meet in it do so on both sides."""
    word = _spellings().get(word, word)
    if len(word) < MIN_FOLDED_LETTERS:
        return word
    word = _OUR.sub("or", word)
    word = _RE_ENDING.sub(lambda found: f"er{found[1] and found[1].replace('d', 'ed')}", word)
    word = _OGUE.sub("og", word)
    doubled = _DOUBLED.match(word)
    if doubled and len(doubled[1]) + 2 >= _MIN_DOUBLED_LETTERS:
        return f"{doubled[1]}l{doubled[2]}"
    if len(word) >= _MIN_ISE_LETTERS:
        word = _LIGATURE.sub("e", _ISE.sub(r"\1z\2", word))
    return word
