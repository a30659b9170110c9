"""The one translation of what a database does wrong: every error of a driver, and every value that
makes no sense, becomes a StoreError of one line."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, SQLAlchemyError, StatementError

from claims.errors import RowError, StoreError
from store.database.location import shown, without_secrets

DAMAGED = "is damaged; `onrecord doctor --repair` saves what is readable, or restore a backup copy"
LOST = "went away (stopped or restarted); what was finished is kept, run the same command again"
_KNOWN_PROBLEMS = {
    # A server that stops while it is asked, in the words of each moment.
    "server closed the connection": LOST,
    "terminating connection": LOST,
    "connection already closed": LOST,
    "the connection is closed": LOST,
    "the connection is lost": LOST,
    "is shutting down": LOST,
    "is starting up": LOST,
    "readonly": "cannot be written: it is read-only; nothing was changed",
    "read-only": "cannot be written: it is read-only; nothing was changed",
    "disk is full": "cannot be written: the disk is full; nothing was changed",
    "not a database": "is no onrecord store; choose another file with --store",
    "malformed": DAMAGED,
    "corrupt": DAMAGED,
    "disk I/O error": "cannot be read or written: the disk failed; nothing was changed",
    "locked": "is in use by another program; try again",
    "unable to open": "cannot be opened; check the path and its permissions",
    # A text whose bytes are no text, and a schema without the tables that its revision has.
    "Could not decode": DAMAGED,
    "no such table": DAMAGED,
    "no such column": DAMAGED,
}
_MAKES_NO_SENSE = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
_TOO_LARGE_FOR_AN_INDEX = "ProgramLimitExceeded"


@contextmanager
def translated(location: str, file: Path | None = None) -> Iterator[None]:
    """Turns the errors of a database into StoreError, one line each; RowError where only what is
    being saved is at fault. file is looked through where a value makes no sense."""
    try:
        yield
    except UnicodeEncodeError:
        raise  # of what a person typed, before it came to the database
    except DBAPIError as error:
        kind = RowError if _of_a_row(error) else StoreError
        raise kind(_plain(location, str(error.orig))) from error
    except StatementError as error:
        raise RowError(_said(location, _first_line(str(error)))) from error
    except SQLAlchemyError as error:
        raise StoreError(_said(location, _first_line(str(error)))) from error
    except sqlite3.Error as error:
        raise StoreError(_plain(location, str(error))) from error
    except OSError as error:
        raise StoreError(_said(location, str(error.strerror or error))) from error
    except _MAKES_NO_SENSE as error:
        if file is not None and damages(file):
            raise StoreError(_said(location, DAMAGED)) from error
        raise RowError(_said(location, _senseless(error))) from error


def damages(file: Path) -> list[str]:
    """What SQLite finds wrong with the pages of a file, nothing where it is whole."""
    try:
        with closing(sqlite3.connect(file)) as connection:
            problems = [str(row[0]) for row in connection.execute("PRAGMA quick_check(20)")]
    except sqlite3.OperationalError as error:
        return [str(error)] if "malformed" in str(error) else []
    except sqlite3.Error as error:
        return [str(error)]
    except UnicodeDecodeError:
        # What the driver would quote is itself damaged.
        return ["names of tables, or what is told of them, are no text"]
    return [] if problems == ["ok"] else problems


def problem_with(location: str, problem: str) -> StoreError:
    """The error of a problem with a store, in one line that holds no password."""
    return StoreError(_said(location, problem))


def _of_a_row(error: DBAPIError) -> bool:
    return (
        isinstance(error, DataError | IntegrityError)
        or type(error.orig).__name__ == _TOO_LARGE_FOR_AN_INDEX
    )


def _senseless(error: Exception) -> str:
    return (
        f"holds or was given a value that makes no sense ({type(error).__name__}: {error}); "
        "`onrecord doctor` looks through the store, --debug says where"
    )


def _plain(location: str, message: str) -> str:
    first = _first_line(message)
    known = (plain for words, plain in _KNOWN_PROBLEMS.items() if words in first)
    return _said(location, next(known, first))


def _first_line(message: str) -> str:
    return message.splitlines()[0] if message else "the database failed"


def _said(location: str, problem: str) -> str:
    return f"{shown(location)}: {without_secrets(problem, [location])}"
