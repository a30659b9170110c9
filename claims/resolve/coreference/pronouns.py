"""Whom a pronoun stands for, by its kind; the running focus, relative clauses and pairs have
modules of their own."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.model import Attribution, Speaker, SpeakerKind
from claims.resolve.article import first_person
from claims.resolve.article.context import ArticleContext
from claims.resolve.article.salience import FEMALE, MALE, NAMELESS, THING
from claims.resolve.coreference import anonymous, dialogue, relative_pronouns
from claims.resolve.coreference.plural_pronouns import body, pair
from claims.resolve.coreference.unnamed_subjects import just_brought_in
from claims.resolve.model import Guess, ResolvePhrase, named
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation

MISSING_MARK = 0.6
"""How sure the most it is who says "I" where only a mark that nothing closes shows that somebody is quoted."""
_EXPLETIVE = re.compile(rf" (?:{alternation(listed('pronouns', 'expletive'))})\b")


def pronoun(
    context: ArticleContext,
    word: str,
    at: int,
    attribution: Attribution | None,
    depth: int,
    resolve: ResolvePhrase,
) -> Speaker:
    """Whom a pronoun stands for; nobody where the text does not settle it."""
    if word in first_person.FIRST:
        return _first(context, at, resolve)
    if word in first_person.JOINT:
        return pair(context.index, at)
    if word in first_person.RELATIVE:
        answer = relative_pronouns.antecedent(context, at, depth, resolve) if depth < 2 else None
        reason = "A relative pronoun after a description."
        return answer or Speaker("group", confidence=0.6, reasons=(reason,))
    if word in MALE | FEMALE | THING:
        return _third(context, word, at, attribution)
    if word in words("pronouns", "they") and (several := body(context, at)):
        return several
    count = anonymous.declared_count(word) or (1 if word.startswith("one of ") else None)
    return Speaker(
        "unnamed" if count else "group",
        declared_count=count,
        confidence=0.8,
        reasons=("The pronoun stands for several or for nobody in particular.",),
    )


def _third(context: ArticleContext, word: str, at: int, attribution: Attribution | None) -> Speaker:
    """ "He", "she", "it": the most salient name that fits."""
    if word == "it" and _EXPLETIVE.match(context.text, at + len(word)):
        return Speaker("none", reasons=("“it” stands for nobody here.",), confidence=0.8)
    other = dialogue.partner(context, attribution) if attribution else None
    own_words = attribution.content if attribution else ()
    alone = word not in THING and attribution and just_brought_in(context, word, attribution)
    guess = context.focus.last_nameless(at, word) if alone else None
    guess = guess or context.focus.meant(at, word, own_words, other)
    if guess:
        return _nameless(context, word, guess) if guess.kind == NAMELESS else named(guess)
    kind: SpeakerKind = "organisation" if word in THING else "person"
    return Speaker(kind, confidence=0.3, reasons=("No earlier name fits the pronoun.",))


def _nameless(context: ArticleContext, word: str, guess: Guess) -> Speaker:
    """Somebody of whom the text spoke before without a name."""
    called = context.focus.phrase(guess)
    return Speaker(
        "unnamed",
        principal=anonymous.principal(called, context.index),
        declared_count=1,
        confidence=guess.confidence,
        reasons=(f"“{word}”: {called}, whom the text does not name.",),
        runner_up=guess.runner_up,
    )


def _first(context: ArticleContext, at: int, resolve: ResolvePhrase) -> Speaker:
    """ "I": the writer outside quotation marks, who is quoted within them."""
    if context.is_quoted(at):
        return _quoted_first(context, at, resolve)
    if outer := _opened_before(context, at):
        return _goes_on(context, outer, resolve)
    if context.author:
        reason = "First person: the writer, whom the text names."
        return Speaker("person", context.author, confidence=0.9, reasons=(reason,))
    reason = "First person: the writer, whom the text does not name."
    return Speaker("person", confidence=0.5, reasons=(reason,))


def _quoted_first(context: ArticleContext, at: int, resolve: ResolvePhrase) -> Speaker:
    """ "I" within quotation marks: whose words the quotation is."""
    outer = next((i for i, a in enumerate(context.attributions) if _quotes(a, at)), None)
    if outer is None or outer in context.being_resolved:
        reason = "First person within a quotation of nobody in particular."
        return Speaker("person", confidence=0.4, reasons=(reason,))
    context.being_resolved.add(outer)
    attribution = context.attributions[outer]
    start, end = attribution.source[0]
    quoted = resolve(context.text[start:end], start, attribution, 1)
    context.being_resolved.discard(outer)
    reason = "First person within the words of who is quoted."
    return replace(quoted, reasons=(reason, *quoted.reasons))


def _quotes(attribution: Attribution, at: int) -> bool:
    """Whether an attribution with a source holds the position in its content."""
    return bool(attribution.source) and any(s <= at < e for s, e in attribution.content)


def _opened_before(context: ArticleContext, at: int) -> Attribution | None:
    """The last attribution of the paragraph, where marks that open behind its words of saying are not closed
    before a position: what a missing mark elsewhere in the paragraph takes out of the quotation."""
    line = context.text.rfind("\n", 0, at) + 1
    ends = [
        (max(span.end for span in (*a.source, *a.cue)), a)
        for a in context.attributions
        if a.source and a.cue and line <= a.source[0].start < at and not _is_first(context, a)
    ]
    end, last = max(
        ((end, a) for end, a in ends if end < at), key=lambda found: found[0], default=(0, None)
    )
    return last if last and _left_open(context.text[end:at]) else None


def _left_open(words: str) -> bool:
    """Whether a quotation that opens in the words is not closed in them; behind a letter or a figure ('12"')
    none opens."""
    opened = False
    for mark in re.finditer(r'["“”]', words):
        if opened:
            opened = mark[0] == "“"
        else:
            behind_word = words[max(0, mark.start() - 1) : mark.start()].isalnum()
            opened = mark[0] != "”" and not behind_word
    return opened


def _is_first(context: ArticleContext, attribution: Attribution) -> bool:
    start, end = attribution.source[0]
    return context.text[start:end].casefold() in first_person.FIRST


def _goes_on(context: ArticleContext, outer: Attribution, resolve: ResolvePhrase) -> Speaker:
    """ "I" of who is quoted before."""
    start, end = outer.source[0]
    before = resolve(context.text[start:end], start, outer, 1)
    reason = "First person within words that go on after the last speaker's."
    sure = min(before.confidence, MISSING_MARK)
    return replace(before, confidence=sure, reasons=(reason, *before.reasons))
