"""Clauses that the detector joins or misses: chains of verbs, cue nouns, adverbs, "it emerged
that".

Needs the parse, and does nothing without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.detect.postprocess import missed_verbs
from claims.detect.postprocess.layout import Page, changed, claim, letters, parts, span_of
from claims.detect.postprocess.parse import NOMINAL, SUBJECTS, VERBAL, phrase
from claims.detect.postprocess.taken import Taken
from claims.model import Attribution, Span
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation
from claims.tokens import children, numbers, tokens_among

if TYPE_CHECKING:
    from spacy.tokens import Token

CHAIN = "A further verb of the same subject begins a claim of its own."
NOUN = "The clause of the cue's noun ends here."
OF_NOUN = "A noun that attributes what it brings."
ADVERB = "An adverb that attributes its clause to nobody named."
IMPERSONAL = "An impersonal phrase attributes the clause to nobody named."
MIN_CONTENT_LETTERS = 7
MIN_CUT_LETTERS = 6
"""Of what is left of a content that a further verb cuts."""
MIN_THING_LETTERS = 4
"""Of what "allegations of" brings, which is one word often ("theft")."""


def mended(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """Contents cut where another verb's or the noun's clause begins; the further verbs become
    claims."""
    if not page.doc.has_annotation("DEP"):
        return attributions
    out: list[Attribution] = []
    taken = Taken(page.text, attributions)
    for attribution in attributions:
        for part in _unmixed(page, attribution, taken):
            within = _within_noun(page, part)
            out.extend(_split(page, within, taken, within if within is attribution else None))
    return out


def added(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """Claims of cue nouns, adverbs, impersonal phrases and reporting verbs where nothing was
    found."""
    out = list(attributions)
    taken = Taken(page.text, out)
    for new in (*_impersonal(page), *_parsed(page)):
        size = sum(letters(page.text, span) for span in new.content)
        least = MIN_THING_LETTERS if OF_NOUN in new.reasons else MIN_CONTENT_LETTERS
        if (
            size >= least
            and taken.free(*parts(new))
            and not any(page.skipped(span) for span in parts(new))
        ):
            out.append(new)
            taken.add(new)
    return out


def _cue_token(page: Page, attribution: Attribution) -> Token | None:
    """The last word of a cue that the text keeps in one piece."""
    tokens = numbers(page.doc, *attribution.cue[-1]) if attribution.cue else None
    return page.doc[tokens[1] - 1] if tokens else None


def _within_noun(page: Page, attribution: Attribution) -> Attribution:
    """Cuts a content behind a cue noun at the end of the noun's own clause."""
    noun = _cue_token(page, attribution)
    if noun is None or noun.dep_ not in NOMINAL or len(attribution.content) != 1:
        return attribution
    start, end = attribution.content[0]
    edge = noun.right_edge
    stop = edge.idx + len(edge)
    of = noun.lower_ in words("shapes", "nouns_of") and page.text[
        noun.idx + len(noun) : start
    ].strip(" ") in ("of", "")
    if of and start < end < stop and page.text[end:stop].count("\n") == 0 and _before_of(noun):
        return changed(attribution, NOUN, content=(page.trim(Span(start, stop)),))
    if (
        noun.head.i > edge.i
        and start < stop < end
        and letters(page.text, Span(start, stop)) >= MIN_CONTENT_LETTERS
    ):
        return changed(attribution, NOUN, content=(page.trim(Span(start, stop)),))
    return attribution


def _split(
    page: Page, attribution: Attribution, taken: Taken, own: Attribution | None
) -> list[Attribution]:
    """The attribution up to the first further verb of its subject, and one claim for each such
    verb; own may have taken the verbs."""
    verb = _cue_token(page, attribution)
    if verb is None or not attribution.source or not attribution.content:
        return [attribution]
    last = attribution.content[-1]
    further = [
        t for t in _chained(verb) if last.start < t.idx < last.end and not page.quoted(t.idx)
    ]
    further = [t for t in further if taken.free(span_of(t, t), but=own)]
    if not further:
        return [attribution]
    cut = page.trim(Span(last.start, _before(further[0])), " ,")
    if letters(page.text, cut) < MIN_CUT_LETTERS:
        return [attribution]
    out = [changed(attribution, CHAIN, content=(*attribution.content[:-1], cut))]
    for token, nxt in zip(further, [*further[1:], None], strict=True):
        end = _before(nxt) if nxt is not None else last.end
        content = page.trim(Span(token.idx + len(token), end), " ,")
        if letters(page.text, content) >= MIN_CONTENT_LETTERS:
            out.append(claim([content], [span_of(token, token)], attribution.source, why=CHAIN))
    return out


def _unmixed(page: Page, attribution: Attribution, taken: Taken) -> list[Attribution]:
    """A piece that an earlier verb of the chain brings is that verb's claim, not the later
    one's."""
    if len(attribution.content) < 2 or not attribution.cue or not attribution.source:
        return [attribution]
    for piece in attribution.content:
        first, _ = numbers(page.doc, *piece) or (0, 0)
        verb = page.doc[first - 1] if first else None
        before = (
            verb is not None
            and attribution.source[0].end <= verb.idx
            and piece.end <= attribution.cue[0].start
        )
        if (
            verb is not None
            and before
            and verb.lower_ in words("shapes", "chain")
            and taken.free(span_of(verb, verb))
        ):
            rest = tuple(s for s in attribution.content if s != piece)
            own = claim([piece], [span_of(verb, verb)], attribution.source, why=CHAIN)
            return [own, changed(attribution, CHAIN, content=rest)]
    return [attribution]


def _chained(verb: Token) -> Iterator[Token]:
    """Verbs coordinated with a verb, or with an "is" or "was" of its clause, that have no subject
    of their own."""
    clause = [
        c
        for child in children(verb)
        if child.dep_ == "ccomp" and child.lower_ in words("shapes", "copulas")
        for c in child.conjuncts
    ]
    for token in sorted((*verb.conjuncts, *clause), key=lambda t: t.i):
        own = any(c.dep_ in SUBJECTS for c in children(token))
        if token.i > verb.i and token.lower_ in words("shapes", "chain") and not own:
            yield token


def _before(token: Token) -> int:
    """Where the words that lead up to a coordinated verb begin."""
    i = token.i
    while i > 0 and (
        token.doc[i - 1].lower_ in ("and", "but", "or", ",") or token.doc[i - 1].dep_ == "advmod"
    ):
        i -= 1
    return int(token.doc[i].idx)


def _impersonal(page: Page) -> Iterator[Attribution]:
    verbs = alternation(listed("shapes", "impersonal"))
    helpers = alternation(listed("shapes", "impersonal_helpers"))
    pattern = re.compile(rf"\b[Ii]t (?:(?:{helpers}) )*(?:{verbs}) that\s+")
    for match in pattern.finditer(page.text):
        stop = re.compile(r"[.!?](?=[\s”\"]|$)|[\r\n]|$").search(page.text, match.end())
        if stop and stop.start() > match.end():
            cue = page.trim(Span(*match.span()))
            yield claim([page.trim(Span(match.end(), stop.start()))], [cue], why=IMPERSONAL)


def _parsed(page: Page) -> Iterator[Attribution]:
    if not page.doc.has_annotation("DEP"):
        return
    for token in tokens_among(
        page.doc, words("shapes", "adverbs") | words("shapes", "nouns") | missed_verbs.verbs()
    ):
        low = token.lower_
        if low in words("shapes", "adverbs"):
            yield from _of_adverb(page, token)
        elif low in words("shapes", "nouns") and (token.dep_ in NOMINAL or _before_of(token)):
            yield from _of_noun(page, token)
        if token.dep_ in VERBAL:
            yield from missed_verbs.of_verb(page, token)


def _before_of(token: Token) -> bool:
    """Whether "of" follows, which shows a noun that the tagger took for a verb."""
    return (
        token.lower_ in words("shapes", "nouns_of")
        and token.i + 1 < len(token.doc)
        and token.nbor().lower_ == "of"
    )


def _of_adverb(page: Page, adverb: Token) -> Iterator[Attribution]:
    """The clause around "allegedly", without its first conjunction."""
    head = adverb.head
    if page.quoted(adverb.idx):
        return
    while head.dep_ not in VERBAL and head.head is not head:
        head = head.head
    first, last = head.left_edge, head.right_edge
    before = page.trim(Span(first.idx, adverb.idx), ' ,;“"')
    after = page.trim(Span(adverb.idx + len(adverb), last.idx + len(last)), ' ,;.!?”"')
    content = [s for s in (before, after) if s.start < s.end]
    if content and "\n" not in page.text[content[0].start : content[-1].end]:
        yield claim(content, [span_of(adverb, adverb)], why=ADVERB)


def _of_noun(page: Page, noun: Token) -> Iterator[Attribution]:
    """ "Claims of fraud", "the board's announcement that …"."""
    if page.quoted(noun.idx):
        return
    owner = next((c for c in children(noun) if c.dep_ == "poss"), None)
    source = [phrase(owner)] if owner is not None else []
    for child in children(noun):
        of = (
            child.dep_ == "prep"
            and child.lower_ == "of"
            and noun.lower_ in words("shapes", "nouns_of")
        )
        that = child.dep_ in ("acl", "ccomp") and child.left_edge.lower_ == "that"
        if child.i > noun.i and (of or that) and child.right_edge.i > child.i:
            first = child.nbor() if of else child.left_edge
            last = (
                max((c.right_edge for c in children(noun) if c.dep_ == "prep"), key=lambda t: t.i)
                if of
                else None
            )
            content = page.trim(span_of(first, last or child.right_edge), " ,.")
            yield claim([content], [span_of(noun, child if of else noun)], source, why=OF_NOUN)
            return
