"""The one family of errors that onrecord raises on purpose; each says what, where and the next
step.

OnrecordError
├── UsageError       wrong use or configuration             exit code 2
│   └── SeveralError   the beginning of several ids
├── InputError       an input cannot be read                exit code 3
├── StoreError       the store cannot be opened or written  exit code 4
│   └── RowError       one thing cannot be stored or read, the others can
└── ModelError       a language model is missing            exit code 5
"""

from __future__ import annotations


class OnrecordError(Exception):
    """Base of the family; its text is one line for the user."""

    exit_code = 2


class UsageError(OnrecordError):
    """Raised when a command, an option or a setting is wrong."""

    exit_code = 2


class SeveralError(UsageError):
    """Raised when the beginning of an id is that of several."""


class InputError(OnrecordError):
    """Raised when an input cannot be read."""

    exit_code = 3


class StoreError(OnrecordError):
    """Raised when the store cannot be opened, read or written."""

    exit_code = 4


class RowError(StoreError):
    """Raised when one thing cannot be stored or read, and the store can be used for others."""


class ModelError(OnrecordError):
    """Raised when the spaCy model or the detector's weights are missing."""

    exit_code = 5
