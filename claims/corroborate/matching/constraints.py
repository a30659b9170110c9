"""What keeps two alike contents apart, and what makes them contradict; their likeness is measured
in comparison.py."""

from __future__ import annotations

import re

from claims.corroborate.independence.origins import POLLED
from claims.corroborate.matching.comparison import Agreement
from claims.corroborate.matching.explain import number
from claims.corroborate.model import StatedClaim
from claims.rules.vocabulary import Role, role_of

ALIKE, NEARLY, RATHER, CLOSE = 0.5, 0.75, 0.6, 0.4
LIKELY = 0.35
"""Likelihood below which a clash shows nothing: the two speak of other things, or of other
times."""
TELLING = 8.0
"""Weight of shared stems below which a clash of polarity or number shows nothing: about two rare
words."""
WHOLE, AROUND = 0.4, 0.28
"""Contents that are less alike, as a whole and in the words around, share an office or a slogan and
no statement."""
VERBATIM = 6
CONTRARY = "one says the contrary of the other"
STATES = re.compile(
    r"\b(?:that|whether|where|when|how|why|if|is|are|was|were|be|been|being|has|have|had|do|does|did|will|would|can|could|"
    r"may|might|should|shall|must)\b|n[’']t\b",
    re.IGNORECASE,
)
"""Words that show a clause."""
PLACE = re.compile(r"\b(?:in|at|near|outside|from)\s+(?:the\s+)?([A-Z][\w-]+)")


def stance_role(claim: StatedClaim) -> Role:
    """Whether the claim asserts its content, asserts its contrary, or neither."""
    return role_of(claim.stance, claim.polarity)


def conflict_of(found: Agreement, a: StatedClaim, b: StatedClaim, likely: float) -> str:
    """Why the two cannot both hold, "" where they can; likely is how likely they say the same but
    for that."""
    roles = {stance_role(a), stance_role(b)}
    held, cosine = (NEARLY, NEARLY) if found.voice == 1 else (ALIKE, CLOSE)
    if roles == {"neutral"} or found.shared < TELLING or likely < LIKELY:
        return ""
    if found.rejected and found.voice == -1 and found.held >= NEARLY:
        return "one calls untrue what the other says"
    if found.held < held or found.cosine < cosine or all(found.other_names):
        return ""
    if found.whole < WHOLE and found.context < AROUND:
        return ""
    if roles == {"supports", "denies"} and not found.negated and _denied(found, a, b):
        return "one denies what the other says"
    if "denies" in roles or "neutral" in roles or (found.voice == 1 and found.one_article):
        return ""  # nobody contradicts himself within one text
    bitten = found.opposed or found.turned
    if _contrary(found) and bitten and not _cut(found) and not all(found.other_figures):
        return f"one says the contrary of the other: {found.opposed}" if found.opposed else CONTRARY
    return _other_value(found)


def _denied(found: Agreement, a: StatedClaim, b: StatedClaim) -> bool:
    """Whether what one denies states something, and what it states is what the other says.

    Left out: "denied his words", which states nothing; "denied that the bank agreed to it", which
    does not deny it.
    """
    second = stance_role(b) == "denies"
    return found.headed[second] and STATES.search((b if second else a).quote) is not None


def opposite(found: Agreement, a: StatedClaim, b: StatedClaim) -> str:
    """Why one does not hold what the other holds, by their stances; "" where it may."""
    roles = {stance_role(a), stance_role(b)}
    return "one denies it" if roles == {"supports", "denies"} and not found.negated else ""


def _contrary(found: Agreement) -> bool:
    """Whether one is negated or has the opposite word; both together cancel out ("not guilty",
    "innocent")."""
    return found.negated != bool(found.opposed)


def _cut(found: Agreement) -> bool:
    """Whether both may be one quotation, of which the words that negate were cut off in one."""
    one_voice = found.voice == 1 or (found.voice == 0 and found.quoted_mass >= TELLING)
    return found.run >= VERBATIM and one_voice and found.cut


def _other_value(found: Agreement) -> str:
    """Another number, time or place in otherwise the same words."""
    nearly = found.cosine >= NEARLY and found.held >= NEARLY
    if not nearly or found.negated or found.figures:
        return ""
    ones, others = found.other_figures
    if (
        len(ones) == len(others) == 1
        and not any(found.other_names)
        and not _near(min(ones), min(others))
    ):
        return f"another number: {number(min(ones))} and {number(min(others))}"
    if all(len(dates) == 1 for dates in found.other_dates) and not ones and not others:
        return f"another time: {min(found.other_dates[0]).title()} and {min(found.other_dates[1]).title()}"
    return _other_place(found)


def _other_place(found: Agreement) -> str:
    one, other = (PLACE.findall(text) for text in found.alike)
    if (
        len(one) == len(other) == 1
        and one != other
        and all(len(names) <= 1 for names in found.other_names)
    ):
        return f"another place: {one[0]} and {other[0]}"
    return ""


def veto_of(found: Agreement) -> str:
    """Why the two are not one proposition though much is alike, "" where nothing keeps them
    apart."""
    ones, others = found.other_figures
    if ones and others and not found.figures and not any(_near(a, b) for a in ones for b in others):
        return f"figures {', '.join(sorted(ones))} / {', '.join(sorted(others))}"
    if _contrary(found) and not _cut(found):
        return (
            f"opposed: {found.opposed}" if found.opposed else "one is negated and the other is not"
        )
    if all(found.other_dates):
        return f"times {', '.join(sorted(found.other_dates[0]))} / {', '.join(sorted(found.other_dates[1]))}"
    if all(len(names) == 1 for names in found.other_names) and found.cosine >= RATHER:
        return f"names {min(found.other_names[0])} / {min(found.other_names[1])}"
    if found.run >= VERBATIM and found.run_mass >= TELLING:
        return ""
    if found.bare:
        return "a name alone says nothing"
    return (
        "two speakers, each of whom speaks for himself"
        if found.spoken and found.voice == -1
        else ""
    )


def other_people(a: StatedClaim, b: StatedClaim) -> str:
    """Answers of two sets of people who were asked, "" where the sources are not such."""
    if (
        POLLED.search(a.mention)
        and POLLED.search(b.mention)
        and a.mention.casefold() != b.mention.casefold()
    ):
        return "other people were asked"
    return ""


def _near(a: str, b: str) -> bool:
    """Whether two figures are one, rounded differently; always False for different units."""
    try:
        one, other = float(a.lstrip("$")), float(b.lstrip("$"))
    except ValueError:
        return False
    return a.startswith("$") == b.startswith("$") and abs(one - other) <= 0.01 * max(
        abs(one), abs(other)
    )
