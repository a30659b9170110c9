"""Which characters of a text belong to attributions, and which attributions stand at a place, for steps that
ask it again and again. Whoever asks once asks layout.free()."""

from __future__ import annotations

from collections.abc import Iterable

from claims.detect.postprocess.layout import parts
from claims.model import Attribution, Span


class Taken:
    """How many parts of attributions hold each character of a text."""

    def __init__(self, text: str, attributions: Iterable[Attribution] = ()) -> None:
        self._counts = [0] * len(text)
        for attribution in attributions:
            self.add(attribution)

    def add(self, attribution: Attribution) -> None:
        """Note the parts of one more attribution."""
        self.mark(*parts(attribution))

    def mark(self, *spans: Span) -> None:
        """Note spans that are taken."""
        for span in spans:
            for at in range(*span):
                self._counts[at] += 1

    def free(self, *spans: Span, but: Attribution | None = None) -> bool:
        """Whether no attribution has a part in the spans; but is one of those noted that may."""
        if but is None:
            return not any(any(self._counts[start:end]) for start, end in spans)
        own = parts(but)
        return not any(
            self._counts[at] > sum(start <= at < end for start, end in own)
            for span in spans
            for at in range(*span)
        )


STRETCH_CHARACTERS = 64
"""In which attributions are looked for together."""


class Placed:
    """Attributions in order, found by where they stand; each has a number."""

    def __init__(self, attributions: Iterable[Attribution]) -> None:
        self._all: dict[int, Attribution] = {}
        self._at: dict[int, set[int]] = {}
        self._next = 0
        for attribution in attributions:
            self.add(attribution)

    def add(self, attribution: Attribution) -> None:
        """Another one behind all."""
        self._all[self._next] = attribution
        for span in parts(attribution):
            for stretch in _stretches(span):
                self._at.setdefault(stretch, set()).add(self._next)
        self._next += 1

    def put(self, number: int, attribution: Attribution) -> None:
        """One with fewer spans in the place of another; one without content goes."""
        if attribution.content:
            self._all[number] = attribution
        else:
            self.drop(number)

    def drop(self, number: int) -> None:
        """One less."""
        del self._all[number]

    def near(self, *spans: Span) -> dict[int, Attribution]:
        """Those that may share a character with the spans, and no others than those that stand close, in
        order."""
        stretches = {stretch for span in spans for stretch in _stretches(span)}
        numbers = sorted({n for stretch in stretches for n in self._at.get(stretch, ())})
        return {number: self._all[number] for number in numbers if number in self._all}

    def all(self) -> list[Attribution]:
        """Every one, in order."""
        return list(self._all.values())


def _stretches(span: Span) -> range:
    return range(span.start // STRETCH_CHARACTERS, span.end // STRETCH_CHARACTERS + 1)
