"""Readings as they are saved: what is known of names, outlets and what was forgotten is put to them; saves
nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection

from claims.identity.within_article import settle
from claims.model import Reading
from store.decisions.on_articles import taught_outlets
from store.saving.tombstones import kinds, without_forgotten


def prepared(connection: Connection, readings: Sequence[Reading]) -> list[Reading]:
    """The readings as they are saved: claims settled, none of forgotten speakers, and the outlets that a
    person taught."""
    taught, forgets = taught_outlets(connection), "speaker" in kinds(connection)
    found = []
    for one in readings:
        reading = replace(one, claims=settle(one.claims))
        reading = without_forgotten(connection, reading) if forgets else reading
        outlet = taught.of(reading.outlet, reading.article.url)
        found.append(
            replace(reading, article=replace(reading.article, outlet=outlet)) if outlet else reading
        )
    return found
