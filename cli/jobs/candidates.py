"""Who could have spoken, ranked with reasons: from the article, then from the store; a person
chooses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from claims.folding import name_key
from store.records import ClaimRecord, SpeakerRecord

MOST = 12
"""Candidates that are shown."""


class People(Protocol):
    """Where speakers are looked up."""

    def matching(self, words: str) -> list[SpeakerRecord]:
        """Speakers one of whose names holds the words."""


@dataclass(frozen=True)
class Candidate:
    """A name to choose, "" for nobody, and why it is offered."""

    name: str
    reason: str


def candidates(
    claim: ClaimRecord, others: Sequence[ClaimRecord], people: People
) -> list[Candidate]:
    """The best first; the one that stands now is not offered again."""
    found: dict[str, Candidate] = {}
    for candidate in _offers(claim, others, people):
        key = name_key(candidate.name)
        if key and key != name_key(claim.speaker or "") and key not in found:
            found[key] = candidate
    return [*list(found.values())[:MOST], Candidate("", "nobody: the source names no one")]


def _offers(
    claim: ClaimRecord, others: Sequence[ClaimRecord], people: People
) -> Iterable[Candidate]:
    before = claim.machine.get("speaker") if claim.machine else None
    if before:
        yield Candidate(str(before), "what the machine found")
    for name in _runners_up(claim):
        yield Candidate(name, "the machine's runner-up")
    names = _names(claim.mention)
    yield from _in_article(claim, others, names)
    for word in sorted(names, key=len, reverse=True)[:3]:
        for known in people.matching(word)[:4]:
            yield Candidate(
                known.name, f"known from {known.claims:,} claims; the mention holds “{word}”"
            )
    for link in claim.chain:
        yield Candidate(link.intermediary, "stands in the chain as the one who passed it on")
    if claim.mention and not claim.speaker:
        yield Candidate(claim.mention, "as the article words it")


def _names(mention: str) -> set[str]:
    """The words of a mention that may be parts of a name, folded: "the minister" has none."""
    return {
        word
        for part in mention.split()
        if part[:1].isupper()
        for word in name_key(part).split()
        if len(word) > 2
    }


def _in_article(
    claim: ClaimRecord, others: Sequence[ClaimRecord], names: set[str]
) -> Iterable[Candidate]:
    """Who else speaks in the article: those first whose last name the mention holds, then the
    nearest."""
    by_name: dict[str, list[ClaimRecord]] = {}
    for other in others:
        if other.speaker and other.id != claim.id and other.status != "wrong":
            by_name.setdefault(other.speaker, []).append(other)
    here = _start(claim)
    ranked = []
    for name, found in by_name.items():
        nearest = min(found, key=lambda other: abs(_start(other) - here))
        unlike = name_key(name).rpartition(" ")[2] not in names
        ranked.append((unlike, nearest, name, found))
    for unlike, nearest, name, found in sorted(
        ranked, key=lambda item: (item[0], abs(_start(item[1]) - here))
    ):
        count = f"{len(found)} claim{'s' * (len(found) > 1)} here"
        side = "before" if _start(nearest) < here else "after"
        why = "the mention holds the name; " if not unlike else ""
        yield Candidate(name, f"{why}{count}, the nearest {side} it: “{nearest.quote[:60]}”")


def _start(claim: ClaimRecord) -> int:
    return claim.content[0].start if claim.content else 0


def _runners_up(claim: ClaimRecord) -> list[str]:
    """Names that the machine's reasons weighed and left, as in “Runner-up: Mira Oduya”."""
    marks = ("runner-up: ", "Runner-up: ")
    said = [claim.runner_up] if claim.runner_up else []
    return said + [
        r.split(mark, 1)[1].split(" (")[0].strip(" .")
        for r in claim.reasons
        for mark in marks
        if mark in r
    ]
