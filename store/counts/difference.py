"""By how much the counts change where articles give something else than they did; no database calls."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from store.counts.of_article import Counts, Given
from store.counts.of_claim import WORDS
from store.queries.values import DAY_CHARS

NOTHING = Given(None, "", {})


@dataclass
class OfSpeaker:
    """By how much a speaker's numbers change, and on which days."""

    claims: int = 0
    articles: int = 0
    came: set[str] = field(default_factory=set)
    """Days of articles that were not the speaker's."""
    gone: set[str] = field(default_factory=set)


@dataclass
class Difference:
    """What is to be added to each count."""

    speakers: dict[str, OfSpeaker] = field(default_factory=lambda: defaultdict(OfSpeaker))
    outlets: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Articles by speaker and outlet."""
    facets: Counter[tuple[str, ...]] = field(default_factory=Counter)
    """Claims by word and value, but for speakers."""
    days: Counter[tuple[str, ...]] = field(default_factory=Counter)
    """Claims by word, day and value."""

    def add(self, before: Given | None, after: Given | None) -> None:
        """Takes in one article, None where it gave or gives nothing."""
        old, new = before or NOTHING, after or NOTHING
        for given, sign in ((old, -1), (new, 1)):
            for word, values in _by_word(given).items():
                for value, n in values.items():
                    if word != "speaker":
                        self.facets[word, value] += sign * n
                    if day := given.published_key[:DAY_CHARS]:
                        self.days[word, day, value] += sign * n
        self._add_speakers(old, new)

    def _add_speakers(self, old: Given, new: Given) -> None:
        here, there = old.counts.get("speaker", {}), new.counts.get("speaker", {})
        moved = (old.outlet_id, old.published_key) != (new.outlet_id, new.published_key)
        for speaker in here.keys() | there.keys():
            if not moved and here.get(speaker) == there.get(speaker):
                continue
            of = self.speakers[speaker]
            of.claims += there.get(speaker, 0) - here.get(speaker, 0)
            if speaker in here and (moved or speaker not in there):
                of.articles -= 1
                of.gone.add(old.published_key)
                self._at(speaker, old, -1)
            if speaker in there and (moved or speaker not in here):
                of.articles += 1
                of.came.add(new.published_key)
                self._at(speaker, new, 1)

    def _at(self, speaker: str, given: Given, sign: int) -> None:
        if given.outlet_id:
            self.outlets[speaker, given.outlet_id] += sign


def _by_word(given: Given) -> Counts:
    """Its claims by word and value, that of its outlet included."""
    if not given.outlet_id:
        return given.counts
    claims = sum(given.counts.get(WORDS[0], {}).values())
    return given.counts | ({"outlet": {given.outlet_id: claims}} if claims else {})
