"""One document to its reader: looks at its first bytes, and hands it to a reader here, to the reading
process, or to what unpacks it."""

from __future__ import annotations

import io
import stat
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import takewhile
from pathlib import Path
from typing import IO, cast

from claims.model import Article, Failure
from claims.read.containment import READING
from claims.read.decode import UnreadableError, WrongTypeError
from claims.read.documents import whole_bytes
from claims.read.file_types import FileType, file_type, sure_type, type_of, types_read
from claims.read.language import marked
from claims.read.options import MAX_DOCUMENT_BYTES, TOO_LARGE, Item, Member, ReadOptions
from claims.read.question import Question
from claims.read.signatures import HEAD_BYTES, why_not
from claims.read.unnamed_type import read_unnamed

AHEAD = 8
"""Files that the reading process is given at a time."""
STREAMED = ("parquet",)
"""Types of which the reading process holds a part at a time, so that they may be of any size."""


def read_file(path: str, options: ReadOptions) -> Iterator[Item]:
    """The articles of a file that the user names; raises WrongTypeError, UnreadableError and what the
    system raises."""
    yield from _file(path, options, walked=False)


def read_walked(path: str, options: ReadOptions) -> Iterator[Item]:
    """The same of a file that a folder holds, of which not every one is an article's."""
    yield from _file(path, options, walked=True)


def read_stream(raw: IO[bytes], where: str, options: ReadOptions) -> Iterator[Item]:
    """The articles of what comes without a name."""
    raw = _peekable(raw)
    kind = type_of("", _head(raw), options.format)
    if kind is None:
        yield from marked_items(read_unnamed(raw, where, options))
    else:
        yield from marked_items(_read(kind, raw, where, options))


def read_fetched(member: Member, options: ReadOptions) -> Iterator[Item]:
    """The articles of a document that came from an address; a feed or a list within may be one's, an
    archive not."""
    raw = _peekable(io.BytesIO(member.raw))
    kind = type_of(member.name, _head(raw), options.format)
    try:
        if kind is None:
            yield Failure(
                member.where, why_not(member.raw[:HEAD_BYTES]), "save it, and name the file"
            )
        elif kind.unpack is not None:
            yield Failure(member.where, "an archive", "save it, and name the file")
        else:
            yield from _read(kind, raw, member.where, replace(options, url=member.url))
    except UnreadableError as error:
        yield Failure(member.where, error.what, error.next_step or types_read())


def in_turn(paths: Sequence[str], options: ReadOptions) -> Iterator[str]:
    """The paths, each when the reading process has it and some that follow: it works while its parent does,
    and neither waits for the other at every file."""
    begun = 0
    for number, path in enumerate(paths):
        begun = max(begun, number)
        if begun - number <= AHEAD // 2:
            following = paths[begun : number + AHEAD]
            begun += sum(1 for _ in takewhile(lambda file: _asked_ahead(file, options), following))
            READING.all_asked()
        yield path


def _asked_ahead(path: str, options: ReadOptions) -> bool:
    """Whether the reading process has the file; what is wrong with one is said when it is its turn."""
    with suppress(OSError, ValueError):
        file = Path(path).absolute()
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            return False
        if options.elsewhere is not None and _is_web_archive(path, options):
            return options.elsewhere.begin(path, options)
        if status.st_size > MAX_DOCUMENT_BYTES:
            return False
        with file.open("rb", buffering=HEAD_BYTES) as raw:
            kind = type_of(path, _head(raw), options.format)
        if kind is not None and kind.contained:
            return READING.ask_ahead(Question(kind.name, path, options, str(file)))
    return False


def marked_items(items: Iterable[Item]) -> Iterator[Item]:
    """The items, articles in another language than English with that language."""
    return (marked(item) if isinstance(item, Article) else item for item in items)


def _file(path: str, options: ReadOptions, *, walked: bool) -> Iterator[Item]:
    if options.elsewhere is not None and _is_web_archive(path, options):
        items = options.elsewhere.items(path, options)
        if items is not None:
            return items
    return marked_items(_own_file(path, options, walked=walked))


def _is_web_archive(path: str, options: ReadOptions) -> bool:
    with Path(path).open("rb", buffering=HEAD_BYTES) as raw:
        kind = type_of(path, _head(raw), options.format)
    return kind is not None and kind.name == "warc"


def _own_file(path: str, options: ReadOptions, *, walked: bool) -> Iterator[Item]:
    if (asked := READING.asked_for(path, options)) is not None:
        yield from READING.read(*asked[:3], path=asked.path)
        return
    kind = file_type(path)
    if kind is not None and kind.name == "" and options.format is None:
        with kind.opened(path) as raw:
            yield from _of_suffix(kind, raw, path, options, walked=walked)
        return
    with Path(path).open("rb", buffering=HEAD_BYTES) as file:
        raw = cast("IO[bytes]", file)
        kind = type_of(path, _head(raw), options.format)
        if kind is not None:
            yield from _read(kind, raw, path, options, path)
        elif walked or Path(path).suffix:
            raise WrongTypeError(why_not(_head(raw)))
        else:
            yield from read_unnamed(raw, path, options)


def _of_suffix(
    kind: FileType, raw: IO[bytes], path: str, options: ReadOptions, *, walked: bool
) -> Iterator[Item]:
    """What a file of a known suffix holds, whose content may say more (a JSON feed); raises
    WrongTypeError for one that a folder's walk leaves out."""
    raw = _peekable(raw)
    sure: FileType | None = None
    with suppress(OSError, EOFError, zlib.error):  # what is broken is said by its reader
        sure = sure_type(_head(raw))
    if walked and not kind.in_folders and sure is None:
        raise WrongTypeError(f"{kind.suffixes[0]} is read only where it is named")
    yield from _read(sure or kind, raw, path, options)


def _read(
    kind: FileType, raw: IO[bytes], where: str, options: ReadOptions, path: str | None = None
) -> Iterator[Item]:
    if kind.unpack is not None:
        for member in kind.unpack(raw, where):
            yield from [member] if isinstance(member, Failure) else read_member(member, options)
    elif kind.contained:
        yield from _contained(kind, raw, where, options, path)
    elif kind.read is not None:
        yield from kind.read(raw, where, options)


def _contained(
    kind: FileType, raw: IO[bytes], where: str, options: ReadOptions, path: str | None
) -> Iterator[Item]:
    if path is not None and Path(path).is_file():
        if Path(path).stat().st_size > MAX_DOCUMENT_BYTES and kind.name not in STREAMED:
            raise UnreadableError(*TOO_LARGE)
        yield from READING.read(kind.name, where, options, path=str(Path(path).resolve()))
    else:
        yield from READING.read(kind.name, where, options, body=whole_bytes(raw))


def read_member(member: Member, options: ReadOptions) -> Iterator[Item]:
    """A document within another; an archive in an archive is not opened."""
    own = replace(options, format=None, url=member.url)
    raw = _peekable(io.BytesIO(member.raw))
    kind = type_of(member.name, _head(raw))
    try:
        if kind is None or not kind.in_folders:
            yield Failure(member.where, why_not(member.raw[:HEAD_BYTES]), skipped=True)
        elif kind.unpack is not None and kind.name == "zip":
            yield Failure(member.where, "an archive in an archive", "unpack it and name it")
        else:
            yield from _read(kind, raw, member.where, own)
    except WrongTypeError as error:
        yield Failure(member.where, error.what, types_read(), skipped=True)
    except UnreadableError as error:
        yield Failure(member.where, error.what, error.next_step)


def _peekable(raw: IO[bytes]) -> IO[bytes]:
    if hasattr(raw, "peek"):
        return raw
    return cast("IO[bytes]", io.BufferedReader(cast("io.RawIOBase", raw), HEAD_BYTES))


def _head(raw: IO[bytes]) -> bytes:
    return bytes(cast("io.BufferedReader", raw).peek(HEAD_BYTES)[:HEAD_BYTES])
