"""Words folded to be compared, each with its place in the text: case, marks, spellings, figures and
contractions; comparing them stands in align.py."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from claims.folding import without_accents
from claims.proof.figures import WORDS_REMEMBERED, figures
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
_MAY = "May"
"""Either, as no folded word is written."""
_RUN = re.compile(r"\S+")
MAX_RUN_REMEMBERED = 48
"""Characters of a run without blanks that is folded once for all texts: each word of news with its marks."""
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
    raw: list[Word] = []
    # Thousands are made for each passage, and few looked at: the plain tuple's maker is the quickest.
    make, add = tuple.__new__, raw.append
    for found in _RUN.finditer(text, start, len(text) if end is None else end):
        at = found.start()
        run = found[0]
        folded = _of_run(run) if len(run) <= MAX_RUN_REMEMBERED else _of_any_run(run)
        for key, first, last, contracted in folded:
            if key == _MAY:
                key = MAY if _is_month(text, at + first) else "may"
            add(make(Word, (key, at + first, at + last, contracted)))
    out, done = list[Word](), 0
    for first, after, written in figures([word[0] for word in raw], lambda at: _is_sign(raw[at])):
        out += raw[done:first]
        out += (Word(key, raw[a].start, raw[z].end) for key, a, z in written)
        done = after
    return (*out, *raw[done:])


def _is_sign(word: Word) -> bool:
    return word.end - word.start == 1


def keys_of(text: str) -> tuple[str, ...]:
    """The same without their places, in a tenth of the time."""
    runs = text.split()
    if max(map(len, runs), default=0) > MAX_RUN_REMEMBERED:
        return tuple(word.key for word in words_of(text))
    keys = [*chain.from_iterable(map(_keys_of_run, runs))]
    if _MAY in keys:
        mays = _mays(text)
        keys = [next(mays) if key == _MAY else key for key in keys]
    out, done = list[str](), 0
    signed = any(sign in text for sign in _SIGNS)
    lengths = [z - a for run in runs for _, a, z, _ in _of_run(run)] if signed else []
    for first, after, written in figures(keys, lambda at: bool(lengths) and lengths[at] == 1):
        out += keys[done:first]
        out += (key for key, _, _ in written)
        done = after
    return (*out, *keys[done:])


def _mays(text: str) -> Iterator[str]:
    """Of each May in a text of short runs whether it is the month."""
    for found in _RUN.finditer(text):
        if _MAY in found[0]:
            for key, first, _, _ in _of_run(found[0]):
                if key == _MAY:
                    yield MAY if _is_month(text, found.start() + first) else "may"


_Folded = tuple[str, int, int, bool]
"""A word as above, its place within its run."""


def _of_any_run(run: str) -> tuple[_Folded, ...]:
    """The words of what stands between two blanks: no word crosses one."""
    out: list[_Folded] = []
    for found in TOKEN.finditer(run):
        token, (at, to) = found[0], found.span()
        keys = (_MAY,) if token == _MAY else _keys(token)
        contracted = len(keys) > 1 and _CONTRACTED.search(token) is not None
        out += ((key, at, to, contracted) for key in keys if key)
    return tuple(out)


_of_run = lru_cache(WORDS_REMEMBERED)(_of_any_run)


@lru_cache(WORDS_REMEMBERED)
def _keys_of_run(run: str) -> tuple[str, ...]:
    return tuple(word[0] for word in _of_run(run))


def _is_month(text: str, at: int) -> bool:
    """Whether the May at a place is the month: by its capital, where no sentence begins, or by a day behind it."""
    before = text[max(0, at - 2) : at]
    return bool(_NO_START.search(before) or _DAY_BEHIND.match(text, at + len(_MAY)))


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
