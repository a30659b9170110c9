"""The name by which spaCy finds the detector, and what it writes on a doc; loads neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

from claims.detect.manifest import DEFAULT

if TYPE_CHECKING:
    from claims.detect.component import DetectComponent

NAME = "onrecord_detect"


def create(nlp: Language, name: str, model: str) -> DetectComponent:
    """The component `onrecord_detect` with a detector; raises ModelError."""
    from claims.detect.component import DetectComponent

    return DetectComponent(model)


def register() -> None:
    """Make the factory and the extensions known to spaCy; calling it again changes nothing."""
    if not Doc.has_extension("onrecord_furniture"):
        Doc.set_extension("onrecord_furniture", default=())
        Doc.set_extension("onrecord_attributions", default=())
    if not Language.has_factory(NAME):
        Language.factory(
            NAME,
            func=create,
            default_config={"model": DEFAULT},
            requires=["token.tag", "token.dep"],
            assigns=["doc._.onrecord_attributions", "doc.ents"],
        )
