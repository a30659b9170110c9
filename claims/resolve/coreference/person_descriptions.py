"""Which person a description stands for: "the minister", "Connecticut's tax commissioner". Bodies
do not belong here."""

from __future__ import annotations

import math
import re
from functools import cache

from claims.folding import fold_mention
from claims.resolve.article.salience import Focus
from claims.resolve.mentions.head_noun import INDEFINITE
from claims.resolve.mentions.index import Index
from claims.resolve.mentions.names import acronym
from claims.resolve.mentions.traits import Trait, is_short_office, one_form, spelt_out, trait_of
from claims.resolve.model import Guess
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation

_PARTIES = frozenset({"republican", "democrat"})
_ENDED = frozenset({"former", "ex"})
NAMELESS = re.compile(rf"\b(?:{alternation(listed('descriptions', 'nameless'))})\b", re.IGNORECASE)
_DEFINITE = re.compile(
    rf"(?:{alternation(listed('descriptions', 'definite'))})\b|[A-Z][\w.-]{{0,60}}['’]s",
    re.IGNORECASE,
)
LEAD_CHARACTERS = 450
"""How long the beginning of a text is in which an undefined person is most likely introduced by
name soon after."""
MIN_VALUE = 1.9
"""Below this value nobody fits a description well enough to be meant."""
FADING_CHARACTERS = 700
"""The distance over which nearness falls to 1/e."""
MENTIONS_BEFORE, MENTIONS_AFTER = 40, 12
"""How many mentions around a description are searched for a name."""
NEW_CHARACTERS = 60
"""How far back a name may stand of whom "a man" still brings in as new."""
IN_FOCUS = 0.6
"""From which the person spoken of is meant by a description with a party, sooner than whom the article is
most about."""
MENTIONS_OF_PARTY = 400
"""How many mentions before a description are weighed when it names a party."""


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
    if want is None or not noun or NAMELESS.search(phrase):
        return None
    want = spelt_out(Trait(one_form(noun), want.words | {one_form(noun)}))
    # "A minister" is any of them, and so is "an MP from Tarn".
    indefinite = bool(INDEFINITE.match(phrase))
    undefined = indefinite or not _DEFINITE.match(phrase)
    bare = indefinite and (not want.words - {want.head} or is_short_office(noun))
    if undefined and (at > LEAD_CHARACTERS or bare):
        return None
    want = Trait(want.head, want.words | _spelt_out(phrase, index))
    if guess := _fitting(want, index, at, undefined):
        return guess
    return None if undefined else _spoken_of(phrase, noun, want, index, at, focus)


def _fitting(want: Trait, index: Index, at: int, undefined: bool) -> Guess | None:
    """The person whose traits fit best, None where nobody's do well enough."""
    values = {
        name: value
        for name in index.traits
        if (value := _value(name, want, index, at, undefined)) is not None
    }
    order = sorted(values, key=lambda n: (-values[n], n))
    if not order or values[order[0]] < MIN_VALUE:
        return _only_deputy(want, index, at)
    margin = values[order[0]] - (values[order[1]] if len(order) > 1 else 0.0)
    confidence = min(0.9, 0.5 + 0.2 * min(2.0, margin))
    reason = "The article gives the person this role."
    runner_up = order[1] if len(order) > 1 else None
    return Guess(order[0], "person", confidence, reason, runner_up)


def _only_deputy(want: Trait, index: Index, at: int) -> Guess | None:
    """Whom the text has brought in before, where it names no other of the office; a deputy or an assistant only of
    those who go by the office: "Deputy Public Prosecutor Ada Holm … The prosecutor"."""
    if want.words != {want.head}:
        return None
    holders = {
        name
        for name, traits in index.traits.items()
        if any(want.head in (t.head, *(t.words & _offices())) for t in traits)
    }
    before = {m.name for m in index.before(at, MENTIONS_BEFORE) if m.name in holders}
    if len(holders) != 1 or not any(
        _goes_by(want.head, t) for n in before for t in index.traits[n]
    ):
        return None
    return Guess(before.pop(), "person", 0.6, "The only one of this office whom the article names.")


def _goes_by(office: str, trait: Trait) -> bool:
    """Whether a description makes somebody who is called by an office alone."""
    if office not in (trait.head, *trait.words) or trait.words & _ENDED:
        return False
    rows = (row.split() for row in listed("descriptions", "called_without_rank"))
    customary = any({*map(one_form, row)} <= trait.words for row in rows)
    return customary or not trait.words & words("descriptions", "lower_ranks")


def _left_office(office: str, traits: list[Trait]) -> bool:
    """Whether the text gives somebody an office only as one that has ended."""
    held = [t for t in traits if office in (t.head, *t.words)]
    return office in words("titles", "offices") and all(t.words & _ENDED for t in held)


def _spelt_out(phrase: str, index: Index) -> frozenset[str]:
    """The words of bodies that a phrase abbreviates, and the abbreviations of those it spells
    out."""
    runs = re.findall(r"[A-Z][\w]{1,60}(?: [A-Z][\w]{1,60})+", phrase)
    short = {fold_mention(acronym(run)) for run in runs}
    long = {
        w
        for a in re.findall(r"\b[A-Z]{2,6}\b", phrase)
        for w in fold_mention(index.full(a)[0]).split()
    }
    return frozenset(short | long)


def _value(name: str, want: Trait, index: Index, at: int, undefined: bool) -> float | None:
    traits = index.traits[name]
    everything = frozenset().union(*(t.words for t in traits))
    asked, has = want.words & _PARTIES, everything & _PARTIES
    if asked and has and not asked & has:
        return None
    fit = max((_fit(t, want) for t in traits), default=0.0)
    if fit < 1.5 and want.head in words("descriptions", "standing") and asked & has:
        fit = 1.9
    if fit <= 0 or (want.words == {want.head} and _left_office(want.head, traits)):
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
    before = next((m for m in index.before(at, MENTIONS_BEFORE) if m.name == name), None)
    after = next((m for m in index.after(at, MENTIONS_AFTER) if m.name == name), None)
    value = math.exp(-(at - before.start) / FADING_CHARACTERS) if before else 0.0
    if after and (undefined or not before):
        value = max(value, 0.9 * math.exp(-(after.start - at) / FADING_CHARACTERS))
    if undefined and before and before.start < at - NEW_CHARACTERS:
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
    guess = focus.person(at, gender)
    if asked and not (
        guess and guess.confidence > IN_FOCUS and _of_party(guess.name, asked, index)
    ):
        guess = _most_spoken_of(index, at, asked)
    if guess is None:
        return None
    return guess._replace(
        confidence=min(0.55, guess.confidence - 0.15), reason="The person spoken of last who fits."
    )


def _of_party(name: str, asked: frozenset[str], index: Index) -> bool:
    """Whether the text gives a person no other party than the one asked for."""
    held = frozenset().union(*(t.words for t in index.traits.get(name, ()))) & _PARTIES
    return not held or bool(held & asked)


def _most_spoken_of(index: Index, at: int, asked: frozenset[str]) -> Guess | None:
    """The person whom the article is most about, none of the other party: whom "the Republican
    nominee" takes up."""
    seen = dict.fromkeys(
        m.name
        for m in index.before(at, MENTIONS_OF_PARTY)
        if m.kind == "person" and index.people.is_person(m.name)
    )
    fits = sorted((n for n in seen if _of_party(n, asked, index)), key=lambda n: -index.counts[n])
    if not fits or index.counts[fits[0]] < 3:
        return None
    return Guess(fits[0], "person", 0.7, "", fits[1] if len(fits) > 1 else None)
