"""Where outlets are named because words were passed on through them: told, quoted, cited,
reporting. No people."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.folding import fold_mention
from claims.resolve.mentions import outlets
from claims.resolve.mentions.names import clean
from claims.resolve.mentions.spot import Spot
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation

_BEFORE = alternation(listed("relays", "before_outlet"))
_NOUNS = alternation(listed("media", "nouns"))
_WEEKDAYS = alternation(listed("dates", "weekdays"))
_MODIFIED = re.compile(
    rf"\b(?:{_BEFORE}) (?:the )?(?:{alternation(listed('media', 'owners'))})"
    rf"[- ](?:{alternation(listed('media', 'owning'))}) (?:\w+ )??"
    r"((?:[A-Z][\w&-]{0,60})(?: [A-Z][\w&-]{0,60}){0,9})"
    rf"|(?:{_BEFORE}) the ((?:[A-Z][\w&-]{{0,60}})(?: [A-Z][\w&-]{{0,60}}){{0,9}}) "
    rf"(?:{_NOUNS}|news agency)(?! (?!{_WEEKDAYS})[A-ZÀ-Þ])"
)
_TOLD = re.compile(
    rf"\b(?:{alternation(listed('relays', 'before_outlet', 'before_listed'))}) (?:the |a |an )?"
    r"(?:[A-Z][\w.]{1,60} [\w'’]{1,60} of )?([A-Z][\w&-]{0,60}(?: [A-Z][\w&-]{0,60}){0,3})"
)
_STARTS = alternation(listed("media", "told_name_starts"))
_ENDS = alternation(listed("media", "told_name_ends"))
_RELAY = re.compile(
    rf"\b(?:{alternation(listed('relays', 'before_unlisted'))}) (?:the |The |a )?(?:[a-z-]+ ){{0,2}}"
    rf"((?:(?:{_STARTS})(?: [A-Z0-9][\w&-]{{0,60}}){{1,3}})"
    rf"|(?:[A-Z][\w&’'-]{{0,60}}(?: [A-Z][\w&-]{{0,60}}){{0,3}} (?:{_ENDS})))\b"
)
"""An outlet that no list knows, told by its shape where words were passed on through it."""
_STATE_MEDIA = re.compile(
    r"\b([A-Z][a-z]+ (?:state|national|public) "
    rf"(?:{alternation(listed('media', 'kinds'))}))\b"
)
_REPORTED = re.compile(
    r"(?:(?<=[.,”\"] )|(?<=\n)|^)[Tt]he ([A-Z][\w-]{1,60}(?: [A-Z][\w-]{1,60})?) "
    r"(?:first )?report(?:ed|s)\b(?! (?:to|for) )"
    rf"|\b(?:{alternation(listed('relays', 'before_the'))}) The ([A-Z][\w-]{{1,60}}(?: [A-Z][\w-]{{1,60}})?)(?=[ .,;])"
)
"""A newspaper by what it does, or by the article in its name: "The Lodestar reported", "told The
Lodestar"."""

_APPOSED = re.compile(
    rf"\b(?:(?i:the|a|an|{alternation(listed('media', 'official'))})"
    r"(?: [A-Z][a-z]{2,20})?(?: [a-z-]{1,40}){0,2}? "
    rf"(?:{alternation(listed('media', 'nouns', 'apposed'))})"
    rf"|(?i:{alternation(listed('media', 'official'))}) (?:{alternation(listed('media', 'kinds'))})"
    rf"|(?:{alternation(listed('relays', 'told', 'spoken_to', 'before_unlisted'))})"
    rf"(?: (?:the|[a-z-]{{1,40}})){{0,3}}? (?:{alternation(listed('media', 'nouns', 'apposed', 'kinds'))}))"
    r" ([A-ZÀ-Þ][\w&-]{0,60}(?: [A-ZÀ-Þ][\w&-]{0,60}){0,3})(?!['’]s [A-Z])"
)
"""A medium behind its own common noun: "the business daily Tarn Posta", "speaking to broadcaster Kanal Tarn"."""

_NAMED = r"[A-ZÀ-Þ][\w’'-]{0,60}(?:[ -](?:of |and )?[A-ZÀ-Þ][\w’'-]{0,60}){0,3}"
_TOLD_NAMED = re.compile(
    rf"\b(?:{alternation(listed('relays', 'told'))}) (?:[Tt]he ({_NAMED})|([KW][A-Z]{{2,3}}))"
    rf"(?=[.,;:”\"]| (?:{alternation(listed('relays', 'behind_outlet'))})\b)"
)
"""A medium by nothing but its being told: "told the Tarn Mercury that", "told KQVT"."""


def modified(text: str) -> set[str]:
    """Names that the text itself calls a medium: "state-run X", "the X daily"."""
    shaped = {
        clean(name)
        for pattern in (_RELAY, _STATE_MEDIA, _APPOSED)
        for name in pattern.findall(text)
    }
    shaped |= {
        name
        for pair in _REPORTED.findall(text)
        if (name := pair[0] or pair[1]) and not _of_body(name)
    }
    shaped |= {text[start:end] for start, end in _told(text)}
    return {clean(a or b) for a, b in _MODIFIED.findall(text)} | shaped


def _told(text: str) -> Iterator[tuple[int, int]]:
    """Where names stand that nothing but their being told shows to be media: no body, no office, no
    initials."""
    for match in _TOLD_NAMED.finditer(text):
        start, end = match.span(1 if match[1] else 2)
        name = text[start:end]
        person = re.search(r"['’]s\b", name)
        initials = bool(match[1]) and name.replace(" ", "").isupper()
        head = name.split(" of ")[0]
        if not (person or initials or _of_body(head) or _of_body(name) or _is_office(head)):
            yield start, end


def _is_office(name: str) -> bool:
    """Whether a name ends in an office; "the Pindari Advocate" is a paper, "the Opposition Leader" none."""
    *before, last = name.split()
    if before and last in words("media", "told_name_ends"):
        return before[-1] in words("media", "leading") or _of_body(before[-1])
    last = fold_mention(last)
    return last in words("titles", "titles", "offices") or last in words("nominals", "groups")


def relays(text: str) -> Iterator[Spot]:
    """Outlets that were told, quoted or cited."""
    for match in _MODIFIED.finditer(text):
        yield _outlet(text, *match.span(1 if match.group(1) else 2))
    for pattern in (_RELAY, _STATE_MEDIA, _APPOSED):
        for match in pattern.finditer(text):
            yield _outlet(text, *match.span(1))
    for start, end in _told(text):
        yield _outlet(text, start, end)
    for match in _REPORTED.finditer(text):
        group = 1 if match[1] else 2
        if not _of_body(match[group]):
            yield _outlet(text, *match.span(group))
    for match in _TOLD.finditer(text):
        name = match.group(1)
        while name and not outlets.is_outlet(name):
            name = name.rpartition(" ")[0]
        if name:
            yield _outlet(text, match.start(1), match.start(1) + len(name))


def _of_body(name: str) -> bool:
    """Whether a name ends in a word of bodies, which report and are told things too."""
    last = fold_mention(name).split()[-1]
    bodies = words("nominals", "bodies", "body_words", "formal_bodies")
    return last in bodies or fold_mention(name) in words("names", "not_names")


def _outlet(text: str, start: int, end: int) -> Spot:
    return Spot(start, end - text[start:end].endswith("."), "outlet")
