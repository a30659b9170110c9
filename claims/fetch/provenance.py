"""An article that came over the network: under which address it is kept, and what is noted of how it came."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from claims.fetch.addresses import without_secrets
from claims.fetch.model import Fetched
from claims.ids import text_name
from claims.model import Article, Retrieval
from claims.read.addresses import same_site

HINTS = ("title", "outlet", "published", "author")


def placed(
    article: Article, answer: Fetched, where: str, told: Mapping[str, str], ground: str | None
) -> Article:
    """The article under its own address: the one that it names where that is of the same site, else the one
    that answered; what was known beforehand fills what it does not say."""
    final = without_secrets(answer.address)
    is_page = article.doc == where
    url = without_secrets(article.url) if article.url else None
    if is_page and (url is None or not same_site(url, final)):
        # Whose page names another outlet's as its own would take that one's place.
        url = final
    known: dict[str, Any] = {
        key: told[key] for key in HINTS if is_page and told.get(key) and not getattr(article, key)
    }
    doc = url or (
        f"{where}#{text_name(article.text)}" if article.doc.startswith(f"{where}:") else article.doc
    )
    # What a page tells of its address may repeat the one that was asked, secrets included.
    noted = tuple(
        replace(value, value=without_secrets(value.value)) if value.key == "url" else value
        for value in article.told
    )
    return replace(
        article,
        told=tuple(dict.fromkeys(noted)),
        doc=doc,
        url=url,
        retrieval=_retrieval(answer, final, ground),
        **known,
    )


def _retrieval(answer: Fetched, final: str, ground: str | None) -> Retrieval:
    said = answer.reservation
    at = answer.at.isoformat(timespec="seconds") if answer.at else ""
    if said is None:
        return Retrieval(final, at)
    return Retrieval(
        final, at, said.reserved, said.source, said.policy, ground if said.reserved else None
    )
