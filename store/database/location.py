"""How a store's location is shown: the only place where a location becomes words, for a database URL
holds a password. Stands on the standard library alone, for every command shows locations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote, unquote_plus

HIDDEN = "***"
NO_URL = "no database URL and no path; write FILE, sqlite:///FILE or postgresql://USER@HOST/NAME"
"""What is wrong with a location that is neither."""
MIN_SECRET_CHARS = 3
"""Of a part of a secret that is looked for in other people's messages; fewer are in every word."""
_USER = re.compile(r":/{1,3}[^/:@]*:")
_IS_PATH = re.compile(r"/(?!/)|\.{1,2}[/\\]|~|[A-Za-z]:[/\\]")
_SERVER = r"(?:postgres(?:ql)?|sqlite|mysql|mariadb|oracle|mssql)(?:\+\w{1,40})?"
_BEGINNING = re.compile(
    rf"[\s'\"]{{0,9}}(?:{_SERVER}[\s:;/\\]{{1,9}}|[\w+.-]{{1,40}}[:;]?[/\\]{{1,3}}|[/\\]{{2}})?",
    re.IGNORECASE,
)
"""Of a database URL that was mistyped: up to its user."""
_NAMES_SERVER = re.compile(rf"[\s'\"]{{0,9}}{_SERVER}\s{{0,9}}(?:[:;]|//|\\\\)", re.IGNORECASE)
_WORD = re.compile(r"\S++")
_SECRET_WORDS = "password|passwd|passphrase|pwd|pass|sslpassword|secret|token|api_?key"
_NAMED = re.compile(rf"(\b(?:{_SECRET_WORDS})=)([^&\s;#]+)", re.IGNORECASE)
_NAMED_IN_URL = re.compile(rf"([?&;](?:{_SECRET_WORDS})=)([^&;]+)", re.IGNORECASE)


def _password(url: str) -> tuple[int, int] | None:
    """Where the password of a URL begins and ends: at the last @, for one that was not escaped may hold
    one itself."""
    end = url.rfind("@")
    user = _USER.search(url, 0, end) if end >= 0 else None
    return (user.end(), end) if user else None


def _password_of(location: str) -> tuple[int, int] | None:
    """The same of a location as a whole, whose beginning may be mistyped or missing, or its host."""
    if found := _password(location):
        return found
    if "://" in location:
        return _before_no_host(location)
    end = location.rfind("@")
    beginning = _BEGINNING.match(location)
    if end < 0 or _IS_PATH.match(location) or beginning is None:
        return None
    colon = location.find(":", beginning.end(), end)
    return (colon + 1, end) if colon >= 0 else None


def _before_no_host(url: str) -> tuple[int, int] | None:
    """A port that is no number is a password before a host that is missing."""
    at = url.index("://") + 3
    end = next((i for i in range(at, len(url)) if url[i] in "/?"), len(url))
    host, _, port = url[at:end].partition(":")
    is_password = host and port and "[" not in host and "@" not in url and not port.isdigit()
    return (at + len(host) + 1, end) if is_password else None


def is_mistyped(location: str) -> bool:
    """Whether a location was meant as a database URL and is none, nor any path."""
    return "://" not in location and bool(_NAMES_SERVER.match(location) or secrets_of(location))


def _without_password(url: str, at: tuple[int, int] | None) -> str:
    start, end = at or (0, 0)
    return f"{url[:start]}{HIDDEN}{url[end:]}" if end else url


def shown(location: str) -> str:
    """The location without its passwords, as every message shows it."""
    plain = _without_password(location, _password_of(location))
    return _NAMED.sub(rf"\1{HIDDEN}", _NAMED_IN_URL.sub(rf"\1{HIDDEN}", plain))


def without_secrets(message: str, locations: Iterable[str] = ()) -> str:
    """A message that may quote a location or a part of its password, without them."""
    for location in locations:
        message = message.replace(location, shown(location))
        for secret in secrets_of(location):
            message = message.replace(secret, HIDDEN)
    message = _WORD.sub(lambda word: _without_password(word[0], _password(word[0])), message)
    return _NAMED.sub(rf"\1{HIDDEN}", message)


def secrets_of(location: str) -> list[str]:
    """What must not be shown of a location, as written and as meant, whole and in the parts into
    which a reader of URLs may cut it; the longest first."""
    values = [match[2] for match in (*_NAMED.finditer(location), *_NAMED_IN_URL.finditer(location))]
    if at := _password_of(location):
        values.append(location[slice(*at)])
    written = {form for value in values for form in (value, unquote(value), unquote_plus(value))}
    parts = {part for form in written for part in re.split(r"[/?#@:&]", form)}
    return sorted(
        (part for part in written | parts if len(part) >= MIN_SECRET_CHARS), key=len, reverse=True
    )
