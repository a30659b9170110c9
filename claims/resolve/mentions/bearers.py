"""Whom a surname alone means where two people of the article bear it. Which names are one person's
is decided in people.py."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from claims.resolve.mentions.mention import Mention
from claims.resolve.mentions.names import clean, strip_title
from claims.resolve.mentions.people import People

FADING_CHARACTERS = 120
"""Code points after which a name given in full has lost most of its pull."""
_SUBJECT, _BESIDE = 1.2, 0.4
"""The pull of a name given in full right before, as a subject and otherwise."""
_GOES_ON, _FIRST, _OFTEN = 1.0, 0.1, 0.5
"""What it counts that the surname meant this one last, that this one is named first, and how often
this one is named in full."""


def settled(text: str, mentions: Sequence[Mention], people: People) -> list[Mention]:
    """The mentions, each surname that several bear given to the one whom the text goes on with."""
    clear: list[Mention] = []
    counts: Counter[str] = Counter()
    meant: dict[str, str] = {}
    out: list[Mention] = []
    for mention in mentions:
        surname = _surname_alone(text, mention)
        rivals = people.rivals(mention.name) if surname else []
        if rivals:
            title = strip_title(clean(text[mention.start : mention.end]))[0]
            fit = people.of_title([mention.name, *rivals], surname, title)
            known = [n for n in fit if counts[n]] or fit
            if len(known) > 1 and any(counts[n] for n in known):
                last = meant.get(surname)
                pulls = {n: _pull(n, mention, clear, counts, last) for n in known}
                mention = mention._replace(
                    name=max(known, key=lambda n: (pulls[n], -known.index(n)))
                )
            elif len(known) == 1:
                mention = mention._replace(name=known[0])
            meant[surname] = mention.name
        elif mention.kind == "person":
            clear.append(mention)
            counts[mention.name] += 1
        out.append(mention)
    return out


def _surname_alone(text: str, mention: Mention) -> str:
    """The surname that a mention gives and nothing else but a title; "" for any other."""
    if mention.kind != "person":
        return ""
    name = strip_title(clean(text[mention.start : mention.end]))[1]
    return name if name and " " not in name and name == mention.name.split()[-1] else ""


def _pull(
    name: str, mention: Mention, clear: Sequence[Mention], counts: Counter[str], last: str | None
) -> float:
    """How much speaks for one bearer at a place."""
    before = next((m for m in reversed(clear) if m.name == name), None)
    near = 0.0
    if before:
        weight = _SUBJECT if before.role == "subject" else _BESIDE
        near = weight * math.exp(-(mention.start - before.start) / FADING_CHARACTERS)
    bearers = (m.name for m in clear if m.name.split()[-1] == name.split()[-1])
    first = next(bearers, None) == name
    return near + _GOES_ON * (last == name) + _FIRST * first + _OFTEN * math.log1p(counts[name])
