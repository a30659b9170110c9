"""Gathers what the page of a draft shows; how it looks stands in cli/report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING, get_args

from claims.proof.crossing import Crossing
from claims.proof.model import Verdict
from cli.jobs.proof_lines import lines_of
from cli.report.draft import Block, Card, DraftPage, DraftView, Flag, Shown, Stretch
from cli.sanitise import one_line
from cli.views.cells import counted
from cli.views.citation import CITED_ID_CHARS
from cli.views.proof import (
    SIGNS,
    differs,
    how_near,
    is_found,
    shown_places,
    stands_on,
    tally,
    verdict_words,
    voice_of,
)

if TYPE_CHECKING:
    from claims.model import Span
    from claims.proof.model import Finding, Place
    from cli.jobs.proof import Proof
    from cli.rows.proof import FindingLine, PlaceLine

CONTEXT_CHARS = 240
"""Characters of the record's paragraph on either side, at most."""


def draft_page(proofs: Sequence[Proof], made: datetime, tool: str, filters: str) -> DraftPage:
    """The page of drafts that were looked up."""
    first = proofs[0].reading.article if len(proofs) == 1 else None
    title = one_line(first.title or first.doc) if first else counted(len(proofs), "draft")
    found = [line for proof in proofs for line in lines_of(proof)]
    facts = (
        ("Draft", ", ".join(one_line(proof.reading.article.doc) for proof in proofs) or "none"),
        ("Looked up", counted(len(found), "passage")),
        ("To look at", str(sum(not line.is_clean for line in found))),
        ("The record", f"{counted(proofs[0].articles if proofs else 0, 'article')} added{filters}"),
        ("Made with", f"onrecord {tool}"),
    )
    drafts = tuple(_draft(number, proof) for number, proof in enumerate(proofs, 1))
    return DraftPage(title, made.strftime("%Y-%m-%d %H:%M UTC"), facts, drafts)


def _draft(at: int, proof: Proof) -> DraftView:
    article, lines = proof.reading.article, list(lines_of(proof))
    flags = [_flag(at, line) for line in lines]
    cards = [
        (line, _card(flag, line, finding))
        for flag, line, finding in zip(flags, lines, proof.findings, strict=True)
    ]
    return DraftView(
        anchor=f"draft-{at}",
        title=one_line(article.title or article.doc),
        tally=tally(lines, proof.articles),
        by_verdict=tuple(_by_verdict(lines, flags)),
        blocks=tuple(_blocks(article.text, cards)),
        why_none="" if lines else one_line(proof.why_none),
    )


def _by_verdict(
    lines: Sequence[FindingLine], flags: Sequence[Flag]
) -> Iterable[tuple[Flag, tuple[Flag, ...]]]:
    for verdict in get_args(Verdict):
        of_it = tuple(
            flag for line, flag in zip(lines, flags, strict=True) if line.verdict == verdict
        )
        if of_it:
            yield Flag(0, "", SIGNS[verdict], _look(verdict), verdict), of_it


def _flag(at: int, line: FindingLine) -> Flag:
    anchor = f"d{at}-{line.number}"
    return Flag(line.number, anchor, SIGNS[line.verdict], _look(line.verdict), verdict_words(line))


def _look(verdict: Verdict) -> str:
    return verdict.replace(" ", "-")


_Cards = Crossing[tuple["FindingLine", Card]]


def _blocks(text: str, cards: Sequence[tuple[FindingLine, Card]]) -> Iterable[Block]:
    """The paragraphs, each with the cards of what begins in it."""
    at, placed = 0, Crossing((pair[0].start, pair[0].end, pair) for pair in cards)
    for paragraph in text.split("\n"):
        end = at + len(paragraph)
        if paragraph.strip():
            inside = tuple(card for _, card in placed.beginning(at, end + 1))
            yield Block(tuple(_stretches(text, at, end, placed)), inside)
        at = end + 1


def _stretches(text: str, start: int, end: int, cards: _Cards) -> Iterable[Stretch]:
    """A paragraph cut wherever a finding begins or ends."""
    here = cards.over(start, end)
    edges = {edge for line, _ in here for edge in (line.start, line.end) if start < edge < end}
    for a, b in pairwise(sorted({start, end, *edges})):
        around = [*cards.over(a, b)]
        inner = min(around, key=lambda pair: pair[0].end - pair[0].start, default=None)
        flags = tuple(card.flag for line, card in around if line.start == a)
        yield Stretch(text[a:b], inner[1].flag.look if inner else "", flags)


def _card(flag: Flag, line: FindingLine, finding: Finding) -> Card:
    return Card(
        flag=flag,
        who=line.speaker or "nobody named",
        is_clean=line.is_clean,
        comparison=line.comparison if differs(line) else (),
        places=_places(line, finding),
        is_found=is_found(line),
        stands_on=stands_on(line) if is_found(line) and line.places else "",
        reasons=line.reasons,
    )


def _places(line: FindingLine, finding: Finding) -> tuple[Shown, ...]:
    shown = shown_places(line)
    return tuple(
        _shown(place, told, "" if is_found(line) else how_near(told))
        for place, told in zip(finding.places, line.places, strict=True)
        if told in shown
    )


def _shown(place: Place, told: PlaceLine, near: str) -> Shown:
    article, claim = place.article, place.claim
    before, after = _around(article.stated.text, place.span)
    where = (article.stated.outlet or article.stated.doc, (article.stated.published or "")[:10])
    return Shown(
        before=before,
        words=place.text,
        after=after,
        in_marks=place.in_marks,
        who=voice_of(told),
        where=tuple(one_line(part) for part in (*where, article.title or "") if part),
        id=claim.stated.id[:CITED_ID_CHARS] if claim else "",
        near=near,
    )


def _around(text: str, span: Span) -> tuple[str, str]:
    """The paragraph before and after a passage, cut between words where it is long."""
    start = text.rfind("\n", 0, span.start) + 1
    newline = text.find("\n", span.end)
    before, after = text[start : span.start], text[span.end : newline if newline >= 0 else None]
    if len(before) > CONTEXT_CHARS:
        before = "… " + before[-CONTEXT_CHARS:].partition(" ")[2]
    if len(after) > CONTEXT_CHARS:
        after = after[:CONTEXT_CHARS].rpartition(" ")[0] + " …"
    return before, after
