"""Who asks the site of a test, and why it gets nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from claims.fetch.client import Client
from claims.fetch.model import FetchError, Limits, Manners
from tests.claims.fetch.site import Page, Site, serving

PAGE = b"<html><p>The ferry to Harlen is late.</p></html>"
AT_ONCE = Manners(delay_seconds=0, allow_private=True)


@contextmanager
def asking(
    pages: dict[str, Page], manners: Manners = AT_ONCE, limits: Limits | None = None
) -> Iterator[tuple[Site, Client]]:
    """A site and who asks it."""
    with serving(pages) as site:
        yield site, Client(manners, limits)


def refused(client: Client, url: str) -> FetchError:
    """Why an address gives nothing."""
    with pytest.raises(FetchError) as error:
        client.get(url)
    return error.value
