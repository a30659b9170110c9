"""Whether the three rooms come from one installation."""

from __future__ import annotations

from pathlib import Path

import claims
import cli
import store
from claims.errors import OnrecordError


def check_same_place() -> None:
    """Raises OnrecordError where another package is imported as `store` or `claims`: a silent
    disaster."""
    places = {Path(str(room.__file__)).resolve().parent.parent for room in (claims, store, cli)}
    if len(places) != 1:
        listed = ", ".join(sorted(map(str, places)))
        raise OnrecordError(
            f"claims, store and cli come from different places ({listed}); run onrecord in an environment of its own"
        )
