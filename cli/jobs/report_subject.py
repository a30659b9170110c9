"""What a report is about: a claim, a speaker, or all that the filters leave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.errors import UsageError
from cli.jobs.accusations import is_open_accusation, without
from cli.jobs.speakers import only_speaker
from cli.jobs.verdicts import asked_for, details, selected
from cli.query import for_people, spell
from cli.report.evidence import span
from cli.report.model import Facts
from cli.sanitise import one_line
from cli.views.cells import counted
from cli.views.citation import said, standing
from cli.views.verdicts import label_text
from store.records import ClaimRecord, Filters, SpeakerRecord, VerdictRecord

if TYPE_CHECKING:
    from store import Store


@dataclass(frozen=True)
class Subject:
    """What a report is about: its claims and propositions, all of them, before any limit."""

    kind: str
    """claim, speaker or check."""
    title: str
    facts: Facts
    claims: Sequence[ClaimRecord]
    verdicts: Sequence[VerdictRecord]


def subject_of(store: Store, filters: Filters) -> Subject:
    """What the report is about; raises UsageError where the filters leave nothing."""
    verdict = details(filters, store.propositions.get)
    if verdict is not None:
        return _about_one(store, verdict, filters.text[0])
    words = filters.speaker[0] if len(filters.speaker) == 1 else None
    if words and replace(filters, speaker=(), since=None, until=None) == Filters():
        return _about_speaker(store, only_speaker(store, words), filters)
    return _about_all(store, filters)


def _about_all(store: Store, filters: Filters) -> Subject:
    """All that the filters leave; raises UsageError where that is nothing."""
    everything = bool(filters.text or filters.speaker)
    verdicts = selected(store, for_people(filters), everything, None)
    claims = list({m.claim.id: m.claim for verdict in verdicts for m in verdict.claims}.values())
    unsaid = store.propositions.count(asked_for(filters, everything, None)) - len(verdicts)
    if not claims:
        raise UsageError(
            f"nothing to report on: {counted(unsaid, 'proposition')} met and claiming nothing; add --saying any"
            if unsaid
            else "nothing to report on: no proposition meets these filters; see `onrecord list`"
        )
    labels = Counter(verdict.label for verdict in verdicts)
    facts = (
        ("Propositions", f"{len(verdicts):,}"),
        *((label, f"{n:,}") for label, n in labels.items()),
        *([("Claiming nothing", f"{unsaid:,} left out (--saying any)")] if unsaid else ()),
    )
    title = f"Check: {spell(filters) or 'what may rest on a single source'}"
    return Subject("check", title, facts, claims, verdicts)


def _about_one(store: Store, verdict: VerdictRecord, id: str) -> Subject:
    members = [member.claim for member in verdict.claims]
    asked = [claim for claim in members if claim.id.startswith(id)]
    first = asked[0] if asked else members[0]
    facts = (
        ("Label", label_text(verdict).plain),
        ("Independent origins", span(verdict.origins_min, verdict.origins_max)),
    )
    # Never the words alone: a page whose title is a claim would seem to make it.
    title = said(first)
    title = title if len(title) <= 200 else title[:199] + "…"
    title += f" [{standing(first)}]" if standing(first) else ""
    return Subject(
        "claim", title, facts, [first, *(c for c in members if c.id != first.id)], [verdict]
    )


def _about_speaker(store: Store, speaker: SpeakerRecord, filters: Filters) -> Subject:
    wanted = replace(filters, speaker=(speaker.name,))
    claims = [
        c
        for c in store.claims.select(wanted)
        if c.speaker_id == speaker.id or speaker.name in c.members
    ]
    claim_ids = {claim.id for claim in claims}
    verdicts = [
        v
        for v in selected(store, wanted, True, None)
        if any(m.claim.id in claim_ids for m in v.claims)
    ]
    facts: list[tuple[str, str]] = [("Kind", speaker.kind)]
    facts += [("Affiliation", speaker.affiliation)] if speaker.affiliation else []
    facts += (
        [("Also named", "; ".join(map(one_line, speaker.aliases[:12])))] if speaker.aliases else []
    )
    return Subject("speaker", one_line(speaker.name), tuple(facts), claims, verdicts)


def without_accusations(subject: Subject) -> Subject:
    """What may be handed on unasked, and how much was left out; raises UsageError where that is
    nothing."""
    claims = [claim for claim in subject.claims if not is_open_accusation(claim)]
    left_out = len(subject.claims) - len(claims)
    if not left_out:
        return subject
    if not claims or (subject.kind == "claim" and is_open_accusation(subject.claims[0])):
        raise UsageError(
            "an accusation that nobody reviewed is left out of reports; review it, or add --with-accusations"
        )
    fact = ("Left out", f"{counted(left_out, 'unreviewed accusation')} (--with-accusations)")
    return replace(
        subject, claims=claims, verdicts=without(subject.verdicts), facts=(*subject.facts, fact)
    )
