"""What a claim rejects, and whose it is: "I disavow these comments", "such a ban is unacceptable".

Two people who reject one act share no words, so likeness of words (comparison.py) never joins them.
Whether two claims are one proposition is decided in pair_model.py.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claims.corroborate.model import StatedClaim
from claims.ids import name_key
from claims.rules.lists import load

BEFORE, AFTER, CUE = 600, 120, 40
"""Characters around a claim in which its target is looked for, and before its content in which its
cue stands."""
FULL_NAME = re.compile(r"\b[A-Z][\w’'-]*\.? (?:[A-Z]\. )?([A-Z][a-z][\w’-]+)")
NEGATED = re.compile(r"(?:\b(?:not|never|no|hardly)|n['’]t)(?:\s+\w+){0,2}\s*$", re.IGNORECASE)
SENTENCE = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+|\s…\s|\n+")
TOLD = re.compile(
    r"\b([A-Z][\w’-]+) (?:said|says|claimed|claims|told|asserted|argued|alleged|suggested|accused|called|wrote)\b"
)
PASSED_ON = re.compile(r"\b(?:to say|say|says|said|saying|calls|called|calling)\b", re.IGNORECASE)
"""Words after which a judgement of a person is another's."""
VERB = re.compile(
    r"disavow|reject|condemn|denounc|repudiat|deplor\w*(?<!able)$|disagree", re.IGNORECASE
)
OWN = re.compile(
    r"\b(?:my|our) (?:[\w-]+ ){0,2}(?:remarks?|comments?|statements?|words|proposals?|plans?|decisions?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Appraisal:
    """What is said of somebody or of what he said, proposed or decided."""

    what: str
    """rejected, untrue, unfit or untempered."""
    target: str
    """Folded last name of whoever it is about."""
    words: str
    """The words that show it."""


def appraisals(claim: StatedClaim, text: str) -> tuple[Appraisal, ...]:
    """Every rejection in the claim's content or in the words that attribute it; none where its
    target is open."""
    if not claim.content:
        return ()
    start = claim.content[0].start
    found = _appraised(claim.quote, text[max(0, start - CUE) : start])
    made = (
        Appraisal(what, _target(claim, what, sentence, text), words)
        for what, words, sentence in found
    )
    return tuple({appraisal.what: appraisal for appraisal in made if appraisal.target}.values())


def shared(
    ones: tuple[Appraisal, ...], others: tuple[Appraisal, ...]
) -> tuple[Appraisal, Appraisal] | None:
    """An appraisal that both make of one person."""
    return next(
        ((a, b) for a in ones for b in others if (a.what, a.target) == (b.what, b.target)), None
    )


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{load('appraisals')[name]['pattern']}(?!\w)", re.IGNORECASE)


@cache
def _possessed() -> re.Pattern[str]:
    """A name with an act of its own: "Hale's latest proposal", "what Hale said"."""
    acts = load("appraisals")["acts"]["pattern"]
    said = r"(?:what|than) (?:\w+\. )?([A-Z][\w-]+) (?:said|says|is saying|did)"
    return re.compile(rf"([A-Z][\w-]+)[’'‘]s (?:[\w-]+ ){{0,3}}?{acts}\b|{said}\b")


def _appraised(quote: str, cue: str) -> Iterator[tuple[str, str, str]]:
    """What the sentences say of acts and persons, the words that show it, and the sentence."""
    sentences = [sentence for sentence in SENTENCE.split(quote) if sentence.strip()]
    for sentence in sentences:
        for what in ("untempered", "unfit", "untrue"):
            found = _pattern(what).search(sentence)
            passed_on = found and what != "untrue" and PASSED_ON.search(sentence[: found.start()])
            if found and not passed_on and (what == "untrue" or _named("office", sentence)):
                yield what, found[0], sentence
                break
        words = _rejecting(sentence)
        if (
            words
            and not OWN.search(sentence)
            and (_named("acts", sentence) or _named("said", sentence))
        ):
            yield "rejected", words, sentence
    words = _rejecting(cue)
    if words and sentences and _named("acts", sentences[0]) and not OWN.search(sentences[0]):
        yield "rejected", words, sentences[0]


def _named(what: str, sentence: str) -> bool:
    return _pattern(what).search(sentence) is not None


def _rejecting(text: str) -> str:
    """The last rejecting word that nothing negates and that does more than describe in passing:
    "divisive rhetoric"."""
    kept = ""
    for found in _pattern("rejected").finditer(text):
        passing = not VERB.match(found[0]) and _pattern("acts").match(text[found.end() :].lstrip())
        if not passing and not NEGATED.search(text[: found.start()]):
            kept = found[0]
    return kept


def _target(claim: StatedClaim, what: str, sentence: str, text: str) -> str:
    """Whose act it is: the name that has it, else a name in the sentence, else the most frequent
    one around."""
    skipped = {
        *name_key(claim.speaker or claim.mention).split(),
        *load("appraisals")["nobody"]["words"],
    }
    around = text[max(0, claim.content[0].start - BEFORE) : claim.content[-1].end + AFTER]
    told = [
        key
        for m in TOLD.finditer(around[: -AFTER - len(claim.quote)])
        if (key := name_key(m[1])) not in skipped
    ]
    if what == "untrue" and told:
        return told[-1]
    for where in (sentence, around):
        named = [name_key(m[1] or m[2]) for m in _possessed().finditer(where)]
        if kept := [name for name in named if name not in skipped]:
            return kept[-1]
    lasts = {m[1] for m in FULL_NAME.finditer(text)} - {
        word.title() for word in re.findall(r"\b[a-z]+\b", text)
    }
    for words in (
        [m[1] for m in FULL_NAME.finditer(sentence)],
        re.findall(r"\b[A-Z][\w-]+", around),
    ):
        counts = Counter(
            key for word in words if word in lasts and (key := name_key(word)) not in skipped
        )
        if counts:
            return counts.most_common(1)[0][0]
    return ""
