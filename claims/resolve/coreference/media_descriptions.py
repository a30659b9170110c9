"""Which outlet "the newspaper", "the daily" or "the Tarn Mercury newspaper" is. Other bodies do not
belong here."""

from __future__ import annotations

import re

from claims.folding import fold_mention
from claims.resolve.coreference import organisation_descriptions
from claims.resolve.mentions import outlets
from claims.resolve.mentions.index import Index, Mention
from claims.resolve.mentions.names import clean
from claims.resolve.model import Guess
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation

_CAP = r"[A-ZÀ-Þ][\w.&’'-]{0,60}"
_NAMED = re.compile(
    rf"(?:[Tt]he |[Aa]n? )?(?:[a-z-]+ ){{0,2}}({_CAP}(?: (?:of )?{_CAP}){{0,4}}) "
    rf"(?:news )?(?:{alternation(listed('nominals', 'outlets'))})(?=,| (?:in|of|on|from)\b|$)"
)
_REPORTING = re.compile(rf",? (?:{alternation(listed('relays', 'news_reporting'))})\b")
MENTIONS_BEFORE = 500
"""How many mentions before a description are weighed."""
FADING_CHARACTERS = 500
"""Code points for which an outlet counts for one point less."""


def named(bare: str, index: Index) -> Guess | None:
    """The outlet whose name stands before what it is, None where the name is a land's or a
    people's."""
    match = _NAMED.match(bare)
    if not match:
        return None
    name, kind = index.full(match[1], "outlet")
    folded = fold_mention(clean(match[1]))
    first = fold_mention(name.split()[0]) in words("names", "male", "female")
    if (
        kind == "state"
        or (kind == "person" and first)
        or folded
        in (index.peoples | words("names", "not_names") | words("descriptions", "demonyms"))
    ):
        return None
    name = max(name, match[1], key=len)
    return Guess(name, "outlet", 0.9, "The name beside what it is.")


def agency(index: Index, at: int, own: tuple[str | None, ...], quoted: bytearray) -> Guess | None:
    """Whom "the agency" takes up, an authority or a news agency: the one named last."""
    body = organisation_descriptions.body("agency", "the agency", index, at)
    medium = outlet(index, at, own, quoted)
    if body is None or medium is None:
        return body or medium
    return max((body, medium), key=lambda guess: _last(guess.name, index, at))


def _last(name: str, index: Index, at: int) -> int:
    return max((m.start for m in index.of_name[name] if m.start < at), default=-1)


def outlet(
    index: Index,
    at: int,
    own: tuple[str | None, ...],
    quoted: bytearray,
    told: frozenset[str] = frozenset(),
) -> Guess | None:
    """The outlet spoken of at a position, the publisher and the wire aside: the nearest, sooner a
    subject; told are names that are media by being told something."""
    values: dict[str, float] = {}
    for mention in index.before(at, MENTIONS_BEFORE):
        medium = mention.name in told or _is_outlet(mention, index)
        if not medium or any(outlets.same(mention.name, o) for o in own):
            continue
        value = -(at - mention.start) / FADING_CHARACTERS + (
            0.5 if mention.role == "subject" else 0.0
        )
        value -= 1.0 if mention.start < len(quoted) and quoted[mention.start] else 0.0
        values[mention.name] = max(value, values.get(mention.name, -99.0))
    order = sorted(values, key=lambda n: (-values[n], n))
    if not order:
        return None
    return Guess(
        order[0],
        "outlet",
        0.7,
        "The outlet that the article speaks of before.",
        order[1] if len(order) > 1 else None,
    )


def _is_outlet(mention: Mention, index: Index) -> bool:
    """Whether a mention is an outlet's by its name, or by its reporting news."""
    return mention.kind == "outlet" or (
        mention.kind == "organisation" and bool(_REPORTING.match(index.text, mention.end))
    )
