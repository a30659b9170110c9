"""Why two names may still be one origin: what their claims and the texts around them show."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from claims.corroborate.independence.common_reports import grounds
from claims.corroborate.independence.origins import Source
from claims.corroborate.matching.agreement import Agreement
from claims.corroborate.matching.constraints import MIN_VERBATIM_WORDS
from claims.corroborate.matching.content import Content
from claims.corroborate.matching.pair_model import likely_one
from claims.corroborate.matching.propositions import Statement
from claims.corroborate.model import StatedArticle, StatedClaim
from claims.folding import name_key
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation

SPOKEN_OF = re.compile(
    r"([A-Z][\w-]{1,40})[’'‘]s (?:[\w-]{1,40} ){0,3}?"
    rf"(?:{alternation(listed('origins', 'spoken_of'))})s?\b"
)
"""Whose words or plans a claim speaks of."""
SENTENCE_END = re.compile(r"\w{3}\. ")
MIN_FRAGMENT_MASS = 8.0
"""Of words in quotation marks that may be a third speaker's."""
MIN_FRAGMENT_WORDS = 2
"""In a row: one word in quotation marks is anybody's."""
MIN_LIKELIHOOD_APART = 0.6
"""Below which two claims are alike, but not enough to count their speakers apart."""
MIN_WHOLE_NAME_WORDS = 2
"""Of a person: a surname alone may be anybody's."""


@dataclass(frozen=True)
class SourcedClaim:
    """A claim of an origin with its content."""

    article: StatedArticle
    claim: StatedClaim
    statement: Statement
    text_id: str
    """Of the article whose text it stands in, the copied one in a copy."""

    @property
    def content(self) -> Content:
        """What it says: read when it is asked for, as most claims stand alone and are compared with none."""
        return self.statement.content


Compared = tuple[SourcedClaim, SourcedClaim, Agreement | None]
"""A claim of either origin and how the two agree, None where they share nothing."""


def doubt(
    a: Source,
    of_a: Sequence[SourcedClaim],
    b: Source,
    of_b: Sequence[SourcedClaim],
    compared: Sequence[Compared],
    one_claim: bool = False,
) -> str:
    """Why two names are not enough to count two origins, "" where they are; one_claim says that a person held
    what they say for one."""
    own = {name.split()[-1] for name in a.names | b.names if name}
    first = _of_names(a, of_a, b, of_b) or _of_common_ground(of_a, of_b, compared, own)
    if first:
        return first
    if _appraise_alike(of_a, of_b):
        return ""
    third = _of_third_words(of_a, of_b, compared)
    return third or ("" if one_claim else _of_likeness(compared))


def _of_names(
    a: Source, of_a: Sequence[SourcedClaim], b: Source, of_b: Sequence[SourcedClaim]
) -> str:
    """A name that may be none, and an origin of which the other's claims speak."""
    for source in (a, b):
        name = source.origin.name or ""
        if not _sound(name, source.kind):
            return f"“{name}” may not be a name"
    for source, others in ((a, of_b), (b, of_a)):
        if any(_speaks_of(source, sourced) for sourced in others):
            return f"one speaks of {source.origin.name}"
    return ""


def _of_common_ground(
    of_a: Sequence[SourcedClaim],
    of_b: Sequence[SourcedClaim],
    compared: Sequence[Compared],
    own: Collection[str],
) -> str:
    """Words in quotation marks that both have, and reports that both may lean on, but for their own names."""
    for agreement in _agreements(compared):
        likeness = agreement.likeness
        in_quotes = likeness.quoted_run_mass >= MIN_FRAGMENT_MASS
        if in_quotes and likeness.run_words >= MIN_FRAGMENT_WORDS:
            return "both have the same words in quotation marks"
    ground = {name for name in _grounds(of_a) & _grounds(of_b) if len(name) > 1 and name not in own}
    if ground:
        return f"both may lean on {min(ground).title()}, of which the text around them speaks"
    return ""


def _of_third_words(
    of_a: Sequence[SourcedClaim], of_b: Sequence[SourcedClaim], compared: Sequence[Compared]
) -> str:
    """A third speaker of whom both speak, and one newsroom's words."""
    third = _spoken_of(of_a) & _spoken_of(of_b)
    if third:
        return f"both speak of what {min(third)} said"
    if any(_reused(left, right, agreement) for left, right, agreement in compared):
        return "one newsroom's words, used again"
    return ""


def _of_likeness(compared: Sequence[Compared]) -> str:
    """Too little that tells in common."""
    best = max(
        (
            likely_one(agreement, left.claim, right.claim)
            for left, right, agreement in compared
            if agreement and _tells(agreement)
        ),
        default=0.0,
    )
    if best < MIN_LIKELIHOOD_APART:
        return "what they say is alike, but perhaps not one claim"
    return ""


def _tells(agreement: Agreement) -> bool:
    likeness = agreement.likeness
    heavy = likeness.shared_mass >= MIN_FRAGMENT_MASS and len(likeness.stems) > 1
    return heavy and not agreement.difference.aside


def _agreements(compared: Sequence[Compared]) -> Iterator[Agreement]:
    return (agreement for _, _, agreement in compared if agreement)


def _grounds(claims: Sequence[SourcedClaim]) -> frozenset[str]:
    return frozenset(name for sourced in claims for name in grounds(sourced.claim, sourced.article))


def _appraise_alike(of_a: Sequence[SourcedClaim], of_b: Sequence[SourcedClaim]) -> bool:
    """Whether most claims of both reject one person's act: an appraisal, which rests on who makes
    it."""
    appraisals = {(a.kind, a.target) for sourced in of_a for a in sourced.content.appraisals}
    return any(_mostly(appraisal, of_a) and _mostly(appraisal, of_b) for appraisal in appraisals)


def _mostly(appraisal: tuple[str, str], claims: Sequence[SourcedClaim]) -> bool:
    making = [
        any((a.kind, a.target) == appraisal for a in sourced.content.appraisals)
        for sourced in claims
    ]
    return 2 * sum(making) >= len(making)


def _reused(left: SourcedClaim, right: SourcedClaim, agreement: Agreement | None) -> bool:
    """Whether a stretch of words stands in two texts of one outlet."""
    if agreement is None or agreement.likeness.run_words < MIN_VERBATIM_WORDS:
        return False
    outlets = {name_key(sourced.article.outlet or "") for sourced in (left, right)}
    one_desk = left.text_id != right.text_id and len(outlets) == 1 and outlets != {""}
    return one_desk and agreement.likeness.run_mass >= MIN_FRAGMENT_MASS


def _sound(name: str, kind: str) -> bool:
    """Whether the words can be a name: capitals and no common words; two or more words for a
    person."""
    parts = name.replace(".", " ").split()
    if kind != "person":
        return bool(parts)
    common = words("content", "stop") - {"will"}
    parts = [part for part in parts if len(part) > 1]  # initials
    plain = all(
        w[0].isupper() and any(c.isalpha() for c in w) and w.casefold() not in common for w in parts
    )
    return len(parts) >= MIN_WHOLE_NAME_WORDS and plain and not SENTENCE_END.search(name)


def _speaks_of(source: Source, sourced: SourcedClaim) -> bool:
    """Whether the claim's content names the other origin."""
    last_names = {name.split()[-1] for name in source.names if name.split()}
    content = sourced.content.words
    return any(last in content or f"{last}'s" in content for last in last_names)


def _spoken_of(claims: Sequence[SourcedClaim]) -> set[str]:
    """Whose words the claims repeat: "Hale's proposal"."""
    return {match[1] for sourced in claims for match in SPOKEN_OF.finditer(sourced.claim.quote)}
