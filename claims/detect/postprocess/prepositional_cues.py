"""Phrases that attribute their sentence without a verb: "in his view", "to her mind", "in the
opinion of", "as per"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.detect.postprocess.layout import Page, claim, letters, parts
from claims.detect.postprocess.sentences import sentence
from claims.detect.postprocess.taken import Taken
from claims.model import Attribution, Span
from claims.rules.lists import listed
from claims.rules.patterns import alternation

PHRASE = "A phrase that attributes its sentence."
MIN_CONTENT_LETTERS = 8


def _any(group: str) -> str:
    return alternation(listed("shapes", group))


_THEIR = f"(?:{alternation(listed('function_words', 'possessives'))})"
_WHO = (
    rf"(?P<who>{_THEIR}(?: [a-z]+){{0,2}}[’']s\b|{_THEIR}\b|"
    r"(?:[Tt]he |[A-ZÀ-Þ])[^\s,;:.][^,;:\r\n“”\"]{0,60}?[’']s?(?=\s))"
)
_OWNED = (
    rf"(?P<cue>[Ii]n)\s+{_WHO}\s+(?:own )?(?P<noun>{_any('views')})\b",
    rf"(?P<cue>[Tt]o)\s+{_WHO}\s+(?:own )?(?P<noun>{_any('minds')})\b",
    rf"(?P<cue>[Bb]y)\s+{_WHO}\s+(?:own )?(?P<noun>{_any('accounts')})\b",
)
_NAME = r"\s+(?P<who>[^,;:.\r\n“”\"]{2,80}?)(?=,|[.!?]\s|[.!?]?$)"
_NAMED = (
    rf"(?P<cue>[Ii]n the (?:{_any('views_of')}) of){_NAME}",
    rf"(?P<cue>[Aa]s per){_NAME}",
)
_AND = re.compile(r",\s+(?:and|but|yet|so)\s+")
_PHRASES = tuple(
    re.compile(rf"(?<![\w-]){pattern}", re.MULTILINE) for pattern in (*_OWNED, *_NAMED)
)


def added(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """The claims of such phrases where nothing was found."""
    out = list(attributions)
    taken = Taken(page.text, out)
    for pattern in _PHRASES:
        for match in pattern.finditer(page.text):
            for new in _attributed(page, match):
                if taken.free(*parts(new)) and not any(map(page.skipped, parts(new))):
                    out.append(new)
                    taken.add(new)
    return out


def _attributed(page: Page, match: re.Match[str]) -> Iterator[Attribution]:
    """The sentence around the phrase, which commas or the sentence's ends part from it."""
    whole = sentence(page, match.start())
    joins = [m.end() for m in _AND.finditer(page.text, whole.start, match.start())]
    before = page.trim(Span(joins[-1] if joins else whole.start, match.start()), " ,")
    after = page.trim(Span(match.end(), max(whole.end, match.end())), " ,.!?")
    parted = page.text[before.end : match.start()].strip() == "," or not letters(page.text, before)
    follows = page.text[match.end() : match.end() + 1] == "," or not letters(page.text, after)
    content = [span for span in (before, after) if letters(page.text, span)]
    size = sum(letters(page.text, span) for span in content)
    if parted and follows and size >= MIN_CONTENT_LETTERS and not page.quoted(match.start()):
        cue = [Span(*match.span("cue"))]
        if "noun" in match.re.groupindex:
            cue.append(Span(*match.span("noun")))
        yield claim(content, cue, [_named(page, match)], why=PHRASE)


def _named(page: Page, match: re.Match[str]) -> Span:
    """Who holds it, without the possessive ending."""
    owner = Span(*match.span("who"))
    ending = re.search(r"[’']s?$", page.words(owner))
    return Span(owner.start, owner.start + ending.start()) if ending else owner
