"""What a text says that people do or undergo in court, which makes them the defendant, the judge or the barrister."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.rules.lists import listed, words
from claims.rules.patterns import alternation
from claims.tokens import children, covering

if TYPE_CHECKING:
    from spacy.tokens import Doc

_DOING = alternation(row.split()[0] for row in listed("descriptions", "by_participle"))
_DOING_BEFORE = re.compile(
    rf"(?i:(?:[.?!:”\"\n]\s{{0,2}})({_DOING}))(?: [^,.\n]{{1,60}})?, (?:[A-Z][\w.]{{1,20}} )?$"
)
"""Where its sentence begins: who wept "before sentencing him" is no judge."""
_DOING_BEHIND = re.compile(rf", (?:who was )?({_DOING})\b")
BEFORE_CHARACTERS = 130
"""How far before a name what its bearer does may begin."""
DEFENDANT = "defendant"


def in_court(doc: Doc, text: str, start: int, end: int) -> Iterator[str]:
    """The nouns that a report has for whom it names at a place, by what stands around the name."""
    if _is_tried(doc, start, end):
        yield DEFENDANT
    yield from _by_participle(text, start, end)


def _is_tried(doc: Doc, start: int, end: int) -> bool:
    """Whether a name is the subject of a verb of courts: who was sentenced, or charged with something; a fee is
    charged as well."""
    span = covering(doc, start, end)
    if span is None or not len(span):
        return False
    verb, passive = span.root.head, span.root.dep_ == "nsubjpass"
    if not passive:
        return verb.lower_ in words("descriptions", "pleading")
    behind = [child for child in children(verb) if child.i > verb.i]
    if any(child.dep_ in ("dobj", "oprd") for child in behind):
        return False
    charged = verb.lower_ in words("descriptions", "charged")
    with_what = any(child.lower_ in words("descriptions", "charged_with") for child in behind)
    return verb.lower_ in words("descriptions", "tried") or (charged and with_what)


def _by_participle(text: str, start: int, end: int) -> Iterator[str]:
    """What somebody does in court: "Defending, Ada Holm said", "Ada Holm, prosecuting, said"."""
    lead = text[max(0, start - BEFORE_CHARACTERS) : start]
    before = _DOING_BEFORE.search(lead if start > BEFORE_CHARACTERS else f"\n{lead}")
    doing = before or _DOING_BEHIND.match(text, end)
    for row in listed("descriptions", "by_participle") if doing else ():
        participle, *nouns = row.split()
        if doing and participle == doing[1].casefold():
            yield from nouns
