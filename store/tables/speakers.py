"""Who speaks: names, keys to find them by, offices, and who was parted."""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy import Column, String, Text
from sqlmodel import Field

from store.tables.declare import TableRow


class SpeakerRow(TableRow, table=True):
    """A name as borne by one speaker, as far as one article can tell: other affiliation or age,
    other row."""

    id: str = Field(primary_key=True)
    name: str = Field(index=True)
    kind: str
    affiliation: str | None = None
    principal: str | None = None
    era: str = ""
    """The century of names in old news, "" for those of living memory."""
    canonical_id: str = Field(default="", index=True)
    """The row whose name all rows of one speaker are shown under; derived from names and
    decisions."""
    joined: str = Field(default="", sa_column=Column(Text, nullable=False))
    """Why it goes under that row."""


class SpeakerNameRow(TableRow, table=True):
    """A form in which a speaker is named; key is the folded form between two spaces, for whole-word
    lookups."""

    speaker_id: str = Field(primary_key=True, foreign_key="speaker.id")
    name: str = Field(primary_key=True)
    key: str
    decided: bool = False
    """True for an alias that a person entered."""


class SpeakerWordRow(TableRow, table=True):
    """A word of one of a speaker's names, folded; where names are asked for by words, they are found here."""

    __table_args__: ClassVar[dict[str, bool]] = {"sqlite_with_rowid": False}
    word: str = Field(
        sa_column=Column(
            String().with_variant(String(collation="C"), "postgresql"), primary_key=True
        )
    )
    speaker_id: str = Field(primary_key=True, index=True)


class SpeakerKeyRow(TableRow, table=True):
    """A key under which names worth comparing with this one are found."""

    key: str = Field(primary_key=True)
    speaker_id: str = Field(primary_key=True, foreign_key="speaker.id", index=True)


class SpeakerPairRow(TableRow, table=True):
    """Two names that a person declared one speaker, or two; derived from the decisions in force."""

    a: str = Field(primary_key=True)
    b: str = Field(primary_key=True, index=True)
    one: bool
    decision: int


class SpeakerSplitRow(TableRow, table=True):
    """A speaker's claims in one article that a person gave to another bearer of the name; derived
    from decisions."""

    article_id: str = Field(primary_key=True)
    """The article's first edition."""
    speaker_id: str = Field(primary_key=True)
    effective_speaker_id: str


class RoleRow(TableRow, table=True):
    """An office and who held it when."""

    id: int | None = Field(default=None, primary_key=True)
    speaker_id: str = Field(foreign_key="speaker.id", index=True)
    office: str
    since: str | None = None
    until: str | None = None
