"""The wordpieces that the networks read texts in."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from claims.errors import ModelError

ADVICE = "reinstall onrecord, then run `onrecord doctor`"


def wordpieces() -> Any:
    """A tokenizer of its own for the caller, that neither fills up nor cuts; raises ModelError where its file
    is missing or damaged."""
    from tokenizers import Tokenizer

    try:
        tokenizer = Tokenizer.from_buffer((files("claims.weights") / "tokenizer.json").read_bytes())
    except (OSError, ValueError) as error:
        raise ModelError(f"the wordpieces of the networks cannot be read: {ADVICE}") from error
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer
