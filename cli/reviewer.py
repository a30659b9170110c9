"""Whose judgement it is: option, environment, settings, login name, in this order."""

from __future__ import annotations

import getpass
import os

from claims.errors import UsageError
from cli.config import section
from cli.sanitise import one_line

VARIABLE = "ONRECORD_REVIEWER"


def reviewer(asked: str | None = None) -> str:
    """The name that decisions carry; raises UsageError where there is none."""
    for name in (asked, os.environ.get(VARIABLE), section("review").get("name")):
        if name and one_line(name):
            return one_line(name)
    try:
        return one_line(getpass.getuser())
    except (OSError, KeyError, ImportError) as error:
        raise UsageError(
            f"nobody's judgement; name yourself with --reviewer or {VARIABLE}"
        ) from error
