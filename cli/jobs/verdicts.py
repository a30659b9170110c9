"""Which verdicts `check` lists; their order is the store's, and how they come about is
claims.corroborate's."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from claims.errors import OnrecordError, SeveralError, UsageError
from claims.rules.vocabulary import WEAK_LABELS
from cli import diagnostics

if TYPE_CHECKING:
    from store import Store
    from store.records import Filters, VerdictRecord

Found = TypeVar("Found")
_PREFIX = re.compile(r"[0-9a-f]{6,32}")
_SHORT = re.compile(r"(?=.*\d)(?=.*[a-f])[0-9a-f]{4,5}")
"""What may be the beginning of an id, or a word such as a320."""


def details(filters: Filters, get: Callable[[str], Found]) -> Found | None:
    """What `get` finds for the only word of the query, where that is the beginning of an id; raises
    UsageError where it is none's, SeveralError where it is several's."""
    if len(filters.text) != 1 or not (
        _PREFIX.fullmatch(filters.text[0]) or _SHORT.fullmatch(filters.text[0])
    ):
        return None
    try:
        return get(filters.text[0])
    except SeveralError:
        raise
    except OnrecordError:
        if _SHORT.fullmatch(filters.text[0]):
            diagnostics.note(f"no id begins with {filters.text[0]}: it is looked for as a word")
            return None
        if any(c.isdigit() for c in filters.text[0]):
            raise
        return None


def asked_for(filters: Filters, everything: bool, threshold: int | None) -> Filters:
    """The filters, narrowed to what rests on one origin, or may, where nobody asked for more."""
    return (
        filters
        if everything or threshold is not None or filters.label
        else replace(filters, label=WEAK_LABELS)
    )


def check_is_word(filters: Filters) -> None:
    """Raises UsageError where the only word that was typed is a file rather than a word: that nothing
    is listed would say that nothing in it rests on a single source."""
    name = filters.text[0] if len(filters.text) == 1 else " "
    from claims.read.file_types import file_type

    if " " not in name and (file_type(name) is not None or Path(name).is_file()):
        raise UsageError(
            f"{name}: no article of this name is in the store; `onrecord add {shlex.quote(name)}` reads it"
        )


def selected(
    store: Store, filters: Filters, everything: bool, threshold: int | None
) -> list[VerdictRecord]:
    """All that `check` would list, at once."""
    return list(
        store.propositions.select(asked_for(filters, everything, threshold), below=threshold)
    )
