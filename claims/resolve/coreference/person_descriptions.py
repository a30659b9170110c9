"""Which person a description stands for: "the minister", "Connecticut's tax commissioner". Bodies
do not belong here."""

from __future__ import annotations

import math
import re
from functools import cache

from claims.resolve.article.salience import Focus
from claims.resolve.mentions.head_noun import INDEFINITE
from claims.resolve.mentions.index import Index
from claims.resolve.mentions.names import acronym, fold
from claims.resolve.mentions.traits import Trait, one_form, trait_of
from claims.resolve.model import Guess
from claims.rules.lists import words

_STANDING = frozenset(
    {"candidate", "senator", "representative", "governor", "politician", "leader", "member"}
)
_PARTIES = frozenset({"republican", "democrat"})
_NAMELESS = re.compile(r"\b(?:unnamed|unidentified|anonymous|nameless|un-named)\b", re.IGNORECASE)
_LEAD = 450
"""Code points at the start of a text in which an undefined person is most likely introduced by name
soon after."""
_ENOUGH = 1.9


@cache
def _offices() -> frozenset[str]:
    """Nouns that describe a person wherever they stand in a title."""
    lists = (
        words("titles", "titles"),
        words("nominals", "women"),
        words("nominals", "men"),
        words("nominals", "anybody"),
    )
    return frozenset(one_form(w) for group in lists for w in group)


def described(phrase: str, noun: str, index: Index, at: int, focus: Focus) -> Guess | None:
    """The person whom the article itself describes so, None where it settles nobody."""
    want = trait_of(phrase)
    if want is None or not noun or _NAMELESS.search(phrase):
        return None
    want = Trait(one_form(noun), want.words | {one_form(noun)})
    undefined = bool(INDEFINITE.match(phrase)) or not re.match(
        r"(?:the|his|her|their|its|this|that)\b|[A-Z][\w.-]*['’]s", phrase, re.IGNORECASE
    )
    bare = not want.words - {want.head} and bool(
        INDEFINITE.match(phrase)
    )  # "a minister" is any of them
    if undefined and (at > _LEAD or bare):
        return None
    want = Trait(want.head, want.words | _spelt_out(phrase, index))
    values = {
        name: value
        for name in index.traits
        if (value := _value(name, want, index, at, undefined)) is not None
    }
    order = sorted(values, key=lambda n: (-values[n], n))
    if order and values[order[0]] >= _ENOUGH:
        margin = values[order[0]] - (values[order[1]] if len(order) > 1 else 0.0)
        reason = "The article gives the person this role."
        return Guess(
            order[0],
            "person",
            min(0.9, 0.5 + 0.2 * min(2.0, margin)),
            reason,
            order[1] if len(order) > 1 else None,
        )
    return None if undefined else _spoken_of(phrase, noun, want, index, at, focus)


def _spelt_out(phrase: str, index: Index) -> frozenset[str]:
    """The words of bodies that a phrase abbreviates, and the abbreviations of those it spells
    out."""
    runs = re.findall(r"[A-Z][\w]+(?: [A-Z][\w]+)+", phrase)
    short = {fold(acronym(run)) for run in runs}
    long = {
        w for a in re.findall(r"\b[A-Z]{2,6}\b", phrase) for w in fold(index.full(a)[0]).split()
    }
    return frozenset(short | long)


def _value(name: str, want: Trait, index: Index, at: int, undefined: bool) -> float | None:
    held = index.traits[name]
    everything = frozenset().union(*(t.words for t in held))
    asked, has = want.words & _PARTIES, everything & _PARTIES
    if asked and has and not asked & has:
        return None
    fit = max((_fit(t, want) for t in held), default=0.0)
    if fit < 1.5 and want.head in _STANDING and asked & has:
        fit = 1.9
    if fit <= 0:
        return None
    missing = want.words - everything - {want.head, "former", "top", "longtime", "own"}
    value = fit - 0.35 * len(missing) + 0.12 * min(3.0, index.weight(name))
    return value + _nearness(name, index, at, undefined)


def _fit(trait: Trait, want: Trait) -> float:
    """How well one description of a person fits the wanted one."""
    if want.head != trait.head and (want.head not in trait.words or want.head not in _offices()):
        return 0.0
    shared: float = len(trait.words & want.words) - 1
    other = len(trait.words - want.words) if len(want.words) == 1 else 0
    shared -= 0.6 * len({"former"} & (trait.words ^ want.words)) / 0.8
    lower = {"vice", "deputy", "assistant"} & (trait.words ^ want.words)
    return (
        2.0
        - 1.5 * len(lower)
        + (0.4 if trait.head == want.head else 0.0)
        + 0.8 * shared
        - 0.2 * min(3, other)
    )


def _nearness(name: str, index: Index, at: int, undefined: bool) -> float:
    before = next((m for m in index.before(at, 40) if m.name == name), None)
    after = next((m for m in index.after(at, 12) if m.name == name), None)
    value = math.exp(-(at - before.start) / 700) if before else 0.0
    if after and (undefined or not before):
        value = max(value, 0.9 * math.exp(-(after.start - at) / 700))
    if undefined and before and before.start < at - 60:
        value -= 0.8  # who was named before is not brought in as "a man" again
    return value


def _spoken_of(
    phrase: str, noun: str, want: Trait, index: Index, at: int, focus: Focus
) -> Guess | None:
    """The person in focus, where the noun fits anybody: "the woman", "the businessman", "the GOP
    candidate"."""
    if not re.match(r"the\b", phrase, re.IGNORECASE) or noun not in words("nominals", "anybody"):
        return None
    gender = (
        "f"
        if noun in words("nominals", "women")
        else "m"
        if noun in words("nominals", "men")
        else None
    )
    asked = want.words & _PARTIES
    found = _most_spoken_of(index, at, asked) if asked else focus.person(at, gender)
    if found is None:
        return None
    return found._replace(
        confidence=min(0.55, found.confidence - 0.15), reason="The person spoken of last who fits."
    )


def _most_spoken_of(index: Index, at: int, asked: frozenset[str]) -> Guess | None:
    """The person whom the article is most about, none of the other party: whom "the Republican
    nominee" takes up."""
    seen = dict.fromkeys(
        m.name for m in index.before(at, 400) if m.kind == "person" and index.people.known(m.name)
    )
    parties = {
        n: frozenset().union(*(t.words for t in index.traits.get(n, ()))) & _PARTIES for n in seen
    }
    fits = sorted(
        (n for n in seen if not parties[n] or parties[n] & asked), key=lambda n: -index.counts[n]
    )
    if not fits or index.counts[fits[0]] < 3:
        return None
    return Guess(fits[0], "person", 0.7, "", fits[1] if len(fits) > 1 else None)


def introduced(phrase: str, noun: str, index: Index, at: int, spoken: list[int]) -> Guess | None:
    """The named speaker whom a lead first brings in by office: "A former chairman says … Don Fowler
    told a paper"."""
    if (
        _NAMELESS.search(phrase)
        or at > _LEAD
        or noun not in words("titles", "offices")
        or len(phrase.split()) < 3
        or re.match(r"(?:two|three|some|several|many)\b", phrase)
    ):
        return None
    seen = {m.name for m in index.before(at + len(phrase))}
    for mention in index.after(at + len(phrase), 12):
        source = any(mention.start - 60 <= s <= mention.end for s in spoken)
        if (
            mention.kind == "person"
            and mention.name not in seen
            and " " in mention.name
            and source
            and mention.start - at < 900
        ):
            return Guess(
                mention.name,
                "person",
                0.55,
                "The first speaker named after a lead that gives the office alone.",
            )
    return None


_NEWCOMER = re.compile(r"an?\b|one\b", re.IGNORECASE)
_AGED = re.compile(r",? (?:\(?\d{1,3}\)?[,.]|aged \d|a \d{1,3}-year-old|who )")
_SOON = 500


def newcomer(phrase: str, noun: str, index: Index, at: int) -> Guess | None:
    """Whom a lead brings in as one of many and the next sentences name with an age: "A teacher …
    Dora Klem, 41, …"."""
    if (
        at > _LEAD
        or " " not in phrase
        or not _NEWCOMER.match(phrase)
        or noun in words("titles", "offices")
        or noun in words("nominals", "bodies")
    ):
        return None
    end = at + len(phrase)
    people = [m for m in index.after(end, 12) if m.kind == "person" and m.start < end + _SOON]
    seen = {m.name for m in index.before(end)}
    if (
        not people
        or people[0].name in seen
        or " " not in index.text[people[0].start : people[0].end]
    ):
        return None
    first = people[0]
    opens = bool(
        re.search(r"[.!?”\"]\s+(?:[A-Z]\w+ )?$", index.text[max(0, first.start - 20) : first.start])
    )
    if not opens or not _AGED.match(index.text, first.end):
        return None
    reason = "The lead brings in one person, whom the text then names with an age."
    return Guess(first.name, "person", 0.62, reason)
