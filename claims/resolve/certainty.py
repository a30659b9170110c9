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
_CAPITAL = re.compile(r"(?<![\w’'-])[A-ZÀ-Þ][\w’'-]*")
_ODD = re.compile(r"[“”\"0-9]|-[A-Z]|[a-z][A-Z]{2}")


def features(speaker: Speaker, phrase: str, index: Index) -> dict[str, float]:
    """Every feature by its name in certainty.json; phrase is the source as written."""
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
    }


def _left_out(first: str) -> list[str]:
    """The capitalised words of a source's first part that are no titles and open no sentence."""
    found = _CAPITAL.findall(first)
    titles = words("titles", "titles", "offices", "occupations", "honorifics")
    return [w for w in found if fold_mention(w) not in titles | {"the", "a", "an"}]


def _is_common(word: str, text: str) -> bool:
    """Whether the article writes the last word of a name small too."""
    return word in text and bool(re.search(rf"(?<![\w’'-]){re.escape(word)}(?![\w’'-])", text))


def fitted(speaker: Speaker, phrase: str, index: Index) -> Speaker:
    """The speaker with the fitted confidence; one without a name, or of several, keeps its own."""
    if speaker.name is None or speaker.kind == "joint":
        return speaker
    weights: dict[str, float] = load("certainty")["weights"]
    given = features(speaker, phrase, index)
    value = math.fsum(weights[name] * amount for name, amount in given.items())
    return replace(speaker, confidence=round(1 / (1 + math.exp(-value)), 3))
