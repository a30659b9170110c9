"""Which parameters an address takes, each once: how it is checked, described and offered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from claims.rules.vocabulary import CHOICES
from cli.query import WORDS
from store.records import SORT_KEYS

MAX_ROWS, USUAL_ROWS = 500, 50
_HEX = "^[0-9a-fA-F]{1,32}$"
_DATE = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"


@dataclass(frozen=True)
class Parameter:
    """One parameter: what it means, the JSON schema of a value, whether it can stand several times."""

    help: str
    schema: dict[str, Any]
    often: bool = False


def _flag(help: str) -> Parameter:
    return Parameter(help, {"type": "string", "enum": ["1"]})


def _word(word: str) -> Parameter:
    choices = CHOICES.get(word)
    schema: dict[str, Any] = {"type": "string", "minLength": 1}
    if choices:
        schema = {"type": "string", "enum": list(choices)}
    return Parameter(f"The filter word `{word}`.", schema, often=True)


PARAMETERS: dict[str, Parameter] = {
    "q": Parameter(
        "A query as the commands take it: words, and filter words such as speaker:Song since:2017.",
        {"type": "string"},
    ),
    **{word: _word(word) for word in WORDS},
    "since": Parameter("From this year, month or day on.", {"type": "string", "pattern": _DATE}),
    "until": Parameter("Up to the end of it.", {"type": "string", "pattern": _DATE}),
    "min_confidence": Parameter(
        "Leaves out claims less likely read rightly.",
        {"type": "number", "minimum": 0, "maximum": 1},
    ),
    "sort": Parameter("The order of claims.", {"type": "string", "enum": list(SORT_KEYS)}),
    "reverse": _flag("The other way round."),
    "all": _flag("Propositions of every label, not only what may rest on a single source."),
    "threshold": Parameter(
        "Propositions that may rest on fewer origins than this.",
        {"type": "integer", "minimum": 1, "maximum": 1000},
    ),
    "limit": Parameter(
        f"Rows of a page; {USUAL_ROWS} unless said.",
        {"type": "integer", "minimum": 1, "maximum": MAX_ROWS},
    ),
    "after": Parameter(
        "The id of the last row that was seen: the rows behind it follow.",
        {"type": "string", "pattern": _HEX},
    ),
    "facets": _flag("Counts the values of the filter words, however many claims there are."),
    "typing": _flag("Of the last word of the query, the beginning is enough."),
    "excel": _flag("CSV for spreadsheets: no cell is a formula."),
}
FILTERING = ("q", *WORDS, "min_confidence", "typing")
PAGING = ("limit", "after", "excel")
