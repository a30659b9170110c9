"""Sources without a name: unnamed people with their number and principal, classes of people. No
names here."""

from __future__ import annotations

import re

from claims.folding import fold_mention
from claims.model import Speaker, SpeakerKind
from claims.resolve.mentions.head_noun import INDEFINITE, noun_of
from claims.resolve.mentions.index import Index
from claims.resolve.mentions.names import clean
from claims.rules.lists import listed, words
from claims.rules.patterns import MAX_WORDS, alternation

_NUMBERS = {word: number for number, word in enumerate(listed("numbers", "from_two"), 2)} | {
    noun: int(number) for noun, number in map(str.split, listed("numbers", "collectives"))
}
MAX_COUNT = 499
"""The greatest number of people that is taken for a count of speakers."""
_COUNT = re.compile(
    rf"^(?:(?:{alternation(listed('descriptions', 'before_count'))}) )*"
    rf"({alternation(_NUMBERS)}|\d{{1,3}})\b(?!,\d|%| ?percent|-year)",
    re.IGNORECASE,
)
_SEVERAL = alternation(listed("descriptions", "several_as_one"))
_ONE = re.compile(rf"^(?:an?|one|another|the)\b(?! (?:{_SEVERAL}))", re.IGNORECASE)
_SEVERAL_AS_ONE = re.compile(rf"(?:an?|the) (?:{_SEVERAL}|series)\b", re.IGNORECASE)
_BODY = rf"([A-Z][\w.&-]{{0,60}}(?: (?:of |for |and )?[A-Z][\w.&-]{{0,60}}){{0,{MAX_WORDS}}})"
_BODY_BEFORE = re.compile(
    rf"\b{_BODY}(?:['’]s?)? (?:[a-z-]+ ){{0,3}}"
    rf"(?:spokes\w+|{alternation(listed('roles', 'staff', 'staff_of_body'))})"
)
_BODY_AFTER = re.compile(
    rf"(?:{alternation(listed('function_words', 'prepositions'))}) (?:the |his |her )?{_BODY}"
)
_FOR_BODY = re.compile(
    r"(?<!familiar )(?<!close )(?<!privy )"
    rf"(?:from|{alternation(listed('function_words', 'holding'))}) "
    rf"(the (?!{alternation(listed('descriptions', 'matters'))})[a-z][\w -]{{2,40}}?)"
    r"(?=,| who| and | with | in |$)"
)
_OPENING = re.compile(
    rf"^(?:{alternation(listed('descriptions', 'capitalised_openings'))}) (?=[a-z])"
)
_OF_PERSON = re.compile(r" (campaign|administration|foundation)\b")
_TWO_DESCRIPTIONS = re.compile(r"(?:the|an?|his|her) (.+?) and (.+)$", re.IGNORECASE)
_DETERMINERS = alternation(listed("function_words", "articles", "owners"))
_ANOTHER = re.compile(
    rf"(?:{_DETERMINERS}|{alternation(listed('descriptions', 'second_openings'))})\b", re.IGNORECASE
)
_BESIDE = re.compile(
    rf"(?:(?:[Tt]he|[Ss]ome|[Mm]any|[Ss]everal|[Mm]ost|[Oo]ther|[Hh]is|[Hh]er) )?(?:[a-z-]+ )?"
    rf"(?i:{alternation(listed('descriptions', 'beside_a_person'))}) (?:of|to|for) "
)
_HELD = re.compile(
    rf"(?:[A-Za-z][a-z-]{{0,60}} (?:[a-z][\w-]{{0,60}} ){{0,3}}?)?([A-Za-z][a-z-]{{1,60}}) "
    rf"(?:{alternation(listed('descriptions', 'held_by'))}) "
)
"""Lawyers for |former sheriff Ada Holm"""
_CLOSE_TO = re.compile(
    r"(?:[Aa]n?|[Oo]ne) (?:[a-z-]{1,30} ){0,2}[a-z]{1,30} (?:close|near) to (?:[a-z’'-]{1,30} ){1,4}?[a-z]{1,30}, "
)
"""A person close to the prosecutor, |Ada Holm: the name is the prosecutor's"""
OFFICIAL_MEDIA = re.compile(
    rf"\b(?:{alternation(listed('media', 'official'))})(?:-run)?"
    rf" (?:{alternation(listed('media', 'collective'))})\b",
    re.IGNORECASE,
)


def declared_count(phrase: str) -> int | None:
    """3 for "three people familiar with the matter"; None where the text gives no number."""
    count = _COUNT.match(phrase)
    if not count:
        return None
    written = count[1].casefold()
    number = int(written) if written.isdecimal() else _NUMBERS[written]
    return number if 0 < number <= MAX_COUNT else None


def principal(phrase: str, index: Index) -> str | None:
    """The body or person that a spokesman, aide or official speaks for."""
    phrase = _OPENING.sub("", phrase)
    body = _BODY_BEFORE.search(phrase) or _BODY_AFTER.search(phrase)
    name = clean(body[1]) if body else ""
    if name and fold_mention(name) not in words("names", "not_names") | {"senior", "one"}:
        return _party(name, phrase) or index.full(name)[0]
    common = _FOR_BODY.search(phrase)
    return common[1].strip() if common else None


def _party(name: str, phrase: str) -> str | None:
    if not _OF_PERSON.search(phrase):
        return None
    party = re.search(rf"\b{re.escape(name)}(?:['’]s)?{_OF_PERSON.pattern}", phrase)
    return f"{name} {party[1]}" if party else None


def is_many(noun: str, plural: bool | None) -> bool:
    """Whether a noun is plural; plural is the tagger's word, None where it has none."""
    if noun in words("descriptions", "plural_nouns"):
        return True
    return noun.endswith("s") and not noun.endswith("ss") if plural is None else plural


def beside_a_person(phrase: str) -> Speaker | None:
    """Critics, rivals or friends of somebody are not that one."""
    if not _BESIDE.match(phrase):
        return None
    return Speaker(
        "group", confidence=0.9, reasons=("People who are named by whom they are for or against.",)
    )


def of_a_person(phrase: str, plural: bool | None, index: Index, at: int) -> bool:
    """Whether the person in a phrase is only by whom somebody else is described: "lawyers for former sheriff Ada
    Holm", "an agent for striker Ada Holm"; who follows behind a comma is whoever speaks."""
    held = _HELD.match(phrase)
    if held is None:
        return False
    many = plural or is_many(fold_mention(held[1]), None)
    if _CLOSE_TO.match(phrase):
        return bool([m for m in index.inside(at, at + len(phrase)) if m.kind == "person"])
    if not (many or (INDEFINITE.match(phrase) and "," not in phrase)):
        return False
    people = [m for m in index.inside(at, at + len(phrase)) if m.kind == "person"]
    return bool(people) and all(
        m.start >= at + held.end() and index.text[max(0, m.start - 2) : m.start] != ", "
        for m in people
    )


def unnamed(phrase: str, noun: str, index: Index, plural: bool | None) -> Speaker | None:
    """A speaker without a name, or None where the description may have one."""
    many = is_many(noun, plural)
    single = noun.removesuffix("s") if many else noun
    nameless = bool({noun, single} & words("nominals", "unnamed"))
    if (
        many
        and single not in words("nominals", "documents")
        and (noun in words("nominals", "groups") or not nameless)
    ):
        return _class(phrase, noun, single, index)
    person = many or INDEFINITE.match(phrase) or noun == "source" or single.startswith("spokes")
    if nameless and person and not _spokesman_alone(phrase, single):
        return _speaker("unnamed", phrase, index, "A person speaks without a name.")
    return None


def _class(phrase: str, noun: str, single: str, index: Index) -> Speaker | None:
    """A class of people, or as many of it as the text counts; None where the noun may be a
    body's."""
    if noun in words("nominals", "bodies") or (
        single in words("nominals", "outlets") and noun == "media"
    ):
        return None
    kind: SpeakerKind = "unnamed" if declared_count(phrase) else "group"
    return _speaker(kind, phrase, index, "A class of people speaks, nobody by name.")


def _spokesman_alone(phrase: str, single: str) -> bool:
    """ "The spokesman", who has been named."""
    return single.startswith("spokes") and phrase[:4].casefold() == "the " and " " not in phrase[4:]


def _speaker(kind: SpeakerKind, phrase: str, index: Index, reason: str) -> Speaker:
    count = declared_count(phrase)
    if count is None and kind == "unnamed" and not is_many_phrase(phrase) and _ONE.match(phrase):
        count = 1
    return Speaker(
        kind,
        principal=principal(phrase, index) if kind == "unnamed" else None,
        declared_count=count,
        confidence=0.85,
        reasons=(reason,),
    )


def is_many_phrase(phrase: str) -> bool:
    """Whether a phrase that begins with "a" still means several: "a group of officials"."""
    return bool(_SEVERAL_AS_ONE.match(phrase))


def together(phrase: str, noun: str) -> bool:
    """Whether a phrase means parties named before: "the two sides", "both candidates"."""
    return bool(re.match(r"(?:the )?(?:two|both)\b", phrase, re.IGNORECASE)) and noun in words(
        "nominals", "joint"
    )


def one_person(main: str) -> bool:
    """Whether "A and B" are two descriptions of one person: one article, or a possessor, stands for
    both."""
    both = _TWO_DESCRIPTIONS.match(main)
    if not both or _ANOTHER.match(both[2]):
        return False
    first, second = noun_of(both[1]), noun_of(both[2])
    return not (first.endswith("s") or second.endswith("s")) and both[2].split()[-1][0].islower()


def nobody(phrase: str, noun: str, index: Index) -> Speaker:
    """The speaker of a description that the article settles for nobody."""
    count = declared_count(phrase)
    reason = "Described, and the article does not say who it is."
    return Speaker(
        "unnamed",
        principal=principal(phrase, index),
        declared_count=count,
        confidence=0.7,
        reasons=(reason,),
    )
