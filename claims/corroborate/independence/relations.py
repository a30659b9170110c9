"""How two origins stand to each other and why; counting them stands in interval.py."""

from __future__ import annotations

from rapidfuzz.distance import OSA

from claims.corroborate.independence.common_bodies import one_body
from claims.corroborate.independence.origins import Source
from claims.rules.lists import words
from claims.rules.vocabulary import Relation

Related = tuple[Relation, str]
"""A relation with its reason as a phrase."""
MAX_OTHER_LETTERS = 1
"""Of two surnames behind one initial, by which the press may have spelled one in two ways (opal, oppal)."""
MIN_FORM_LETTERS = 4
"""Of a word of a name, from which a longer one that begins with it is a form of it."""
MIN_SHARED_WORDS = 0.6
"""Of the shorter name's words, from which two names may be one body's."""


OWN_EYES = "one tells what he saw himself"


def relate(a: Source, b: Source, witness: bool = False) -> Related:
    """Same, different or undetermined, with the reason as a phrase; witness says that of a person and what
    is no person the person tells what he saw himself."""
    if a.origin.key == b.origin.key:
        return "same", "one origin"
    if body := one_body(a, b):
        return "same", f"both are the {body} of one story"
    if not a.names or not b.names:
        return "undetermined", "a source without a name may be anybody"
    shared = (a.names | a.bodies) & (b.names | b.bodies)
    if shared:
        return "same", f"both speak for or as {min(shared)}"
    if _campaign(a, b) or _campaign(b, a):
        return "same", "a campaign or office and its own head"
    if {a.kind, b.kind} == {"person"} and _persons(a, b)[0] == "same":
        return _persons(a, b)
    if any(
        set(x.split()) <= set(y.split()) or set(y.split()) <= set(x.split())
        for x in a.names
        for y in b.names
    ):
        return "undetermined", "one name is part of the other"
    if a.names & b.relays or b.names & a.relays:
        return "undetermined", "one passed the other's words on"
    leaning = {"joint", "outlet"} & {a.kind, b.kind} or _outlet(a) or _outlet(b)
    if witness and (a.kind == "person") != (b.kind == "person") and not leaning:
        return "different", OWN_EYES
    return _by_kind(a, b)


def _campaign(body: Source, person: Source) -> bool:
    """Whether the body is named after the person."""
    last_names = {name.split()[-1] for name in person.names} if person.kind == "person" else set()
    body_words = {word for name in body.names | body.bodies for word in name.split()}
    return bool(body_words & words("origins", "campaigns")) and bool(body_words & last_names)


def _by_kind(a: Source, b: Source) -> Related:
    kinds = {a.kind, b.kind}
    if "outlet" in kinds or _outlet(a) or _outlet(b):
        return "undetermined", "an outlet may rely on the same source"
    if "state" in kinds and kinds != {"state"}:
        return "undetermined", "the one may speak for the state"
    if kinds & {"document", "joint"}:
        return "undetermined", "a document may be the ground of the other, or share a party with it"
    if kinds == {"person"}:
        return _persons(a, b)
    if kinds in ({"body"}, {"state"}):
        return _bodies(a, b)
    person = a if a.kind == "person" else b
    if person.bodies:
        return "different", "a person of another body"
    return "undetermined", "the person may belong to the body"


def _outlet(source: Source) -> bool:
    """Whether a body is an outlet by its name."""
    return source.kind == "body" and any(
        word in words("origins", "outlet_words") for name in source.names for word in name.split()
    )


def _bodies(a: Source, b: Source) -> Related:
    if a.kind == "state":
        return "different", "two states of different names"
    left, right = ({word for name in s.names for word in name.split()} for s in (a, b))
    left, right = left - words("origins", "of_names"), right - words("origins", "of_names")
    shorter, longer = sorted((left, right), key=len)
    shared = sum(any(_one_word(x, y) for y in longer) for x in shorter)
    if shared >= MIN_SHARED_WORDS * len(shorter):
        return "undetermined", "two names that share most of their words"
    return "different", "two bodies of different names"


def _one_word(left: str, right: str) -> bool:
    """Whether two words of names are one, or forms of one ("India", "Indian")."""
    return left == right or (
        min(len(left), len(right)) >= MIN_FORM_LETTERS
        and (left.startswith(right) or right.startswith(left))
    )


def _without_initials(name: list[str]) -> list[str]:
    return [word for word in name if len(word) > 1 and word not in words("origins", "generations")]


def _generation(name: list[str]) -> set[str]:
    return set(name) & words("origins", "generations")


def _one_spelling(left: list[str], right: list[str]) -> bool:
    """Whether the last words of two names may be one surname."""
    if not left or not right:
        return False
    return bool(OSA.distance(left[-1], right[-1]) <= MAX_OTHER_LETTERS)


def _persons(a: Source, b: Source) -> Related:
    left, right = (min(source.names).split() for source in (a, b))
    left_whole, right_whole = _without_initials(left), _without_initials(right)
    if left_whole == right_whole and _generation(left) != _generation(right):
        return "undetermined", "one name, which a father and a son may bear"
    if len(left) > 1 and len(right) > 1 and left_whole == right_whole:
        return "same", "one name but for an initial"
    if len(left) < 2 or len(right) < 2:
        # "the senator", "she" or a bare surname may be anybody: to count them apart would make
        # independence up
        return "undetermined", "one is known by a part of the name alone"
    if left_whole[-1:] == right_whole[-1:]:
        return "undetermined", "two of one surname, of whom one may tell it for the other"
    if left[0][0] == right[0][0] and _one_spelling(left_whole, right_whole):
        return "undetermined", "two forms that may be one name"
    if set(left_whole) <= set(right_whole) or set(right_whole) <= set(left):
        return "undetermined", "one name is part of the other"
    return "different", "two persons of different names"
