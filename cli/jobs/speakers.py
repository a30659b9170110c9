"""Which speakers the words of a filter matched; how they match is the store's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.errors import UsageError
from cli import diagnostics

if TYPE_CHECKING:
    from store import Store
    from store.records import Filters, SpeakerRecord


def narrate(store: Store, filters: Filters) -> None:
    """Says on stderr which speakers matched."""
    for words in filters.speaker:
        names = [speaker.name for speaker in store.match_speakers(words)]
        more = f" and {len(names) - 10} more" if len(names) > 10 else ""
        diagnostics.note(
            f"{words}: {'; '.join(names[:10])}{more}"
            if names
            else f"{words}: no speaker has this name; see `onrecord speakers`"
        )


def only_speaker(store: Store, words: str) -> SpeakerRecord:
    """The one speaker of that name; raises UsageError that lists several."""
    found = store.match_speakers(words)
    exact = [speaker for speaker in found if speaker.name.casefold() == words.casefold()]
    if len(exact) == 1:
        return exact[0]
    if not found:
        raise UsageError(f"{words}: no speaker has this name; see `onrecord speakers`")
    if len(found) > 1:
        listed = "; ".join(f"{speaker.name} ({speaker.kind}, {speaker.claims} claims)" for speaker in found[:20])
        raise UsageError(f"{words}: {len(found)} speakers match: {listed}; give the whole name")
    return found[0]
