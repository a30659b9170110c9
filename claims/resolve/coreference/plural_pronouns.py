"""The parties that "the two sides", "both" or "each" stand for, and the body that "they" takes up."""

from __future__ import annotations

import re
from bisect import bisect_right

from claims.model import Speaker
from claims.resolve.article.antecedents import subjects_above
from claims.resolve.article.context import ArticleContext
from claims.resolve.mentions.index import Index, Mention
from claims.resolve.model import KINDS
from claims.rules.lists import words
from claims.tokens import children, covering

_PAIR = re.compile(
    r"\b([A-Z][\w.’'-]{1,60}(?: [A-Z][\w.’'-]{1,60}){0,9}) and (?:the |[a-z]{1,60} )?"
    r"([A-Z][\w.’'-]{1,60}(?: (?:of )?[A-Z][\w.’'-]{1,60}){0,9})"
)

PAIR_CHARACTERS = 4000
"""How far back a pair that the text joins is looked for."""
OPENING_CHARACTERS = 40
"""How far into its sentence "they" may stand that takes up the one before."""
PEOPLE_CHARACTERS = 900
"""How far back the only two people are a pair without being joined."""


def pair(index: Index, at: int, noun: str = "") -> Speaker:
    """The pair of named parties that the text joined by "and" most recently before a position."""
    members: tuple[str, ...] = ()
    fits = _kinds(noun)
    for match in _PAIR.finditer(index.text, max(0, at - PAIR_CHARACTERS), at):
        kinds = [index.full(written) for written in match.groups()]
        kinds = [
            (name, "organisation" if kind == "outlet" and "organisation" in fits else kind)
            for name, kind in kinds
        ]
        if all(kind in fits for _, kind in kinds) and kinds[0][1] == kinds[1][1]:
            mentioned = {m.name for m in index.inside(match.start(), match.end())}
            if all(name in mentioned for name, _ in kinds) and kinds[0][0] != kinds[1][0]:
                members = tuple(name for name, _ in kinds)
    members = members or (_people(index, at) if "person" in fits else ())
    if members:
        return Speaker(
            "joint",
            members=members,
            confidence=0.75,
            reasons=("The pair that the article joins before.",),
        )
    return Speaker(
        "joint", confidence=0.4, reasons=("Several speak; the article does not settle who.",)
    )


def body(context: ArticleContext, at: int) -> Speaker | None:
    """The body that "they" takes up: the subject of the clause that its own hangs on, else of the
    sentence before."""
    if context.is_quoted(at):
        return None
    subjects = [m for s in subjects_above(context.doc, at) if (m := context.index.covering(s))]
    subjects = subjects or _subject_before(context, at)
    bodies = {m.name: m for m in subjects if m.kind in ("organisation", "outlet")}
    if len(bodies) != 1 or len(subjects) != 1:
        return None
    reason = "“they”: the body that the sentence speaks of."
    mention = subjects[0]
    return Speaker(KINDS[mention.kind], mention.name, confidence=0.6, reasons=(reason,))


def _subject_before(context: ArticleContext, at: int) -> list[Mention]:
    """The name that is the subject of the whole sentence before, in the same paragraph or the one
    before."""
    number = bisect_right(context.sentences, at) - 1
    if number < 1 or context.text.count("\n\n", context.sentences[number - 1], at) > 1:
        return []
    start, end = context.sentences[number - 1], context.sentences[number]
    if at - context.sentences[number] > OPENING_CHARACTERS:
        return []
    sentence = covering(context.doc, start, end)
    if any(t.tag_ == "NNS" and t.dep_ in ("dobj", "nsubj") for t in sentence or ()):
        return []  # several people or things, whom "they" may take up as well
    roots = [t for t in sentence or () if t.dep_ == "ROOT"]
    places = [c.idx for root in roots for c in children(root) if c.dep_ == "nsubj"]
    return [m for place in places if (m := context.index.covering(place))]


def _kinds(noun: str) -> tuple[str, ...]:
    if noun in words("nominals", "joint_people"):
        return ("person",)
    if noun in words("nominals", "joint_states"):
        return ("state",)
    if noun == "parties":
        return ("organisation", "person", "state")
    return ("organisation",) if noun in words("nominals", "joint_bodies") else ("person", "state")


def _people(index: Index, at: int) -> tuple[str, ...]:
    """The two people of the paragraphs before, where there are exactly two."""
    near = {
        m.name
        for m in index.before(at)
        if m.kind == "person"
        and at - m.start < PEOPLE_CHARACTERS
        and index.people.is_person(m.name)
    }
    return tuple(sorted(near)) if len(near) == 2 else ()
