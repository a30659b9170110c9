"""In what indirect speech of a draft departs from the sentence of the record that says it most nearly: numbers,
times, names, polarity, strength, and what the record does with it."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import cache

from claims.corroborate.matching.stems import antonyms
from claims.corroborate.matching.term_weights import content_words
from claims.proof.align import like, root, weight_of
from claims.proof.bounds import other_bound_or_unit
from claims.proof.capitals import names_of
from claims.proof.changes import Stretch
from claims.proof.model import Change
from claims.proof.places import Found
from claims.proof.shares import all_for_some, of_every_one, share_left_out
from claims.proof.sides import Sides, figures_of, lacking_figures
from claims.proof.words import time_words
from claims.rules.lists import listed, load
from claims.rules.lists import words as listed_words
from claims.rules.patterns import alternation

_OPPOSED = re.compile(rf"^(?:{alternation(listed('proof', 'turning_prefixes'))})")
MIN_LETTERS = 4
"""Of a word that a prefix turns into its contrary."""
MAX_APART, MAX_TITLED = 5, 12
"""Words in which one name may stand for another, and those of the other with who that is."""
CLOSE_WORDING = 0.6
"""Of a fit, from which a passage is else in the record's words."""
LIMIT_WITHIN = 30
"""Characters behind the words that correspond in which the record may limit them."""
_LIMIT = re.compile(rf"\b(?:{alternation(listed('proof', 'limits'))})\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?;:\n]")
MIN_TELLING = 0.8
"""Weight of a word that carries meaning."""


def changes_of(found: Found, sides: Sides) -> tuple[Change, ...]:
    """In what the draft's words depart from the record's."""
    out: list[Change] = []
    if number := _number(sides):
        out.append(number)
    if is_negated(sides):
        out.append("negation")
    if _times_differ(sides):
        out.append("time")
    if any(_other_name(found, stretch) for stretch in sides.stretches):
        out.append("name")
    if _stronger(found, sides) or of_every_one(sides):
        out.append("stronger")
    return tuple(dict.fromkeys(out))


def _number(sides: Sides) -> Change | None:
    if share_left_out(sides) or all_for_some(sides) or other_bound_or_unit(sides):
        return "number"
    if any(map(_other_count, sides.stretches)):
        return "number"
    lacking = lacking_figures(sides)
    if not lacking or not figures_of([*sides.whole]) - figures_of(sides.keys[0]):
        return None
    draft = sides.keys[0]
    beside = {draft[at + 1] for at, key in enumerate(draft[:-1]) if key in lacking}
    beside |= {draft[at - 1] for at, key in enumerate(draft) if at and key in lacking}
    return "time" if beside & time_words() else "number"


def _other_count(stretch: Stretch) -> bool:
    """Whether a small number written as a word stands in the place of another: "both", "one", "two"."""
    counts: dict[str, str] = load("proof")["counts"]["words"]
    ours, theirs = (
        {counts.get(word.key, word.key) for word in some} & _counted()
        for some in (stretch.draft, stretch.record)
    )
    return bool(ours and theirs) and not ours & theirs


@cache
def _counted() -> frozenset[str]:
    return frozenset(load("proof")["counts"]["words"].values())


def _negators(keys: Sequence[str]) -> int:
    turning = content_words("negators") | listed_words("proof", "instead")
    neither = "neither" in keys
    return sum(key in turning and not (neither and key == "nor") for key in keys)


def is_negated(sides: Sides) -> bool:
    """Whether one of the two is turned round."""
    ours, theirs = sides.keys
    if _negators(ours) % 2 != _negators(theirs) % 2:
        return True
    return any(_opposed(stretch) for stretch in sides.stretches)


def is_one_negated(sides: Sides, *, in_draft: bool) -> bool:
    """Whether one of the two alone is negated, in whatever words."""
    ours, theirs = (_negators(keys) % 2 for keys in sides.keys)
    return bool(ours and not theirs) if in_draft else bool(theirs and not ours)


def has_own_not(sides: Sides, *, in_draft: bool) -> bool:
    """Whether one of the two alone turns round the very words that both have: nothing that tells more, and
    no clause about another word, stands with its negation."""
    for stretch in sides.stretches:
        ours, theirs = ([word.key for word in some] for some in (stretch.draft, stretch.record))
        own, other = (ours, theirs) if in_draft else (theirs, ours)
        if _negators(own) % 2 == _negators(other) % 2 or not _negators(own):
            continue
        more = [key for key in own if not any(like(key, one) for one in other)]
        if {*more} & listed_words("proof", "relatives"):
            continue
        if all(_negators([key]) or weight_of(key) < MIN_TELLING for key in more):
            return True
    return False


def negated_by(sides: Sides) -> str:
    """How one of the two is turned round: by a contrary, by a "not" before words that both have, or among other
    words, which may say the same ("out" and "no longer in the running")."""
    if any(map(_opposed, sides.stretches)):
        return "by a contrary"
    plain = has_own_not(sides, in_draft=True) or has_own_not(sides, in_draft=False)
    return "of the same words" if plain else "among others"


def _opposed(stretch: Stretch) -> bool:
    ours, theirs = ([word.key for word in some] for some in (stretch.draft, stretch.record))
    pairs = [(a, b) for a in ours for b in theirs]
    return any(
        root(b) in antonyms().get(root(a), ())
        or root(b) in _opposites().get(root(a), ())
        or (len(min(a, b, key=len)) >= MIN_LETTERS and a != b and _bare(a) == _bare(b))
        for a, b in pairs
    )


@cache
def _opposites() -> dict[str, frozenset[str]]:
    """For a stem those of its contraries."""
    pairs = [tuple(map(root, pair)) for pair in load("proof")["opposites"]["pairs"]]
    found: dict[str, set[str]] = {}
    for left, right in (*pairs, *((b, a) for a, b in pairs)):
        found.setdefault(left, set()).add(right)
    return {word: frozenset(others) for word, others in found.items()}


def _bare(word: str) -> str:
    return _OPPOSED.sub("", word)


def _times_differ(sides: Sides) -> bool:
    ours, theirs = map(set, sides.keys)
    groups = (listed_words("proof", name) for name in ("time_units", "seasons", "day_parts"))
    for group in (time_words(), *groups):
        mine, other = (
            {key.removesuffix("s") for key in keys if key in group} for keys in (ours, theirs)
        )
        if mine - other and other - mine:
            return True
    return False


def _other_name(found: Found, stretch: Stretch) -> bool:
    """Whether a name stands where the record has another."""
    record = found.article.stated.text
    ours, theirs = names_of(found.wording.text, stretch.draft), names_of(record, stretch.record)
    chambers = listed_words("proof", "chambers")
    ours, theirs = ours - chambers if theirs & chambers else ours, theirs
    few = len(stretch.draft) <= MAX_APART and len(stretch.record) <= MAX_TITLED
    return bool(ours and theirs) and not ours & theirs and few


def _stronger(found: Found, sides: Sides) -> bool:
    """Whether the draft says outright what the record leaves open."""
    ours, theirs = map(set, sides.keys)
    strong = listed_words("proof", "strong")
    if _unlimited(found, sides) or any(map(_step_further, sides.stretches)):
        return True
    alone = {word.key for stretch in sides.stretches for word in stretch.draft}
    if _all_of_some(alone, ours, theirs):
        return True
    return bool(alone & strong - theirs - sides.whole) and not ours <= theirs


def _all_of_some(alone: Set[str], ours: Set[str], theirs: Set[str]) -> bool:
    """Whether the draft alone says it of every one, and the record of some."""
    partials, every = listed_words("proof", "partials"), listed_words("proof", "universals")
    universal = alone & every - content_words("negators") - theirs
    return bool(universal and theirs & partials and not ours & partials)


def _unlimited(found: Found, sides: Sides) -> bool:
    """Whether the record says "for now", or the like, in what both say or behind it in its sentence, and the draft
    does not."""
    ours, theirs = (" ".join(keys) for keys in sides.keys)
    if found.held:
        end = found.article.words[max(found.held)].end
        behind = found.article.stated.text[end : end + LIMIT_WITHIN]
        theirs += f" {_SENTENCE_END.split(behind)[0]}"
    return bool(_LIMIT.search(theirs)) and not _LIMIT.search(ours)


def _step_further(stretch: Stretch) -> bool:
    """Whether the draft has somebody dismissed who in the record is suspended, or the like."""
    ours, theirs = ({root(word.key) for word in some} for some in (stretch.draft, stretch.record))
    return any(not theirs.isdisjoint(_steps().get(word, ())) for word in ours - theirs)


@cache
def _steps() -> dict[str, frozenset[str]]:
    """For the stem of a word those of words that say less."""
    found: dict[str, set[str]] = {}
    for less, more in load("proof")["steps"]["pairs"]:
        found.setdefault(root(more), set()).add(root(less))
    return {word: frozenset(others) for word, others in found.items()}


def other_word(found: Found, sides: Sides) -> bool:
    """Whether one word stands for another among words that both have: a synonym, or another thing."""
    close = found.score >= CLOSE_WORDING
    return any(_other_word(found, stretch, close) for stretch in sides.stretches)


def _other_word(found: Found, stretch: Stretch, close: bool) -> bool:
    """Whether one word stands for another, as "west steps" for "inner steps": in a wording that is else the
    same anywhere, in any other before a word that both have."""
    ours, theirs = (
        [word for word in some if weight_of(word.key) >= MIN_TELLING]
        for some in (stretch.draft, stretch.record)
    )
    if len(ours) != 1 or len(theirs) != 1 or like(ours[0].key, theirs[0].key):
        return False
    if close or stretch.after is None:
        return close
    behind = found.article.words[stretch.after]
    gap = found.article.stated.text[theirs[0].end : behind.start]
    return not gap.strip() and weight_of(behind.key) >= MIN_TELLING
