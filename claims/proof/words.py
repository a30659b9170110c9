"""Words folded to be compared, each with its place in the text: case, marks, spellings, figures and
contractions; comparing them stands in align.py."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from claims.folding import without_accents
from claims.rules.lists import listed, load, words
from claims.rules.patterns import alternation

TOKEN = re.compile(
    r"\[[^\W\d_]\][^\W\d_]+(?:['’‘ʼ`´][^\W\d_]+)*|(?:[A-Za-z]\.){2,}|[$£€%&]|\d[\d,]*(?:\.\d+)?(?:(?:st|nd|rd|th)\b)?|[^\W\d_]+(?:['’‘ʼ`´][^\W\d_]+)*"
)
_APOSTROPHES = re.compile("[’‘ʼ`´]")
_CONTRACTED = re.compile("['’‘ʼ`´]")
_ENDINGS = {"ll": "will", "re": "are", "ve": "have", "m": "am", "d": "would"}
"""What stands behind an apostrophe, written out."""
_SYMBOLS = {"&": "and", "$": "dollar", "£": "pound", "€": "euro", "%": "percent"}
_SIGNS = {"$", "£", "€"}
FIGURE = "#"
"""Begins the key of a figure."""
_WRITTEN = re.compile(r"\d+(?:\.\d+)?")
"""A figure as it is counted with; a sign such as "½" or "²" is a word."""
_DOUBLED = re.compile(rf"(\w+)ll({alternation(listed('proof', 'one_l_endings'))})$")
MAY = "may-month"
"""The key of the month, which is no "may"."""
_NO_START = re.compile(r"[\w,;:)]\s$")
_DAY_BEHIND = re.compile(r"\s\d{1,2}\b|\s(?:19|20)\d\d\b")
_TENS = range(20, 91, 10)
_LAST_ORDINALS = {"first": 1.0, "second": 2.0, "third": 3.0}
"""Behind tens alone: by themselves they mean other things as often."""
_HUNDRED = 100
_MIN_DOUBLED_LETTERS = 6
"""Of a stem with a doubled l, from which American spelling has one: "travelled", never "filled"."""
MIN_FOLDED_LETTERS, _MIN_ISE_LETTERS = 5, 6
_OUR = re.compile(rf"(?<=\w\w)our(?=(?:{alternation(listed('proof', 'our_endings'))})?$)")
_RE_ENDING = re.compile(r"(?<=\w[tbg])re(s|d|)$")
_OGUE = re.compile(r"(?<=\w)ogue(?=s?$)")
_ISE = re.compile(r"([iy])s(e[drs]?|ing|ations?)$")
_LIGATURE = re.compile(r"[ao]e")
WORDS_REMEMBERED = 100_000


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
    for found in TOKEN.finditer(text, start, len(text) if end is None else end):
        token = found[0]
        keys = (MAY,) if token == "May" and _is_month(text, found) else _keys(token)
        at, to = found.span()
        contracted = len(keys) > 1 and _CONTRACTED.search(token) is not None
        for key in keys:
            if key:
                add(make(Word, (key, at, to, contracted)))
    out, done = list[Word](), 0
    for first, after, figures in _figures([word[0] for word in raw], lambda at: _is_sign(raw[at])):
        out += raw[done:first]
        out += (Word(key, raw[a].start, raw[z].end) for key, a, z in figures)
        done = after
    return (*out, *raw[done:])


def _is_sign(word: Word) -> bool:
    return word.end - word.start == 1


def keys_of(text: str) -> tuple[str, ...]:
    """The same without their places, in a third of the time."""
    found = [*TOKEN.finditer(text)]
    tokens = [one[0] for one in found]
    for at in [at for at, token in enumerate(tokens) if token == "May"]:
        tokens[at] = MAY if _is_month(text, found[at]) else "may"
    keys = [*filter(None, chain.from_iterable(map(_keys, tokens)))]
    out, done = list[str](), 0
    signs = {} if _SIGNS.isdisjoint(tokens) else dict(enumerate(_token_of_each_key(tokens)))
    for first, after, figures in _figures(keys, lambda at: signs.get(at) in _SIGNS):
        out += keys[done:first]
        out += (key for key, _, _ in figures)
        done = after
    return (*out, *keys[done:])


def _token_of_each_key(tokens: Sequence[str]) -> Iterator[str]:
    return (token for token in tokens for key in _keys(token) if key)


def _is_month(text: str, found: re.Match[str]) -> bool:
    """Whether a May is the month: by its capital, where no sentence begins, or by a day behind it."""
    if found[0] != "May":
        return False
    before = text[max(0, found.start() - 2) : found.start()]
    return bool(_NO_START.search(before) or _DAY_BEHIND.match(text, found.end()))


def time_words() -> frozenset[str]:
    """Weekdays, months and words for a day, as they are folded."""
    return words("content", "dates") | {MAY}


@lru_cache(WORDS_REMEMBERED)
def _keys(token: str) -> tuple[str, ...]:
    """A token as one key or, of a contraction, two."""
    if token in _SYMBOLS:
        return (_SYMBOLS[token],)
    if token[0].isdecimal():
        return (re.sub(r",|(?<![a-z])[a-z]++$", "", token),)
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


_Figures = tuple[int, int, tuple[tuple[str, int, int], ...]]
"""From a word on and before another stand these keys, each for the words from one to another."""


def _figures(keys: Sequence[str], is_sign: Callable[[int], bool]) -> Iterator[_Figures]:
    """Each run of words that writes one number as a single figure; a sign of money goes behind it."""
    done, numbers = 0, _number_words()
    begins = [at for at, key in enumerate(keys) if key in numbers or key[0].isdecimal()]
    for at in begins:
        if at < done:
            continue
        is_money = keys[at] in ("dollar", "pound", "euro")
        place = at + 1 if is_money and is_sign(at) else at
        value, done = _figure(keys, place)
        if done > place:
            figure = ("one" if value == 1 else f"{FIGURE}{value:.12g}", at, done - 1)
            yield at, done, (figure, (keys[at], at, done - 1)) if place > at else (figure,)
        elif _is_per_cent(keys, at):
            done = at + 2
            yield at, done, (("percent", at, at),)
        else:
            done = at + 1


@cache
def _number_words() -> frozenset[str]:
    """The words at which a number may begin, and "per", which may begin a sign."""
    known = load("content")["numbers"]["words"].keys() | load("proof")["ordinals"]["words"].keys()
    return frozenset(known | {"one", "per", "dollar", "pound", "euro"})


def _is_per_cent(keys: Sequence[str], at: int) -> bool:
    return keys[at] == "per" and at + 1 < len(keys) and keys[at + 1] == "cent"


def _figure(keys: Sequence[str], at: int) -> tuple[float, int]:
    """The number that begins at a place, and where it ends; the place itself where there is none."""
    value, last, after = 0.0, 0.0, at
    while after < len(keys):
        key = keys[after]
        unit, scale = _unit(key), _scales().get(key)
        if unit is None and last in _TENS:
            unit = _LAST_ORDINALS.get(key)
        if unit is not None and (after == at or (last in _TENS and unit < 10)):
            value, last = value + unit, unit
        elif scale and after > at:
            value, last = value * scale, scale
        elif unit is not None and last == _HUNDRED and unit < _HUNDRED:
            value, last = value + unit, unit
        elif not (key == "and" and last == _HUNDRED and _small(keys, after + 1)):
            break
        after += 1
    return value, after


def _small(keys: Sequence[str], at: int) -> bool:
    unit = _unit(keys[at]) if at < len(keys) else None
    return unit is not None and unit < _HUNDRED


@cache
def _scales() -> dict[str, int]:
    scales: dict[str, int] = load("content")["scales"]["words"]
    return scales


@lru_cache(WORDS_REMEMBERED)
def _unit(key: str) -> float | None:
    """The value of a figure or a number word; None for what is none."""
    if key[0].isdecimal():
        return float(key) if _WRITTEN.fullmatch(key) else None
    if key == "one":
        return 1.0
    if key in ("half", "dozen"):
        return None
    ordinals = load("proof")["ordinals"]["words"]
    digits = load("content")["numbers"]["words"].get(key) or ordinals.get(key)
    return float(digits) if digits else None
