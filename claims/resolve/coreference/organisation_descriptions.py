"""Which organisation "the bank", "the union", "the campaign" or "the daily" is. People do not
belong here."""

from __future__ import annotations

import re
from functools import cache

from claims.folding import fold_mention
from claims.resolve.mentions import outlets
from claims.resolve.mentions.index import Index, Mention
from claims.resolve.mentions.names import clean
from claims.resolve.model import Guess
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation

_CAMPAIGN = re.compile(
    r"\b([A-Z][\w.-]{1,60}(?: [A-Z][\w.-]{1,60})?)(?:['’]s?)? (?:presidential |re-election )?(campaign|team)\b"
)
_POLICE = re.compile(
    r"\b((?:[A-Z][\w-]{1,60} ){1,3})([Pp]olice)\b(?! (?:Chief|chief|officer|Officer))"
)
_CLUB = re.compile(r"(?:^|\w )[A-Z0-9]\w+[a-rt-z]s$")
_WRITTEN = re.compile(
    r"(?:the |a )?([A-Z][\w.&’'-]{0,60}(?: [\w.&’'-]{1,60}){0,3} "
    rf"(?:{alternation(listed('organisations', 'written_heads'))}))$"
)
_OWNED = re.compile(rf"(?:{alternation(listed('function_words', 'possessives'))}|[A-Z].*['’]s)\b")
_FIRM_BEFORE = re.compile(rf"\b(?:{alternation(listed('nominals', 'open_bodies'))}) $")
MIN_VALUE = 0.7
"""Below this value no body is near enough, or fits enough, to be meant."""
MENTIONS_BEFORE, MENTIONS_AFTER = 250, 12
"""How many mentions around a description are weighed when it means a body."""
FADING_CHARACTERS = 2500
"""Code points back after which a body counts for one point less."""
FADING_CHARACTERS_AHEAD = 800
"""Code points ahead for which a body counts for one point less."""
APPOSITION_CHARACTERS = 60
"""How far behind a name what it is may stand."""
NOUN_CHARACTERS, FIRM_CHARACTERS = 20, 24
"""How far before a name its noun, and any noun for a company, may begin."""


@cache
def _hints() -> dict[str, frozenset[str]]:
    rows = (row.split(": ") for row in words("nominals", "body_hints"))
    return {noun: frozenset(hints.split()) for noun, hints in rows}


def body(noun: str, phrase: str, index: Index, at: int) -> Guess | None:
    """The body of a kind that the article is speaking of at a position, None where it names
    none."""
    if noun in ("campaign", "team"):
        campaign = _last(_CAMPAIGN, index, at, "campaign")
        return campaign or (_club(index, at) if phrase.casefold() == "the team" else None)
    if noun == "police":
        return _last(_POLICE, index, at, "police")
    if written := _WRITTEN.match(phrase):
        return Guess(written[1], "organisation", 0.8, "A body as the text calls it.")
    return None if _OWNED.match(phrase) else _spoken_of(noun, phrase, index, at)


def _spoken_of(noun: str, phrase: str, index: Index, at: int) -> Guess | None:
    """The body that fits a noun best, by its name, its nearness and how much the article is about
    it."""
    extra = {fold_mention(w) for w in phrase.split()} - {noun, "the"}
    values: dict[str, float] = {}
    for mention in [*index.before(at, MENTIONS_BEFORE), *index.after(at, MENTIONS_AFTER)]:
        if mention.kind not in ("organisation", "state"):
            continue
        if (fit := _fit(noun, mention, index)) is None:
            continue
        fit += 0.5 * len(extra & {*fold_mention(mention.name).split()})
        value = fit + 0.2 * min(2.5, index.weight(mention.name)) - _fading(at - mention.start)
        value += {"subject": 0.25, "modifier": -0.2}.get(mention.role, 0.0)
        values[mention.name] = max(value, values.get(mention.name, -9.0))
    order = sorted(values, key=lambda n: (-values[n], n))
    if not order or values[order[0]] < MIN_VALUE:
        return None
    margin = values[order[0]] - values[order[1]] if len(order) > 1 else 1.5
    reason = f"The {noun} that the article speaks of before."
    runner_up = order[1] if len(order) > 1 else None
    return Guess(order[0], "organisation", _sure(noun, order[0], margin), reason, runner_up)


def _fading(characters_back: int) -> float:
    """What distance takes from a body's value; one named only later loses half a point at once."""
    if characters_back >= 0:
        return min(1.0, characters_back / FADING_CHARACTERS)
    return 0.5 - characters_back / FADING_CHARACTERS_AHEAD


def common(phrase: str, noun: str, index: Index) -> Guess | None:
    """The body that a phrase with this head noun calls by its common name: "the coast guard", "the city's
    ambulance service"."""
    folded = fold_mention(phrase)
    for name in sorted(index.bodies.institutions, key=len, reverse=True):
        within = folded.endswith((f"the {name}", f"'s {name}", f"s' {name}"))
        if folded == name or (within and noun in name.split()):
            return Guess(name, "organisation", 0.75, "A body that goes by its common name.")
    return None


def formal(noun: str, index: Index, at: int) -> Guess | None:
    """The body named before whose name ends or begins with a capitalised noun: "The Ministry" after
    its full name."""
    names = [m.name for m in index.before(at, MENTIONS_BEFORE) if _names_kind(noun, m)]
    order = list(dict.fromkeys(names))
    if not order:
        return None
    return Guess(
        order[0],
        "organisation",
        0.85,
        f"The {noun} that the article names.",
        order[1] if len(order) > 1 else None,
    )


def _club(index: Index, at: int) -> Guess | None:
    """The sports team that an article speaks of most before a position, by its plural name: "the
    Harriers"."""
    names = [
        m.name
        for m in index.before(at, MENTIONS_BEFORE)
        if m.kind == "organisation" and _CLUB.search(m.name)
    ]
    order = sorted(set(names), key=lambda n: (-names.count(n), names.index(n)))
    if not order or names.count(order[0]) < 2:
        return None
    other = order[1] if len(order) > 1 else None
    return Guess(order[0], "organisation", 0.6, "The team that the article is about.", other)


def named_so(noun: str, index: Index, at: int) -> Guess | None:
    """The body named before whose name ends in a noun: "the clinic" after "Tarn Valley Clinic"."""
    names = [
        m.name
        for m in index.before(at, MENTIONS_BEFORE)
        if m.kind == "organisation" and fold_mention(m.name).split()[1:][-1:] == [noun]
    ]
    if not names:
        return None
    other = next((name for name in names if name != names[0]), None)
    reason = f"The {noun} that the article names."
    return Guess(names[0], "organisation", 0.65 if other else 0.85, reason, other)


def _names_kind(noun: str, mention: Mention) -> bool:
    parts = fold_mention(mention.name).split()
    return (
        len(parts) > 1 and mention.kind != "person" and noun in (parts[0], parts[-1], *parts[:-1])
    )


def _sure(noun: str, name: str, margin: float) -> float:
    """Less sure where the name does not say what it is."""
    telling = noun in fold_mention(name) or _hints().get(noun, frozenset()) & {
        *fold_mention(name).split()
    }
    return 0.55 + (0.2 if telling else 0.08) * min(1.5, margin)


def _fit(noun: str, mention: Mention, index: Index) -> float | None:
    """How well a name fits a noun: 2 where the noun stands in it, less where nothing speaks against
    it."""
    folded = fold_mention(mention.name).split()
    if noun in folded or any(w.startswith(noun) and len(noun) > 3 for w in folded):
        return 2.0 if len(folded) > 1 else None
    if _hints().get(noun, frozenset()) & {*folded, fold_mention(mention.name)}:
        return 2.0
    fit = _fit_as_described(noun, mention, index)
    return _fit_undescribed(noun, mention, folded, index) if fit is None else fit


def _fit_as_described(noun: str, mention: Mention, index: Index) -> float | None:
    """How well a name fits a noun that the text writes beside it, None where it does not."""
    tail = index.text[mention.end : mention.end + APPOSITION_CHARACTERS]
    before = index.text[max(0, mention.start - NOUN_CHARACTERS) : mention.start]
    if before.endswith(f"{noun} ") and re.search(rf"\b{re.escape(noun)} $", before):
        return 2.2
    if noun in words("organisations", "companies") and _FIRM_BEFORE.search(
        index.text, max(0, mention.start - FIRM_CHARACTERS), mention.start
    ):
        return 1.6
    apposition = rf", (?:an?|the|another) (?:[\w-]{{1,60}} ){{0,4}}{re.escape(noun)}\b"
    return 2.2 if noun in tail and re.match(apposition, tail) else None


def _fit_undescribed(noun: str, mention: Mention, folded: list[str], index: Index) -> float | None:
    """How well a name fits a noun of which the text says nothing; None where something speaks
    against it."""
    other = {*folded} & (words("nominals", "bodies") | words("organisations", "political"))
    if (
        mention.kind == "state"
        or other
        or outlets.is_outlet(mention.name)
        or noun not in words("nominals", "open_bodies")
    ):
        return None
    company = noun in words("organisations", "companies")
    if index.counts[mention.name] < 2 and not (company and _only(mention, index)):
        return None
    return 0.9 if company else 0.45


def _only(mention: Mention, index: Index) -> bool:
    """Whether no other organisation is named before."""
    names = {m.name for m in index.before(mention.end, MENTIONS_BEFORE) if m.kind == "organisation"}
    return mention.kind == "organisation" and names == {mention.name}


def _last(pattern: re.Pattern[str], index: Index, at: int, noun: str) -> Guess | None:
    written = [
        m
        for m in pattern.finditer(index.text, 0, at)
        if fold_mention(m[1]) not in words("names", "not_names")
    ]
    if not written:
        return None
    names = [
        f"{clean(m[1]).split()[-1] if noun == 'campaign' else clean(m[1])} {noun}" for m in written
    ]
    other = next((n for n in reversed(names) if n != names[-1]), None)
    return Guess(names[-1], "organisation", 0.66, f"The {noun} named last before.", other)
