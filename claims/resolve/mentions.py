"""The index of the names in an article: who is mentioned where, and under which fullest name. No pronouns here."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from claims.resolve import media
from claims.resolve.lexicon import words
from claims.resolve.names import acronym, clean, fold, gender_of, parts_of, strip_title

if TYPE_CHECKING:
    from spacy.tokens import Doc

_TITLED = re.compile(r"\b(?:[A-Z][\w-]*\.? ){1,4}[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}")
_LABELS = {"PERSON": "person", "ORG": "organisation", "GPE": "state"}
_MODIFIED = re.compile(
    r"\b(?:told|to|by|citing|with) (?:the )?(?:state|government|party)[- ](?:run|owned|controlled|backed) (?:\w+ )??"
    r"((?:[A-Z][\w&-]*)(?: [A-Z][\w&-]*)*)|(?:told|to|by|with) the ((?:[A-Z][\w&-]*)(?: [A-Z][\w&-]*)*) "
    r"(?:newspaper|daily|magazine|website|news agency)"
)
_TOLD = re.compile(r"\b(?:told|on|to|by|with|citing|via) (?:the )?([A-Z][\w&-]*(?: [A-Z][\w&-]*){0,3})")


class Mention(NamedTuple):
    """One name in the text, under its fullest form."""

    start: int
    end: int
    name: str
    kind: str
    subject: bool
    possessive: bool


class Index:
    """The names of an article, looked up by any of their parts."""

    def __init__(self, doc: Doc) -> None:
        self.text = doc.text
        self.outlets = {clean(a or b) for a, b in _MODIFIED.findall(self.text)}
        self.gender: dict[str, str] = {}
        self.titles: dict[str, set[str]] = defaultdict(set)
        self._full: Counter[str] = Counter()
        self._kinds: dict[str, str] = {}
        self._parts: dict[str, Counter[str]] = defaultdict(Counter)
        self._orgs: dict[str, str] = {}
        raw = [*_entities(doc), *_titled(self.text), *self._relays()]
        head = self.text.find("\n\n", 0, 250)
        if self.text[:head].rstrip().endswith((".", "!", "?", "”", '"')):
            head = -1  # a first paragraph, no headline
        for start, end, kind in raw:
            if start < head and self.text.find(self.text[start:end], head) < 0:
                continue  # title case in a headline runs names and verbs together
            self._learn(self.text[start:end], kind)
        self.mentions = self._place(doc, raw)
        self.starts = [m.start for m in self.mentions]

    def _relays(self) -> list[tuple[int, int, str]]:
        spans = [m.span(1 if m.group(1) else 2) for m in _MODIFIED.finditer(self.text)]
        told = (m.span(1) for m in _TOLD.finditer(self.text) if media.is_outlet(m.group(1)))
        return [(start, end - self.text[start:end].endswith("."), "outlet") for start, end in (*spans, *told)]

    def known_person(self, name: str) -> bool:
        """Whether more than the tagger's word says that the name is a person's."""
        return name in self._full or name in self.gender or name in self.titles

    def is_outlet(self, name: str) -> bool:
        """Whether the article or the list of media takes the name for an outlet."""
        return clean(name) in self.outlets or media.is_outlet(name)

    def _learn(self, written: str, kind: str) -> None:
        title, name = strip_title(clean(written))
        if not name or fold(name) in words("names", "not_names"):
            return
        if self.is_outlet(clean(written)):
            self._add_org(clean(written), "outlet")
        elif kind == "person" or (title and len(name.split()) > 1 and len(name.split()) < 4):
            self._add_person(title, name)
        else:
            self._add_org(clean(written), kind)

    def _add_person(self, title: str, name: str) -> None:
        parts = parts_of(name)
        if not parts or len(parts) > 5 or not name[0].isupper() or re.match(r"[RD]-", name):
            return
        if parts[0] in words("names", "particles"):
            return
        if len(parts) > 1:
            self._full[name] += 1
            self._kinds[name] = "person"
            for part in {parts[0], parts[-1]}:
                self._parts[part][name] += 1
        if title:
            self.titles[name].add(fold(title))
        gender = gender_of(title, name)
        if gender:
            self.gender.setdefault(name, gender)

    def _add_org(self, name: str, kind: str) -> None:
        self._kinds.setdefault(name, kind)
        self._orgs.setdefault(fold(name), name)
        if len(name.split()) > 1:
            self._orgs.setdefault(fold(acronym(name)), name)
            self._orgs.setdefault(fold(name.split()[0]), name)
            if kind == "outlet":
                self._orgs.setdefault(fold(name.split()[-1]), name)

    def full(self, written: str, kind: str | None = None) -> tuple[str, str]:
        """The fullest name that the article gives for a written one, and the kind of its bearer."""
        whole = clean(written)
        title, name = strip_title(whole)
        parts = parts_of(name)
        if self.is_outlet(whole):
            found = self._orgs.get(fold(whole), whole)
            return (found, "outlet") if self._kinds.get(found) == "outlet" else (whole, "outlet")
        if fold(whole) in self._orgs and self._kinds.get(whole) != "state" and not self._parts.get(fold(name)):
            best = self._orgs[fold(whole)]
            return best, self._kinds.get(best, "organisation")
        people = self._people(title, parts)
        if people:
            return people, "person"
        return (name if kind == "person" or title else whole), self._kinds.get(whole, kind or "person")

    def _people(self, title: str, parts: list[str]) -> str | None:
        if not parts:
            return None
        options = self._parts.get(parts[-1]) or (self._parts.get(parts[0]) if len(parts) == 1 else None)
        if not options:
            return None
        fits = [n for n in options if len(parts) == 1 or set(parts) <= set(parts_of(n)) or parts_of(n)[0] == parts[0]]
        want = gender_of(title, "")
        fits = [n for n in fits if not want or self.gender.get(n) in (None, want)]
        return max(fits, key=lambda n: (options[n], len(n)), default=None)

    def _place(self, doc: Doc, raw: list[tuple[int, int, str]]) -> list[Mention]:
        out: dict[int, Mention] = {}
        for start, end, kind in raw:
            written = self.text[start:end]
            if fold(clean(written)) in words("names", "not_names") or not clean(written):
                continue
            name, kind = self.full(written, kind)
            span = doc.char_span(start, end, alignment_mode="expand")
            subject = span is not None and span.root.dep_ in ("nsubj", "nsubjpass")
            owner = written.endswith(("'s", "’s")) or self.text[end : end + 2] in ("'s", "’s", "’ ")
            old = out.get(start)
            if old is None or old.end < end:
                out[start] = Mention(start, end, name, kind, subject, owner)
        return [out[k] for k in sorted(out)]

    def before(self, position: int, reach: int = 60) -> list[Mention]:
        """The mentions before a position, the nearest first, at most so many."""
        at = bisect_left(self.starts, position)
        return self.mentions[max(0, at - reach) : at][::-1]

    def inside(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin in a stretch."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def _entities(doc: Doc) -> list[tuple[int, int, str]]:
    out = []
    for ent in doc.ents:
        kind = _LABELS.get(ent.label_)
        if kind and "\n" not in ent.text and any(c.isupper() for c in ent.text):
            out.append((ent.start_char, ent.end_char, kind))
    return out


def _titled(text: str) -> list[tuple[int, int, str]]:
    out = []
    for match in _TITLED.finditer(text):
        title, name = strip_title(match.group())
        if title and 1 <= len(name.split()) <= 4 and not media.is_outlet(match.group()):
            out.append((match.start(), match.end(), "person"))
    return out
