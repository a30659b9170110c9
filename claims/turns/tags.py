"""The few words beside a quotation that say whose it is: "asked the coroner, Dr. Maeve Tully", "Grieve
replied". Shapes of words alone; which claim they change is decided by who asks."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from claims.model import Span
from claims.rules.lists import listed
from claims.rules.patterns import UPPER, alternation

_VERBS = alternation(sorted(listed("turns", "tag_verbs"), key=len, reverse=True))
_CAP = rf"(?:(?:[A-Z]|{alternation(listed('turns', 'abbreviated'))})\.|[{UPPER}][\w’'-]{{0,60}})"
_PARTICLES = alternation(listed("names", "inner_particles"))
_NAME = rf"{_CAP}(?: (?:{_CAP}|{_PARTICLES})){{0,4}}"
_OPENERS = alternation(listed("turns", "describing"))
_DESCRIBED = rf"(?:{_OPENERS})(?: (?!(?:{_VERBS})\b)(?:{_CAP}|[\w'’-]{{1,60}})){{1,7}}"
_PRONOUN = alternation(listed("turns", "tag_pronouns"))
_SMALL = alternation(sorted(listed("function_words", "small") + listed("turns", "opening_clauses")))
_OFFICE = rf"(?P<office>(?:(?!(?:{_VERBS}|{_SMALL}|{_PRONOUN})\b)[a-z][\w’'-]{{2,30}} ){{1,4}})"
"""athletic director Lynette Orr"""
_BY_FORM = re.compile(
    rf"[a-z]{{2,40}}(?:{alternation(listed('titles', 'calling_endings', 'occupation_endings'))})(?<!s)"
)
_WHO = rf"(?:{_OFFICE}?{_NAME}|{_DESCRIBED})"
_BESIDE = rf"(?:, (?:{_NAME}|{_DESCRIBED})){{0,2}}"
_BEHIND = re.compile(
    rf"\s*(?P<verb>{_VERBS}) (?P<who>(?:{_PRONOUN})\b|{_WHO}{_BESIDE})(?=\s*(?:[.,;:!?—–―-]|$|[\r\n“\"]))",
)
"""shouted a man at the back. | asked the coroner, Dr. Maeve Tully."""
_BRINGS = alternation(listed("turns", "behind_no_tag"))
_BEFORE = re.compile(
    rf"\s*(?P<who>(?:{_PRONOUN})\b|{_WHO}(?:{_BESIDE},?)?) (?P<verb>{_VERBS})\b(?! (?:{_BRINGS})\b)",
)
"""Grieve replied | the caretaker, Nils Orr, said"""
MAX_TAG_CHARACTERS = 160


class Tag(NamedTuple):
    """Who and by which verb, as spans, and where the words end."""

    who: Span
    verb: Span

    @property
    def end(self) -> int:
        """Where the tag ends."""
        return max(self.who.end, self.verb.end)


def tag_at(text: str, at: int, end: int) -> Tag | None:
    """The tag that begins at a position, after blanks, and ends before another; None where none
    does."""
    end = min(end, at + MAX_TAG_CHARACTERS)
    for pattern in (_BEHIND, _BEFORE):
        match = pattern.match(text, at, end)
        if match and _is_office(match["office"]):
            who = Span(*match.span("who"))
            return Tag(
                Span(who.start, who.end - (text[who.end - 1] == ",")), Span(*match.span("verb"))
            )
    return None


def _is_office(written: str | None) -> bool:
    """Whether small words before a name, where there are any, end with what somebody is, or with a particle of the
    name: no "outside Tarn", no "during Tuesday"."""
    last = written.split()[-1].split("-") if written else []
    return not written or any(part in _offices() or _BY_FORM.fullmatch(part) for part in last)


@cache
def _offices() -> frozenset[str]:
    """The last words of all titles, offices and occupations, and particles of names."""
    lists = (
        listed("titles", "titles", "offices", "occupations", "before_names", "ranks", "court_officers", "honorifics"),
        listed("titles", "address", "address_men", "address_women", "honorifics_male", "honorifics_female"),
        listed("people", "offices_before", "honorifics"),
        listed("roles", "spokespeople", "posts", "staff", "staff_of_body", "near_body", "kin_staff"),
        listed("nominals", "unnamed", "anybody", "men", "women"),
        listed("kin", "close", "men", "women"),
        listed("descriptions", "players"),
        listed("names", "particles", "surname_particles", "source_parts"),
        listed("turns", "offices_beside"),
    )  # fmt: skip
    return frozenset(row.split()[-1].casefold() for rows in lists for row in rows)
