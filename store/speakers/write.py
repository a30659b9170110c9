"""Enters speakers and the names they go by, where they are missing; claims are entered in
saving/write.py."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select, update

from claims import model
from claims.identity.organisation_name import defines_acronym, is_generic
from claims.model import Claim, Reading, SpeakerKind
from store.database.rows import chunks, enter_rows
from store.mapping import to_rows
from store.speakers.words import enter_words
from store.tables import SpeakerNameRow, SpeakerRow
from store.tables.columns import col, table_of

Row = dict[str, Any]


def add_speakers(connection: Connection, reading: Reading) -> list[str]:
    """Enters a reading's speakers with the forms they are named in, and gives the ids of those to
    be joined: new ones, and bodies of which an acronym is newly given; fills gaps alone."""
    return enter_speakers(connection, replace(reading, claims=with_members(reading)))


def with_members(reading: Reading) -> tuple[Claim, ...]:
    """The reading's claims, and one of each party to a joint one."""
    return (*reading.claims, *_members(reading))


def enter_speakers(connection: Connection, reading: Reading) -> list[str]:
    """The same for claims that already have those of parties beside them."""
    speakers = _speaker_rows(reading)
    stored_rows: dict[str, Any] = {}
    for ids in chunks(list(speakers)):
        rows = connection.execute(select(table_of(SpeakerRow)).where(col(SpeakerRow.id).in_(ids)))
        stored_rows |= {row["id"]: row for row in rows.mappings()}
    fresh = [id for id in speakers if id not in stored_rows]
    enter_rows(connection, SpeakerRow, [speakers[id] for id in fresh])
    for id, stored in stored_rows.items():
        named = speakers[id]
        missing = {
            key: named[key]
            for key in ("affiliation", "principal")
            if named[key] and not stored[key]
        }
        if missing:
            connection.execute(update(SpeakerRow).where(col(SpeakerRow.id) == id).values(**missing))
    named_anew = _add_names(connection, reading, list(speakers))
    return list(dict.fromkeys((*fresh, *named_anew)))


def _members(reading: Reading) -> Iterable[Claim]:
    """A claim of each party to a joint one, so that who speaks only jointly is a speaker too; it is
    not saved."""
    kinds = {claim.speaker.name: claim.speaker.kind for claim in reading.claims}
    for claim in reading.claims:
        for name in claim.speaker.members if claim.speaker.kind == "joint" else ():
            kind: SpeakerKind = kinds.get(name) or (
                "organisation" if is_generic(name) else "person"
            )
            yield replace(claim, speaker=model.Speaker(kind, name, mention=name))


def _speaker_rows(reading: Reading) -> dict[str, Row]:
    speakers: dict[str, Row] = {}
    for claim in reading.claims:
        speaker = claim.speaker
        era = to_rows.era(reading.published)
        if id := to_rows.speaker_key(claim, era):
            new = {
                "id": id,
                "name": speaker.name,
                "kind": speaker.kind,
                "affiliation": None,
                "principal": None,
            }
            row = speakers.setdefault(id, new | {"era": era, "canonical_id": id, "joined": ""})
            row["affiliation"] = row["affiliation"] or speaker.affiliation
            row["principal"] = row["principal"] or speaker.principal
    return speakers


def _add_names(connection: Connection, reading: Reading, speakers: Sequence[str]) -> list[str]:
    """Enters missing forms, and gives the ids of those that a new form gives an acronym."""
    names = {
        (row["speaker_id"], row["name"]): row
        for row in to_rows.name_rows(reading.claims, to_rows.era(reading.published))
    }
    for ids in chunks(speakers):
        query = select(col(SpeakerNameRow.speaker_id), col(SpeakerNameRow.name)).where(
            col(SpeakerNameRow.speaker_id).in_(ids)
        )
        for stored in connection.execute(query):
            names.pop((stored.speaker_id, stored.name), None)
    enter_rows(connection, SpeakerNameRow, list(names.values()))
    enter_words(connection, names.values())
    return [id for id, form in names if defines_acronym(form)]
