"""The conditions that filters put on claims; how a query is typed stands in cli/query.py. Runs no
statement."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, and_, false, not_, or_, select, union_all

from claims.errors import UsageError
from claims.folding import name_key
from claims.rules.vocabulary import ACCUSING_STANCES, CHOICES
from store.database.search import has_words, hold_words, matching
from store.queries.days import of_dates
from store.records import Filters
from store.speakers.bearer import said_by, said_numbers
from store.speakers.words import worded
from store.tables import (
    ArticleRow,
    ClaimRow,
    OutletRow,
    PropositionClaimRow,
    PropositionRow,
    ReviewRow,
    SpeakerNameRow,
    SpeakerRow,
)
from store.tables.columns import col, table_of

_NAMES = table_of(SpeakerRow).alias("names")
_OTHERS = table_of(ClaimRow).alias("others")
_ACCUSING = select(_OTHERS.c.number).where(_OTHERS.c.stance.in_(ACCUSING_STANCES))
"""Read from an index, so that whatever else is counted within one need not look at claims."""
_NOTHING = select(_OTHERS.c.number).where(_OTHERS.c.saying == "none")
_REVIEWED = select(col(ReviewRow.claim_id)).where(col(ReviewRow.status) != "unreviewed")


def check_choices(filters: Filters) -> None:
    """Raises UsageError for a kind, stance, status or label that there is not: an empty list would
    look like an answer."""
    for word, choices in CHOICES.items():
        for value in getattr(filters, word):
            if value not in choices:
                raise UsageError(f"{word}: {value!r} is none of {', '.join(choices)}")


def conditions(
    filters: Filters, dialect: str, *, walked: bool = False
) -> list[ColumnElement[bool]]:
    """What a claim joined to its article must meet: alternatives within a word, all words together,
    every bare word; walked: asked of each claim that is met rather than to find them. Raises UsageError on a value
    that its word cannot have."""
    by_text = _met_text if walked and dialect != "sqlite" else _by_text
    check_choices(filters)
    return [
        *_of_words(filters),
        *_of_speaker_and_label(filters),
        *of_dates(filters, col(ArticleRow.published_key)),
        *_of_place(filters),
        *_each(filters, "text", lambda words, beginning: by_text(words, dialect, beginning)),
    ]


def with_articles(filters: Filters) -> bool:
    """Whether a filter asks for what an article alone has."""
    return bool(filters.outlet or filters.since or filters.until or filters.article)


def _of_words(filters: Filters) -> Iterator[ColumnElement[bool]]:
    for word, make in (("speaker", _by_speaker), ("outlet", _by_outlet), ("status", _by_status)):
        if getattr(filters, word):
            yield or_(*_each(filters, word, make))
    if filters.min_confidence is not None:
        # A sum is no index: a list goes on to be walked in its own order.
        yield col(ClaimRow.confidence) + 0.0 >= filters.min_confidence
    if filters.numbered is not None:
        after, until = filters.numbered
        yield and_(col(ClaimRow.number) > after, col(ClaimRow.number) <= until)
    if filters.no_open_accusations:
        yield not_(and_(col(ClaimRow.number).in_(_ACCUSING), col(ClaimRow.id).not_in(_REVIEWED)))
    if filters.said:
        yield not_(and_(col(ClaimRow.number).in_(_NOTHING), col(ClaimRow.id).not_in(_REVIEWED)))
    if filters.saying and "any" not in filters.saying:
        yield col(ClaimRow.saying).in_(filters.saying)
    for column, values in ((ClaimRow.kind, filters.kind), (ClaimRow.stance, filters.stance)):
        if values:
            yield col(column).in_(values)


def _of_speaker_and_label(filters: Filters) -> Iterator[ColumnElement[bool]]:
    if filters.speaker_id:
        yield said_by(select(_NAMES.c.id).where(_NAMES.c.canonical_id == filters.speaker_id))
    if filters.label:
        yield col(ClaimRow.id).in_(_claims_labelled(filters.label))


def _of_place(filters: Filters) -> Iterator[ColumnElement[bool]]:
    """Within one article, or wherever the current editions still hold the claim."""
    if filters.article:
        yield or_(col(ArticleRow.id) == filters.article, col(ArticleRow.doc) == filters.article)
    elif not filters.status:
        yield col(ClaimRow.vanished).is_(False)


def _each(
    filters: Filters, word: str, make: Callable[[str, bool], ColumnElement[bool]]
) -> list[ColumnElement[bool]]:
    """A condition for each value of a word; of the one that is being typed, its beginning is
    enough."""
    return [make(*one) for one in typed(filters, word)]


def typed(filters: Filters, word: str) -> list[tuple[str, bool]]:
    """The values of a word, and whether each is the one that is being typed."""
    values = [value for value in getattr(filters, word) if word != "text" or has_words([value])]
    last = len(values) - 1 if filters.unfinished == word else -1
    return [(value, i == last) for i, value in enumerate(values)]


_LEADING = 2
"""Words that lead to names: how deep a condition may be nested ends somewhere, and two leave few names."""


def names_with(words: str) -> ColumnElement[bool]:
    """Speaker names that hold every one of the words whole, in any case, with or without
    accents."""
    return _named(words)


def _named(words: str, beginning: bool = False) -> ColumnElement[bool]:
    """Names to which the longest words lead, whole ones first, and that hold all of them."""
    parts = name_key(words).split()
    speaker, last = col(SpeakerNameRow.speaker_id), len(parts) - 1 if beginning else -1
    likely = sorted(enumerate(parts), key=lambda part: (part[0] == last, -len(part[1])))
    led = [worded(speaker, part, i == last) for i, part in likely[:_LEADING]]
    return and_(_whole(col(SpeakerNameRow.key), words, beginning), *led)


def _whole(column: Any, words: str, beginning: bool = False) -> ColumnElement[bool]:
    parts = name_key(words).split()
    last = len(parts) - 1 if beginning else -1
    held = (
        column.contains(f" {part}" + ("" if i == last else " "), autoescape=True)
        for i, part in enumerate(parts)
    )
    return and_(*held) if parts else false()


def _by_speaker(words: str, beginning: bool = False) -> ColumnElement[bool]:
    return said_by(_names_of(words, beginning))


def _names_of(words: str, beginning: bool) -> Any:
    """Every name of the speakers of whom one holds the words."""
    return _every_name(_shown_as(words, beginning))


def _shown_as(words: str, beginning: bool) -> Any:
    named = select(col(SpeakerRow.canonical_id)).join(
        SpeakerNameRow, col(SpeakerNameRow.speaker_id) == col(SpeakerRow.id)
    )
    return named.where(_named(words, beginning))


def speakers_named(column: Any, filters: Filters) -> list[ColumnElement[bool]]:
    """Speakers, by the id that their names are shown under, whose names hold what a filter asks for."""
    held = _each(filters, "speaker", lambda words, part: column.in_(_shown_as(words, part)))
    return [or_(*held)] if held else []


def same_speaker(column: Any, canonical: str) -> ColumnElement[bool]:
    """Whether a column of speaker ids holds any of the names that go under the speaker."""
    condition: ColumnElement[bool] = column.in_(
        select(_NAMES.c.id).where(_NAMES.c.canonical_id == canonical)
    )
    return condition


def _every_name(canonical: Any) -> Any:
    return select(_NAMES.c.id).where(_NAMES.c.canonical_id.in_(canonical))


def _by_outlet(words: str, beginning: bool = False) -> ColumnElement[bool]:
    return col(ArticleRow.outlet_id).in_(
        select(col(OutletRow.id)).where(outlets_with(words, beginning))
    )


def outlets_with(words: str, beginning: bool = False) -> ColumnElement[bool]:
    """Outlets whose name holds every one of the words whole."""
    return _whole(col(OutletRow.key), words, beginning)


def _by_text(words: str, dialect: str, beginning: bool = False) -> ColumnElement[bool]:
    # In one list, so that claims are looked up by it; of two, each claim would be held against both.
    held = matching(words, dialect, beginning=beginning)
    return col(ClaimRow.number).in_(union_all(*held, *numbers_said_as(words, beginning)))


def numbers_said_as(words: str, beginning: bool) -> tuple[Any, ...]:
    """The numbers of the claims of speakers one of whose names holds the words."""
    return said_numbers(_names_of(words, beginning))


def numbers_said_by(canonical: str) -> tuple[Any, ...]:
    """The numbers of the claims under any name of a speaker."""
    return said_numbers(select(_NAMES.c.id).where(_NAMES.c.canonical_id == canonical))


def _met_text(words: str, _: str, beginning: bool = False) -> ColumnElement[bool]:
    said = col(ClaimRow.number).in_(union_all(*numbers_said_as(words, beginning)))
    return or_(*hold_words(words, beginning=beginning), said)


def _by_status(status: str, _: bool = False) -> ColumnElement[bool]:
    if status in ("vanished", "current"):
        return col(ClaimRow.vanished).is_(status == "vanished")
    if status in ("unreviewed", "open"):
        return and_(col(ClaimRow.id).not_in(_REVIEWED), col(ClaimRow.vanished).is_(False))
    if status in ("reviewed", "decided"):
        return col(ClaimRow.id).in_(_REVIEWED)
    return col(ClaimRow.id).in_(
        select(col(ReviewRow.claim_id)).where(col(ReviewRow.status) == status)
    )


def _claims_labelled(labels: Iterable[str]) -> Any:
    return (
        select(col(PropositionClaimRow.claim_id))
        .join(PropositionRow, col(PropositionRow.id) == col(PropositionClaimRow.proposition_id))
        .where(or_(*labelled(labels)))
    )


def labelled(labels: Iterable[str]) -> Iterator[ColumnElement[bool]]:
    """What a proposition must meet for each label, UNNAMED and CONTESTED included; one is
    enough."""
    for label in labels:
        if label == "UNNAMED":
            yield and_(col(PropositionRow.label) == "SINGLE", col(PropositionRow.named).is_(False))
        elif label == "CONTESTED":
            yield col(PropositionRow.contested).is_(True)
        else:
            yield col(PropositionRow.label) == label
