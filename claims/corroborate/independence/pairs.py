"""Whether origins of different names are independent by what their claims show; names are judged in
relations.py."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from claims.corroborate.independence.common_reports import grounds
from claims.corroborate.independence.origins import Source, leaning
from claims.corroborate.independence.relations import Judged, relate
from claims.corroborate.matching.comparison import Agreement, compare
from claims.corroborate.matching.content import Content
from claims.corroborate.matching.explain import cut, printed
from claims.corroborate.matching.pair_model import features, likelihood
from claims.corroborate.model import StatedArticle, StatedClaim
from claims.ids import name_key
from claims.rules.lists import words

SPOKEN_OF = re.compile(
    r"([A-Z][\w-]+)[’'‘]s (?:[\w-]+ ){0,3}?(?:call|proposal|plan|claim|comment|remark|statement|promise|pledge|idea|"
    r"speech|tweet|offer|word|attack|criticism)s?\b"
)
CITING = re.compile(
    r"[^.!?\n]{0,80}?\b(?:citing|cit(?:es|ed)|quoting|quot(?:es|ed))\b ([^.!?\n]{2,80})"
)
"""What follows a claim in its sentence where it goes by another's word."""
SENTENCE = re.compile(r"\w{3,}\. ")
STATEMENT, WORDS = 10.0, 5
"""Weight and number of the words in quotation marks that two speakers would hardly choose alike."""
VERBATIM = 6
FRAGMENT = 8.0
"""Weight of words in quotation marks that may be a third speaker's."""
SURE = 0.6
"""Likelihood below which two claims are alike, but not enough to count their speakers apart."""


@dataclass(frozen=True)
class Held:
    """A claim of an origin, read; text is the id of the article whose text it stands in, the copied
    one in a copy."""

    article: StatedArticle
    claim: StatedClaim
    content: Content
    text: str


def judge_pair(
    a: Source, ones: Sequence[Held], b: Source, others: Sequence[Held]
) -> tuple[Judged, str]:
    """Same, different or undetermined with the reason, and the words that show it."""
    judged = relate(a, b)
    if judged[0] == "same":
        return judged, _mentions(ones, others)
    twice = next((one for one, other in product(ones, others) if _one_sentence(one, other)), None)
    if twice:
        return (
            "same",
            "one sentence of one text, printed twice",
        ), f"{cut(twice.claim.quote)} ({printed(twice.article)})"
    agreements = [(one, other, _compared(one, other)) for one, other in product(ones, others)]
    for one, _, found in agreements:
        if found and found.quoted_mass >= STATEMENT and found.run >= WORDS:
            shown = f"{cut(found.alike[0])} ({printed(one.article)})"
            return ("same", "the same words in quotation marks are one statement"), shown
    leant = _leant(ones, others)
    if leant:
        return ("same", f"both lean on {leant}"), _mentions(ones, others)
    if judged[0] == "undetermined":
        return judged, _mentions(ones, others)
    doubt = _doubt(a, ones, b, others, agreements)
    return (("undetermined", doubt) if doubt else judged), _mentions(ones, others)


def _one_sentence(one: Held, other: Held) -> bool:
    """Whether a copy has the other's words of the same source; a person may have named it in one of
    them alone."""
    if one.text != other.text or one.article.id == other.article.id:
        return False
    if name_key(one.claim.mention) != name_key(other.claim.mention):
        return False
    found = _compared(one, other)
    same_words = found is not None and found.run >= VERBATIM and found.run_mass >= FRAGMENT
    return same_words or name_key(one.claim.quote) == name_key(other.claim.quote)


def _doubt(
    a: Source,
    ones: Sequence[Held],
    b: Source,
    others: Sequence[Held],
    agreements: Sequence[tuple[Held, Held, Agreement | None]],
) -> str:
    """Why two names are not enough to count two origins, "" where they are."""
    unsound = next(
        (name for source in (a, b) if not _sound(name := source.origin.name or "", source.kind)),
        None,
    )
    if unsound is not None:
        return f"“{unsound}” may not be a name"
    for source, helds in ((a, others), (b, ones)):
        if any(_speaks_of(source, held) for held in helds):
            return f"one speaks of {source.origin.name}"
        if any(_cites(source, held) for held in helds):
            return f"one says so citing {source.origin.name}"
    if any(f and f.quoted_mass >= FRAGMENT and f.run > 1 for _, _, f in agreements):
        return "both have the same words in quotation marks"
    ground = _grounds(ones) & _grounds(others)
    if ground:
        return f"both may lean on {min(ground).title()}, of which the text around them speaks"
    if _reject_alike(ones, others):
        return ""
    third = _spoken_of(ones) & _spoken_of(others)
    if third:
        return f"both speak of what {min(third)} said"
    if any(
        f and f.run >= VERBATIM and f.run_mass >= FRAGMENT and _one_desk(x, y)
        for x, y, f in agreements
    ):
        return "one newsroom's words, used again"
    telling = [
        (x, y, f)
        for x, y, f in agreements
        if f and f.shared >= FRAGMENT and len(f.words) > 1 and not f.aside
    ]
    best = max((likelihood(features(f, x.claim, y.claim)) for x, y, f in telling), default=0.0)
    if best < SURE:
        return "what they say is alike, but perhaps not one claim"
    return ""


def _grounds(helds: Sequence[Held]) -> frozenset[str]:
    return frozenset(name for held in helds for name in grounds(held.claim, held.article))


def _reject_alike(ones: Sequence[Held], others: Sequence[Held]) -> bool:
    """Whether most claims of both reject one person's act: a judgement, which rests on who makes
    it."""
    made = {(a.what, a.target) for held in ones for a in held.content.appraisals}
    return any(_mostly(appraisal, ones) and _mostly(appraisal, others) for appraisal in made)


def _mostly(appraisal: tuple[str, str], helds: Sequence[Held]) -> bool:
    having = [
        any((a.what, a.target) == appraisal for a in held.content.appraisals) for held in helds
    ]
    return 2 * sum(having) >= len(having)


def _one_desk(one: Held, other: Held) -> bool:
    """Whether two texts are of one outlet."""
    outlets = {name_key(held.article.outlet or "") for held in (one, other)}
    return one.text != other.text and len(outlets) == 1 and outlets != {""}


def _compared(one: Held, other: Held) -> Agreement | None:
    return compare(one.claim, one.content, other.claim, other.content)


def _sound(name: str, kind: str) -> bool:
    """Whether the words can be a name: capitals and no common words; two or more words for a
    person."""
    parts = name.replace(".", " ").split()
    stop = words("content", "stop") - {"will"}
    if kind != "person":
        return bool(parts)
    parts = [part for part in parts if len(part) > 1]  # initials
    plain = all(
        w[0].isupper() and any(c.isalpha() for c in w) and w.casefold() not in stop for w in parts
    )
    return len(parts) >= 2 and plain and not SENTENCE.search(name)


def _speaks_of(source: Source, held: Held) -> bool:
    """Whether the claim's content names the other origin."""
    lasts = {name.split()[-1] for name in source.names if name.split()}
    return any(last in held.content.words or f"{last}'s" in held.content.words for last in lasts)


def _cites(source: Source, held: Held) -> bool:
    """Whether the sentence goes on to say that it is the other's word: "the mayor said, citing the
    fire brigade"."""
    cited = (
        CITING.match(held.article.text, held.claim.content[-1].end) if held.claim.content else None
    )
    said = name_key(cited[1]).split() if cited else []
    return any(name.split()[-1] in said for name in source.names if name)


def _spoken_of(helds: Sequence[Held]) -> set[str]:
    """Whose words the claims repeat: "Hale's proposal"."""
    return {m[1] for held in helds for m in SPOKEN_OF.finditer(held.claim.quote)}


def _leant(ones: Sequence[Held], others: Sequence[Held]) -> str:
    """The document that claims of both lean on."""
    first = {leaning(held.claim) for held in ones} - {""}
    second = {leaning(held.claim) for held in others} - {""}
    return min(first & second, default="")


def _mentions(ones: Sequence[Held], others: Sequence[Held]) -> str:
    """The source as each side has it, with its article."""
    firsts = [held[0] for held in (ones, others) if held]
    shown = [
        f"“{first.claim.mention or 'no source'}” ({printed(first.article)})" for first in firsts
    ]
    return " / ".join(shown)
