"""What is counted over claims as they come and go, so that the first page of a list need not read them all; all of
it can be made anew from claims and articles."""

from __future__ import annotations

from typing import Any, ClassVar

from sqlalchemy import Index
from sqlmodel import Field, col

from store.tables.declare import (
    TableRow,
    bytes_column,
    given_number_column,
    json_column,
    nullable_number_column,
    number_column,
    text_column,
)


class ArticleCountRow(TableRow, table=True):
    """What an article has given to the counts below: whatever changes it, only the difference is added."""

    __table_args__: ClassVar[dict[str, bool]] = {"sqlite_with_rowid": False}
    article_id: str = Field(primary_key=True)
    outlet_id: str | None = None
    published_key: str
    counts: dict[str, Any] = json_column()
    """Its claims by speaker, stance, kind, saying and label."""


class SpeakerCountRow(TableRow, table=True):
    """A speaker under all names: claims that stand, articles and outlets with any, and when."""

    speaker_id: str = Field(primary_key=True)
    """The row that the names are shown under."""
    name: str
    """That row's, so that lists are walked within one index."""
    claims: int
    articles: int
    outlets: int
    first: str | None = None
    last: str | None = None
    """The sort keys of the first and the last article; none where no day is known."""


class SpeakerOutletRow(TableRow, table=True):
    """In how many articles of an outlet a speaker has claims."""

    __table_args__: ClassVar[dict[str, bool]] = {"sqlite_with_rowid": False}
    speaker_id: str = Field(primary_key=True)
    outlet_id: str = Field(primary_key=True)
    articles: int


class FacetCountRow(TableRow, table=True):
    """How many claims stand with a value of a filter word."""

    word: str = Field(primary_key=True)
    value: str = Field(primary_key=True)
    """Of outlets their id, of speakers the name that is shown."""
    claims: int


class DayCountRow(TableRow, table=True):
    """How many claims of one day stand with a value of a filter word; days that are not known are left out."""

    __table_args__: ClassVar[dict[str, bool]] = {"sqlite_with_rowid": False}
    word: str = Field(primary_key=True)
    day: str = Field(primary_key=True)
    value: str = Field(primary_key=True)
    """Of speakers and outlets their id."""
    claims: int


class ClaimValueRow(TableRow, table=True):
    """What is counted of a claim that stands, in few bytes: so that claims found by words are not read themselves."""

    number: int = given_number_column()
    """The claim's."""
    speaker: int | None = nullable_number_column()
    """The number of who is shown as its speaker; store/counts/of_claim.py makes it of the id."""
    outlet: int | None = nullable_number_column()
    day: str
    """Of its article, as much of one as is known."""
    stance: str
    kind: str
    saying: str
    labels: str
    """Of the propositions in which it stands, which is one at the most."""
    words: str | None = text_column(nullable=True)
    """On a server those of quotation and mention, each once; SQLite's index tells them without the claims' rows."""


class ValueCodeRow(TableRow, table=True):
    """The number that stands in blocks for a value of a filter word."""

    word: str = Field(primary_key=True)
    value: str = Field(primary_key=True)
    """Of labels those of a claim together."""
    code: int


class ClaimBlockRow(TableRow, table=True):
    """What is counted of many claims that stand: store/mapping/claim_blocks.py says how; a filter that many pass is
    counted over these, without a row for each."""

    block: int = given_number_column()
    stances: bytes = bytes_column()
    kinds: bytes = bytes_column()
    sayings: bytes = bytes_column()
    labels: bytes = bytes_column()
    days: bytes = bytes_column()
    outlets: bytes = bytes_column()
    speakers: bytes = bytes_column()


class JointMemberRow(TableRow, table=True):
    """A name, folded, under which somebody makes a claim together with others."""

    key: str = Field(primary_key=True)
    number: int = number_column(primary_key=True)
    """The claim's."""
    article_id: str = Field(index=True)


SPEAKER_ORDER = Index(
    "ix_speakercount_order",
    col(SpeakerCountRow.claims).desc(),
    col(SpeakerCountRow.name),
    col(SpeakerCountRow.speaker_id),
)
"""Those with most claims first."""
FACET_ORDER = Index(
    "ix_facetcount_order",
    col(FacetCountRow.word),
    col(FacetCountRow.claims).desc(),
    col(FacetCountRow.value),
)
"""The commonest values of a word first."""
