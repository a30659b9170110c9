"""Where names stand in a text, before anybody is known: entities, titled names, relays, and the
sources' own names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from claims.folding import fold_mention
from claims.resolve.mentions import outlets
from claims.resolve.mentions.abbreviations import is_common
from claims.resolve.mentions.callings import is_calling, may_be_calling, without_calling
from claims.resolve.mentions.entities import MAKER, entities_of
from claims.resolve.mentions.name_kind import is_body_by_form
from claims.resolve.mentions.names import clean, generation, is_office, strip_title
from claims.resolve.mentions.organisations import bodies, firms
from claims.resolve.mentions.relays import relays
from claims.resolve.mentions.repeated import repeated
from claims.resolve.mentions.spot import Spot
from claims.resolve.mentions.whole_names import whole
from claims.rules.lists import listed, words
from claims.rules.patterns import MAX_WORDS, alternation
from claims.tokens import covering, text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from claims.model import Attribution

_CAP = r"[A-ZÀ-Þ][\w’'-]{0,60}\.?"
_TITLED = re.compile(
    r"\b(?:[A-Z][\w-]{0,60}\.? ){1,4}[A-Z][\w’'-]{1,60}(?: [A-Z][\w’'-]{1,60}){0,3}"
)
_PARTICLES = alternation(listed("names", "inner_particles", "romance_particles"))
_RUN_AT_END = re.compile(
    rf"(?<![\w’'])({_CAP}(?: (?:{_CAP}|{_PARTICLES}|el|[“\"]\w+[”\"])){{0,{MAX_WORDS}}} {_CAP})$"
)
_PARTS = re.compile(r"[^,(—–]+?(?=,| \(| [-–—]{1,2} | who |$)|(?<=, )[^,(—–]+?(?=,| \(|$)")
_FIRST = re.compile(r"(?<![\w’'-])[A-Z][a-zà-ÿ’'-]+$")
_ENDS = re.compile(r"(?![\w-])")
_GOES_ON = re.compile(r" [A-ZÀ-Þ][a-zß-ÿ]")
"""Rosaura Quintanilla| Vega"""
_OWNER = re.compile(r"['’]s?$")
_OWNED = re.compile(r"(?<=[A-Z]{3})['’]s (?=[A-Z])")
"""The outlet before its reporter's name: "BBX's Ann Loss"; a word that is no initialism may be a body's."""
_STOP = re.compile(r"([\w’'-]{1,60})\.(?= )")
_WORD = re.compile(r"[A-Z][\w’'-]{1,60}")
FIRST_NAME_CHARACTERS = 60
"""How far before a surname its first name may begin."""
SOURCE_CHARACTERS = 160
"""How much of a source is searched for the name that ends it."""


def find_spots(doc: Doc, attributions: Sequence[Attribution]) -> list[Spot]:
    """Every spot of a document, in no order; the same stretch may come twice."""
    text = text_of(doc)
    entities = [without_calling(text, spot) for spot in whole(doc, entities_of(doc))]

    rules = [*_titled(text), *_sources(text, attributions, entities)]
    named = [_behind(spot, entities) for spot in rules if not _glued(text, spot, entities)]
    return [
        *entities,
        *repeated(doc, entities),
        *(without_calling(text, spot) for spot in whole(doc, named)),
        *relays(text),
        *firms(text, entities),
        *bodies(text, entities),
    ]


def completed(doc: Doc, spots: Sequence[Spot], attributions: Sequence[Attribution]) -> list[Spot]:
    """Full names that the tagger missed, of people whom the text goes on to call by the surname
    alone."""
    text = text_of(doc)
    single, full = Counter[str](), set[str]()
    for spot in spots:
        name = strip_title(clean(text[spot.start : spot.end]))[1]
        name = name.rpartition(" ")[0] if generation(name) and " " in name else name
        if spot.kind == "person" and name:
            full.add(name.split()[-1]) if " " in name else single.update([name])
    single.update(2 * list(_alone(text, attributions)))
    out = []
    for surname in (s for s, n in single.items() if n > 1 and s not in full and s.isalpha()):
        if is_common(surname, doc):
            continue
        out += [
            Spot(start, end, "person")
            for start, end in _with_first(text, surname)
            if _is_first(doc, start)
        ]
    return list(whole(doc, out))


def _glued(text: str, spot: Spot, found: Sequence[Spot]) -> bool:
    """Whether a rule's name is a person's that was found by itself, with another name or what a person
    is beside it: "Angels GM Tony Reagins"."""
    over = [one for one in found if one.start < spot.end and spot.start < one.end]
    person = next((one for one in over if one.kind == "person"), None)
    if person is None or strip_title(clean(text[spot.start : spot.end]))[1] == clean(
        text[person.start : person.end]
    ):
        return False
    beside = f"{text[spot.start : person.start]} {text[person.end : spot.end]}"
    return len(over) > 1 or any(
        fold_mention(word) in _no_parts() or may_be_calling(word, text) for word in beside.split()
    )


def _behind(spot: Spot, found: Sequence[Spot]) -> Spot:
    """A titled name without the body that its title begins with: "Senate Majority Leader Ada Holm"."""
    ends = [one.end for one in found if one.start == spot.start and one.kind == "organisation"]
    after = max(ends, default=spot.start - 1) + 1
    return spot._replace(start=after) if after < spot.end else spot


@cache
def _no_parts() -> frozenset[str]:
    """Words that stand beside a person's name and are no part of it."""
    return (
        words("titles", "titles", "offices", "occupations")
        | words("nominals", "groups")
        | words("names", "not_names")
        | words("descriptions", "demonyms")
    )


def _with_first(text: str, surname: str) -> Iterator[tuple[int, int]]:
    """Where a surname stands behind a capitalised word."""
    taken = at = 0
    while (at := text.find(f" {surname}", at)) >= 0:
        first = _FIRST.search(text, max(taken, at - FIRST_NAME_CHARACTERS), at)
        at += len(surname) + 1
        if first and _ENDS.match(text, at) and not _GOES_ON.match(text, at):
            taken = at
            yield first.start(), at


def _alone(text: str, attributions: Sequence[Attribution]) -> set[str]:
    """Single capitalised words that speak: mostly surnames."""
    written = {clean(text[start:end]) for a in attributions for start, end in a.source[:1]}
    return {
        w
        for w in written
        if _WORD.fullmatch(w) and w.lower() not in text and not outlets.is_outlet(w)
    }


def _is_first(doc: Doc, start: int) -> bool:
    """Whether the word that begins at a position, before a surname, may be a first name."""
    text = text_of(doc)
    written = text[start : text.index(" ", start)]
    first = fold_mention(written)
    if first in words("titles", "titles") or first in words("names", "not_names"):
        return False
    if first in words("names", "male", "female", "either"):
        return True
    if is_calling(written, text):
        return False
    span = covering(doc, start, start + 1)
    proper = (
        span is not None and len(span) > 0 and span[0].tag_ == "NNP" and span[0].dep_ == "compound"
    )
    small = written.lower()
    return proper and not (small in text and re.search(rf"\b{re.escape(small)}\b", text))


_NO_TITLE = words("function_words", "articles") | {""}


def _titled(text: str) -> Iterator[Spot]:
    at = 0
    while match := _TITLED.search(text, at):
        stop = next(
            (s.end(1) for s in _STOP.finditer(match.group()) if not _abbreviates(s[1])), None
        )
        written = match.group()[:stop]
        at = match.start() + len(written)
        title, name = strip_title(written)
        if (
            title.casefold() not in _NO_TITLE
            and 1 <= len(name.split()) <= 4
            and not is_office(written)
            and not _body(name)
            and not outlets.is_outlet(written)
        ):
            yield Spot(match.start(), match.start() + len(written), "person")


def _abbreviates(word: str) -> bool:
    """Whether a full stop after a word ends no sentence: "Mr.", "Gen.", "J."."""
    return len(word) == 1 or fold_mention(word) in _abbreviations()


@cache
def _abbreviations() -> frozenset[str]:
    lists = (words("titles", group) for group in ("titles", "honorifics_male", "honorifics_female"))
    return frozenset(w for group in lists for w in group if len(w) < 6)


def _sources(
    text: str, attributions: Sequence[Attribution], entities: Sequence[Spot]
) -> Iterator[Spot]:
    """Who speaks is a person or a body, so a name that ends a source counts where the tagger missed
    it."""
    bodies = {(e.start, e.end) for e in entities if e.kind != "person"}
    for attribution in attributions:
        for start, end in attribution.source[:1]:
            for part in _PARTS.finditer(text, start, min(end, start + SOURCE_CHARACTERS)):
                main = _OWNER.sub("", part.group().rstrip())
                run = _RUN_AT_END.search(main)
                if run is None or " of " in main or " for " in main:
                    continue
                name = strip_title(clean(_OWNED.split(run.group(1))[-1]))[1]
                if maker := MAKER.match(name):
                    name = name[maker.end() :]
                at = part.start() + main.rfind(name)
                if maker or is_body_by_form(text, at, name):
                    yield Spot(at, at + len(name), "organisation")
                    continue
                if (
                    2 <= len(name.split()) <= 4
                    and (at, at + len(name)) not in bodies
                    and not _body(name)
                ):
                    yield Spot(at, at + len(name), "person")


def _body(name: str) -> bool:
    folded = fold_mention(name).split()
    nouns = words("nominals", "bodies", "body_words", "documents")
    return (
        outlets.is_outlet(name)
        or any(w in nouns for w in folded)
        or folded[-1] in words("nominals", "groups")
        or folded[0] in words("names", "not_names")
        or (len(folded[-1]) > 3 and folded[-1].isdigit())
    )
