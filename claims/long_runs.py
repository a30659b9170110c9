"""Text to spaCy's tokens in bounded time: a run of characters without a blank is cut before the
tokenizer, which looks for affixes again and again, each time to the end of the run."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MAX_RUN_CHARS = 250
"""Of a run without blanks; addresses and chemical names are shorter."""
_LONG_RUN = re.compile(rf"\S{{{MAX_RUN_CHARS + 1},}}")


def tokenized(nlp: Language, text: str) -> Doc:
    """The tokens of a text; those of a run that is too long are those of its pieces."""
    cuts = [
        at
        for run in _LONG_RUN.finditer(text)
        for at in range(run.start() + MAX_RUN_CHARS, run.end(), MAX_RUN_CHARS)
    ]
    if not cuts:
        return nlp.make_doc(text)
    from spacy.tokens import Doc

    parts = [nlp.make_doc(text[start:end]) for start, end in pairwise([0, *cuts, len(text)])]
    whole = Doc.from_docs(parts, ensure_whitespace=False)
    assert whole is not None  # from_docs gives None for an empty list alone
    return whole
