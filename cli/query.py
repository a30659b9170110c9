"""Filter words, parsed in one place for the commands and the browser; how they are looked up is the
store's."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from claims.errors import UsageError
from claims.rules.vocabulary import CHOICES
from store.records import Filters

WORDS = ("speaker", "outlet", "since", "until", "kind", "stance", "saying", "status", "label")
_LIKE_A_FILTER = re.compile(r"([A-Za-z_]+):(?!//)\S*")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")


def parse_query(query: str | Iterable[str], base: Filters | None = None) -> Filters:
    """Filters of a query such as 'speaker:Song since:2017-03 corridor', added to the base; raises
    UsageError."""
    filters = base or Filters()
    for token in _split(query) if isinstance(query, str) else query:
        word, colon, value = token.partition(":")
        if colon and word in WORDS:
            filters = add(filters, word, value)
        elif token.strip():
            filters = replace(filters, text=(*filters.text, token.strip()))
    return filters


def parse_unfinished(query: str) -> Filters:
    """Filters of a query that is being typed: of its last word the beginning is enough; raises
    UsageError."""
    filters, last = parse_query(query), (query.split() or [""])[-1]
    word, colon, value = last.partition(":")
    if not last or query.endswith((" ", '"')):
        return filters
    if colon and word in WORDS:
        return replace(
            filters, unfinished=word if word in ("speaker", "outlet") and value else None
        )
    return replace(filters, unfinished="text") if filters.text else filters


def add(filters: Filters, word: str, value: str) -> Filters:
    """The filters with one more word; raises UsageError on a value that it cannot have."""
    value = value.strip()
    if not value:
        raise UsageError(f"{word}: nothing stands behind it; write {word}:VALUE")
    if word in ("since", "until"):
        dated = _date(word, value)
        return replace(filters, since=dated) if word == "since" else replace(filters, until=dated)
    changed: dict[str, Any] = {word: (*getattr(filters, word), _choice(word, value))}
    return replace(filters, **changed)


def for_people(filters: Filters) -> Filters:
    """The filters of a table that people read: what claims nothing is left out unless it is asked
    for."""
    return replace(filters, said=not filters.saying)


def check_words(filters: Filters) -> None:
    """Raises UsageError where a bare word has the form of a filter word that there is not: it would
    be looked for as it stands, and nothing found. What holds a blank, or an address, is words."""
    for token in filters.text:
        match = _LIKE_A_FILTER.fullmatch(token)
        if match:
            close = get_close_matches(match[1].casefold(), WORDS, 1)
            meant = f" (did you mean {close[0]}?)" if close else ""
            raise UsageError(
                f"{token}: {match[1]} is no filter word{meant}; the filter words are {', '.join(WORDS)}; "
                "for the words of a text leave the colon out"
            )


def spell(filters: Filters) -> str:
    """The query that parse_query turns into these filters again; "" where there are none."""
    tokens = [_quoted(word) for word in filters.text]
    for word in WORDS:
        values = getattr(filters, word)
        tokens += [
            f"{word}:{_quoted(value)}"
            for value in ([values] if isinstance(values, str) else values or ())
        ]
    return " ".join(tokens)


def _quoted(value: str) -> str:
    """A value as the splitting of a query takes it back."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"' if escaped != value or re.search(r"\s", value) else value


def _date(word: str, value: str) -> str:
    """The date as it is; raises UsageError on another form."""
    if not _DATE.match(value):
        raise UsageError(f"{word}: {value!r} is no date; write 2017, 2017-03 or 2017-03-27")
    return value


def _choice(word: str, value: str) -> str:
    """The value as its list spells it; raises UsageError where it is in none."""
    choices = CHOICES.get(word)
    if not choices:
        return value
    wanted = re.sub(r"[\s_-]+", " ", value).casefold()
    for choice in choices:
        if choice.casefold() == wanted:
            return choice
    raise UsageError(f"{word}: {value!r} is none of {', '.join(choices)}")


def _split(query: str) -> list[str]:
    lexer = shlex.shlex(query, posix=True)
    # An apostrophe belongs to a name; only double quotes hold words together.
    lexer.whitespace_split, lexer.quotes, lexer.commenters = True, '"', ""
    try:
        return list(lexer)
    except ValueError:
        return query.split()
