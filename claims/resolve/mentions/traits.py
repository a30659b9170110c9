"""What a text says about the people it names: titles, appositions, parties, kin. Who is meant is
decided elsewhere."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from claims.folding import fold_mention
from claims.resolve.mentions.court_roles import in_court
from claims.rules.lists import listed, words
from claims.rules.patterns import MAX_WORDS, alternation, openings
from claims.tokens import covering, numbers

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_WORD = re.compile(r"[A-Za-zÀ-ÿ][\w-]{0,60}")
_DETERMINERS = alternation(listed("function_words", "articles", "possessives"))
_OWNER = rf"[A-Z][\w.’'-]{{0,60}}(?: [A-Z][\w.’'-]{{0,60}}){{0,{MAX_WORDS}}}['’]s"
_AFTER = re.compile(
    rf"(?:, | -- | — | – |, (?:{alternation(listed('descriptions', 'apposition_openings'))}) )"
    rf"(?!(?:and|but|or)\b)"
    rf"((?:{_DETERMINERS}|{alternation(listed('descriptions', 'apposition_starts'))}|[a-z][\w-]{{0,60}}|{_OWNER})"
    r"\b[^,.;:“”\"\n—]{1,90}"
    rf"|(?i:{alternation(listed('titles', 'offices'))})\b[^,.;:“”\"\n—]{{0,60}})(?=[,.;\n]| --| —|$)"
)
_BY_TRADE = re.compile(r" (the [a-z][a-z-]{2,30})(?= [a-z]|[,.;])")
_COPULA = re.compile(
    rf" (?:{alternation(listed('descriptions', 'being'))})(?: now| also)? "
    r"((?:an?|the)\b[^,.;:“”\"\n]{2,80})"
)
_OPENINGS = openings(
    (
        *listed("function_words", "articles", "owners"),
        *listed("descriptions", "description_openings"),
    )
)
_LEADING = (*listed("descriptions", "before_description"), *listed("turns", "tag_verbs"))
_BEFORE = re.compile(
    rf"(?:^|[.“”\"\n—:]\s?|, |\b(?:{alternation(sorted({*_LEADING}))}) )"
    rf"((?:{_OPENINGS}|[A-Z][\w.-]{{0,60}}(?: [A-Z][\w.-]{{0,60}}){{0,{MAX_WORDS}}}['’]s)"
    r"\b[^,.;:“”\"\n]{2,90}), $"
)
_OF_PLACE = re.compile(r" (?:of|from|for) (?:the )?((?:[A-ZÀ-Þ][\w’'-]{0,60} ?){1,4})")
_PARTY = re.compile(r"(?: \(|, )([DR])[-–][A-Z]")
_AGE = re.compile(r", (\d{1,3})(?=[,.])")
_SMALL = words("descriptions", "small")
_AFTER_HEAD = re.compile(
    rf" (?:on|{alternation(listed('function_words', 'prepositions', 'clause_openers'))})\b"
)
_OFFICE = re.compile(r",? ([A-Z]{2,4})\b")
"""Clara Holm| MP"""
_TEENS = range(13, 20)
_BY_DECADE = dict(enumerate(listed("descriptions", "by_decade"), 6))
AFTER_CHARACTERS = BEFORE_CHARACTERS = 130
"""How far around a name its descriptions are read."""
MAX_WORDS_LEFT = 7
"""Words right before a name that can describe it."""
_DESCRIBES = ("NN", "JJ", "CD", "HYPH")
_VERBS = frozenset({"VBD", "VBZ", "VBP", "MD", "TO"})


class Trait(NamedTuple):
    """A description: its head noun and all its words, folded and brought to one form for
    synonyms."""

    head: str
    words: frozenset[str]


@cache
def _same() -> dict[str, str]:
    return {w: row.split()[0] for row in words("nominals", "synonyms") for w in row.split()}


def one_form(word: str) -> str:
    """The word that stands for all its synonyms: "nominee" and "contender" are "candidate"."""
    bare = fold_mention(word)
    return _same().get(bare) or _same().get(bare.removesuffix("s")) or bare


@cache
def _spelt() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Abbreviations of offices with the words that they stand for."""
    rows = (row.split() for row in listed("titles", "spelt_out"))
    return tuple((short, tuple(map(one_form, spelt))) for short, *spelt in rows)


def is_short_office(noun: str) -> bool:
    """Whether a noun is an office's letters that are spelt out elsewhere."""
    return any(short == noun for short, _ in _spelt())


def spelt_out(trait: Trait) -> Trait:
    """The trait with an office both as its abbreviation and as the words that this stands for."""
    head, telling = trait
    for short, spelt in _spelt():
        if short in telling:
            telling, head = telling | {*spelt}, spelt[-1] if head == short else head
        elif {*spelt} <= telling:
            telling |= {short}
    return Trait(head, telling)


def trait_of(phrase: str) -> Trait | None:
    """A phrase as a trait; None where it holds no word that describes."""
    cut = _AFTER_HEAD.split(phrase, maxsplit=1)[0]
    forms = [one_form(w) for w in _WORD.findall(re.sub(r"['’]s\b", "", phrase))]
    heads = [
        one_form(w)
        for w in _WORD.findall(re.sub(r"['’]s\b", "", cut))
        if fold_mention(w) not in _SMALL
    ]
    telling = frozenset(w for w in forms if w not in _SMALL)
    return spelt_out(Trait(heads[-1] if heads else "", telling)) if telling else None


def around(doc: Doc, text: str, start: int, end: int, title: str) -> list[Trait]:
    """The traits that stand around one mention of a person; title is what is written before the
    name in it."""
    traits = [trait_of(title) if title else None, _left(doc, start)]
    post = next((one for one in traits if one), None)
    traits.append(_with_place(post, text[end : end + AFTER_CHARACTERS]))
    traits += [trait_of(noun) for noun in in_court(doc, text, start, end)]
    after, skip = text[end : end + AFTER_CHARACTERS], 0
    if party := _PARTY.match(after):
        traits.append(Trait("", frozenset({"democrat" if party[1] == "D" else "republican"})))
        gone = re.match(r"(?: \([^)]*\)|, [DR]-[A-Z][a-z]*\.?)", after)
        skip = gone.end() if gone else 0
    if (age := _AGE.match(after)) and (word := _aged(int(age[1]))):
        traits.append(Trait(word, frozenset({word})))
    skip = age.end() if age else skip
    if (office := _OFFICE.match(after)) and fold_mention(office[1]) in _short_offices():
        traits.append(trait_of(office[1]))
    for pattern in (_AFTER, _COPULA, _BY_TRADE):
        if described := pattern.match(after, skip):
            traits.append(_tagged(doc, end + described.start(1), end + described.end(1)))
    if described := _BEFORE.search(text, max(0, start - BEFORE_CHARACTERS), start):
        traits.append(_tagged(doc, *described.span(1)))
    else:
        traits.append(_set_before(doc, start, end))
    return [t for t in traits if t]


def _short_offices() -> frozenset[str]:
    return words("titles", "abbreviated_offices")


def _with_place(office: Trait | None, after: str) -> Trait | None:
    """An office with what stands behind the name: "Sheriff Ada Holm of Nolan County"."""
    place = _OF_PLACE.match(after)
    if place is None or office is None:
        return None
    return Trait(office.head, office.words | {one_form(w) for w in _WORD.findall(place[1])})


def _aged(years: int) -> str | None:
    """What the press calls somebody of an age."""
    return "teenager" if years in _TEENS else _BY_DECADE.get(years // 10)


def _left(doc: Doc, start: int) -> Trait | None:
    """The nouns and adjectives right before a name: "9/11 widow", "retired Air Force general"."""
    first, _ = numbers(doc, start, start + 1) or (0, 0)
    at = first
    while at and first - at < MAX_WORDS_LEFT and doc[at - 1].tag_.startswith(_DESCRIBES):
        at -= 1
    return _of(doc[at:first]) if at < first else None


def _set_before(doc: Doc, start: int, end: int) -> Trait | None:
    """The noun that a name stands in apposition to, as the parse has it: "received his Malorian counterpart, Ada
    Holm", "Counsel for the defence, Ada Holm"."""
    span = covering(doc, start, end)
    if span is None or not len(span) or span.root.dep_ not in ("appos", "npadvmod"):
        return None
    at, limit = span.start - 1, span.start - MAX_WORDS_LEFT
    while at > limit and at > 0 and doc[at].tag_.startswith(_DESCRIBES):
        at -= 1  # "the first witness, beekeeper |Ada Holm"
    if at < 1 or doc[at].text != ",":
        return None
    head = doc[at - 1]
    while head.dep_ in ("pobj", "prep", "compound", "poss") and head.head.i < head.i:
        head = head.head
    single = head.tag_ == "NN" or fold_mention(head.text) in words("titles", "offices")
    described = doc[head.left_edge.i : at]
    plain = single and head.i < at and described.start_char >= start - BEFORE_CHARACTERS
    return _of(described) if plain and "," not in described.text else None


def _tagged(doc: Doc, start: int, end: int) -> Trait | None:
    """A stretch as a trait; None where it holds a verb of its own, and so is no description."""
    span = covering(doc, start, end)
    if span is None:
        return None
    first = 2 if len(span) > 1 and span[0].lower_ == "who" else 0
    if any(t.tag_ in _VERBS for t in span[first:]):
        cut = next(i for i in range(first, len(span)) if span[i].tag_ in _VERBS)
        if not any(t.lower_ in ("who", "that", "which") for t in span[first:cut]):
            return None
        span = span[first:cut]
    return _of(span)


def _is_noun(token: Token, span: Span) -> bool:
    """Whether a participle behind its article stands for a person: "the accused"."""
    alone = token.i + 1 == span.end and token.i > span.start
    return token.tag_ == "VBN" and alone and span[-2].tag_ == "DT"


def _of(span: Span) -> Trait | None:
    """The describing words of some tokens; the head is the last noun before any preposition."""
    telling = [
        t
        for t in span
        if (t.tag_.startswith(_DESCRIBES) or _is_noun(t, span))
        and t.lower_ not in _SMALL
        and fold_mention(t.text) not in words("names", "not_names")
        and t.text[:1].isalnum()
    ]
    inner = next(
        (t.i for t in span if t.tag_ == "IN" or t.lower_ in ("who", "that", "which")), span.end
    )
    heads = [t for t in telling if t.i < inner and (t.tag_.startswith("NN") or _is_noun(t, span))]
    if not telling:
        return None
    head = one_form(heads[-1].text) if heads else ""
    return spelt_out(Trait(head, frozenset(one_form(t.text) for t in telling)))
