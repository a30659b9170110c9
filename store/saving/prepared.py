"""A reading as it is saved: what is known of names, outlets and what was forgotten is put to it; saves
nothing."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection

from claims.identity.within_article import settle
from claims.model import Reading
from store.decisions.on_articles import learned_outlet
from store.saving.tombstones import without_forgotten


def prepared(connection: Connection, reading: Reading) -> Reading:
    """The reading as it is saved: claims settled, none of forgotten speakers, and the outlet that a
    person taught."""
    reading = without_forgotten(connection, replace(reading, claims=settle(reading.claims)))
    taught = learned_outlet(connection, reading.outlet, reading.article.url)
    return replace(reading, article=replace(reading.article, outlet=taught)) if taught else reading
