"""How a store's location is shown: the only place where a location becomes words, for a database URL
holds a password. Stands on the standard library alone, for every command shows locations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote, unquote_plus

HIDDEN = "***"
MIN_SECRET_CHARS = 3
"""Of a part of a secret that is looked for in other people's messages; fewer are in every word."""
_USER_AND_PASSWORD = re.compile(r"([\w+.-]*:/{1,3}[^/:@]*):(.*)@", re.DOTALL)
"""To the last @, for a password that was not escaped may hold one itself."""
_IN_RUNNING_TEXT = re.compile(r"([\w+.-]*:/{1,3}[^\s/:@]*):(\S*)@")
_SECRET_WORDS = "password|passwd|passphrase|pwd|pass|sslpassword|secret|token|api_?key"
_NAMED = re.compile(rf"(\b(?:{_SECRET_WORDS})=)([^&\s;#]+)", re.IGNORECASE)
_NAMED_IN_URL = re.compile(rf"([?&;](?:{_SECRET_WORDS})=)([^&;]+)", re.IGNORECASE)


def shown(location: str) -> str:
    """The location without its passwords, as every message shows it."""
    plain = _USER_AND_PASSWORD.sub(rf"\1:{HIDDEN}@", location)
    return _NAMED.sub(rf"\1{HIDDEN}", _NAMED_IN_URL.sub(rf"\1{HIDDEN}", plain))


def without_secrets(message: str, locations: Iterable[str] = ()) -> str:
    """A message that may quote a location or a part of its password, without them."""
    for location in locations:
        message = message.replace(location, shown(location))
        for secret in secrets_of(location):
            message = message.replace(secret, HIDDEN)
    message = _IN_RUNNING_TEXT.sub(rf"\1:{HIDDEN}@", message)
    return _NAMED.sub(rf"\1{HIDDEN}", message)


def secrets_of(location: str) -> list[str]:
    """What must not be shown of a location, as written and as meant, whole and in the parts into
    which a reader of URLs may cut it; the longest first."""
    values = [match[2] for match in _USER_AND_PASSWORD.finditer(location)]
    values += [
        match[2] for match in (*_NAMED.finditer(location), *_NAMED_IN_URL.finditer(location))
    ]
    written = {form for value in values for form in (value, unquote(value), unquote_plus(value))}
    parts = {part for form in written for part in re.split(r"[/?#@:&]", form)}
    return sorted(
        (part for part in written | parts if len(part) >= MIN_SECRET_CHARS), key=len, reverse=True
    )
