"""New claims as a message that a mail program sends as it is (RFC 5322)."""

from __future__ import annotations

import getpass
import platform
import re
from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, localtime, make_msgid

from claims.errors import UsageError
from cli.jobs.web import contact
from cli.sanitise import one_line
from cli.views.cells import counted
from cli.views.citation import citation
from store.records import ClaimRecord

_ADDRESS = re.compile(r"[!-~]{1,64}@[A-Za-z0-9.-]{1,255}")
_ATOM = re.compile(r"[^A-Za-z0-9.-]+")


def message(claims: Sequence[ClaimRecord], to: Sequence[str], about: str) -> str:
    """The message, from the user's contact and to it where nobody is named; a paragraph a claim. Raises
    UsageError for an address that is none."""
    wrong = next((address for address in to if not _ADDRESS.fullmatch(address)), None)
    if wrong is not None:
        raise UsageError(f"--to: {wrong!r} is no address of mail")
    sender = _sender()
    made = EmailMessage(SMTP.clone(linesep="\n"))
    made["From"] = f"onrecord <{sender}>"
    made["To"] = ", ".join(to) or sender
    made["Subject"] = one_line(f"onrecord: {counted(len(claims), 'new claim')}{about}")
    made["Date"] = format_datetime(localtime())
    made["Message-ID"] = make_msgid("onrecord", sender.partition("@")[2])
    made["Auto-Submitted"] = "auto-generated"
    body = "\n\n".join(citation(claim) for claim in claims) + "\n"
    made.set_content(body, cte="quoted-printable")
    return made.as_string()


def _sender() -> str:
    """The contact where that is an address of mail, else the user on this machine."""
    named = contact()[0]
    if named and _ADDRESS.fullmatch(named):
        return named
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = "onrecord"
    host = _ATOM.sub("-", platform.node()).strip(".-") or "localhost"
    return f"{_ATOM.sub('-', user).strip('.-') or 'onrecord'}@{host}"
