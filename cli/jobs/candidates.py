"""Who could have spoken, ranked with reasons: from the article, then from the store; a person chooses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from claims.ids import name_key
from store.records import ClaimRecord, SpeakerRecord

MOST = 12
"""Candidates that are shown."""


class People(Protocol):
    """Where speakers are looked up."""

    def match_speakers(self, words: str) -> list[SpeakerRecord]:
        """Speakers one of whose names holds the words."""


@dataclass(frozen=True)
class Candidate:
    """A name to choose, "" for nobody, and why it is offered."""

    name: str
    reason: str


def candidates(claim: ClaimRecord, others: Sequence[ClaimRecord], people: People) -> list[Candidate]:
    """The best first; the one that stands now is not offered again."""
    found: dict[str, Candidate] = {}
    for candidate in _offers(claim, others, people):
        key = name_key(candidate.name)
        if key and key != name_key(claim.speaker or "") and key not in found:
            found[key] = candidate
    return [*list(found.values())[:MOST], Candidate("", "nobody: the source names no one")]


def _offers(claim: ClaimRecord, others: Sequence[ClaimRecord], people: People) -> Iterable[Candidate]:
    before = claim.machine.get("speaker") if claim.machine else None
    if before:
        yield Candidate(str(before), "what the machine found")
    words = set(name_key(claim.mention).split())
    for name in _runners_up(claim):
        yield Candidate(name, "the machine's runner-up")
    near = sorted(_in_article(claim, others), key=lambda item: (-len(words & set(name_key(item[0]).split())), item[1]))
    for name, distance, times, forms in near:
        shared = [form for form in forms if words & set(name_key(form).split())]
        called = f", called “{shared[0]}”" if shared and name_key(shared[0]) != name_key(name) else ""
        yield Candidate(
            name, f"speaks {times} time{'s' * (times > 1)} in this article{called}, nearest {distance} characters away"
        )
    for word in sorted(words, key=len, reverse=True)[:3]:
        if len(word) > 2:
            for known in people.match_speakers(word)[:4]:
                yield Candidate(known.name, f"known from {known.claims:,} claims; the mention shares “{word}”")
    for link in claim.chain:
        yield Candidate(link.who, "stands in the chain as the one who passed it on")
    if claim.mention:
        yield Candidate(claim.mention, "as the article words it")


def _in_article(claim: ClaimRecord, others: Sequence[ClaimRecord]) -> list[tuple[str, int, int, list[str]]]:
    here = claim.content[0].start if claim.content else 0
    by_name: dict[str, list[ClaimRecord]] = {}
    for other in others:
        if other.speaker and other.id != claim.id and other.status != "wrong":
            by_name.setdefault(other.speaker, []).append(other)
    return [
        (name, min(abs((c.content[0].start if c.content else 0) - here) for c in found), len(found),
         list(dict.fromkeys(c.mention for c in found if c.mention)))
        for name, found in by_name.items()
    ]  # fmt: skip


def _runners_up(claim: ClaimRecord) -> list[str]:
    """Names that the machine's reasons weighed and left, as in “Runner-up: Mira Oduya”."""
    marks = ("runner-up: ", "Runner-up: ")
    return [r.split(mark, 1)[1].split(" (")[0].strip(" .") for r in claim.reasons for mark in marks if mark in r]
