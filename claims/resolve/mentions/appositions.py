"""Names that stand after what somebody is: an office before its holder, a group that calls itself
something."""

from __future__ import annotations

import re
from collections.abc import Callable

from claims.folding import fold_mention
from claims.resolve.mentions.head_noun import noun_of
from claims.resolve.mentions.names import clean, is_office, strip_title, without_honours
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation

_PARTICLES = alternation(listed("names", "inner_particles", "romance_particles"))
_DETERMINERS = alternation(listed("function_words", "articles", "owners"))
_WORD = rf"(?:[A-ZÀ-Þ][\w’'-]{{0,60}}\.?|{_PARTICLES}|ibn|binti|[“\"]\w+[”\"])"
_NAME = re.compile(rf"[A-ZÀ-Þ][\w’'-]{{0,60}}\.?(?: {_WORD})*")
_DESCRIBED = re.compile(
    rf"(?:{_DETERMINERS}|{alternation(listed('descriptions', 'before_described'))})(?: [a-z][\w-]{{0,60}}){{1,4}}"
    rf" ({_NAME.pattern})"
)
_SELF = re.compile(
    rf"\b(?:(?:{alternation(listed('organisations', 'calling'))}) (?:it|them|him|her)sel(?:f|ves)"
    rf"|(?:{alternation(listed('organisations', 'styling'))}) (?:it|them)sel(?:f|ves)"
    rf"|{alternation(listed('organisations', 'known_as'))})"
    r" (?:the )?[“\"‘]?([A-Z][\w’'-]{0,60}(?: (?:of |for |the )*[A-Z][\w’'-]{0,60})*)"
)
_RELATIVE = re.compile(
    rf"(?:(?i:{alternation(listed('function_words', 'owners'))})|[A-ZÀ-Þ][\w’'-]{{0,60}}['’]s) "
    r"(?:[a-z][\w-]{0,60} ){0,2}"
    rf"(?:{alternation(listed('kin', 'men', 'women', 'close'))}),? ([A-ZÀ-Þ][\w’'-]{{1,60}})"
)
_ONE_OF_MANY = re.compile(
    rf"(?:{_DETERMINERS}|{alternation(listed('descriptions', 'one_of_many'))})\b", re.IGNORECASE
)
_ONE_PERSON = re.compile(
    rf"(?:{_DETERMINERS}) (?:[a-z][\w-]{{0,60}} ){{0,2}}[a-z][\w-]{{1,60}}", re.IGNORECASE
)
"""the guard|, Ada Holm: what no list of offices has"""
_FIELD = re.compile(rf" (?:{alternation(listed('function_words', 'field_openers'))})\b")
_BODIES = re.compile(r"([Tt]he [^,]+) and (the [^,]+)")


def self_named(text: str, length: int) -> str | None:
    """ "Black Lantern" of "a group calling itself Black Lantern", whose source is so long."""
    own_name = _SELF.search(text)
    if own_name is None or own_name.start() > length + 1:
        return None
    return own_name[1] if re.match(r"(?:an?|the)\b", text, re.IGNORECASE) else None


def holder(bare: str, is_person: Callable[[str], bool]) -> str | None:
    """The name after the comma of an office that comes first, None where what comes first is a
    name.

    Anybody brought in as one of many has the name too, where it is surely a person's: "One
    passenger, the schoolteacher Bram Oster".
    """
    office, _, rest = bare.partition(", ")
    named = _named_after(rest) if rest else None
    if named is None or _body(named):
        return None
    if _is_office_phrase(office):
        return (
            named
            if _NAME.fullmatch(re.split(_CUT, rest)[0].strip(" ,")) or is_person(named)
            else None
        )
    one_of_many = _ONE_OF_MANY.match(office) or _ONE_PERSON.fullmatch(office)
    return named if one_of_many and not _bodily(office) and is_person(named) else None


def relative(bare: str) -> str | None:
    """The given name behind a relative of somebody: "his daughter, Lies", "her husband Per"."""
    match = _RELATIVE.fullmatch(bare)
    return match[1] if match else None


_TITLED = re.compile(r"^the (?=[A-Z])")
"""the |Rt Rev Ada Holm"""
_CUT = r", | \(| who | of the "


def _named_after(rest: str) -> str | None:
    """The name of two to five words that the first part behind a comma is or ends in."""
    part = _TITLED.sub("", re.split(_CUT, rest)[0].strip(" ,"))
    described = None if _NAME.fullmatch(part) else _DESCRIBED.fullmatch(part)
    if not (described or _NAME.fullmatch(part)):
        return None
    name = without_honours(strip_title(clean(described[1] if described else part))[1])
    return name if 2 <= len(name.split()) <= 5 and not is_office(name) else None


def _is_office_phrase(office: str) -> bool:
    noun = noun_of(office)
    offices = words("titles", "offices", "occupations", "with_a_place")
    cut = _FIELD.split(office, maxsplit=1)[0].split()
    told = noun in offices or bool(cut and fold_mention(cut[-1]) in offices)
    first = fold_mention(office.split()[0]) if office.split() else ""
    return told and first not in words("names", "male", "female")


def _body(name: str) -> bool:
    return any(w in words("nominals", "bodies", "body_words") for w in fold_mention(name).split())


def two_bodies(bare: str) -> tuple[str, str] | None:
    """The two parts of "the Food Authority and the health ministry", None where a part is no
    body."""
    both = _BODIES.fullmatch(bare)
    if not both or " and " in both[1] or " and " in both[2]:
        return None
    return (both[1], both[2]) if all(_bodily(p) for p in both.groups()) else None


def _bodily(phrase: str) -> bool:
    folded = fold_mention(re.sub(r"\b[Tt]he ", "", phrase)).split()
    nouns = words("nominals", "bodies", "formal_bodies") | {"front"}
    return noun_of(phrase) in nouns or any(w in nouns for w in folded)
