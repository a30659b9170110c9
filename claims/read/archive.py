"""A ZIP to the files in it, each within limits; nothing is written to disk."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import IO

from claims.model import Failure
from claims.read.decode import UnreadableError
from claims.read.documents import whole_bytes
from claims.read.options import MAX_BYTES, Member

BROKEN = "a broken ZIP archive", "pack it again"
END_BYTES = 22
"""Of the record at an archive's end."""
MAX_FILES = 20_000
"""Of an archive."""
MAX_DIRECTORY_BYTES = 4 * 1024 * 1024
"""Of the list of its files."""
MAX_UNPACKED_BYTES = 512 * 1024 * 1024
"""Of all its files together."""
MAX_RATIO = 200
"""Of a file's size to its packed size; text packs to a tenth at most."""
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def files(raw: IO[bytes], where: str) -> Iterator[Member | Failure]:
    """Each file, in the order of the archive; raises UnreadableError where the whole is refused."""
    body = whole_bytes(raw)
    _check(body)
    try:
        archive = zipfile.ZipFile(io.BytesIO(body))
    except (zipfile.BadZipFile, struct.error, ValueError, OSError, NotImplementedError):
        raise UnreadableError(*BROKEN) from None
    unpacked, named = 0, Counter[str]()
    for info in archive.infolist():
        if info.is_dir() or info.filename.startswith("__MACOSX/"):
            continue
        named[info.filename] += 1
        # A ZIP may hold several files of one name; each is an article of its own.
        again = f" ({named[info.filename]})" if named[info.filename] > 1 else ""
        member = _member(archive, info, f"{where}/{info.filename}{again}")
        if isinstance(member, Member):
            unpacked += len(member.raw)
        if unpacked > MAX_UNPACKED_BYTES:
            yield Failure(
                where, f"unpacks to more than {MAX_UNPACKED_BYTES // 1024 // 1024} MB", "split it"
            )
            return
        yield member


def _check(body: bytes) -> None:
    """Raises UnreadableError where the list of files is missing, or too long to be opened at all."""
    at = body.rfind(b"PK\x05\x06")
    if not 0 <= at <= len(body) - END_BYTES:
        raise UnreadableError(*BROKEN)
    entries, size = struct.unpack_from("<HI", body, at + 10)
    if entries > MAX_FILES or size > MAX_DIRECTORY_BYTES:
        raise UnreadableError(f"a ZIP archive of more than {MAX_FILES:,} files", "split it")


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, where: str) -> Member | Failure:
    if info.flag_bits & 1:
        return Failure(where, "is locked with a password", "unpack it yourself")
    if info.compress_type not in _METHODS:
        return Failure(where, "is packed in a way that is not read", "unpack it yourself")
    if info.file_size > MAX_BYTES or info.file_size > MAX_RATIO * max(info.compress_size, 1_000):
        return Failure(
            where, "unpacks to far more than an article", "unpack it yourself, if you trust it"
        )
    try:
        with archive.open(info) as file:
            return Member(where, info.filename, file.read(info.file_size + 1))
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        NotImplementedError,
        RuntimeError,
        ValueError,
    ):
        return Failure(where, "is damaged in the archive", "pack it again")
