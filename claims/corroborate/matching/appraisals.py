"""What a claim rejects, and whose it is: "I disavow these comments", "such a ban is unacceptable".

Two people who reject one act share no words, so likeness of words (comparison.py) never joins them.
Whether two claims are one proposition is decided in pair_model.py.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from claims.corroborate.matching.appraisal_wording import (
    ACT,
    FULL_NAME,
    NEGATED,
    OFFICE,
    OWN_ACT,
    PASSED_ON,
    POSSESSED,
    REJECTING,
    REJECTING_VERBS,
    SAID,
    TOLD,
    UNFIT,
    UNTEMPERED,
    UNTRUE,
)
from claims.corroborate.model import StatedClaim
from claims.folding import name_key
from claims.rules.lists import words

AppraisalKind = Literal["rejected", "untrue", "unfit", "untempered"]

CHARACTERS_BEFORE, CHARACTERS_AFTER = 600, 120
"""Characters around a claim in which its target is looked for: a paragraph or two before it, and
the rest of its sentence."""
CUE_CHARACTERS = 40
"""Characters before a content in which its cue stands."""
SENTENCE_BREAK = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+|\s…\s|\n+")
CHARGES: tuple[tuple[AppraisalKind, re.Pattern[str]], ...] = (
    ("untempered", UNTEMPERED),
    ("unfit", UNFIT),
    ("untrue", UNTRUE),
)
"""In the order in which they are tried: "temperamentally unfit" is no plain "unfit"."""


@dataclass(frozen=True)
class Appraisal:
    """What is said of somebody or of what he said, proposed or decided."""

    kind: AppraisalKind
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
    targeted = (
        Appraisal(kind, _target(claim, kind, sentence, text), shown)
        for kind, shown, sentence in _appraised(
            claim.quote, text[max(0, start - CUE_CHARACTERS) : start]
        )
    )
    return tuple({appraisal.kind: appraisal for appraisal in targeted if appraisal.target}.values())


def shared_appraisal(
    left: tuple[Appraisal, ...], right: tuple[Appraisal, ...]
) -> tuple[Appraisal, Appraisal] | None:
    """An appraisal that both make of one person."""
    return next(
        ((a, b) for a in left for b in right if (a.kind, a.target) == (b.kind, b.target)), None
    )


def _appraised(quote: str, cue: str) -> Iterator[tuple[AppraisalKind, str, str]]:
    """What the sentences say of acts and persons, the words that show it, and the sentence."""
    sentences = [sentence for sentence in SENTENCE_BREAK.split(quote) if sentence.strip()]
    for sentence in sentences:
        yield from _charge(sentence)
        rejecting = _rejecting(sentence)
        if rejecting and not OWN_ACT.search(sentence) and _speaks_of_act(sentence):
            yield "rejected", rejecting, sentence
    rejecting = _rejecting(cue)
    if rejecting and sentences and ACT.search(sentences[0]) and not OWN_ACT.search(sentences[0]):
        yield "rejected", rejecting, sentences[0]


def _charge(sentence: str) -> Iterator[tuple[AppraisalKind, str, str]]:
    """The one charge of untruth or unfitness that a sentence makes, with its words and the
    sentence."""
    for kind, pattern in CHARGES:
        match = pattern.search(sentence)
        if match is None:
            continue
        of_person = kind != "untrue"
        if of_person and (
            PASSED_ON.search(sentence[: match.start()]) or not OFFICE.search(sentence)
        ):
            continue
        yield kind, match[0], sentence
        return


def _speaks_of_act(sentence: str) -> bool:
    return bool(ACT.search(sentence) or SAID.search(sentence))


def _rejecting(text: str) -> str:
    """The last rejecting word that nothing negates and that does more than describe in passing:
    "divisive rhetoric"."""
    last = ""
    for match in REJECTING.finditer(text):
        in_passing = match[0].lower() not in REJECTING_VERBS and ACT.match(
            text[match.end() :].lstrip()
        )
        if not in_passing and not NEGATED.search(text[: match.start()]):
            last = match[0]
    return last


def _target(claim: StatedClaim, kind: AppraisalKind, sentence: str, text: str) -> str:
    """Whose act it is: the name that has it, else a name in the sentence, else the most frequent
    one around."""
    nobody = {*name_key(claim.speaker or claim.mention).split(), *words("appraisals", "nobody")}
    around = text[
        max(0, claim.content[0].start - CHARACTERS_BEFORE) : claim.content[-1].end
        + CHARACTERS_AFTER
    ]
    before = around[: -CHARACTERS_AFTER - len(claim.quote)]
    told = _keys((match[1] for match in TOLD.finditer(before)), nobody)
    if kind == "untrue" and told:
        return told[-1]
    for stretch in (sentence, around):
        owners = _keys((match[1] or match[2] for match in POSSESSED.finditer(stretch)), nobody)
        if owners:
            return owners[-1]
    return _most_named(sentence, around, text, nobody)


def _keys(names: Iterable[str], left_out: Collection[str]) -> list[str]:
    """The folded names but for some."""
    return [key for name in names if (key := name_key(name)) not in left_out]


def _most_named(sentence: str, around: str, text: str, nobody: Collection[str]) -> str:
    """The last name that stands most often in the sentence, else in the words around; "" where
    none does."""
    last_names = {match[1] for match in FULL_NAME.finditer(text)} - {
        word.title() for word in re.findall(r"\b[a-z]+\b", text)
    }
    for candidates in (
        [match[1] for match in FULL_NAME.finditer(sentence)],
        re.findall(r"\b[A-Z][\w-]{1,60}", around),
    ):
        counts = Counter(_keys((name for name in candidates if name in last_names), nobody))
        if counts:
            return counts.most_common(1)[0][0]
    return ""
