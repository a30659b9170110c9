"""Findings of drafts as SARIF 2.1.0, which forges and editors show beside a file's lines; only what needs a
look is in it."""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, get_args
from urllib.parse import quote

from claims.proof.model import Verdict
from cli.jobs.proof_lines import lines_of
from cli.sanitise import one_line
from cli.views.proof import is_found, shown_places, verdict_words, voice_of

if TYPE_CHECKING:
    from cli.jobs.proof import Proof
    from cli.rows.proof import FindingLine

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
VERSION = "2.1.0"
STDIN = "stdin:"
"""The reference of a draft that no file holds."""
_LINE_END = re.compile(r"\r\n|\n|\r")
"""What viewers of SARIF count as the end of a line, and nothing else."""
_LINKS = re.compile(r"[\\\[\]]")
"""What would begin or end a link in a message."""
LEVELS: dict[Verdict, str] = {
    "altered": "error", "differs": "error", "other speaker": "error", "other stance": "error",
    "other time": "warning", "not on record": "warning", "cannot tell": "note",
}  # fmt: skip
"""How loudly each verdict is told."""
TOLD: dict[Verdict, str] = {
    "altered": "The speaker says nearly that.",
    "differs": "The record departs from this.",
    "other speaker": "The words are on record in another mouth.",
    "other stance": "The record denies, asks, hedges, plans or sets a condition for this, or the draft does.",
    "other time": "The day or the office does not fit the record.",
    "not on record": "Nothing near enough is among the articles added.",
    "cannot tell": "Something is near; whether it is the same is for a person to say.",
}
"""What each verdict means, in a sentence."""


def sarif(proofs: Iterable[Proof], tool: str) -> dict[str, Any]:
    """One run over all drafts."""
    rules = [verdict for verdict in get_args(Verdict) if verdict in LEVELS]
    driver = {
        "name": "onrecord",
        "version": tool,
        "rules": [
            {
                "id": _rule(verdict),
                "shortDescription": {"text": TOLD[verdict]},
                "defaultConfiguration": {"level": LEVELS[verdict]},
            }
            for verdict in rules
        ],
    }
    results = [result for proof in proofs for result in _results(proof, rules)]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": VERSION, "runs": [run]}


def _rule(verdict: Verdict) -> str:
    return verdict.replace(" ", "-")


def _results(proof: Proof, rules: Sequence[Verdict]) -> Iterator[dict[str, Any]]:
    article = proof.reading.article
    starts = line_starts(article.text)
    for line in lines_of(proof):
        if line.is_clean:
            continue
        yield {
            "ruleId": _rule(line.verdict),
            "ruleIndex": rules.index(line.verdict),
            "level": LEVELS[line.verdict],
            "message": {"text": plain(_message(line))},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": uri(article.doc)},
                        "region": _region(line, starts),
                    }
                }
            ],
        }


def line_starts(text: str) -> list[int]:
    """Where each line begins."""
    return [0, *(end.end() for end in _LINE_END.finditer(text))]


def plain(message: str) -> str:
    """A message in which no words of a draft or of the record make a link."""
    return _LINKS.sub(r"\\\g<0>", message)


def uri(doc: str) -> str:
    """The draft's path as the reference that SARIF asks for, relative where the run stands above it."""
    if doc in ("-", "stdin", "<stdin>"):
        return STDIN
    path = PurePath(doc)
    if path.is_absolute():
        near = PurePath(os.path.relpath(path))
        if near.parts[:1] == ("..",):
            return Path(doc).as_uri()
        path = near
    return quote(path.as_posix())


def _region(line: FindingLine, starts: Sequence[int]) -> dict[str, int]:
    """Lines and columns from 1, the end exclusive."""
    first, last = (bisect_right(starts, at) - 1 for at in (line.start, line.end))
    return {
        "startLine": first + 1,
        "startColumn": line.start - starts[first] + 1,
        "endLine": last + 1,
        "endColumn": line.end - starts[last] + 1,
    }


def _message(line: FindingLine) -> str:
    """The verdict, the words of the draft and of the record, and why."""
    who = f" — {one_line(line.speaker)}" if line.speaker else ""
    parts = [f"{verdict_words(line)}: “{one_line(line.words)}”{who}."]
    for place in shown_places(line)[:1]:
        name = "Record" if is_found(line) else "Nearest"
        where = ", ".join(
            one_line(part)
            for part in (place.outlet or place.doc, (place.published or "")[:10])
            if part
        )
        parts.append(
            f"{name}: “{one_line(place.passage)}” — {one_line(voice_of(place))} ({where})."
        )
    parts += [one_line(reason) for reason in line.reasons]
    return " ".join(parts)
