"""Among folded words those that write a number, as figures; how words are folded stands in words.py."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import takewhile

from claims.rules.lists import load

FIGURE = "#"
"""Begins the key of a figure."""
_WRITTEN = re.compile(r"\d+(?:\.\d+)?")
"""A figure as it is counted with; a sign such as "½" or "²" is a word."""
_TENS = range(20, 91, 10)
_LAST_ORDINALS = {"first": 1.0, "second": 2.0, "third": 3.0}
"""Behind tens alone: by themselves they mean other things as often."""
_HUNDRED = 100
POINT = "point"
"""Parts a number in words from its decimals."""
MAX_DECIMALS = 4
"""Digits read behind a point in words."""
WORDS_REMEMBERED = 100_000

MONEY = ("dollar", "pound", "euro")
"""As their signs are folded."""

Replaced = tuple[int, int, tuple[tuple[str, int, int], ...]]
"""From a word on and before another stand these keys, each for the words from one to another."""


def figures(keys: Sequence[str], is_sign: Callable[[int], bool]) -> Iterator[Replaced]:
    """Each run of words that writes one number as a single figure; a sign of money goes behind it."""
    done, numbers = 0, _number_words()
    begins = [at for at, key in enumerate(keys) if key in numbers or key[0].isdecimal()]
    for at in begins:
        if at < done:
            continue
        is_money = keys[at] in MONEY
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
    return frozenset(known | {"one", "per", *MONEY})


def begins_figure(key: str) -> bool:
    """Whether a number may begin with a word."""
    return key in _number_words() or key[0].isdecimal()


def goes_on(key: str) -> bool:
    """Whether a number that began before a word may go on with it."""
    return (
        key in ("and", "cent", POINT)
        or key in _scales()
        or key in _LAST_ORDINALS
        or _unit(key) is not None
    )


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
        elif key == POINT and (digits := _decimals(keys, after + 1)):
            value, last = value + float(f"0.{digits}"), 0.0
            after += len(digits)
        elif unit is not None and last == _HUNDRED and unit < _HUNDRED:
            value, last = value + unit, unit
        elif not (key == "and" and last == _HUNDRED and _small(keys, after + 1)):
            break
        after += 1
    return value, after


def _decimals(keys: Sequence[str], at: int) -> str:
    """The digits behind a "point" that are written as words, each by itself."""
    units = (_unit(key) for key in keys[at : at + MAX_DECIMALS])
    written = takewhile(lambda unit: unit is not None and unit in range(10), units)
    return "".join(f"{unit:.0f}" for unit in written)


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
