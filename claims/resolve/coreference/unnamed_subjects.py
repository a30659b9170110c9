"""Whether a pronoun takes up somebody whom the sentence before brings in without a name: "A fourth rider shook her
head. “My husband drives it,” she said". Needs the parse, and finds nobody without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.folding import fold_mention
from claims.model import Attribution, Span
from claims.resolve.article.context import ArticleContext
from claims.resolve.article.salience import FEMALE
from claims.resolve.mentions.callings import is_calling
from claims.resolve.mentions.head_noun import INDEFINITE
from claims.rules.lists import words
from claims.tokens import children, covering

if TYPE_CHECKING:
    from spacy.tokens import Token


def just_brought_in(context: ArticleContext, word: str, attribution: Attribution) -> bool:
    """Whether the sentence right before a claim has one person without a name for its subject, and names nobody."""
    spans = (*attribution.content, *attribution.source, *attribution.cue)
    own = context.sentence(min(span.start for span in spans))
    at = min(own.start, *(span.start for span in spans))
    before = context.text[:at].rstrip('"“”‘’«»—–- \t\r\n')
    sentence = context.sentence(max(0, len(before) - 1))
    told = Span(sentence.start, min(sentence.end, at))
    if any(m.kind == "person" for m in context.index.inside(*told)):
        return False
    if context.last_speaker and told.start <= context.last_speaker[2] <= told.end:
        return False
    tokens = covering(context.doc, *told) or ()
    root = next((t for t in tokens if t.dep_ == "ROOT"), None)
    if root is not None and root.lower_ in words("shapes", "putting_to"):
        return False
    subject = (
        next((c for c in children(root) if c.dep_ == "nsubj"), None) if root is not None else None
    )
    return subject is not None and _is_anybody(subject, female=word in FEMALE)


def _is_anybody(subject: Token, *, female: bool) -> bool:
    """Whether a subject is "a fourth rider", "another woman": one person, of the pronoun's gender where the noun has
    one."""
    written = subject.doc[subject.left_edge.i : subject.i + 1].text
    noun = fold_mention(subject.text)
    if not INDEFINITE.match(written) or subject.tag_ != "NN":
        return False
    other = words("nominals", "men") if female else words("nominals", "women")
    if noun in other:
        return False
    shown = any(
        t.lower_ == "who" for c in children(subject) if c.dep_ == "relcl" for t in children(c)
    )
    return shown or is_calling(noun) or noun in words("nominals", "unnamed")
