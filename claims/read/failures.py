"""What stopped a file from being read, as a failure that says what to do."""

from __future__ import annotations

import gzip
import zlib

from claims.model import Failure


def failure(where: str, error: Exception) -> Failure:
    """The failure of an error of the system or of gzip."""
    if isinstance(error, FileNotFoundError):
        return Failure(where, "no such file or folder", "check the path")
    if isinstance(error, PermissionError):
        return Failure(where, "permission denied", "check the permissions")
    if isinstance(error, EOFError | zlib.error | gzip.BadGzipFile):
        return Failure(
            where, "the gzip data is broken or cut off", "the articles before it are kept"
        )
    return Failure(
        where,
        (error.strerror if isinstance(error, OSError) else None) or str(error),
        "check the file",
    )
