"""Which unnamed sources an article's statements of anonymity are about; how they are read stands in
anonymity.py."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.folding import fold_mention
from claims.model import Evidence, Inferred, Span, Speaker
from claims.resolve.article.context import ArticleContext
from claims.resolve.coreference.names_in_source import head_token
from claims.resolve.provenance.anonymity import Statement, statements
from claims.resolve.provenance.same_source import (
    ANYBODY,
    PRONOUNS,
    Source,
    same_source,
    sources_of,
)
from claims.rules.lists import words
from claims.tokens import children

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NEAR_CHARACTERS = 500
"""How far before a statement the source stands that its pronoun stands for."""
PARSE_STEPS = 12
"""How far up the parse a subject is sought."""
ING_CHARACTERS = 15
"""How far before a statement the participle stands that it hangs on."""
_ING = re.compile(r"\b[a-z]{2,}ing\b")
_SUBJECTS = ("nsubj", "nsubjpass", "agent")
_RELATIVE_TAGS = ("WP", "WDT", "WP$")


@dataclass(frozen=True)
class Unnamed:
    """What the article says of a source's being unnamed, and whether it had been given a name
    wrongly."""

    why: Inferred
    contradicts_name: bool


def reasons(context: ArticleContext, speakers: Sequence[Speaker]) -> dict[int, Unnamed]:
    """Why each claim's source is unnamed, with the words that say so, by the claim's place among the
    attributions."""
    found = statements(context.text, context.is_quoted)
    if not found:
        return {}
    sources = sources_of(context, speakers)
    out: dict[int, Statement] = {}
    for statement in found:
        for source in _meant(context, statement, sources):
            for claim in same_source(context.text, sources, source, statement.of_surname):
                out.setdefault(claim, statement)
    doubtful = {source.claim for source in sources if source.doubtful_name}
    return {
        i: Unnamed(_why(context.text, said), i in doubtful and not said.of_surname)
        for i, said in out.items()
    }


def without_name(speaker: Speaker, unnamed: Unnamed) -> Speaker:
    """The speaker as the article's words on its anonymity leave it: a pronoun names nobody then."""
    if not unnamed.contradicts_name:
        return speaker
    reason = f"The text says that it speaks unnamed: “{unnamed.why.evidence.text}”."
    return Speaker(
        "unnamed",
        mention=speaker.mention,
        confidence=0.6,
        reasons=(reason,),
        runner_up=speaker.name,
    )


def _why(text: str, statement: Statement) -> Inferred:
    span = statement.shown
    return Inferred(statement.reason, Evidence(span, text[span.start : span.end]))


def _meant(context: ArticleContext, statement: Statement, sources: list[Source]) -> list[Source]:
    """The sources that a statement is about: whose words hold it, its subject, or who spoke before."""
    fit = [s for s in sources if s.fits(statement.of_surname)]
    holding = [
        s
        for s in sources
        if (s in fit or s.doubtful_name) and s.span.start <= statement.span.start < s.span.end
    ]
    if holding:
        return holding
    subjects = list(_subjects(context.doc, statement.span))
    for subject in subjects:
        if inside := _holding(context, subject, sources):
            return _inside(context, statement, inside, _before(subject, sources, fit), fit)
    before = _before(subjects[0], sources, fit) if subjects else []
    if before or (subjects and not _participle(context.text, statement)):
        return before
    return _in_sentence(context, statement, sources, fit)


def _holding(context: ArticleContext, subject: Token, sources: list[Source]) -> list[Source]:
    """The sources whose words hold the subject, or that are the same pronoun in its sentence."""
    here = _sentence(context, subject.idx)
    same = subject.lower_ if subject.lower_ in PRONOUNS else None
    inside = [s for s in sources if s.span.start <= subject.idx < s.span.end]
    return inside or [
        s for s in sources if here.start <= s.span.start < here.end and s.mention.casefold() == same
    ]


def _inside(
    context: ArticleContext,
    statement: Statement,
    inside: list[Source],
    before: list[Source],
    fit: list[Source],
) -> list[Source]:
    """The sources whose words hold the subject; where they were named wrongly, who spoke before
    too."""
    own = [s for s in inside if s in fit]
    if own and not all(s.mention.casefold() in PRONOUNS for s in own):
        return own
    if own:
        return [*own, *before]  # whom the pronoun stands for
    contradicted = [
        s for s in inside if s.doubtful_name and (before or not _asks(context, statement, s))
    ]
    return [*contradicted, *before] if contradicted else []


def _participle(text: str, statement: Statement) -> bool:
    """Whether it hangs on "speaking" or "asking", which goes with whoever speaks."""
    return bool(
        _ING.search(text, max(0, statement.span.start - ING_CHARACTERS), statement.span.end)
    )


def _asks(context: ArticleContext, statement: Statement, source: Source) -> bool:
    """Whether a claim says no more than that its source asks not to be named."""
    cue = context.attributions[source.claim].cue
    return any(s.start < statement.span.end and statement.span.start < s.end for s in cue)


def _in_sentence(
    context: ArticleContext, statement: Statement, sources: list[Source], fit: list[Source]
) -> list[Source]:
    """The one source of the sentence, where the parse gives no subject."""
    sentence = _sentence(context, statement.span.start)
    here = [s for s in sources if sentence.start <= s.span.start < sentence.end]
    return [s for s in here if s in fit] if len({s.span for s in here}) == 1 else []


def _sentence(context: ArticleContext, at: int) -> Span:
    i = bisect_right(context.sentences, at)
    end = context.sentences[i] if i < len(context.sentences) else len(context.text)
    return Span(context.sentences[i - 1] if i else 0, end)


def _before(subject: Token, sources: list[Source], fit: list[Source]) -> list[Source]:
    """Who spoke last before a pronoun, or a description taken up again."""
    near = [s for s in sources if subject.idx - NEAR_CHARACTERS <= s.span.start < subject.idx]
    noun = fold_mention(subject.text)
    last = [s for s in near if s.noun == noun][-1:]
    of_them = subject.doc[subject.i : subject.i + 3]
    pronoun = of_them[0].lower_ in PRONOUNS or (
        of_them[1:2].text == "of" and of_them[-1].lower_ in PRONOUNS
    )
    if pronoun or (not last and noun in ANYBODY):
        last = near[-1:]
    if last and subject.tag_ == "PRP$" and last[0].noun in words("anonymity", "name_keepers"):
        return []
    return [s for s in near if s in fit and last and s.span == last[0].span]


def _subjects(doc: Doc, span: Span) -> Iterator[Token]:
    """Who may be unnamed, by the parse, the likeliest first: the subject of the verb that the words
    hang on, the noun of the relative clause, or whose name is kept back."""
    head = head_token(doc, *span)
    if head is None or not doc.has_annotation("DEP"):
        return
    token: Token = head[1]
    for _ in range(PARSE_STEPS):
        for child in children(token):
            if child.dep_ in _SUBJECTS:
                yield _bearer(child, token)
                return
        if token.head.i == token.i:
            return
        if token.dep_ in ("relcl", "acl"):
            yield token.head
        token = token.head


def _bearer(subject: Token, verb: Token) -> Token:
    """The person behind a subject: the noun before "who", or whose name it is."""
    owner = next((t for t in children(subject) if t.dep_ == "poss"), None)
    if owner is not None and subject.lower_ in words("anonymity", "names"):
        subject = owner
    if subject.tag_ not in _RELATIVE_TAGS:
        return subject
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.head if verb.dep_ in ("relcl", "acl") else subject
