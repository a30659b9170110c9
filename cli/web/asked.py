"""What a reader asks for: the parameters of an address, checked, as filters and a place in a list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from claims.errors import UsageError
from cli.query import WORDS, add, check_words, parse_query, parse_unfinished, spell
from cli.web.parameters import PARAMETERS, USUAL_ROWS
from store.records import Filters

if TYPE_CHECKING:
    from store import Store

INDEX = "/index"
"""The first page where the end of an address names a format."""
Given = Sequence[tuple[str, str]]
_NUMBER = re.compile(r"[0-9]{1,6}(\.[0-9]{1,20})?([eE][+-]?[0-9]{1,3})?")


@dataclass(frozen=True)
class Asked:
    """One request of a view, over the store that answers it."""

    store: Store
    path: str
    """The address of the page itself, without the end that names a format."""
    id: str = ""
    filters: Filters = field(default_factory=Filters)
    """With those of every page: what is not handed on is left out."""
    sort: str = "date"
    reverse: bool = False
    everything: bool = False
    threshold: int | None = None
    limit: int = USUAL_ROWS
    after: str | None = None
    facets: bool = False
    excel: bool = False

    @property
    def words(self) -> str:
        """The filters as a query."""
        return spell(self.filters)

    @property
    def narrowed(self) -> bool:
        """Whether anything was asked to be left out."""
        return bool(self.words) or self.filters.min_confidence is not None

    def link(self, end: str = "", path: str | None = None, **changes: Any) -> str:
        """The address of this view with other parameters; None leaves one out."""
        given = {
            "q": self.words or None,
            "min_confidence": _number_or_none(self.filters.min_confidence),
            "sort": self.sort if self.sort != "date" else None,
            "reverse": "1" if self.reverse else None,
            "all": "1" if self.everything else None,
            "threshold": self.threshold,
            "limit": self.limit if self.limit != USUAL_ROWS else None,
            "facets": "1" if self.facets else None,
        } | changes
        query = urlencode({name: value for name, value in given.items() if value is not None})
        base = path or quote(self.path)
        base = INDEX if end and base == "/" else base
        return base + end + (f"?{query}" if query else "")

    def narrower(self, word: str, value: str) -> str:
        """The query with one more filter."""
        return spell(add(self.filters, word, value))

    def wider(self, word: str, value: str) -> str:
        """The query without one filter, or without a word of the text."""
        held = getattr(self.filters, word)
        left: Any = tuple(v for v in held if v != value) if isinstance(held, tuple) else None
        return spell(replace(self.filters, **{word: left}))

    def without(self, word: str) -> str:
        """The query without a filter word."""
        return spell(self._without(word))

    def only(self, word: str, value: str) -> str:
        """The query with this value of a filter word, and no other of it."""
        return spell(add(self._without(word), word, value))

    def _without(self, word: str) -> Filters:
        none: dict[str, Any] = {word: ()}
        return replace(self.filters, **none)

    def in_force(self) -> list[tuple[str, str]]:
        """Every filter as its word and its value; bare words under "text"."""
        found = [("text", word) for word in self.filters.text]
        for word in WORDS:
            held = getattr(self.filters, word)
            found += [(word, value) for value in ([held] if isinstance(held, str) else held or ())]
        return found


def asked(store: Store, path: str, id: str, given: Given, allowed: Iterable[str]) -> Asked:
    """The request of a view that takes the allowed parameters; raises UsageError on any other, and
    on a value that its parameter cannot have."""
    values = _checked(given, tuple(allowed))
    once = {name: several[-1] for name, several in values.items()}
    return Asked(
        store,
        path,
        id,
        _filters(values, typing="typing" in once),
        sort=once.get("sort", "date"),
        reverse="reverse" in once,
        everything="all" in once,
        threshold=int(once["threshold"]) if "threshold" in once else None,
        limit=int(once.get("limit", USUAL_ROWS)),
        after=once["after"].lower() if "after" in once else None,
        facets="facets" in once,
        excel="excel" in once,
    )


def _filters(values: dict[str, list[str]], *, typing: bool) -> Filters:
    query = " ".join(values.get("q", ()))
    filters = parse_unfinished(query) if typing else parse_query(query)
    for word in WORDS:
        for value in values.get(word, ()):
            filters = add(filters, word, value)
    if not typing:
        check_words(filters)
    confidence = values.get("min_confidence")
    return replace(
        filters,
        min_confidence=float(confidence[-1]) if confidence else None,
        no_open_accusations=True,
    )


def _checked(given: Given, allowed: Sequence[str]) -> dict[str, list[str]]:
    """The values by parameter; empty ones, as a form sends them, are none. Raises UsageError."""
    values: dict[str, list[str]] = {}
    for name, value in given:
        if name not in allowed:
            raise UsageError(_unknown(name, allowed))
        if value.strip():
            _check(name, value.strip())
            values.setdefault(name, []).append(value.strip())
    return values


def _check(name: str, value: str) -> None:
    """Raises UsageError where a parameter cannot have a value; filter words are checked as filters."""
    schema = PARAMETERS[name].schema
    if name in WORDS or name == "q":
        return
    if schema["type"] in ("integer", "number"):
        whole = schema["type"] == "integer"
        low, high = schema["minimum"], schema["maximum"]
        is_number = value.isdecimal() if whole else _NUMBER.fullmatch(value)
        if not is_number or not low <= float(value) <= high:
            raise UsageError(f"{name}: {value!r} is no number from {low} to {high}")
    elif "enum" in schema and value not in schema["enum"]:
        raise UsageError(f"{name}: {value!r} is none of {', '.join(schema['enum'])}")
    elif "pattern" in schema and not re.fullmatch(schema["pattern"].strip("^$"), value):
        raise UsageError(f"{name}: {value!r} is no id of this store")


def _unknown(name: str, allowed: Sequence[str]) -> str:
    close = get_close_matches(name, allowed, 1)
    meant = f"did you mean {close[0]}? " if close else ""
    takes = f"It takes {', '.join(allowed)}." if allowed else "It takes none."
    return f"{name}: this address takes no such parameter; {meant}{takes}"


def _number_or_none(value: float | None) -> str | None:
    return None if value is None else f"{value:g}"
