"""Whom a surname alone means where two people of the article bear it. Which names are one person's
is decided in people.py."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from claims.folding import fold_mention
from claims.resolve.mentions.mention import Mention
from claims.resolve.mentions.names import clean, strip_title
from claims.resolve.mentions.people import People

FADING_CHARACTERS = 120
"""Code points after which a name given in full has lost most of its pull."""
_SUBJECT, _BESIDE = 1.2, 0.4
"""The pull of a name given in full right before, as a subject and otherwise."""
_MARITAL = ("mrs", "miss")
"""Forms of address of which a text gives each woman of one surname another; "Ms" is for both."""
_GOES_ON, _FIRST, _OFTEN = 1.0, 0.1, 0.5
"""What it counts that the surname meant this one last, that this one is named first, and how often
this one is named in full."""


def settled(text: str, mentions: Sequence[Mention], people: People) -> list[Mention]:
    """The mentions, each surname that several bear given to the one whom the text goes on with."""
    by_given = _by_given_name(text, mentions)
    women = dict[tuple[str, str], str]()
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
            mark = next((w for w in fold_mention(title).split() if w in _MARITAL), "")
            others = by_given | {n for (of, m), n in women.items() if of == surname and m != mark}
            fit = [n for n in fit if n not in (others if mark else by_given)] or fit
            known = [n for n in fit if counts[n]] or fit
            if any(counts[n] for n in known) or len(known) == 1:
                last = meant.get(surname)
                pulls = {n: _pull(n, mention, clear, counts, last) for n in known}
                best = max(known, key=lambda n: (pulls[n], -known.index(n)))
                mention = mention._replace(name=best)
            meant[surname] = mention.name
            women |= {(surname, mark): mention.name} if mark else {}
        elif mention.kind == "person":
            clear.append(mention)
            counts[mention.name] += 1
        out.append(mention)
    return out


def _by_given_name(text: str, mentions: Sequence[Mention]) -> frozenset[str]:
    """The people whom the text calls by the given name, no less often than it has the surname alone: that is
    another's."""
    given, surnames = Counter[str](), Counter[str]()
    for mention in mentions:
        written = clean(text[mention.start : mention.end])
        if surname := _surname_alone(text, mention):
            surnames[surname] += 1
        elif " " in mention.name and written == mention.name.split()[0]:
            given[mention.name] += mention.kind == "person"
    return frozenset(n for n, times in given.items() if times >= max(1, surnames[n.split()[-1]]))


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
