"""Which language a text is in, as the text itself shows; a page's own word for it is not asked."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

MIN_TEXT_CHARACTERS = 80
"""Below which a text is taken for English."""
MAX_TEXT_CHARACTERS = 6_000
"""Of a text that are looked at."""
MIN_PROBABILITY = 0.9
"""From which a text is taken for another language."""


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def prepare() -> None:
    """Loads the model, which needs a temporary file for that."""
    _identifier()


def other_language(text: str) -> str | None:
    """The code of the language where the text is surely not English; None else."""
    if len(text) < MIN_TEXT_CHARACTERS:
        return None
    code, probability = _identifier().classify(text[:MAX_TEXT_CHARACTERS])
    return str(code) if code != "en" and probability >= MIN_PROBABILITY else None
