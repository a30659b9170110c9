"""What the items of agencies share, whatever they are written in: the keys of an article of the values
that an item tells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from claims.outlet.outlets import canonical, is_agency
from claims.read.addresses import article_address
from claims.read.bylines import agency_in, byline
from claims.read.dates import published
from claims.read.language import code_of_name


def agency_row(values: Mapping[str, Any]) -> dict[str, Any]:
    """Title, outlet, writers, agency, day, address and language; what is not told is None."""
    outlet = str(values.get("outlet") or "")
    outlet = canonical(outlet) if outlet else ""
    credits = [str(credit) for credit in values.get("wire") or () if credit]
    written = byline([str(name) for name in values.get("author") or () if name], outlet)
    credited = next(filter(None, map(agency_in, credits)), None)
    own = outlet if outlet and is_agency(outlet) else None
    return {
        "title": values.get("title"),
        "outlet": outlet or None,
        "author": written.author,
        "wire": credited or written.wire or own,
        "published": published(str(values.get("published") or "")),
        "url": article_address(str(values.get("url") or "")),
        "section": values.get("section"),
        "language": code_of_name(str(values.get("language") or "")),
    }
