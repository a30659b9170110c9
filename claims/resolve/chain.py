"""Through whom words came: "told the Gazette", "the daily quoted her".

Venues, channels, the publisher and the wire are no intermediaries; who speaks does not belong here.
"""

from __future__ import annotations

import re
from dataclasses import replace

from claims.model import Attribution, Evidence, Link, Span, Speaker
from claims.resolve import media
from claims.resolve.lexicon import words
from claims.resolve.mentions import Index, Mention

_BEFORE = re.compile(
    r"(?:\b(?:told|tells|telling|informed|citing|cited by|quoted by|"
    r"reported by|published by|obtained by|according to|"
    r"saying to|as saying by|via|combed through by|released by|leaked by|"
    r"hacked by|viewed by|reviewed by|seen by|posted by|"
    r"interview (?:with|to|on|for|by|in)|appearance on|said (?:\w+ ){0,4}on|(?:speaking|spoke) (?:to|on|with)|"
    r"wrote in|writing in|op-ed (?:in|for)|interviewed (?:by|on))|\bto)"
    r"\s+(?:the |a |an )?(?:[a-z][\w-]* ){0,2}$"
)
_AFTER = re.compile(
    r"^(?:['’]s)?\s+(?:(?:newspaper|daily|magazine|website|agency) )?(?:\w+ )?"
    r"(?:quoted|reported that|cited|quotes|quoting)\b"
)
_TO = re.compile(r"\bto\s+(?:the )?$")
_SAID = re.compile(r"\b(?:said|statement|spoke|speaking|interview|confirmed|comments?)\b[^.]*$")
_VENUE = re.compile(
    r"\b(?:news conference|press conference|"
    r"rally|briefing|speech|forum|town hall|hearing|debate|conference|summit|statement|tweet)\b",
    re.IGNORECASE,
)
_DAILY = re.compile(r"\b[Tt]he (?:[a-z-]+ )?(\w+) (?:also |later )?(?:quoted|cited|quotes|cites)\b")


def venue(text: str, clause: Span) -> bool:
    """Whether a clause names a venue or a channel of its own."""
    return bool(_VENUE.search(text, *clause))


def link(
    index: Index, found: Attribution, clause: Span, own: tuple[str | None, ...], speaker: str | None
) -> Link | None:
    """The intermediary that an attribution's own clause names."""
    text = index.text
    blocked = [*found.content, *found.source]
    for mention in index.inside(clause.start, clause.end):
        if mention.kind != "outlet" or any(s.start <= mention.start < s.end for s in blocked):
            continue
        if mention.name == speaker or any(media.same(mention.name, o) for o in own):
            continue
        if _relays(text, mention, clause):
            return Link(mention.name, Evidence(Span(mention.start, mention.end), text[mention.start : mention.end]))
    return _nominal(index, clause, found, own)


def _relays(text: str, mention: Mention, clause: Span) -> bool:
    head = text[max(clause.start, mention.start - 70) : mention.start]
    if _TO.search(head):
        return bool(_SAID.search(head))
    return bool(_BEFORE.search(head) or _AFTER.match(text[mention.end : mention.end + 40]))


def _nominal(index: Index, clause: Span, found: Attribution, own: tuple[str | None, ...]) -> Link | None:
    match = _DAILY.search(index.text, *clause)
    if not match or match.group(1).casefold() not in words("nominals", "outlets") | words("nominals", "documents"):
        return None
    if any(s.start <= match.start() < s.end for s in (*found.content, *found.source)):
        return None
    name = last_outlet(index, match.start(), own)
    span = Span(match.start(), match.end(1))
    return Link(name, Evidence(span, index.text[span.start : span.end])) if name else None


def last_outlet(index: Index, at: int, own: tuple[str | None, ...]) -> str | None:
    """The outlet named most recently before a position, the publisher and the wire aside."""
    for mention in index.before(at, 500):
        if mention.kind == "outlet" and not any(media.same(mention.name, o) for o in own):
            return mention.name
    return None


def carry(
    text: str, carried: dict[str, Link | None], speaker: Speaker, clause: Span, link: Link | None
) -> tuple[Link, ...]:
    """The chain of a claim; a speaker who entered the article through an intermediary goes on through it."""
    if speaker.name is None:
        return (link,) if link else ()
    if speaker.name not in carried:
        carried[speaker.name] = link
        return (link,) if link else ()
    before = carried[speaker.name]
    if link is None and venue(text, clause):
        carried[speaker.name] = None
    elif link is None and before is not None:
        link = replace(before, inferred=True)
    return (link,) if link else ()
