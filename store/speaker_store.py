"""The part of the door that says who is who: decisions about speakers, each in one transaction; no
SQL here."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Engine

from claims.errors import UsageError
from store.database.session import reading, writing
from store.decisions import apply, log, on_speakers, undo
from store.queries import speakers
from store.queries.claims import find_article
from store.records import ClaimRecord, DecisionRecord, FormRecord, Move, ProposalRecord, RoleRecord
from store.speakers import proposals


class SpeakerDoor:
    """Merges, splits, aliases and offices; `by` is the person who decides. Raises StoreError,
    UsageError."""

    def __init__(self, engine: Engine, location: str) -> None:
        self._engine, self._location = engine, location

    def forms(self, canonical: str) -> list[FormRecord]:
        """The names that go under a speaker, and why."""
        with reading(self._engine, self._location) as connection:
            return speakers.forms(connection, canonical)

    def joint_claims(self, canonical: str) -> list[ClaimRecord]:
        """What the speaker claims together with others."""
        with reading(self._engine, self._location) as connection:
            return speakers.joint_claims(connection, canonical)

    def near_names(self, words: str) -> list[str]:
        """Speakers whose names are nearly these words."""
        with reading(self._engine, self._location) as connection:
            return speakers.near_names(connection, words)

    def roles(self, canonical: str) -> list[RoleRecord]:
        """The offices entered for a speaker."""
        with reading(self._engine, self._location) as connection:
            return speakers.roles(connection, canonical)

    def proposals(self, canonical: Iterable[str] | None = None) -> list[ProposalRecord]:
        """Undecided pairs that may be one speaker, the likeliest first."""
        with reading(self._engine, self._location) as connection:
            return proposals.proposals(connection, canonical)

    def merge(self, by: str, a: str, b: str, note: str = "") -> None:
        """Speaker a, with all of its names, goes under b from now on; raises UsageError where they
        are one already."""
        with writing(self._engine, self._location) as connection:
            rows, into = on_speakers.rows_of(connection, a), on_speakers.rows_of(connection, b)
            if set(rows) & set(into):
                raise UsageError("they are one speaker already; see `onrecord speaker`")
            old = json.dumps({"rows": rows, "into": into})
            _decide(connection, by, "merge", a, old, b, note)

    def split(
        self, by: str, leaving: Sequence[str], staying: Sequence[str], note: str = ""
    ) -> None:
        """Names that are another speaker than those that stay."""
        with writing(self._engine, self._location) as connection:
            new = json.dumps({"rows": list(leaving), "from": list(staying)})
            _decide(connection, by, "split", leaving[0], None, new, note)

    def reject(self, by: str, proposal: ProposalRecord, note: str = "") -> None:
        """The two of a proposal are two."""
        with reading(self._engine, self._location) as connection:
            leaving, staying = (
                on_speakers.rows_of(connection, proposal.a),
                on_speakers.rows_of(connection, proposal.b),
            )
        self.split(by, leaving, staying, note)

    def split_articles(self, by: str, canonical: str, docs: Sequence[str], note: str = "") -> str:
        """The speaker's claims in these articles are another's of the name; gives that one's id.
        Raises UsageError on an article that is not there."""
        with writing(self._engine, self._location) as connection:
            articles = [find_article(connection, doc) for doc in docs]
            roots = [article.edition_of or article.id for article in articles]
            rows = on_speakers.rows_of(connection, canonical)
            other = on_speakers.new_bearer(connection, canonical, roots)
            new = json.dumps(
                {"articles": roots, "from": [id for id in rows if id != other], "to": other}
            )
            _decide(connection, by, "split", canonical, None, new, note)
            return other

    def alias(self, by: str, canonical: str, name: str, note: str = "") -> None:
        """Another name that the speaker goes by."""
        with writing(self._engine, self._location) as connection:
            _decide(connection, by, "alias", canonical, None, name, note)

    def role(
        self,
        by: str,
        canonical: str,
        office: str,
        since: str | None,
        until: str | None,
        note: str = "",
    ) -> None:
        """An office that the speaker held; dates ISO, months or years, both inclusive."""
        with writing(self._engine, self._location) as connection:
            new = json.dumps({"office": office, "from": since, "to": until}, ensure_ascii=False)
            _decide(connection, by, "role", canonical, None, new, note)

    def enter(self, name: str, kind: str = "person") -> str:
        """A speaker of whom no claim is known yet; gives the id."""
        with writing(self._engine, self._location) as connection:
            return on_speakers.new_speaker(connection, name, kind)

    def undo(self, by: str, id: int | None = None, note: str = "") -> list[DecisionRecord]:
        """Takes back a decision, or the last one in force, with all of its act; raises UsageError.

        What was decided together stands or falls together: other words of a claim without the kind
        that follows from them, or an alias without the speaker it was learned from, is nothing that
        anybody decided.
        """
        with writing(self._engine, self._location) as connection:
            standing = log.in_force(connection)
            found = [decision for decision in standing if id is None or decision.id == id]
            if not found:
                raise UsageError(
                    "no decision is in force; there is nothing to undo"
                    if id is None
                    else f"decision {id} is not in force; see `onrecord undo --list`"
                )
            together = undo.decided_with(connection, found[-1])
            act = [decision for decision in standing if decision.id in together]
            apply.decide(connection, by, [Move(log.UNDO, str(one.id), None) for one in act], note)
            return act


def _decide(
    connection: Connection, by: str, what: str, subject: str, old: str | None, new: str | None, note: str,
) -> None:  # fmt: skip
    apply.decide(connection, by, [Move(what, subject, new, old)], note)
