"""The name that a source as written holds: its head, an apposition, several joined. What a
description means is elsewhere."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from claims.folding import fold_mention
from claims.resolve.mentions.index import Index, Mention
from claims.resolve.mentions.names import clean, is_office
from claims.rules.lists import listed, words
from claims.rules.patterns import MAX_WORDS, alternation
from claims.tokens import children, covering

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_CAP = r"[A-ZÀ-Þ0-9][\w.’'&-]{0,60}"
_PARTICLES = alternation(listed("names", "inner_particles"))
_SOURCE_PARTICLES = alternation(listed("names", "source_particles"))
NAME = re.compile(
    rf"(?:[Tt]he |[Aa]n? )?((?:{_CAP}|[“\"]\w+[”\"]|d[ai]|{_PARTICLES})"
    rf"(?: (?:{_CAP}|[“\"]\w+[”\"]|{_PARTICLES}|{_SOURCE_PARTICLES})){{0,{MAX_WORDS}}})$"
)
_ENDS = alternation(listed("function_words", "prepositions", "clause_openers"))
LEADING = re.compile(
    rf"^.*?(?:,|\s(?:--|—|–|-)\s|(?<!\s)\s++(?:on|including|{_ENDS})\s)",
    re.DOTALL,
)
_OF_BODY = re.compile(rf" (?:{alternation(listed('function_words', 'holding'))}) (?:the )?")
_TRAILING = re.compile(rf" (?:on|including|{_ENDS})$")
_PREPOSITIONS = words("function_words", "prepositions") | {"on", "about", "and"}
_OPENERS = words("function_words", "source_openers") | {","}
_STAFF = alternation(listed("roles", "kin_staff"))
KIN = re.compile(
    r"(?:['’]s|\b[Hh]is|\b[Hh]er|\b[Mm]y|\b[Tt]he) (?:\w+ )?"
    rf"(?:{alternation(listed('kin', 'close', 'of_third'))}|spokes\w+|{_STAFF}|campaign|team)\b"
)


def head_token(doc: Doc, start: int, end: int) -> tuple[Span, Token] | None:
    """The tokens of a stretch and their root; None where the text has no tokens there."""
    span = covering(doc, start, end)
    if span is None or not len(span):
        return None
    while len(span) > 1 and (span[0].is_space or span[0].lower_ in _OPENERS):
        span = span[1:]
    return span, span.root


def by_parse(index: Index, doc: Doc, start: int, end: int) -> list[Mention]:
    """The mentions that the parse takes for the heads of a source: one, or several that are joined
    by "and"."""
    head = head_token(doc, start, end)
    if head is None:
        return []
    span, root = head
    mention = _at(index, root, span)
    if mention is None:
        named = next((c for c in children(root) if c.dep_ == "appos" and _at(index, c, span)), None)
        if named is None or root.tag_ in ("NNS", "NNPS"):
            return []
        mention = _at(index, named, span)
    if mention is None:
        return []
    if bearer := _before_body(index, start, mention) or _behind_owner(index, mention, end):
        mention, root = bearer, span[0]
    return _side_by_side(index, start, end) or [mention, *_joined(index, root, span, mention)]


def _before_body(index: Index, start: int, body: Mention) -> Mention | None:
    """The person whom a source names first, before the body that the parse takes for its head: "Ada Holm
    of Tarn.com"."""
    first = next(iter(index.inside(start, start + 1)), None)
    if first is None or first.kind != "person" or body.kind == "person":
        return None
    between = index.text[first.end : body.start]
    return first if _OF_BODY.fullmatch(between) else None


def _behind_owner(index: Index, body: Mention, end: int) -> Mention | None:
    """The person whose name ends a source behind the body that he belongs to: "the directorate's Ada Holm"."""
    last = next(reversed(index.inside(body.end, end)), None)
    if last is None or last.kind != "person" or body.kind == "person" or last.end < end:
        return None
    between = index.text[body.end : last.start]
    return last if re.fullmatch(r"['’]s? (?:[a-z][\w-]{0,60} ){0,3}", between) else None


_BEFORE_HEAD = ("compound", "poss", "nmod", "amod")
_ASIDE = re.compile(r"\([^)]{0,400}\)|, [RD]-[A-Z][\w.]{0,60},?")


def _side_by_side(index: Index, start: int, end: int) -> list[Mention]:
    """People whom nothing but "and", commas, parties and titles part, however the parser joins
    them."""
    people = [
        m for m in index.inside(start, end) if m.kind == "person" and index.people.is_person(m.name)
    ]
    people = [
        m
        for m in people
        if index.text.count("(", start, m.start) == index.text.count(")", start, m.start)
    ]
    if len({m.name for m in people}) < 2:
        return []
    gaps = [_gap(index.text[a.end : b.start]) for a, b in itertools.pairwise(people)]
    fits = all(
        re.fullmatch(r",?(?: and)? (?:[a-z.]+ |[A-Z][a-z]+\.? ){0,4}|, ", gap) for gap in gaps
    )
    titled = all(
        fold_mention(w) in words("titles", "titles") | {"and", ""}
        for gap in gaps
        for w in re.split(r"[\s,]+", gap)
    )
    return people if fits and titled and " and " in gaps[-1] else []


def _gap(between: str) -> str:
    """What stands between two names, without parties and places beside them."""
    return re.sub(r"\s+", " ", _ASIDE.sub("", between))


def _at(index: Index, token: Token, span: Span) -> Mention | None:
    if not span.start <= token.i < span.end:
        return None
    mention = index.covering(token.idx)
    if mention is None or mention.start < span.start_char - 1:
        return None
    if index.text.count("(", span.start_char, mention.start) > index.text.count(
        ")", span.start_char, mention.start
    ):
        return None
    last = token.idx + len(token) >= mention.end - 2 or token.dep_ not in _BEFORE_HEAD
    return mention if last else None


def _joined(index: Index, root: Token, span: Span, first: Mention) -> list[Mention]:
    out: list[Mention] = []
    queue = [c for c in children(root) if c.dep_ == "conj"]
    while queue:
        token = queue.pop(0)
        queue.extend(c for c in children(token) if c.dep_ == "conj")
        mention = _at(index, token, span)
        if mention and mention.name != first.name and mention.name not in [m.name for m in out]:
            out.append(mention)
    if not out or not re.search(r"\band\b|&|,", span.text):
        return []
    return (
        out if all(m.kind in ("person", first.kind) for m in out) and first.kind != "outlet" else []
    )


def by_shape(bare: str, index: Index) -> str | None:
    """The name at the end of a source's first part, where nothing but capitals tells it."""
    main = bare.split(",")[0]
    if re.fullmatch(r"[A-ZÀ-Þ][\w’'-]{1,60}", main) and index.people.find("", main, index.text):
        return main
    leading = LEADING.match(bare)
    for candidate in ((leading[0] if leading else "").strip(" ,-—–"), main):
        short = _TRAILING.sub("", candidate)
        match = NAME.search(short)
        if (
            match
            and is_name(match, short)
            and not index.is_common(match.group(1))
            and (candidate == main or index.full(match.group(1))[1] == "person")
        ):
            return _without_body(match.group(1))
    return None


def _without_body(name: str) -> str:
    """A person's name without the body that follows: "Helga Brandt of Brandt Metals"."""
    person, _, _ = name.partition(" of ")
    parts = person.split()
    first = words("names", "male", "female", "either")
    return person if 2 <= len(parts) <= 4 and fold_mention(parts[0]) in first else name


def is_name(match: re.Match[str], short: str) -> bool:
    """Whether a run of capitals names somebody rather than a class, an office or a day."""
    head, name = short[: match.start()].split(), clean(match.group(1))
    if (
        not name
        or not (name[0].isupper() or name[0].isdigit())
        or not any(letter.isalpha() for letter in name)
        or fold_mention(name) in words("names", "not_names")
    ):
        return False
    generic = words("nominals", "groups", "unnamed", "documents")
    last = fold_mention(name.split()[-1])
    if last in generic | {"authorities", "police"} or (last.endswith("s") and last[:-1] in generic):
        return False
    if len(name.split()) == 1 and (
        last in words("nominals", "bodies") or last in words("nominals", "anybody")
    ):
        return False
    if (
        is_office(name)
        or fold_mention(name) in words("titles", "titles")
        or (head and fold_mention(head[-1]) in _PREPOSITIONS)
    ):
        return False
    return not (head and head[-1].endswith(("'s", "’s")) and name.islower())
