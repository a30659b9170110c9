"""Sources in which several speak together; each is resolved by what is handed in."""

from __future__ import annotations

import re

from claims.folding import fold_mention
from claims.model import Speaker
from claims.resolve.article.context import ArticleContext
from claims.resolve.coreference import anonymous
from claims.resolve.coreference.written_names import named_by_parse, named_by_shape
from claims.resolve.mentions import appositions
from claims.resolve.mentions.head_noun import INDEFINITE
from claims.resolve.mentions.names import clean
from claims.resolve.model import ResolvePhrase
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation

_PAIR_OPENER = re.compile(rf"\b(?:{alternation(listed('function_words', 'pair_openers'))}) ")
_OPENERS = alternation(listed("function_words", "clause_openers"))
_CLAUSE = re.compile(rf" (?:{_OPENERS}) ")
_SECOND_CLAUSE = re.compile(rf" and (?:{_OPENERS}) ")
_OWN_OPENING = re.compile(rf"(?:the|my|{alternation(listed('function_words', 'possessives'))})\b")


def _without_clauses(words: str) -> str:
    """The words up to two clauses on one person: "a man who came and who left"."""
    first = _CLAUSE.search(words)
    return words[: first.start()] if first and _SECOND_CLAUSE.search(words, first.end()) else words


def two_bodies(bare: str, at: int, depth: int, resolve: ResolvePhrase) -> Speaker | None:
    """Two bodies that speak together, each with its own article."""
    parts = appositions.two_bodies(bare)
    if depth or not parts:
        return None
    speakers = [resolve(part, at + bare.find(part), None, 1) for part in parts]
    members = tuple(s.name or clean(part) for s, part in zip(speakers, parts, strict=True))
    return Speaker("joint", members=members, confidence=0.8, reasons=("Several speak together.",))


def coordinated(
    context: ArticleContext, bare: str, at: int, depth: int, resolve: ResolvePhrase
) -> Speaker | None:
    """Those whom "and" and commas join, each resolved; None where the words name one alone."""
    main = _without_clauses(re.split(r",(?! (?:[A-Z][^,]*,? )?and )", bare)[0])
    if depth or " and " not in main or _is_one(context, main, at):
        return None
    if bearer := _office_and_person(context, main, at) or _of_two_offices(context, main, at):
        return bearer
    parts = [
        resolve(part, at + max(0, main.find(part)), None, 1)
        for part in re.split(r",? and |, ", main)
        if part
    ]
    members = tuple(dict.fromkeys(part.name for part in parts if part.name))
    if not members:
        return Speaker("group", confidence=0.8, reasons=("Several speak together, none by name.",))
    return Speaker("joint", members=members, confidence=0.8, reasons=("Several speak together.",))


def _is_one(context: ArticleContext, main: str, at: int) -> bool:
    """Whether the "and" stands within one name, one person's offices or what an office is for."""
    inside = {mention.name for mention in context.index.inside(at, at + len(main))}
    return (
        context.index.full(clean(main))[0] in inside
        or anonymous.one_person(main)
        or _is_pair_within(main)
    )


def _is_pair_within(main: str) -> bool:
    """Whether a pair stands behind a preposition: "the deal between Velmora and Ostrel"."""
    opener = _PAIR_OPENER.search(main)
    return opener is not None and " and " in main[opener.end() :]


def _is_office_of_body(words_before: str) -> bool:
    """Whether words are an office with its body and without an article: "Tarn Motors president"."""
    *body, office = words_before.split()
    return bool(body) and body[0][0].isupper() and office in words("titles", "offices")


def _office_and_person(context: ArticleContext, main: str, at: int) -> Speaker | None:
    """ "His lawyer and friend Ada Holm": one person, described twice and named once."""
    first, _, second = main.partition(" and ")
    if not (re.match(r"(?:his|her|the) [a-z -]+$", first) or _is_office_of_body(first)):
        return None
    if not re.match(r"[a-z]", second) or INDEFINITE.match(second):
        return None
    start = at + main.find(second)
    speaker = named_by_parse(context, second, start, at + len(main))
    speaker = speaker or named_by_shape(context, second, None, start)
    other = _OWN_OPENING.match(second)
    return speaker if speaker and speaker.kind == "person" and not other else None


def _of_two_offices(context: ArticleContext, main: str, at: int) -> Speaker | None:
    """One person with two offices: "Tarn president and general manager Ada Holm", "Ada Holm, president and
    general manager"."""
    people = [m for m in context.index.inside(at, at + len(main)) if m.kind == "person"]
    first, _, second = main.partition(" and ")
    if len(people) != 1 or " " not in people[0].name or not _ends_in_office(first):
        return None
    person = context.text[people[0].start : people[0].end]
    before = main.endswith(person) and not (
        _OWN_OPENING.match(first) or _OWN_OPENING.match(second) or INDEFINITE.match(second)
    )
    if not before and not main.startswith(f"{person}, "):
        return None
    reason = "One person, whose two offices stand beside the name."
    return Speaker("person", people[0].name, confidence=0.85, reasons=(reason,))


def _ends_in_office(words_before: str) -> bool:
    last = fold_mention(words_before.split()[-1])
    return last in words("titles", "titles", "offices", "occupations")
