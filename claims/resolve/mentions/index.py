"""The index of the names in an article: who is mentioned where, and under which fullest name. No
pronouns here."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claims.folding import fold_mention
from claims.model import Span
from claims.resolve.mentions import outlets
from claims.resolve.mentions.abbreviations import is_common
from claims.resolve.mentions.bearers import settled
from claims.resolve.mentions.bodies import Bodies
from claims.resolve.mentions.callings import called_person
from claims.resolve.mentions.couples import couples
from claims.resolve.mentions.find import completed, find_spots
from claims.resolve.mentions.mention import Mention as Mention
from claims.resolve.mentions.name_kind import (
    again,
    bodily,
    has_first_name,
    role,
    role_before,
    title_case,
)
from claims.resolve.mentions.names import clean, is_office, strip_title, without_honours
from claims.resolve.mentions.organisations import institutions
from claims.resolve.mentions.people import People
from claims.resolve.mentions.relays import modified
from claims.resolve.mentions.spot import Spot
from claims.resolve.mentions.traits import Trait, around
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation
from claims.tokens import text_of
from claims.turns.names import is_part

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from claims.model import Attribution


_KIN = re.compile(rf"\b({alternation(listed('kin', 'men', 'women'))}),? $")
_BEFORE_PLACE = alternation(listed("function_words", "place_openers"))
HEADLINE_CHARACTERS = 250
"""A first line that is longer is no headline."""
KIN_CHARACTERS = 20
"""How far before a name a word for a relative may begin."""


class Index:
    """The names of an article, looked up by any of their parts."""

    def __init__(self, doc: Doc, attributions: Sequence[Attribution] = ()) -> None:
        self.doc, self.text = doc, text_of(doc)
        self.outlets = modified(self.text)
        self.peoples = {fold_mention(ent.text) for ent in doc.ents if ent.label_ == "NORP"} - {
            fold_mention(o) for o in self.outlets
        }
        self.people = People()
        self.bodies = Bodies()
        self.traits: dict[str, list[Trait]] = defaultdict(list)
        self._labels: dict[str, Counter[str]] = defaultdict(Counter)
        raw = self._outside_headline(find_spots(doc, attributions))
        raw += completed(doc, raw, attributions)
        raw = [spot for spot in raw if not is_part(self.text, Span(spot.start, spot.end))]
        for spot in raw:
            self._learn(spot)
        for given, family in couples(self.text):
            self.people.add("", f"{given} {family}", self.text)
        for start, end in institutions(self.text):
            self.bodies.add_institution(self.text[start:end])
            raw.append(Spot(start, end, "organisation"))
        self.people.close(self.text)
        self.mentions = settled(self.text, self._place(doc, raw), self.people)
        self.starts = [m.start for m in self.mentions]
        self.of_name: dict[str, list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            self.of_name[mention.name].append(mention)
        self.counts = Counter({name: len(mentions) for name, mentions in self.of_name.items()})
        self._describe(doc)

    def _outside_headline(self, spots: list[Spot]) -> list[Spot]:
        """Title case in a headline runs names and verbs together, so a headline teaches no name of
        its own."""
        text = self.text
        head = text.find("\n", 0, HEADLINE_CHARACTERS)
        if head < 0 or not title_case(text[:head]):
            return spots
        body = text[head:]
        return [s for s in spots if s.start >= head or again(text[s.start : s.end], s.kind, body)]

    def is_outlet(self, name: str) -> bool:
        """Whether the article or the list of media takes the name for an outlet."""
        return clean(name) in self.outlets or outlets.is_outlet(name)

    def _learn(self, spot: Spot) -> None:
        written = clean(self.text[spot.start : spot.end])
        title, name = strip_title(written)
        office = spot.kind != "outlet" and is_office(written)  # a paper may be a Leader
        if not name or fold_mention(name) in words("names", "not_names") or office:
            return
        if self.is_common(written):
            return
        self._labels[fold_mention(written)][spot.kind] += 1
        parts = len(name.split())
        before = role_before(self.text, spot.start)
        person = not bodily(name, has_first_name(name) and (spot.kind == "person" or bool(title)))
        if self.is_outlet(written):
            self.bodies.add(written, "outlet")
        elif (
            spot.kind == "organisation"
            and not title
            and (
                has_first_name(name, before) or called_person(self.text, spot.start, spot.end, name)
            )
        ):
            self.people.add(before, name, self.text)
        elif person and (spot.kind == "person" or (title and 1 < parts < 4)):
            self.people.add(title, name, self.text)
        else:
            self.bodies.add(written, "organisation" if spot.kind == "person" else spot.kind)

    def full(self, written: str, kind: str | None = None) -> tuple[str, str]:
        """The fullest name that the article gives for a written one, and the kind of its bearer."""
        whole = clean(written)
        title, name = strip_title(whole)
        if self.is_outlet(whole):
            full = self.bodies.full(whole)
            return full if full and self.bodies.kinds.get(full) == "outlet" else whole, "outlet"
        labels = (
            self._labels[fold_mention(whole)] if fold_mention(whole) in self._labels else Counter()
        )
        name = name if bodily(whole) else without_honours(name)
        person = self.people.find(title, name, self.text)
        if person and labels["state"] > labels["person"] and not title and self._is_place(whole):
            person = None
        if person:
            return person, "person"
        near = self.people.misspelt(name) if labels["organisation"] + labels["state"] < 3 else None
        if near:
            return near, "person"
        if kind == "state" and self.bodies.kinds.get(whole) == "state":
            return whole, "state"  # a city is not its team
        if body := self.bodies.full(whole):
            return body, self.bodies.kinds.get(body, "organisation")
        kind = self.bodies.kinds.get(whole, kind or ("organisation" if bodily(whole) else "person"))
        return (name if kind == "person" or title else whole), kind

    def _generic(self, written: str) -> bool:
        """Whether a capitalised run names an office or a kind of body, and nobody: "Prime
        Minister", "The Trust", "MP"."""
        if self.is_common(written):
            return True
        if is_office(written):
            return self.people.find("", written) is None
        return fold_mention(written) in words("nominals", "formal_bodies")

    def is_common(self, written: str) -> bool:
        """Whether a name is an abbreviation that names nobody here: "an MP", not one that a body is called by."""
        return is_common(clean(written), self.doc) and not self.bodies.full(clean(written))

    def _is_place(self, name: str) -> bool:
        pattern = rf"\b(?:{_BEFORE_PLACE}) {re.escape(name)}\b"
        return f" {name}" in self.text and bool(re.search(pattern, self.text))

    def _place(self, doc: Doc, raw: list[Spot]) -> list[Mention]:
        best: dict[int, Spot] = {}
        for spot in raw:
            written = clean(self.text[spot.start : spot.end])
            if (
                not written
                or fold_mention(written) in words("names", "not_names")
                or (spot.kind != "outlet" and self._generic(written))
            ):
                continue
            old = best.get(spot.start)
            if old is None or old.end < spot.end:
                best[spot.start] = spot
        out: list[Mention] = []
        for start in sorted(best):
            spot = best[start]
            if out and start < out[-1].end:
                if spot.end <= out[-1].end:
                    continue
                out.pop()
                start = min(start, spot.start)
            name, kind = self.full(self.text[spot.start : spot.end], spot.kind)
            out.append(Mention(start, spot.end, name, kind, role(doc, self.text, start, spot.end)))
        return out

    def _describe(self, doc: Doc) -> None:
        for mention in self.mentions:
            if mention.kind == "person":
                if kin := _KIN.search(
                    self.text, max(0, mention.start - KIN_CHARACTERS), mention.start
                ):
                    self.people.gender.setdefault(
                        mention.name, "m" if kin[1] in words("kin", "men") else "f"
                    )
                title = strip_title(clean(self.text[mention.start : mention.end]))[0]
                end = mention.end - (
                    2 if self.text[mention.start : mention.end].endswith(("'s", "’s")) else 0
                )
                self.traits[mention.name].extend(around(doc, self.text, mention.start, end, title))
                self._share_office(mention)

    def _share_office(self, mention: Mention) -> None:
        """Gives a counterpart the office of whoever was named before: "his Malorian counterpart, Ada Holm"."""
        counterparts = words("descriptions", "counterparts")
        like = next((t for t in self.traits[mention.name] if t.head in counterparts), None)
        owner = next((m for m in self.before(mention.start) if m.kind == "person"), None)
        if like is None or owner is None or owner.name == mention.name:
            return
        office = next(
            (t for t in self.traits[owner.name] if t.head in words("titles", "offices")), None
        )
        if office:
            self.traits[mention.name].append(
                Trait(office.head, like.words - {like.head} | {office.head})
            )

    def weight(self, name: str) -> float:
        """How much of the article is about a name: 0 for one mention, more for many."""
        return math.log(max(1, self.counts[name]))

    def before(self, position: int, count: int = 60) -> list[Mention]:
        """The mentions before a position, the nearest first, at most so many."""
        at = bisect_left(self.starts, position)
        return self.mentions[max(0, at - count) : at][::-1]

    def after(self, position: int, count: int = 20) -> list[Mention]:
        """The mentions from a position on, the nearest first, at most so many."""
        at = bisect_left(self.starts, position)
        return self.mentions[at : at + count]

    def inside(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin in a stretch."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def covering(self, position: int) -> Mention | None:
        """The mention that a position lies in."""
        at = bisect_left(self.starts, position + 1) - 1
        mention = self.mentions[at] if at >= 0 else None
        return mention if mention and mention.end > position else None
