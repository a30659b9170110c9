"""Findings of a draft as lines for people and machines; nothing is looked up here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cli.rows.proof import FindingLine, PieceLine, PlaceLine

if TYPE_CHECKING:
    from claims.proof.model import Finding, Place
    from cli.jobs.proof import Proof


def lines_of(proof: Proof) -> Iterator[FindingLine]:
    """The findings of a draft in order, numbered."""
    for number, finding in enumerate(proof.findings, 1):
        yield _line(proof, number, finding)


def _line(proof: Proof, number: int, finding: Finding) -> FindingLine:
    text, passage, standing = proof.reading.article.text, finding.passage, finding.standing
    return FindingLine(
        draft=proof.reading.article.doc,
        number=number,
        form=passage.form,
        verdict=finding.verdict,
        changes=finding.changes,
        bearing=finding.bearing,
        harmless=finding.harmless,
        words=text[passage.span.start : passage.span.end],
        start=passage.span.start,
        end=passage.span.end,
        sentence=text[passage.sentence.start : passage.sentence.end],
        speaker=_speaker(finding),
        reasons=finding.reasons,
        comparison=tuple(PieceLine(piece.sign, piece.text) for piece in finding.pieces),
        places=tuple(map(_place, finding.places)),
        label=standing.label if standing else None,
        origins_min=standing.origins_min if standing else None,
        origins_max=standing.origins_max if standing else None,
        contested=bool(standing and standing.contested),
    )


def _speaker(finding: Finding) -> str:
    """Whom the draft gives the words to; who speaks nearest is not told of words that it gives nobody, unless
    the verdict is about just that."""
    passage = finding.passage
    return passage.voice.shown if passage.is_given or finding.verdict == "other speaker" else ""


def _around(place: Place) -> tuple[str, str]:
    """What stands before and behind a passage in its sentence or sentences."""
    text, (start, end) = place.article.stated.text, place.span
    held = [one for one in place.article.sentences if one.start < end and one.end > start]
    if not held:
        return "", ""
    return text[min(held[0].start, start) : start], text[end : max(held[-1].end, end)]


def _place(place: Place) -> PlaceLine:
    article, claim = place.article.stated, place.claim
    before, after = _around(place)
    return PlaceLine(
        claim=claim.stated.id if claim else None,
        article=article.id,
        doc=article.doc,
        outlet=article.outlet,
        published=article.published,
        speaker=claim.voice.shown if claim else "",
        named=bool(claim and (claim.voice.name or claim.voice.members)),
        via=claim.stated.chain if claim else (),
        cue=claim.cue_text if claim else "",
        before=before,
        passage=place.text,
        after=after,
        start=place.span.start,
        end=place.span.end,
        in_marks=place.in_marks,
        nearness=place.nearness,
        status=claim.status if claim else "",
    )
