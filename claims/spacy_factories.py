"""The names by which spaCy finds our components; loads none of them.

spaCy imports this module by the entry points of pyproject.toml whenever it makes a pipeline, so
that `nlp.add_pipe("onrecord_claims")` needs no import, and others pay next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

from claims import spacy_bytes
from claims.detect import factory
from claims.detect.manifest import DEFAULT
from claims.model import Claim, Reading

if TYPE_CHECKING:
    from claims.claims_component import ClaimsComponent

NAME = "onrecord_claims"


def create_claims(nlp: Language, name: str, model: str) -> ClaimsComponent:
    """The component `onrecord_claims` with a detector; raises ModelError."""
    from claims import engine
    from claims.claims_component import ClaimsComponent

    return ClaimsComponent(model, engine.versions(nlp, model))


create_detect = factory.create


def claims_in(doc: Doc) -> tuple[Claim, ...]:
    """The claims of doc._.onrecord_reading, none where nothing was read."""
    reading: Reading | None = doc._.onrecord_reading
    return reading.claims if reading else ()


def register() -> None:
    """Make factories and extensions known to spaCy; calling it again changes nothing."""
    factory.register()
    spacy_bytes.register()
    if not Doc.has_extension("onrecord_reading"):
        Doc.set_extension("onrecord_article", default=None)
        Doc.set_extension("onrecord_reading", default=None)
        Doc.set_extension("onrecord_claims", getter=claims_in)
    if not Language.has_factory(NAME):
        Language.factory(
            NAME,
            func=create_claims,
            default_config={"model": DEFAULT},
            requires=["token.tag", "token.dep"],
            assigns=["doc._.onrecord_reading", "doc._.onrecord_claims"],
        )


register()
