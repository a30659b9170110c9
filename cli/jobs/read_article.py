"""Which article `check` is asked to read out, and that article as it is read."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from claims.errors import OnrecordError, SeveralError
from cli.jobs.accusations import is_open_accusation
from cli.rows.article_read import ArticleRead, read_article
from store.records import NO_FILTER, ArticleRecord, ClaimRecord, Filters, LinkRecord

if TYPE_CHECKING:
    from claims.model import Claim, Reading
    from store import Store

_ID = re.compile(r"[0-9a-f]{6,32}")


def asked_article(store: Store, filters: Filters) -> ArticleRecord | None:
    """The article that the only word of the query names, by id, doc or path; None where it names
    none. Raises SeveralError where a file's name is that of several."""
    if len(filters.text) != 1 or filters.article:
        return None
    word = filters.text[0]
    if _ID.fullmatch(word) and not _is_claim(store, word):
        return _by_name(store, word)
    for doc in _docs(word):
        article = _by_name(store, doc)
        if article is not None and article.doc == doc:
            return article
    is_file = "/" in word or "." in word
    return store.articles.of_file(word) if is_file and not Path(word).exists() else None


def article_of_claim_word(store: Store, word: str) -> ArticleRecord | None:
    """The article that a word names where it names no claim; None where it names neither."""
    return asked_article(store, replace(NO_FILTER, text=(word,)))


def _docs(word: str) -> list[str]:
    """What an article may be called that stands at a path: the word itself, and the ends of the path
    that it is from here, for it may have been added from another folder."""
    if " " in word or not ("/" in word or "." in word):
        return [word]
    parts = Path(word).absolute().parts
    tails = (str(Path(*parts[at:])) for at in range(len(parts) - 1))
    return list(dict.fromkeys((word, str(Path(word)), *tails)))


def _by_name(store: Store, name: str) -> ArticleRecord | None:
    try:
        return store.articles.get(name)
    except SeveralError:
        raise
    except OnrecordError:
        return None


def _is_claim(store: Store, id: str) -> bool:
    """Whether an id is that of a claim or a proposition: those come first."""
    try:
        store.propositions.get(id)
    except SeveralError:
        return True
    except OnrecordError:
        return False
    return True


def is_alone(filters: Filters) -> bool:
    """Whether nothing but words and a confidence narrows the query."""
    return replace(filters, text=(), min_confidence=None) == NO_FILTER


def article_read(
    store: Store, article: ArticleRecord, min_confidence: float | None = None
) -> ArticleRead:
    """An article of the store as it is read, without what is less likely read rightly."""
    claims = [
        claim
        for claim in store.claims.of_article(article.id)
        if claim.confidence >= (min_confidence or 0.0)
    ]
    return read_article(article, claims, store.propositions.of_article(article.id))


def read_to_hand_on(store: Store, article: ArticleRecord) -> tuple[ArticleRead, int]:
    """An article of the store as it is read by those it is handed on to, and how many accusations that
    nobody reviewed are left out; what they were against names them no more either."""
    every = store.claims.of_article(article.id)
    claims = [claim for claim in every if not is_open_accusation(claim)]
    read = read_article(article, claims, store.propositions.of_article(article.id))
    vouched = tuple(
        replace(v, against=tuple(a for a in v.against if not is_open_accusation(a.claim)))
        for v in read.claims
    )
    return replace(read, claims=vouched), len(every) - len(claims)


def unread_article(reading: Reading) -> ArticleRead:
    """An article that is in no store as it is read: nothing stands behind its claims yet."""
    given = reading.article
    article = ArticleRecord(
        id="", doc=given.doc, text=given.text, title=given.title, url=given.url,
        outlet=reading.outlet, outlet_inferred=given.outlet is None, wire=reading.wire,
        byline=reading.byline, dateline_place=None, dateline_date=None, dateline_evidence=None,
        published=reading.published, edition_of=None, current=True,
    )  # fmt: skip
    return read_article(article, [_record(reading, claim) for claim in reading.claims])


def _record(reading: Reading, claim: Claim) -> ClaimRecord:
    """A claim as the store would hand it out, under no id."""
    speaker, given = claim.speaker, reading.article
    return ClaimRecord(
        id="", article_id="", doc=given.doc, title=given.title, outlet=reading.outlet,
        wire=reading.wire, published=reading.published, url=given.url,
        cue=claim.cue, source=claim.source, content=claim.content,
        quote=reading.text_of(claim.content), cue_text=reading.text_of(claim.cue),
        mention=speaker.mention, kind=claim.kind, stance=claim.stance.stance,
        polarity=claim.stance.polarity, hedged=claim.stance.hedged, nested=claim.nested,
        speaker_id=None, speaker=speaker.name, speaker_kind=speaker.kind, members=speaker.members,
        principal=speaker.principal, affiliation=speaker.affiliation,
        declared_count=speaker.declared_count, speaker_inferred=speaker.inferred,
        chain=tuple(LinkRecord(link.intermediary, None, link.inferred) for link in claim.chain),
        confidence=claim.confidence, reasons=claim.reasons, runner_up=speaker.runner_up,
    )  # fmt: skip
