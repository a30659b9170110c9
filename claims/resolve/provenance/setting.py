"""When, where, by what means and to whom something was said; none of these is an intermediary. Why its
source is unnamed stands in unnamed_sources.py."""

from __future__ import annotations

import re
from datetime import date

from claims.model import Article, Attribution, Evidence, Header, Inferred, SaidOn, Setting, Span
from claims.resolve.mentions import outlets
from claims.resolve.mentions.index import Index
from claims.resolve.provenance.dates import said_on
from claims.rules.lists import listed
from claims.rules.patterns import alternation, openings

_ARTICLES = alternation(listed("function_words", "articles"))
_DETERMINERS = alternation(listed("function_words", "articles", "possessives"))
_ONE = rf"(?:{_DETERMINERS}|{alternation(listed('settings', 'pointing'))}) "
_SEVERAL = rf"(?:{_DETERMINERS}|{alternation(listed('settings', 'several'))}) "
_PLACE = (
    rf"(?: (?:{alternation(listed('settings', 'place_prepositions'))}) (?:the )?"
    r"[A-Z][\w.’'-]{0,60}(?:,? (?:of |the )?[A-Z][\w.’'-]{0,60})*)?"
)
_VENUE = re.compile(
    rf"\b(?:(?:{openings(listed('settings', 'occasion_openings'))}|from) (?:{_ONE}|Monday[’']s )?|to {_ONE})"
    rf"((?:(?!(?:{_ARTICLES}|to|of) )[\w’'-]{{1,60}} ){{0,3}}?"
    rf"(?:{alternation(listed('settings', 'venues'))}){_PLACE})"
)
_CHANNEL = re.compile(
    rf"\b(?:{openings(listed('settings', 'channel_openings'))}|by|through|with) (?:{_SEVERAL})?"
    rf"((?:[\w’'-]{{1,60}} ){{0,3}}?(?:{alternation(listed('settings', 'channels'))}))\b"
)
_WRITTEN_IN = {
    act: channel
    for channel, _, acts in (row.partition(": ") for row in listed("settings", "writing"))
    for act in acts.split()
}
_WROTE = re.compile(rf"\b({alternation(_WRITTEN_IN)})\b")
_MEASURES = alternation(
    (*listed("function_words", "articles", "owners"), *listed("settings", "audience_measures"))
)
_AUDIENCE = re.compile(
    rf"\b(?:{alternation(listed('settings', 'addressing'))}) "
    rf"((?:(?:{_MEASURES}|[\d,]+) )*"
    r"(?:[a-z][\w-]{0,60} |[A-Z][\w.’'-]{0,60} ){0,3}?"
    rf"(?:{alternation(listed('settings', 'audiences'))}"
    rf"|(?!others)[a-z]{{3,}}(?:{alternation(listed('settings', 'audience_endings'))})"
    rf"|{alternation(listed('settings', 'other_audiences'))})"
    r"(?: (?:in|at|of) (?:the )?[A-Z][\w.’'-]{0,60}(?: [A-Z][\w.’'-]{0,60})*)?)"
)
COUNTED_CHARACTERS = 600
"""How far behind a day "two days later" may be counted from it."""
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|St|Ft|Mt)\.$")


class Settings:
    """Reads settings of one article; dates are counted from its own date."""

    def __init__(self, text: str, article: Article, header: Header) -> None:
        self.text = text
        self._last: tuple[int, date] | None = None
        """Where the last claim with a day was attributed, and that day."""
        self.day = _day(article.published) or _day(
            header.dateline.date if header.dateline else None
        )

    def of(self, attribution: Attribution, clause: Span, index: Index) -> Setting:
        """What the attribution's own sentence says, outside the words that are claimed."""
        own = sorted((*attribution.content, *attribution.source))
        free = _without(self.text, clause, own)
        return Setting(
            said_on=self._said_on(free, attribution),
            channel=self._channel(free),
            venue=self._first(_VENUE, free),
            audience=self._audience(free, index),
        )

    def _first(self, pattern: re.Pattern[str], free: list[Span]) -> Inferred | None:
        for start, end in free:
            if match := pattern.search(self.text, start, end):
                end = match.end(1) - (match[1].endswith(".") and not _ABBREVIATED.search(match[1]))
                words = self.text[match.start(1) : end]
                return Inferred(" ".join(words.split()), Evidence(Span(match.start(1), end), words))
        return None

    def _channel(self, free: list[Span]) -> Inferred | None:
        if channel := self._first(_CHANNEL, free):
            return channel
        for start, end in free:
            if match := _WROTE.search(self.text, start, end):
                return Inferred(_WRITTEN_IN[match[1]], Evidence(Span(*match.span(1)), match[1]))
        return None

    def _audience(self, free: list[Span], index: Index) -> Inferred | None:
        audience = self._first(_AUDIENCE, free)
        if audience is None or any(
            outlets.is_outlet(m.name) for m in index.inside(*audience.evidence.span)
        ):
            return None
        return audience

    def _said_on(self, free: list[Span], attribution: Attribution) -> SaidOn | None:
        anchor = (attribution.cue or attribution.source or (Span(0, 0),))[0].start
        near = self._last and 0 <= anchor - self._last[0] < COUNTED_CHARACTERS
        before = self._last[1] if self._last and near else None
        dates = [d for span in free if (d := said_on(self.text, span, anchor, self.day, before))]
        found = min(dates, key=lambda d: abs(d.evidence.span.start - anchor), default=None)
        if found and found.precision == "day":
            self._last = (anchor, date.fromisoformat(found.date))
        return found


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written[:10]) if written else None
    except ValueError:
        return None


def _without(text: str, clause: Span, own: list[Span]) -> list[Span]:
    """The parts of a clause that are no content."""
    out, at = [], clause.start
    for start, end in own:
        if end <= at or start >= clause.end:
            continue
        if start > at:
            out.append(Span(at, start))
        at = max(at, end)
    if at < clause.end:
        out.append(Span(at, clause.end))
    return out
