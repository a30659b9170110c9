"""The filter words as options and as tokens of a query, added by decorators; how they are read stands
in query.py."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import wraps
from typing import Annotated, Any

import typer

from claims.errors import UsageError
from claims.rules.vocabulary import KINDS, LABELS, SAYINGS, STANCES, STATUSES
from cli import output, query
from cli.option_groups import Function, Group, with_options
from store.records import Filters

_QUERY = "Words, or tokens such as speaker:Song since:2017-03."


def _either(members: Sequence[str]) -> str:
    return f"{', '.join(members[:-1])} or {members[-1]}"


_HELP = {
    "speaker": "Whole words of a speaker's name or alias.",
    "outlet": "Publisher.",
    "since": "2017, 2017-03 or 2017-03-27.",
    "until": "Last year, month or day.",
    "kind": f"{_either(KINDS)}.",
    "stance": f"{', '.join(STANCES)}.",
    "saying": f"{', '.join(SAYINGS)} (nothing is claimed) or any.",
    "status": f"{_either(STATUSES)}; reviewed for all but the first.",
    "label": f"{', '.join(LABELS)}, UNNAMED (single, no name) or CONTESTED.",
}
_ONCE = ("since", "until")
"""Filter words of which the last one counts."""


def filtered(function: Function) -> Function:
    """Adds the filter words as options and as tokens of a query; the function gets `filters`, said
    with counts."""

    def apply(values: dict[str, Any]) -> dict[str, Any]:
        filters = _filters(values)
        query.check_words(filters)
        spelled = query.spell(filters)
        output.State.filters = f" ({spelled})" if spelled else ""
        return {"filters": filters}

    return with_options(function, _filter_words(), apply)


def limits_record(function: Function) -> Function:
    """Adds the filter words as options alone, for what else is named is no query; the function gets
    `filters`, said with counts."""

    def apply(values: dict[str, Any]) -> dict[str, Any]:
        filters = _filters(values | {"tokens": None})
        spelled = query.spell(filters)
        output.State.filters = f" ({spelled})" if spelled else ""
        return {"filters": filters}

    group = {word: option for word, option in _filter_words().items() if word != "tokens"}
    return with_options(function, group, apply)


def sure_enough(function: Function) -> Function:
    """Adds --min-confidence to a command that takes `filters`, which then leave out what is less
    sure."""
    option = typer.Option(
        "--min-confidence", metavar="P", help="Leave out claims less likely read rightly, 0 to 1."
    )

    @wraps(function)
    def narrowed(**values: Any) -> None:
        values["filters"] = _at_least(values["filters"], values.pop("min_confidence"))
        function(**values)

    group: Group = {"min_confidence": (Annotated[float | None, option], None)}
    return with_options(narrowed, group, lambda values: values)


def _at_least(filters: Filters, confidence: float | None) -> Filters:
    """The filters for claims of at least that confidence, said with counts; raises UsageError where
    it is none."""
    if confidence is None:
        return filters
    if not 0 <= confidence <= 1:
        raise UsageError(f"--min-confidence: {confidence} is not between 0 and 1")
    spelled = query.spell(filters)
    output.State.filters = f" ({f'{spelled}, ' if spelled else ''}confidence from {confidence:g})"
    return replace(filters, min_confidence=confidence)


def _filter_words() -> Group:
    tokens = typer.Argument(metavar="[QUERY]...", help=_QUERY, show_default=False)
    group: Group = {"tokens": (Annotated[list[str] | None, tokens], None)}
    for word in query.WORDS:
        option = typer.Option(f"--{word}", help=_HELP[word], metavar="VALUE")
        once, often = Annotated[str | None, option], Annotated[list[str] | None, option]
        group[word] = (once if word in _ONCE else often, None)
    return group


def _filters(values: dict[str, Any]) -> Filters:
    filters = Filters()
    for token in values.pop("tokens") or []:
        filters = query.parse_query(token if ":" in token else [token], filters)
    for word in query.WORDS:
        value = values.pop(word)
        for each in [value] if isinstance(value, str) else value or []:
            filters = query.add(filters, word, each)
    return filters
