"""Which language a text is in, as the text itself shows; a page's own word for it is not asked."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from claims.model import Article

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

MIN_TEXT_CHARACTERS = 80
"""Below which a text is taken for English."""
FIRST_CHARACTERS = 1_500
"""Of a text that are looked at first; where they are English, no others are."""
MAX_TEXT_CHARACTERS = 6_000
"""Of a text that are looked at."""
MIN_PROBABILITY = 0.9
"""From which a text is taken for another language."""


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


_NAMES = {
    "english": "en", "german": "de", "deutsch": "de", "englisch": "en", "french": "fr",
    "français": "fr", "anglais": "en",
    "spanish": "es", "italian": "it", "dutch": "nl", "portuguese": "pt", "inglés": "en",
    "russian": "ru", "chinese": "zh",
}  # fmt: skip
"""What archives write → the code."""


def code_of_name(written: str) -> str | None:
    """The code of a language that is named or coded, as in "ENGLISH", "en-GB"; None for any other."""
    name = written.strip(" .;").casefold()
    if re.fullmatch(r"[a-z]{2}(?:[-_].{1,20})?", name):
        return name[:2]
    return _NAMES.get(name.split(";")[0].split(",")[0].strip())


def other_language(text: str) -> str | None:
    """The code of the language where the text is surely not English; None else."""
    if len(text) < MIN_TEXT_CHARACTERS:
        return None
    for size in (FIRST_CHARACTERS, MAX_TEXT_CHARACTERS):
        code, probability = _identifier().classify(text[:size])
        if code == "en" and probability >= MIN_PROBABILITY:
            break
    return str(code) if code != "en" and probability >= MIN_PROBABILITY else None


def marked(article: Article) -> Article:
    """The article, where its text is not English with that language, so that it is kept and not read."""
    code = article.unread_language or other_language(article.text)
    return replace(article, unread_language=code, language=code) if code else article
