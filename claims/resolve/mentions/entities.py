"""The tagger's entities with their edges put right. What the tagger misses is found in find.py."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from claims.folding import fold_mention
from claims.resolve.mentions.name_kind import is_body_by_form
from claims.resolve.mentions.spot import Spot
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation
from claims.tokens import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LABELS = {"PERSON": "person", "ORG": "organisation", "GPE": "state"}
_NUMBER = re.compile(
    rf" \d[\d,.]* (?:{alternation(listed('numbers', 'after_figures'))})|\.{{2,}}| --? |[“”]"
    rf"|, (?!{alternation(listed('names', 'after_comma'))})"
)
_HEADED = re.compile(
    rf"(?:the )?(?:{alternation(listed('organisations', 'headed', 'headed_only'))}) (?:of|for|on) ",
    re.IGNORECASE,
)
_FIELDS = re.compile(r"(?:, [A-Z][a-z]+)*,? and [A-Z][a-z]+(?! [A-Z])")
"""The rest of a ministry's name that the tagger cuts at "and"."""
_OF_BODY = re.compile(r"([A-Z][\w’'-]+(?: [A-Z][\w’'.-]*){1,2}) (?:of|at|from) (?:the )?([A-Z].*)")
"""A person and the body that the tagger takes for part of the name: "Helga Brandt of Brandt
Metals"."""
_ROLE = re.compile(
    rf"(?:{alternation(listed('organisations', 'company_roles'))}) (?=[A-Z]\w+ [A-Z])"
)
MAKER = re.compile(rf"(?:{alternation(listed('organisations', 'makers'))}) (?=[A-Z])")
_HYPHENED = re.compile(r"(?:[-\u2010\u2011][A-ZÀ-Þ][\w’']*)+(?<!['’]s)")
_HYPHENED_BEFORE = re.compile(
    rf"(?<![\w-])(?:(?!{alternation(listed('names', 'prefixes'))})[A-ZÀ-Þ][\w’']+-)+$"
)
_SPLIT = re.compile(
    "".join(f"(?<!{owner})" for owner in listed("organisations", "owners_within")) + r"['’]s\s",
    re.IGNORECASE,
)
"""Not in "Seamen's League", which is one name."""
FIRST_PART_CHARACTERS = 30
"""How far before an entity the first part of its double surname may begin."""


def entities_of(doc: Doc) -> Iterator[Spot]:
    """The spots of the tagger's people, bodies and states, without what is no part of the name."""
    text = text_of(doc)
    for ent in doc.ents:
        kind = _LABELS.get(ent.label_)
        if not kind:
            continue
        start, written = ent.start_char, _NUMBER.split(ent.text.partition("\n")[0])[0].rstrip()
        parted = _SPLIT.search(written)
        if parted:
            yield Spot(start, start + parted.start(), "organisation" if kind == "person" else kind)
            start, written = start + parted.end(), written[parted.end() :]
        if (
            kind != "state"
            and (person := _OF_BODY.match(written))
            and fold_mention(person[1].split()[0]) in _first_names()
        ):
            yield Spot(start, start + person.end(1), "person")
            start, written, kind = start + person.start(2), person[2], "organisation"
        if kind == "organisation" and (role := _ROLE.match(written)):
            start, written = start + role.end(), written[role.end() :]
        if kind != "state" and (maker := MAKER.match(written)):
            start, written, kind = start + maker.end(), written[maker.end() :], "organisation"
        if kind == "person" and is_body_by_form(text, start, written):
            kind = "organisation"
        if any(c.isupper() for c in written):
            more = _FIELDS.match(text, start + len(written)) if _HEADED.match(written) else None
            start, end = _unbroken(text, start, more.end() if more else start + len(written), kind)
            yield Spot(start, end, kind)


@cache
def _first_names() -> frozenset[str]:
    return words("names", "male", "female", "either")


def _unbroken(text: str, start: int, end: int, kind: str) -> tuple[int, int]:
    """A name with the rest of a double surname that the tagger cuts at the hyphen: "Ada Holm" of
    "Ada Holm-Brandt"."""
    after = _HYPHENED.match(text, end) if kind != "state" else None
    before = (
        _HYPHENED_BEFORE.search(text, max(0, start - FIRST_PART_CHARACTERS), start)
        if kind != "state"
        else None
    )
    return before.start() if before else start, after.end() if after else end
