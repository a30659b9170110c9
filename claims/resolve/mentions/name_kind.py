"""Tells a person's name from a body's, and what a name does in its sentence; which names a text has
is elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.folding import fold_mention
from claims.resolve.mentions.names import acronym, clean
from claims.rules.lists import words
from claims.tokens import covering

if TYPE_CHECKING:
    from spacy.tokens import Doc

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
MODIFIERS = frozenset({"compound", "nmod", "amod", "npadvmod"})
_WORD = re.compile(r"[^\W\d_][\w’'-]{0,60}")
_PLAIN = re.compile(r"[A-ZÀ-Þ][\w’'-]{0,60}\.?|[“\"]\w+[”\"]")
"""A word that a person's name can have."""
_SMALL_BEFORE = re.compile(r"(?<![\w’'-])([a-z][a-z-]+) $")
_ACRONYM = re.compile(r"(?:the |The )?[A-Z]{3,6}")
"""As those of bodies are, and names of people hardly ever."""
_SHORT_BEHIND = re.compile(r" \(([A-Za-z]+: ?)?(?:the )?([A-Z]{2,6})\)")
CAPITALS_CHARACTERS = 80
"""How far around a position its line is looked at for small letters."""
ROLE_CHARACTERS = 24
"""How far before a name a role in small letters may begin."""


def ends_in(folded: str, key: str) -> bool:
    """Whether a phrase ends in a name that is no mere place or party of it: not "traders in Okuta
    State"."""
    if not folded.endswith(f" {key}"):
        return False
    before = folded.removesuffix(f" {key}").split()
    parting = words("function_words", "prepositions") | {"near", "on"}
    return not (before and before[-1] in parting)


def title_case(line: str) -> bool:
    """Whether most of a line's longer words are capitalised."""
    longer = [w for w in _WORD.findall(line) if len(w) > 3]
    return len(longer) > 2 and sum(w[0].isupper() for w in longer) > 0.6 * len(longer)


def in_capitals(text: str, position: int) -> bool:
    """Whether the line around a position is written in capitals, so that they tell nothing."""
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    line = text[max(start, position - CAPITALS_CHARACTERS) : end if end >= 0 else len(text)]
    letters = [c for c in line[: 2 * CAPITALS_CHARACTERS] if c.isalpha()]
    return sum(c.isupper() for c in letters) > len(letters) / 2


def is_body_by_form(text: str, start: int, written: str) -> bool:
    """Whether what may be a person is a body by its capitals alone, or by the acronym or share given
    behind it."""
    if _ACRONYM.fullmatch(written):
        common = words("nominals", "documents", "groups", "bodies", "body_words")
        return fold_mention(written) not in common and not in_capitals(text, start)
    behind = _SHORT_BEHIND.match(text, start + len(written))
    return behind is not None and (bool(behind[1]) or behind[2] == acronym(written))


def again(written: str, kind: str, body: str) -> bool:
    """Whether the body bears out a headline's name: it has it whole, or the surname of a first name
    and a surname."""
    if written in body:
        return True
    parts = clean(written).split()
    first = words("names", "male", "female", "either")
    return (
        kind == "person"
        and len(parts) == 2
        and fold_mention(parts[0]) in first
        and parts[1] in body
    )


def has_first_name(name: str, post: str = "") -> bool:
    """Whether a name begins with a first name and has no word of a body: a tagger may take a person
    for one.

    post is the role that the text writes before it ("skipper Brett Oakes").
    """
    parts = name.split()
    if not 2 <= len(parts) <= 3:
        return False
    first = words("names", "male", "female", "either") if post else words("names", "male", "female")
    if (
        fold_mention(parts[0]) not in first
        or not all(_PLAIN.fullmatch(p) for p in parts)
        or bodily(name, True)
    ):
        return False
    return bool(post) or not parts[-1].endswith("s")


def role_before(text: str, start: int) -> str:
    """The role in small letters right before a name, "" where there is none."""
    word = _SMALL_BEFORE.search(text[max(0, start - ROLE_CHARACTERS) : start])
    roles = words("titles", "titles", "offices", "occupations")
    return word[1] if word and word[1] in roles else ""


def bodily(name: str, first: bool = False) -> bool:
    """Whether a name has a word that only bodies have; behind a first name, "Poll" and "Bill" are
    surnames."""
    folded = fold_mention(name).split()
    nouns = words("nominals", "bodies", "body_words", *(() if first else ("documents",)))
    return len(folded) > 1 and (
        folded[-1] in nouns or any(w in nouns for w in folded[1:]) or " of " in name
    )


def role(doc: Doc, text: str, start: int, end: int) -> str:
    """subject, object, modifier or owner."""
    span = covering(doc, start, end)
    if span is None:
        return "object"
    dep = span.root.dep_
    if dep in SUBJECTS:
        return "subject"
    if (
        dep == "poss"
        or text[start:end].endswith(("'s", "’s"))
        or text[end : end + 2] in ("'s", "’s", "’ ", "' ")
    ):
        return "owner"
    if dep in MODIFIERS and span.root.head.i >= span.end:
        return "modifier"
    if dep in ("conj", "appos") and span.root.head.dep_ in SUBJECTS:
        return "subject"
    return "object"
