"""Reads tests/data/speakers.txt: short articles whose claims, spans given, say who speaks; the head
of the file explains the marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from claims.model import Article, Attribution, Header, Span, Spans
from claims.resolve import resolve
from claims.resolve.model import Resolution

if TYPE_CHECKING:
    from spacy.language import Language

FILE = Path(__file__).parents[2] / "data" / "speakers.txt"


@dataclass
class Passage:
    """A text, its claims, and what is expected of each."""

    name: str
    article: Article
    found: list[Attribution] = field(default_factory=list)
    expected: list[dict[str, str]] = field(default_factory=list)


def passages(path: Path = FILE) -> list[Passage]:
    """Every passage of the file."""
    return [
        _passage(block)
        for block in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.M)[1:]
    ]


def _passage(block: str) -> Passage:
    name, *lines = block.strip().split("\n")
    facts = dict(
        fact.split(": ", 1)
        for line in lines
        if line.startswith("@")
        for fact in line[1:].strip().split("; ")
    )
    text = "\n\n".join(line for line in lines if line and line[0] not in "@>")
    passage = Passage(name, Article(name, text, **facts))  # type: ignore[arg-type]
    for line in (line for line in lines if line.startswith("> ")):
        marks, wanted = line[2:].split(" => ")
        source, cue, content = marks.split(" / ")
        said = _spans(text, content, 0)
        passage.found.append(
            Attribution(_near(text, cue, said), _near(text, source, said), said, 1.0)
        )
        speaker, *more = wanted.split("; ")
        passage.expected.append({"speaker": speaker} | dict(one.split(": ", 1) for one in more))
    return passage


def _spans(text: str, words: str, at: int) -> Spans:
    """A stretch, or for "a … b" the stretch from a to b."""
    first, *rest = words.split(" … ")
    start = text.index(first, at)
    end = text.index(rest[0], start) + len(rest[0]) if rest else start + len(first)
    return (Span(start, end),)


def _near(text: str, words: str, said: Spans) -> Spans:
    """The words nearest to the content; "a … b" are two spans."""
    out = []
    for part in words.split(" … "):
        found = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(part)}(?!\w)", text)]
        assert found, f"{part!r} is not in the text"
        free = [s for s in found if not (said[0].start < s[0] < said[0].end)] or found
        out.append(
            Span(*min(free, key=lambda s: min(abs(s[1] - said[0].start), abs(s[0] - said[0].end))))
        )
    return tuple(out)


def resolved(nlp: Language, passage: Passage) -> list[Resolution]:
    """What resolving makes of a passage's claims."""
    return resolve(nlp(passage.article.text), passage.found, passage.article, Header())


def faults(resolution: Resolution, expected: dict[str, str]) -> list[str]:
    """What is not as expected, one line each."""
    told = _told(resolution)
    if expected["speaker"] == "*":
        expected = {**expected, "speaker": told["speaker"]}
    return [
        f"{key}: {told[key]!r}, not {value!r}"
        for key, value in expected.items()
        if told[key] != value
    ]


def _told(resolution: Resolution) -> dict[str, str]:
    speaker, setting = resolution.speaker, resolution.setting
    said = setting.said_on
    return {
        "speaker": speaker.name or "-",
        "kind": speaker.kind,
        "members": ", ".join(speaker.members),
        "principal": speaker.principal or "-",
        "affiliation": speaker.affiliation or "-",
        "count": str(speaker.declared_count or "-"),
        "via": resolution.chain[0].intermediary if resolution.chain else "-",
        "chain": ", ".join(link.intermediary for link in resolution.chain) or "-",
        "inferred": "yes" if any(link.inferred for link in resolution.chain) else "no",
        "channel": setting.channel.value if setting.channel else "-",
        "venue": setting.venue.value if setting.venue else "-",
        "audience": setting.audience.value if setting.audience else "-",
        "on": f"{said.date} {said.precision}" if said else "-",
    }
