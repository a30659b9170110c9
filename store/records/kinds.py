"""Kinds of decision, each once: what it is about, how its value is written and said, what else is
weighed anew.

Effects are the rooms' own (`store/decisions`); which of them runs follows from the subject here, and
a kind that is not in the table is refused when it is decided and said as it stands when it is shown.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

DecisionName = Literal[
    "status", "speaker", "content", "source", "cue", "stance", "chain", "kind", "add", "proposition",
    "origin", "outlet", "wire", "read", "alias", "merge", "split", "role", "undo", "forget",
]  # fmt: skip
Subject = Literal["claim", "article", "speaker", "decision", "unknown"]
SpanPart = Literal["content", "source", "cue"]
Comparison = Literal["proposition", "origin"]
FORGET: Literal["forget"] = "forget"
"""A decision that others be forgotten; its value holds their numbers and seals, no content."""
FORGOTTEN = "forgotten"
"""What stands in place of the kind in the row of a decision that was forgotten wholly."""
SHOWN_ID_CHARS = 8
"""How much of an id is shown."""


def _plain(value: str, _: str) -> str:
    return value


def _loaded(value: str, kind: type[Any]) -> Any:
    """What the JSON of a value holds, None where it is not of this kind."""
    try:
        content = json.loads(value)
    except ValueError:
        return None
    return content if isinstance(content, kind) else None


def _spans(value: str, text: str) -> str:
    spans = _loaded(value, list) if text else None
    return value if spans is None else " … ".join(text[a:b] for a, b in spans) or "nothing"


def _links(value: str, _: str) -> str:
    names = _loaded(value, list)
    return value if names is None else " ← ".join(map(str, names)) or "nobody"


def _proposition(value: str, _: str) -> str:
    pair = _loaded(value, dict)
    if pair is None:
        return value
    return f"{'same as' if pair.get('same') else 'not the same as'} {_short(pair.get('with'))}"


def _origin(value: str, _: str) -> str:
    pair = _loaded(value, dict)
    return value if pair is None else f"{pair.get('relation')} origin as {_short(pair.get('with'))}"


def _entered(value: str, _: str) -> str:
    entered = _loaded(value, dict)
    return value if entered is None else str(entered.get("speaker") or "")


def _short(id: object) -> str:
    return str(id)[:SHOWN_ID_CHARS]


def _nothing_else(_: str) -> set[str]:
    return set()


def _other_of_pair(value: str) -> set[str]:
    pair = _loaded(value, dict) or {}
    return {pair["with"]} if isinstance(pair.get("with"), str) else set()


def _merged(subject: str, value: str) -> str:
    return f"merge {_short(subject)} into {_short(value)}"


def _split(subject: str, value: str) -> str:
    by = " by articles" if "articles" in (_loaded(value, dict) or {}) else ""
    return f"split {_short(subject)}{by}"


def _office(subject: str, value: str) -> str:
    return f"role {(_loaded(value, dict) or {}).get('office')} of {_short(subject)}"


def _forgot(_: str, value: str) -> str:
    numbers = (_loaded(value, dict) or {}).keys()
    return f"forget decision{'' if len(numbers) == 1 else 's'} {', '.join(numbers)}"


@dataclass(frozen=True)
class DecisionKind:
    """What is so of every decision of one kind."""

    subject: Subject
    words: Callable[[str, str], str] = _plain
    """Its value in words, of the value as written and the article's text, "" where that is not at
    hand."""
    empty: str = ""
    """What an empty value says."""
    deed: Callable[[str], str] | None = None
    """What was decided, as one says it of the value's words; "" for what follows from another part
    of the act; None: the kind's name and the words."""
    sentence: Callable[[str, str], str] | None = None
    """The same with its subject, of the subject's id and the value; None: kind, subject, value."""
    corrects: bool = False
    """Whether it puts right a value that the machine found."""
    marks: bool = False
    """Whether the claim counts as reviewed by it."""
    of_review: bool = True
    """Whether review writes it, and so its undo takes it back."""
    others: Callable[[str], set[str]] = _nothing_else
    """Ids in the value that are weighed anew like the subject."""

    def said(self, value: str | None, text: str = "") -> str:
        """A value in words; spans as the words of the article's text, where that is given."""
        if not value:
            return "" if value is None else self.empty
        return self.words(value, text)


def _correction(
    words: Callable[[str, str], str] = _plain,
    empty: str = "",
    deed: Callable[[str], str] | None = None,
) -> DecisionKind:
    return DecisionKind("claim", words, empty, deed, corrects=True, marks=True)


DECISIONS: dict[DecisionName, DecisionKind] = {
    "status": DecisionKind("claim", deed=lambda words: words, marks=True),
    "speaker": _correction(empty="nobody"),
    "content": _correction(_spans, deed=lambda _: "content put right"),
    "source": _correction(_spans, deed=lambda _: "source put right"),
    "cue": _correction(_spans, deed=lambda _: "cue put right"),
    "stance": _correction(deed=lambda words: f"stance {words.replace('/', ', ')}"),
    "chain": _correction(_links, deed=lambda words: f"through {words}"),
    "kind": _correction(deed=lambda _: ""),
    "add": DecisionKind("claim", _entered, deed=lambda _: "claim entered", marks=True),
    "proposition": DecisionKind(
        "claim",
        _proposition,
        deed=lambda words: (
            f"{words}: {'one proposition' if words.startswith('same') else 'two propositions'}"
        ),
        others=_other_of_pair,
    ),
    "origin": DecisionKind("claim", _origin, deed=lambda words: words, others=_other_of_pair),
    "outlet": DecisionKind("article", empty="nobody"),
    "wire": DecisionKind("article", empty="nobody"),
    "read": DecisionKind(
        "article",
        deed=lambda words: "article read wholly" if words else "article not read wholly",
    ),
    "alias": DecisionKind("speaker", deed=lambda words: f"also “{words}”"),
    "merge": DecisionKind(
        "speaker", sentence=_merged, of_review=False, others=lambda value: {value}
    ),
    "split": DecisionKind("speaker", sentence=_split, of_review=False),
    "role": DecisionKind("speaker", sentence=_office, of_review=False),
    "undo": DecisionKind("decision", of_review=False),
    "forget": DecisionKind("decision", sentence=_forgot, of_review=False),
}
UNKNOWN = DecisionKind("unknown", of_review=False)
"""What is said of a kind that this version does not know."""


def kind_of(name: str) -> DecisionKind:
    """What is so of a kind by its name, UNKNOWN where there is none of the name."""
    return next((kind for known, kind in DECISIONS.items() if known == name), UNKNOWN)


def names_of(subject: Subject) -> tuple[str, ...]:
    """The kinds of decision on a subject."""
    return tuple(name for name, kind in DECISIONS.items() if kind.subject == subject)


CORRECTIONS = tuple(name for name, kind in DECISIONS.items() if kind.corrects)
REVIEW = tuple(name for name, kind in DECISIONS.items() if kind.of_review)
PAIRS = tuple(name for name, kind in DECISIONS.items() if kind.others is _other_of_pair)
"""Decisions on how two claims stand to each other."""
