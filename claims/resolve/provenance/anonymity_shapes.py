"""The shapes in which an article says that a source is unnamed, and why; their words are lists, what is
made of them stands in anonymity.py."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claims.rules.lists import listed
from claims.rules.patterns import alternation
from claims.rules.vocabulary import Anonymity


def _any(words: Iterable[str]) -> str:
    return f"(?:{alternation(words)})"


def _with_any_blanks(shapes: Iterable[str]) -> re.Pattern[str]:
    """The shapes with as many blanks as a text may have where they have one."""
    written = "|".join(shapes).replace(r"\ ", " ").replace(" ", r"[^\S\n]+")
    return re.compile(rf"(?<!\w)(?:{written})\b", re.IGNORECASE)


_OWN = _any(listed("function_words", "possessives"))
_NAMES = _any(listed("anonymity", "names"))
_FIRST_NAMES = _any(listed("anonymity", "first_names"))
_REFUSING = _any(listed("anonymity", "refusing"))
_ASKING = _any(listed("anonymity", "asking"))
_GIVING = _any(listed("anonymity", "giving"))
_PRINT = _any(listed("anonymity", "print"))
_BEING = _any(listed("anonymity", "being"))
_ENDING = _any(listed("anonymity", "ending"))
_IDENTIFIED = rf"(?:further |publicly |otherwise )?{_any(listed('anonymity', 'identified'))}"
_PRINTED = rf"(?:to )?(?:be )?{_PRINT}"
UNNAMED = _with_any_blanks(
    (
        rf"{_any(listed('anonymity', 'terms'))} (?:[a-z]+ ){{0,2}}anonymity",
        rf"{_any(listed('anonymity', 'speech'))} (?:[\w’']+ ){{0,5}}"
        rf"(?:anonymously|{_any(listed('anonymity', 'background'))})",
        rf"{_REFUSING} (?:for {_OWN} name )?to (?:be {_IDENTIFIED}|\w+ (?:\w+ )?on the record"
        rf"|{_GIVING} (?:{_OWN}|a) {_NAMES})",
        rf"{_REFUSING} (?:to have )?{_OWN} {_NAMES} {_PRINTED}",
        rf"(?:would|did|does|do)(?:n['’]t| not) {_GIVING} {_OWN} {_NAMES}",
        rf"{_ASKING} (?:[\w’']+ ){{0,4}}?(?:to )?not (?:to )?(?:be {_IDENTIFIED}"
        rf"|have {_OWN} {_NAMES} {_PRINT}|{_GIVING} {_OWN} {_NAMES})",
        rf"{_any(listed('anonymity', 'condition_that'))} (?:that )?(?:[\w’']+ ){{0,3}}?"
        rf"not (?:to )?be (?:{_IDENTIFIED}|{_PRINT})",
        rf"{_ASKING} (?:[\w’']+ ){{0,3}}?(?:to )?(?:be|go|remain|stay) "
        rf"{_any(listed('anonymity', 'unnamed'))}",
        rf"(?:{_ASKING} (?:for |that )?)?(?:whose|{_OWN}) {_NAMES} (?:{_BEING} )*"
        rf"(?:{_any(listed('anonymity', 'kept'))}|not {_PRINTED})",
        rf"{_any(listed('anonymity', 'keeping'))} (?:{_OWN}|the(?: [\w’']+){{1,4}}) {_NAMES}",
        rf"(?:\w+ )?(?:only|just) (?:(?:to be )?(?:identified|known) )?(?:by |as )?(?:{_OWN}|an?) {_FIRST_NAMES}",
        rf"(?:only|just) (?:{_GIVING}|gave|identified) (?:\w+ )?(?:by )?{_OWN} {_FIRST_NAMES}",
        rf"(?:can|could|may|must) ?(?:not|['’]t) be {_IDENTIFIED}|cannot be {_IDENTIFIED}",
        rf"(?:nobody|none|no one|neither)(?: [\w’']+){{0,4}} {_any(listed('anonymity', 'willing'))} "
        rf"(?:to )?be {_IDENTIFIED}",
        rf"not {_OWN} real name|(?:under|using) an? (?:pseudonym|assumed name)",
    )
)
"""What says that a source is unnamed."""
_SPEAKING = _any(listed("anonymity", "speaking"))
_TO_SPEAK = rf"to (?:\w+ly )?{_SPEAKING}"
UNAUTHORISED = _with_any_blanks(
    (
        rf"(?:not|\w+n['’]t|never|no longer) (?:\w+ )?{_any(listed('anonymity', 'denied_leave'))} {_TO_SPEAK}",
        rf"unauthori[sz]ed {_TO_SPEAK}",
        rf"{_any(listed('anonymity', 'lacking'))} (?:\w+ )?{_any(listed('anonymity', 'leave'))} {_TO_SPEAK}",
        rf"{_any(listed('anonymity', 'barred'))} (?:\w+ly )?{_SPEAKING}",
    )
)
"""What says so by saying that it has no leave to speak."""
BEFORE_LEAVE = re.compile(
    rf"(?:{_any(listed('anonymity', 'before_leave'))} ){{0,20}}(?:(?:the )?\w{{1,40}} )?"
    rf"(?:{_BEING}(?:n['’]t)? ?){{0,5}}$",
    re.IGNORECASE,
)
"""What belongs to those words and stands before them: "because they were"."""
OF_SURNAME = re.compile(
    rf"{_any(listed('anonymity', 'surnames'))}|{_FIRST_NAMES}|pseudonym|assumed name", re.IGNORECASE
)
"""What says that only a part of a name is kept back."""
_REASONS = rf"{_any(listed('anonymity', 'for_reasons'))}(?: (?:reasons?|concerns))?"
_FOR = rf"for (?:{_OWN} (?:own )?)?(?:fear\b|(?:\w+ (?:and |or )?)?{_REASONS})"
CONNECTED = re.compile(
    rf"(?:\s+(?!{_ENDING}\b)[\w’'-]+){{0,5}}?,? (?:—|–|-+)? ?"
    rf"({_any(listed('anonymity', 'connectors'))}|{_FOR})\b",
    re.IGNORECASE,
)
"""What leads to the reason, also behind a few words or a comma."""
CLOSELY_CONNECTED = re.compile(
    r"(?: by name| publicly| with \w+| in \w+)?\s+"
    rf"({_any(listed('anonymity', 'close_connectors'))}|[a-z]{{2,}}ing)\b"
)
"""What leads to it right behind alone."""
LED_BY = re.compile(
    rf"(?:^|[,;] |\band )({_any(listed('anonymity', 'before'))}|{_FOR})\b[^;]*$", re.IGNORECASE
)
"""What leads from a reason before."""
END_OF_REASON = re.compile(
    rf"[.!?](?=[\s\"”'’)]|$)|[;,\n()—\"“”]|''| -+ | (?:and|but|who) {_ENDING}\b"
)
SENTENCE_END = re.compile(r"(?<![ .][A-Z])[.!?][\"”'’)]*(?=\s|$)|\n")
_TELLING: dict[Anonymity, tuple[str, ...]] = {
    "unauthorised": listed("anonymity", "unauthorised"),
    "rules": listed("anonymity", "rules"),
    "fear": listed("anonymity", "fear"),
    "sensitive": listed("anonymity", "sensitive"),
    "candour": listed("anonymity", "candour"),
    "privacy": listed("anonymity", "privacy"),
}
TELLING = re.compile(rf"\b{_any(listed('anonymity', 'telling'))}\b", re.IGNORECASE)
"""What a source is unnamed for where the matter itself is the reason."""
ASSESSING = re.compile(rf"to {_any(listed('anonymity', 'assessing'))}\b")
"""A purpose that is no reason of any class."""
CLASSES = tuple(
    (name, re.compile(rf"\b{_any(words)}\b", re.IGNORECASE)) for name, words in _TELLING.items()
)
"""Each class of reason with the words that tell it."""
