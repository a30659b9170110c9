"""What kind of saying a claim is: a statement, an attitude, an intention, a demand, or none ("announced the
news", "it"); nothing about stances beyond taking them in, and nothing is dropped here.

A logistic regression over what the text shows, here and in saying_shape.py; its weights stand in
claims/rules/en/saying_weights.json and are fitted by training/sayings.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, get_args

import numpy as np
from numpy.typing import NDArray

from claims.detect.saying_shape import shape_of
from claims.detect.words import lexicon, words_of
from claims.model import Attribution, Span, Stance
from claims.rules.lists import listed, load, words
from claims.rules.vocabulary import Kind, SayingName, saying_of_stance
from claims.tokens import covering, text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NAMES = get_args(SayingName)
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
POINTERS = frozenset({"PRP", "PRP$", "DT", "WP"})
SHORT_WORDS, LONG_WORDS, MANY_TOKENS = 3, 12, 5


def saying_of(doc: Doc, attribution: Attribution, stance: Stance, kind: Kind) -> SayingName:
    """The likeliest kind of saying; "none" only where that is nearly sure, for what is a claim must not
    be kept from anybody."""
    if not doc.has_annotation("DEP"):
        return saying_of_stance(stance.stance)
    chances = probabilities(measures(doc, attribution, stance, kind))
    if chances["none"] >= load("saying_weights")["cutoff"]:
        return "none"
    return max((name for name in NAMES if name != "none"), key=lambda name: chances[name])


def probabilities(shown: Mapping[str, float]) -> dict[SayingName, float]:
    """How likely each kind is, given what the text shows."""
    places, weights = _weights()
    known = shown.keys() & places.keys()
    signs = np.zeros(len(places))
    signs[[places[name] for name in known]] = [shown[name] for name in known]
    odds = signs @ weights
    chances = np.exp(odds - odds.max())
    return dict(zip(NAMES, (chances / chances.sum()).tolist(), strict=True))


@lru_cache(maxsize=1)
def _weights() -> tuple[dict[str, int], NDArray[np.float64]]:
    table = load("saying_weights")["weights"]
    places = {name: place for place, name in enumerate(table)}
    return places, np.array([table[name] for name in table], float).reshape(-1, len(NAMES))


def measures(doc: Doc, a: Attribution, stance: Stance, kind: Kind) -> dict[str, float]:
    """What the text shows of a claim, by name; what is not named is 0."""
    shown = {
        "bias",
        f"stance {stance.stance}",
        f"kind {kind}",
        *(["negative"] if stance.polarity == "negative" else []),
        *_of_cue(doc, a),
        *_of_content(doc, a),
        *_of_source(doc, a),
        *shape_of(*(_tokens(doc, part) for part in (a.cue, a.content, a.source))),
    }
    shown |= set(_together(shown))
    return dict.fromkeys(sorted(shown), 1.0) | {"doubt": 1 - a.confidence}


def _together(shown: set[str]) -> Iterator[str]:
    """What says more together than apart."""
    bare = "no clause" in shown
    for name in ("cue of a deed", "cue on a topic"):
        if name in shown:
            yield f"{name}, {'no clause' if bare else 'clause'}"
    if not bare:
        return
    yield from (f"{name}, no clause" for name in shown if name.startswith("verb "))
    if "stance assert" in shown:
        yield "asserted without a clause"
        if "no verb" in shown:
            yield "asserted without a verb"
    for name in ("content short", "content of one word", "cue ends in a preposition"):
        if name in shown and "kind indirect" in shown:
            yield f"{name}, no clause"


def _of_cue(doc: Doc, attribution: Attribution) -> Iterator[str]:
    tokens = _tokens(doc, attribution.cue)
    if not tokens:
        yield "cue none"
        return
    verbs = [token for token in tokens if token.tag_.startswith("VB")]
    yield f"cue {verbs[-1].tag_ if verbs else tokens[-1].tag_[:2]}"
    yield f"cue of {min(len(tokens), MANY_TOKENS)}"
    if any(t.tag_ == "VBN" for t in verbs) and any(t.dep_ == "auxpass" for t in tokens):
        yield "cue passive"
    if tokens[-1].lower_ in words("sayings", "prepositions"):
        yield "cue ends in a preposition"
    if tokens[0].lower_ == "to" or any(t.tag_ == "MD" for t in tokens):
        yield "cue not yet"
    yield from _of_lists(text_of(doc)[attribution.cue[0].start : attribution.cue[-1].end])


def _of_lists(cue: str) -> Iterator[str]:
    spoken = words_of(cue)
    if words("shapes", "clause_cues") & set(spoken[-1:]):
        yield "cue says"
    if words("shapes", "acting") & set(spoken):
        yield "cue acts"
    deeds, topics = _forms()
    if any(word in deeds for word in spoken):
        yield "cue of a deed"
    if any(word in topics for word in spoken):
        yield "cue on a topic"


@lru_cache(maxsize=1)
def _forms() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Every form of the verbs of deeds, and of those of speaking on a topic."""
    irregular = load("sayings")["irregular"]["forms"]
    deeds, topics = listed("sayings", "deeds"), listed("sayings", "topics")
    return tuple(  # type: ignore[return-value]
        lexicon(verbs, {verb: irregular[verb] for verb in verbs if verb in irregular})
        for verbs in (deeds, topics)
    )


def _of_content(doc: Doc, attribution: Attribution) -> Iterator[str]:
    tokens = _tokens(doc, attribution.content)
    said = [token for token in tokens if token.is_alpha or token.like_num]
    if attribution.cue and attribution.content[0].start < attribution.cue[0].start:
        yield "content first"
    if len(attribution.content) > 1:
        yield "in pieces"
    yield f"content {_length(len(said))}"
    clause = any(t.dep_ in SUBJECTS and _finite(t.head) for t in tokens)
    yield "clause" if clause else "no clause"
    if not any(t.tag_.startswith("VB") or t.tag_ == "MD" for t in tokens):
        yield "no verb"
    if said:
        yield from _opening(said, clause=clause)


def _length(count: int) -> str:
    if count < 2:
        return "of one word"
    return "short" if count <= SHORT_WORDS else "long" if count > LONG_WORDS else "middling"


def _opening(said: list[Token], *, clause: bool) -> Iterator[str]:
    """How a content begins, and whether it only points elsewhere."""
    first, few = said[0], len(said) <= SHORT_WORDS
    if first.lower_ in words("sayings", "openers"):
        yield f"opens with {first.lower_}"
    elif first.lower_ in words("sayings", "question_words"):
        yield "opens a question"
    elif first.tag_ == "VBG":
        yield "opens with -ing"
    elif first.lower_ in words("sayings", "pointing") and len(said) < SHORT_WORDS:
        yield "points"
    elif first.tag_.startswith("NNP") and few and not clause:
        yield "a name"
    if few and all(token.tag_ in POINTERS for token in said):
        yield "pronouns alone"
    if first.tag_.startswith("VB") and first.tag_ != "VBG":
        yield "opens with a verb"


def _of_source(doc: Doc, attribution: Attribution) -> Iterator[str]:
    tokens = _tokens(doc, attribution.source)
    if not tokens:
        yield "source none"
        return
    if len(tokens) == 1 and tokens[0].tag_ in ("WP", "WDT"):
        yield "source relative"
    if tokens[0].lower_ in words("sayings", "own"):
        yield "source own"
    if attribution.cue and attribution.source[0].start > attribution.cue[0].start:
        yield "source behind"


def _tokens(doc: Doc, spans: Iterable[Span]) -> list[Token]:
    return [token for start, end in spans for token in covering(doc, start, end) or ()]


def _finite(head: Token) -> bool:
    helpers = (c for c in head.children if c.dep_.startswith("aux"))
    return head.tag_ in FINITE or any(helper.tag_ in FINITE for helper in helpers)
