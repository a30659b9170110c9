"""How sure a name is, by one fitted figure over what the rules, the source and the article say; who is
meant is decided before.

The weights are trained on labelled sources (training/certainty.py).
"""

from __future__ import annotations

import math
import re
from dataclasses import replace

from claims.folding import fold_mention
from claims.model import Speaker
from claims.resolve.article import first_person
from claims.resolve.mentions.index import Index
from claims.rules.lists import load, words

LEAST, MOST = 0.3, 0.98
"""Between which a rule's own confidence counts."""
MANY = 3
"""Mentions from which more show no more."""
MENTIONS_BEFORE, CHARACTERS, NOWHERE = 40, 300, 2000
"""Within how many mentions a name is looked for, what counts as near, and how far one is that is not
there."""
_CAPITAL = re.compile(r"(?<![\w’'-])[A-ZÀ-Þ][\w’'-]*")
_OWNER = re.compile(r"['’]s? ")
_ANOTHER = re.compile(r"(?:\band|,|&) (?:[a-z]+ )?[A-Z]")
_ODD = re.compile(r"[“”\"0-9]|-[A-Z]|[a-z][A-Z]{2}")


def features(speaker: Speaker, phrase: str, index: Index, at: int) -> dict[str, float]:
    """Every feature by its name in certainty.json; phrase is the source as written, which begins at a
    position."""
    name = speaker.name or ""
    own, said = fold_mention(name).split(), fold_mention(phrase).split()
    first = re.split(r",| \(|\n", phrase)[0]
    pronoun = first_person.is_pronoun(phrase.strip(" ,'’s").casefold()) or len(said) == 0
    person = speaker.kind == "person"
    left_out = [w for w in _left_out(first) if not {*fold_mention(w).split()} & {*own}]
    shown = not pronoun and bool({*own} & {*said})
    raw = min(MOST, max(LEAST, speaker.confidence))
    return {
        "bias": 1.0,
        "rule": math.log(raw / (1 - raw)),
        "pronoun": float(pronoun),
        "pronoun, far": _far(name, index, at) if pronoun else 0.0,
        "described": float(not pronoun and not shown),
        "one word": float(len(own) == 1),
        "one word, person": float(len(own) == 1 and person),
        "a body": float(not person),
        "mentions": math.log1p(min(MANY, index.counts[name])),
        "first name known": float(
            person and bool(own) and own[0] in words("names", "male", "female", "either")
        ),
        "capitals left out": float(min(2, len(left_out))) * shown,
        "odd": float(bool(_ODD.search(name))),
        "common word": float(shown and bool(own) and _is_common(own[-1], index.text)),
    } | _of_form(name, own, phrase, index, person)


def _far(name: str, index: Index, at: int) -> float:
    """How far before a position the name stands last."""
    last = next((m.start for m in index.before(at, MENTIONS_BEFORE) if m.name == name), None)
    return math.log1p((at - last if last is not None else NOWHERE) / CHARACTERS)


def _of_form(
    name: str, own: list[str], phrase: str, index: Index, person: bool
) -> dict[str, float]:
    """What shows that something is glued to a name, or that it stands for several."""
    firsts = words("names", "male", "female", "either")
    written = index.text.count(name) if name else 0
    glued = person and len(own) > 2 and own[0] not in firsts and bool({*own[1:-1]} & firsts)
    without = phrase.replace(name.split()[-1], "") if name else phrase
    return {
        "first name inside": float(glued),
        "owner inside": float(bool(_OWNER.search(name))),
        "several": float(" and " in without and bool(_ANOTHER.search(without))),
        "whole never": float(written == 0),
        "whole once": float(written <= 1 < min(MANY, index.counts[name]) and len(own) > 1),
    }


def _left_out(first: str) -> list[str]:
    """The capitalised words of a source's first part that are no titles and open no sentence."""
    found = _CAPITAL.findall(first)
    titles = words("titles", "titles", "offices", "occupations", "honorifics")
    return [w for w in found if fold_mention(w) not in titles | words("function_words", "articles")]


def _is_common(word: str, text: str) -> bool:
    """Whether the article writes the last word of a name small too."""
    return word in text and bool(re.search(rf"(?<![\w’'-]){re.escape(word)}(?![\w’'-])", text))


def fitted(speaker: Speaker, phrase: str, index: Index, at: int) -> Speaker:
    """The speaker with the fitted confidence; one without a name, or of several, keeps its own."""
    if speaker.name is None or speaker.kind == "joint":
        return speaker
    weights: dict[str, float] = load("certainty")["weights"]
    given = features(speaker, phrase, index, at)
    value = math.fsum(weights[name] * amount for name, amount in given.items())
    return replace(speaker, confidence=round(1 / (1 + math.exp(-value)), 3))
