"""Speakers: the list, and the record of one in time order."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

from claims.identity.changes import Change, changes
from cli.jobs.accusations import is_open_accusation
from cli.report.timeline import Event, timeline
from cli.rows.claims import claim_row
from cli.rows.speakers import speaker_page_row, speaker_row
from cli.web.answers import ROWS_A_READ, Answer, Rows, claims_after, every_claim, page_of
from cli.web.asked import Asked
from cli.web.errors import MovedError, PageError
from store.records import ClaimRecord, DayCount, Filters, SpeakerRecord


def speaker_list(asked: Asked) -> Answer:
    """Speakers of the claims that the filters leave, those with most claims first."""
    speakers, behind = page_of(_after(asked, asked.after, asked.limit + 1), asked.limit)
    return Answer(
        lambda: {"speakers": speakers, "next": asked.link(after=behind) if behind else None},
        lambda: {
            "query": asked.words,
            "speakers": [speaker_row(speaker) for speaker in speakers],
            "next": asked.link(".json", after=behind) if behind else None,
        },
        lambda: Rows("speakers", map(speaker_row, _every_speaker(asked))),
    )


def _every_speaker(asked: Asked) -> Iterator[SpeakerRecord]:
    """All of them, counted once for their order and then some at a time: a reader who takes long holds no
    transaction open."""
    ids = asked.store.speakers.ids(asked.filters)
    for start in range(0, len(ids), ROWS_A_READ):
        some = ids[start : start + ROWS_A_READ]
        yield from list(asked.store.speakers.these(asked.filters, some))


def _after(asked: Asked, after: str | None, limit: int) -> Sequence[SpeakerRecord]:
    return list(asked.store.speakers.select(asked.filters, limit, after))


def one_speaker(asked: Asked) -> Answer:
    """Who a speaker is, and every claim by date, with a timeline and what was said otherwise
    before."""
    speaker = the_speaker(asked)
    own = replace(asked, filters=replace(asked.filters, speaker_id=speaker.id))
    claims, behind = page_of(claims_after(own, own.after, own.limit + 1), own.limit)
    return Answer(
        lambda: _shown(own, speaker, claims, behind),
        lambda: {
            "speaker": _row(own, speaker),
            "claims": [claim_row(claim) for claim in claims],
            "together": [claim_row(claim) for claim in _together(own, speaker)],
            "next": own.link(".json", after=behind) if behind else None,
        },
        lambda: _every(own, speaker),
    )


def the_speaker(asked: Asked) -> SpeakerRecord:
    """The speaker of the address, counted without what is not handed on; raises MovedError for a beginning
    of the id and for that of another name, PageError where there is none."""
    known = asked.store.speakers.by_id(asked.id)
    if len(known) != 1:
        raise PageError(
            f"{asked.id} is the beginning of several ids: write more of it"
            if known
            else f"There is no speaker {asked.id} in this store."
        )
    if known[0].id != asked.id:
        raise MovedError(known[0].id)
    wanted = Filters(speaker_id=asked.id, no_open_accusations=True)
    none = replace(known[0], claims=0, articles=0, outlets=0, first=None, last=None)
    return next(iter(asked.store.speakers.select(wanted, 1)), none)


def _row(asked: Asked, speaker: SpeakerRecord) -> dict[str, Any]:
    speakers = asked.store.speakers
    return speaker_page_row(
        speaker, speakers.forms(speaker.id), speakers.roles(speaker.id), _changes(asked, speaker)
    )


def _changes(
    asked: Asked, speaker: SpeakerRecord, of: Collection[str] | None = None
) -> list[Change]:
    """What was said otherwise before, among all claims that are handed on; of: by these alone."""
    wanted = Filters(speaker_id=speaker.id, no_open_accusations=True)
    return changes(asked.store.claims.statements(wanted), of)


def _together(asked: Asked, speaker: SpeakerRecord) -> list[ClaimRecord]:
    """Claims made with others, those left out that are not handed on."""
    joint = asked.store.speakers.joint_claims(speaker.id)
    return [claim for claim in joint if not is_open_accusation(claim)]


def _every(asked: Asked, speaker: SpeakerRecord) -> Rows:
    own = every_claim(asked)
    return Rows(own.name, chain(own.rows, map(claim_row, _together(asked, speaker))))


def events(days: Sequence[DayCount]) -> list[Event]:
    """Counts by day as what a timeline draws."""
    return [
        Event(
            one.day,
            one.outlet or "no outlet",
            "copy" if one.copied else "denial" if one.denies else "original",
            one.count,
        )
        for one in days
    ]


def _shown(
    asked: Asked, speaker: SpeakerRecord, claims: Sequence[ClaimRecord], behind: str | None
) -> Mapping[str, Any]:
    by_id = {claim.id: claim for claim in claims}
    return {
        "speaker": speaker,
        "forms": [form for form in asked.store.speakers.forms(speaker.id) if form.reason],
        "roles": asked.store.speakers.roles(speaker.id),
        "claims": claims,
        "total": asked.store.claims.count(asked.filters),
        "together": _together(asked, speaker),
        "changes": {
            c.after: (c, by_id.get(c.before) or asked.store.claims.get(c.before))
            for c in _changes(asked, speaker, by_id.keys())
        },
        "timeline": timeline(events(asked.store.claims.days(asked.filters))),
        "next": asked.link(after=behind) if behind else None,
    }
