"""Whether two names of bodies are one body, with reasons."""

from __future__ import annotations

from rapidfuzz import fuzz

from claims.identity.model import Judgement, Known
from claims.identity.organisation_name import BodyName, body
from claims.rules.lists import words

CLOSE = 92.0
"""Likeness of two wordings, of 100, from which they may be one name written wrongly."""
NONE = Judgement("apart", ("other words",))


def judge_bodies(a: Known, b: Known) -> Judgement:
    """Joined by itself: the same words but for "the", legal form or order, or a listed acronym;
    else proposed."""
    left, right = body(a.name), body(b.name)
    if not left.words or not right.words:
        return NONE
    if left.key == right.key:
        return Judgement("join", ("the same words",), 1.0)
    if shared := left.acronyms & right.acronyms:
        return Judgement("join", (f"{min(shared)} stands for it",), 1.0)
    return _short_form(left, right) or _part(left, right) or _close(left, right)


def _short_form(left: BodyName, right: BodyName) -> Judgement | None:
    for short, long in ((left, right), (right, left)):
        if (
            short.is_acronym
            and not long.is_acronym
            and long.initials
            and long.initials in short.acronyms
        ):
            return Judgement("propose", ("its initials, which others share",), 0.6)
    return None


def _part(left: BodyName, right: BodyName) -> Judgement | None:
    one, other = set(left.words), set(right.words)
    short, long = (one, other) if len(one) < len(other) else (other, one)
    if not short < long or (short <= words("bodies", "generic") and len(short) < 2):
        return None
    if (long - short) & words("bodies", "camps"):
        return Judgement("apart", ("a campaign or office and whom it is named after",))
    more = " ".join(
        word for word in (left.words if one is long else right.words) if word not in short
    )
    if len(short) < 2 and not short - words("bodies", "generic"):
        return None
    return Judgement(
        "propose", (f"one name has more words: {more}",), 0.4 if len(short) > 1 else 0.2
    )


def _close(left: BodyName, right: BodyName) -> Judgement:
    likeness = fuzz.ratio(left.key, right.key)
    if (
        likeness < CLOSE
        or left.is_acronym
        or right.is_acronym
        or any(c.isdigit() for c in left.key + right.key)
    ):
        return NONE
    return Judgement("propose", ("nearly the same letters",), 0.5)
