"""What keeps two alike contents apart, and what makes them contradict; their likeness is measured
in comparison.py."""

from __future__ import annotations

import re

from claims.corroborate.independence.origins import POLLED
from claims.corroborate.matching.agreement import Agreement
from claims.corroborate.matching.explain import figure_as_written
from claims.corroborate.model import StatedClaim
from claims.rules.lists import listed
from claims.rules.patterns import alternation
from claims.rules.vocabulary import Role, role_of

MIN_CONTAINMENT_TWO_VOICES, MIN_COSINE_TWO_VOICES = 0.5, 0.4
"""From which one contradicts another: others put it in other words."""
MIN_LIKENESS_SAME_WORDS = 0.75
"""Containment and cosine from which two sentences are the same but for a word or two: who
contradicts himself, or gives another number, does so in his own words."""
MIN_COSINE_OTHER_NAMES = 0.6
"""From which another name in its place makes another statement."""
MIN_LIKELIHOOD_CONFLICT = 0.5
"""Likelihood below which a clash shows nothing: the two speak of other things, or of other
times."""
MIN_TELLING_MASS = 8.0
"""Weight of shared stems below which a clash of polarity or number shows nothing: about two rare
words."""
MIN_WHOLE_COSINE, MIN_CONTEXT_COSINE = 0.4, 0.28
"""Contents that are less alike, as a whole and in the words around, share an office or a slogan and
no statement."""
MIN_VERBATIM_WORDS = 6
"""In a row, which two reports hardly choose alike by chance."""
MAX_ROUNDING = 0.01
"""Share of a figure by which another one may be the same, rounded differently."""
CONTRARY = "one says the contrary of the other"
STATES = re.compile(
    rf"\b(?:{alternation(listed('content', 'clause_words'))})\b|n[’']t\b", re.IGNORECASE
)
"""Words that show a clause."""
PLACE = re.compile(
    rf"\b(?:{alternation(listed('content', 'place_prepositions'))})\s+(?:the\s+)?([A-Z][\w-]{{1,60}})"
)


def stance_role(claim: StatedClaim) -> Role:
    """Whether the claim asserts its content, asserts its contrary, or neither."""
    return role_of(claim.stance, claim.polarity)


def conflict_of(agreement: Agreement, a: StatedClaim, b: StatedClaim, likely: float) -> str:
    """Why the two cannot both hold, "" where they can; likely is how likely they say the same but
    for that."""
    roles = {stance_role(a), stance_role(b)}
    likeness, difference, setting = agreement.likeness, agreement.difference, agreement.setting
    if (
        roles == {"neutral"}
        or likeness.shared_mass < MIN_TELLING_MASS
        or likely < MIN_LIKELIHOOD_CONFLICT
    ):
        return ""
    two_voices = setting.voice == -1
    if difference.rejected and two_voices and likeness.containment >= MIN_LIKENESS_SAME_WORDS:
        return "one calls untrue what the other says"
    if not _one_matter(agreement):
        return ""
    if roles == {"supports", "denies"} and not difference.negated and _denied(agreement, a, b):
        return "one denies what the other says"
    if "denies" in roles or "neutral" in roles:
        return ""
    if setting.voice == 1 and setting.one_article:
        return ""  # nobody contradicts himself within one text
    return _contradiction(agreement) or _other_value(agreement)


def veto_of(agreement: Agreement) -> str:
    """Why the two are not one proposition though much is alike, "" where nothing keeps them
    apart."""
    likeness, difference, setting = agreement.likeness, agreement.difference, agreement.setting
    left, right = difference.figures
    if (
        left
        and right
        and not likeness.figures
        and not any(_near(a, b) for a in left for b in right)
    ):
        return f"figures {', '.join(sorted(left))} / {', '.join(sorted(right))}"
    if _contrary(agreement) and not _cut(agreement):
        opposed = difference.opposed
        return f"opposed: {opposed}" if opposed else "one is negated and the other is not"
    if all(difference.dates):
        before, after = (", ".join(sorted(dates)) for dates in difference.dates)
        return f"times {before} / {after}"
    one_name_each = all(len(names) == 1 for names in difference.names)
    if one_name_each and likeness.cosine >= MIN_COSINE_OTHER_NAMES:
        return f"names {min(difference.names[0])} / {min(difference.names[1])}"
    if likeness.run_words >= MIN_VERBATIM_WORDS and likeness.run_mass >= MIN_TELLING_MASS:
        return ""
    if setting.bare_name:
        return "a name alone says nothing"
    for_themselves = setting.first_person and setting.voice == -1
    return "two speakers, each of whom speaks for himself" if for_themselves else ""


def opposite(agreement: Agreement, a: StatedClaim, b: StatedClaim) -> str:
    """Why one does not hold what the other holds, by their stances; "" where it may."""
    denied = {stance_role(a), stance_role(b)} == {"supports", "denies"}
    return "one denies it" if denied and not agreement.difference.negated else ""


def other_people(a: StatedClaim, b: StatedClaim) -> str:
    """Answers of two sets of people who were asked, "" where the sources are not such."""
    both_polled = POLLED.search(a.mention) and POLLED.search(b.mention)
    if both_polled and a.mention.casefold() != b.mention.casefold():
        return "other people were asked"
    return ""


def _one_matter(agreement: Agreement) -> bool:
    """Whether the two are alike enough to be about one thing."""
    likeness, setting = agreement.likeness, agreement.setting
    min_containment, min_cosine = (
        (MIN_LIKENESS_SAME_WORDS, MIN_LIKENESS_SAME_WORDS)
        if setting.voice == 1
        else (MIN_CONTAINMENT_TWO_VOICES, MIN_COSINE_TWO_VOICES)
    )
    if likeness.containment < min_containment or likeness.cosine < min_cosine:
        return False
    if all(agreement.difference.names):
        return False
    return likeness.whole_cosine >= MIN_WHOLE_COSINE or setting.context >= MIN_CONTEXT_COSINE


def _denied(agreement: Agreement, a: StatedClaim, b: StatedClaim) -> bool:
    """Whether what one denies states something, and what it states is what the other says.

    Left out: "denied his words", which states nothing; "denied that the bank agreed to it", which
    does not deny it.
    """
    second = stance_role(b) == "denies"
    denial = b if second else a
    return agreement.difference.headed[second] and STATES.search(denial.quote) is not None


def _contradiction(agreement: Agreement) -> str:
    """Why one says the contrary of the other, "" where it does not."""
    difference = agreement.difference
    bites = bool(difference.opposed) or difference.turned
    if not _contrary(agreement) or not bites or _cut(agreement) or all(difference.figures):
        return ""
    return f"{CONTRARY}: {difference.opposed}" if difference.opposed else CONTRARY


def _contrary(agreement: Agreement) -> bool:
    """Whether one is negated or has the opposite word; both together cancel out ("not guilty",
    "innocent")."""
    return agreement.difference.negated != bool(agreement.difference.opposed)


def _cut(agreement: Agreement) -> bool:
    """Whether both may be one quotation, of which the words that negate were cut off in one."""
    likeness, voice = agreement.likeness, agreement.setting.voice
    quoted = likeness.quoted_run_mass >= MIN_TELLING_MASS
    one_voice = voice == 1 or (voice == 0 and quoted)
    verbatim = likeness.run_words >= MIN_VERBATIM_WORDS
    return verbatim and one_voice and agreement.difference.perhaps_cut


def _other_value(agreement: Agreement) -> str:
    """Another number, time or place in otherwise the same words."""
    likeness, difference = agreement.likeness, agreement.difference
    if min(likeness.cosine, likeness.containment) < MIN_LIKENESS_SAME_WORDS:
        return ""
    if difference.negated or likeness.figures:
        return ""
    left, right = difference.figures
    one_each = len(left) == len(right) == 1
    if one_each and not any(difference.names) and not _near(min(left), min(right)):
        figures = (figure_as_written(min(figures)) for figures in (left, right))
        return f"another number: {' and '.join(figures)}"
    if all(len(dates) == 1 for dates in difference.dates) and not left and not right:
        return f"another time: {' and '.join(min(dates).title() for dates in difference.dates)}"
    return _other_place(agreement)


def _other_place(agreement: Agreement) -> str:
    left, right = (PLACE.findall(sentence) for sentence in agreement.setting.sentences)
    one_each = len(left) == len(right) == 1 and left != right
    if one_each and all(len(names) <= 1 for names in agreement.difference.names):
        return f"another place: {left[0]} and {right[0]}"
    return ""


def _near(left: str, right: str) -> bool:
    """Whether two figures are one, rounded differently; always False for different units."""
    try:
        a, b = float(left.lstrip("$")), float(right.lstrip("$"))
    except ValueError:
        return False
    one_unit = left.startswith("$") == right.startswith("$")
    return one_unit and abs(a - b) <= MAX_ROUNDING * max(abs(a), abs(b))
