"""When, where, by what means and to whom something was said. None of these is an intermediary."""

from __future__ import annotations

import re
from datetime import date

from claims.model import Article, Attribution, Evidence, Header, Inferred, SaidOn, Setting, Span
from claims.resolve.mentions import outlets
from claims.resolve.mentions.index import Index
from claims.resolve.provenance.dates import said_on

_PLACE = (
    r"(?: (?:in|at|outside|near|of) (?:the )?[A-Z][\w.’'-]*(?:,? (?:of |the )?[A-Z][\w.’'-]*)*)?"
)
_VENUE = re.compile(
    r"\b(?:(?:[Aa]t|[Dd]uring|[Ii]n|[Aa]fter|[Bb]efore|from|[Ff]ollowing) (?:an? |the |his |her |their |its "
    r"|Monday[’']s |this |that |one )?|to (?:an? |the |his |her |their |its |this |that |one ))"
    r"((?:(?!the |an? |to |of )[\w’'-]+ ){0,3}?(?:news conference|press conference|news briefing|press briefing"
    r"|briefing|rally|rallies|speech|forum|town hall|"
    r"hearing|debate|conference|summit|fundraiser|convention|ceremony|dinner|roundtable|panel discussion"
    r"|seminar|sermon|meeting|"
    rf"campaign stop|campaign event|inquiry|trial|session|testimony|press gaggle|lecture){_PLACE})"
)
_CHANNEL = re.compile(
    r"\b(?:[Ii]n|[Oo]n|[Vv]ia|through|with|by) (?:an? |the |his |her |their |its |several |separate |two )?"
    r"((?:[\w’'-]+ ){0,3}?"
    r"(?:statements?|tweets?|e-?mails?|interview|letter|blog post|Facebook post|post|op-ed|memo|press release"
    r"|news release|release|phone call|telephone call|"
    r"conference call|message|text message|video|video message|court filing|filing|lawsuit|complaint|affidavit"
    r"|radio address|"
    r"Twitter|Facebook|Instagram|Telegram|YouTube|WhatsApp|Snapchat|Weibo|social media))\b"
)
_TWEETED = re.compile(r"\b(?:re)?tweet(?:ed|s|ing)?\b", re.IGNORECASE)
_WROTE = re.compile(r"\b(tweeted|retweeted|e-?mailed|posted|blogged|texted)\b")
_AUDIENCE = re.compile(
    r"\b(?:told|telling|tells|assured|addressing|address(?:ed)?|speaking to|spoke to|said to|saying to"
    r"|remarks to|urged|briefed) "
    r"((?:(?:an?|the|his|her|their|some|several|about|more than|a group of|a crowd of|[\d,]+|hundreds of"
    r"|thousands of) )*"
    r"(?:[a-z][\w-]* |[A-Z][\w.’'-]* ){0,3}?"
    r"(?:donors|supporters|reporters|journalists|voters|delegates|lawmakers|senators|members|crowd|audience|students|"
    r"workers|veterans|officers|troops|investors|analysts|shareholders|residents|parents|employees|staff|rally-?goers|"
    r"attendees|guests|leaders|diplomats|worshippers|fans|colleagues|aides|volunteers|activists|parliament"
    r"|Parliament|Congress|"
    r"legislators|(?!others)[a-z]{3,}(?:ers|ors|ists|ees|men|women)|pupils|patients|survivors|clients|customers|crowds|court|jurors|judge|panel|committee|conference|council|assembly|Assembly|Council)"
    r"(?: (?:in|at|of) (?:the )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*)?)"
)
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|St|Ft|Mt)\.$")


class Settings:
    """Reads settings of one article; dates are counted from its own date."""

    def __init__(self, text: str, article: Article, header: Header) -> None:
        self.text = text
        self.day = _day(article.published) or _day(
            header.dateline.date if header.dateline else None
        )

    def of(self, found: Attribution, clause: Span, index: Index) -> Setting:
        """What the attribution's own sentence says, outside the words that are claimed."""
        own = sorted((*found.content, *found.source))
        free = _without(self.text, clause, own)
        return Setting(
            said_on=self._said_on(free, found),
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
        found = self._first(_CHANNEL, free)
        if found:
            return found
        for start, end in free:
            if match := _WROTE.search(self.text, start, end):
                word = (
                    {"t": "tweet", "r": "tweet", "e": "e-mail", "p": "post", "b": "blog post"}[
                        match[1][0].lower()
                    ]
                    if not match[1].startswith("texted")
                    else "text message"
                )
                return Inferred(word, Evidence(Span(*match.span(1)), match[1]))
        return None

    def _audience(self, free: list[Span], index: Index) -> Inferred | None:
        found = self._first(_AUDIENCE, free)
        if found is None or any(
            outlets.is_outlet(m.name) for m in index.inside(*found.evidence.span)
        ):
            return None
        return found

    def _said_on(self, free: list[Span], found: Attribution) -> SaidOn | None:
        anchor = (found.cue or found.source or (Span(0, 0),))[0].start
        dates = [d for span in free if (d := said_on(self.text, span, anchor, self.day))]
        return min(dates, key=lambda d: abs(d.evidence.span.start - anchor), default=None)


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
