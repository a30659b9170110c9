"""The English pipeline alone, loaded once for the tests of resolving."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture(scope="package")
def nlp() -> Language:
    """spaCy without the detector."""
    import spacy

    from claims.engine import find_model

    return spacy.load(find_model())
