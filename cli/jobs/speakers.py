"""Which speakers and outlets the words of a filter matched; how they match is the store's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claims.errors import UsageError
from cli import diagnostics

if TYPE_CHECKING:
    from claims.identity.changes import Change
    from store import Store
    from store.records import ClaimRecord, Filters, SpeakerRecord


def narrate(store: Store, filters: Filters) -> None:
    """Says on stderr which speakers matched, and which outlet there is none of."""
    for words in filters.speaker:
        names = store.speakers.matching_names(words)
        more = f" and {len(names) - 10} more" if len(names) > 10 else ""
        diagnostics.note(
            f"{words}: {'; '.join(names[:10])}{more}" if names else unknown(store, words)
        )

    for line in _unknown_outlets(store, filters):
        diagnostics.note(line)


def say_unknown(store: Store, filters: Filters) -> None:
    """Says on stderr which speaker and which outlet of the filters there is none of, and who may be
    meant: an empty list would look like an answer."""
    for line in unknown_names(store, filters):
        diagnostics.note(line)


def _unknown_outlets(store: Store, filters: Filters) -> Iterator[str]:
    for words in filters.outlet:
        if (near := store.articles.near_outlets(words)) is not None:
            meant = f"; did you mean {' or '.join(near)}?" if near else ""
            yield f"{words}: no outlet has this name{meant}"


def unknown_names(store: Store, filters: Filters) -> Iterator[str]:
    """Which speaker and which outlet of the filters there is none of, and who may be meant."""
    for words in filters.speaker:
        if not store.speakers.matching_names(words):
            yield unknown(store, words)
    yield from _unknown_outlets(store, filters)


def unknown(store: Store, words: str) -> str:
    """That nobody has the name, and whose name it may be misspelt."""
    near = store.speakers.near_names(words)
    meant = f"did you mean {' or '.join(near)}? " if near else ""
    return f"{words}: no speaker has this name; {meant}see `onrecord speakers`"


def only_speaker(store: Store, words: str) -> SpeakerRecord:
    """The one speaker of that name or beginning of an id; raises UsageError that lists several."""
    matching = store.speakers.matching(words) or store.speakers.by_id(words)
    exact = [speaker for speaker in matching if speaker.name.casefold() == words.casefold()]
    if len(exact) == 1:
        return exact[0]
    if not matching:
        raise UsageError(unknown(store, words))
    if len(matching) > 1:
        listed = "; ".join(map(_described, matching[:20]))
        raise UsageError(
            f"{words}: {len(matching)} speakers match: {listed}; give the whole name or the id"
        )
    return matching[0]


def _described(speaker: SpeakerRecord) -> str:
    about = ", ".join(part for part in (speaker.kind, speaker.affiliation) if part)
    return f"{speaker.name} ({about}, {speaker.claims} claims, {speaker.id[:8]})"


def record_of(store: Store, speaker: SpeakerRecord) -> list[ClaimRecord]:
    """This speaker's claims in time order, those made together with others included; namesakes' are
    not."""
    from store.records import Filters

    own = list(store.claims.select(Filters(speaker_id=speaker.id)))
    joint = store.speakers.joint_claims(speaker.id)
    return sorted([*own, *joint], key=lambda claim: claim.published or "") if joint else own


def changes_in(claims: Sequence[ClaimRecord]) -> list[Change]:
    """What the claims of one speaker say otherwise than earlier ones."""
    from claims.identity.changes import Statement, changes

    return changes(
        [
            Statement(c.id, c.published or "", c.quote, c.stance, c.polarity)
            for c in claims
            if not c.nested
        ]
    )
