"""An article as it is read, as a row for machines; how it is read stands in article_read.py."""

from __future__ import annotations

from typing import Any

from cli.rows.article_read import PARTS, Against, ArticleRead, Vouched, voice_of
from cli.rows.claims import UNIT, as_lists


def article_read_row(read: ArticleRead) -> dict[str, Any]:
    """The article for machines; a claim is named by its place in `claims`."""
    article = read.article
    return {
        "id": article.id or None,
        "doc": article.doc,
        "title": article.title,
        "outlet": article.outlet,
        "wire": article.wire,
        "byline": list(article.byline),
        "published": article.published,
        "url": article.url,
        "text": article.text,
        "unit": UNIT,
        "sentences": [
            {"start": s.start, "end": s.end, "voice": s.voice, "claims": list(s.claims)}
            for s in read.sentences
        ],
        "claims": [vouched_row(vouched) for vouched in read.claims],
    }


def vouched_row(vouched: Vouched) -> dict[str, Any]:
    """A claim of the article: who vouches, through whom, how many origins stand behind it, and who
    speaks against it."""
    claim, verdict = vouched.claim, vouched.verdict
    return {
        "id": claim.id or None,
        "sentence": vouched.sentence,
        "voice": voice_of(claim),
        **{name: getattr(claim, name) for name in ("speaker", "speaker_kind", "mention")},
        "members": list(claim.members),
        "chain": [link.intermediary for link in claim.chain],
        **{name: getattr(claim, name) for name in ("quote", "cue_text", "kind", "stance", "polarity")},
        **{name: getattr(claim, name) for name in ("hedged", "nested", "confidence", "status")},
        **{part: as_lists(getattr(claim, part)) for part in PARTS},
        "proposition": verdict.id if verdict else None,
        "role": vouched.role,
        "label": verdict.label if verdict else None,
        "named": verdict.named if verdict else None,
        "contested": verdict.contested if verdict else None,
        "min": verdict.origins_min if verdict else None,
        "max": verdict.origins_max if verdict else None,
        "outlets": vouched.outlets if verdict else None,
        "decided": list(verdict.decided) if verdict else [],
        "against": [_against_row(against) for against in vouched.against],
    }  # fmt: skip


def _against_row(against: Against) -> dict[str, Any]:
    claim = against.claim
    names = ("id", "doc", "outlet", "published", "speaker", "mention", "quote", "stance")
    return {
        "how": against.how,
        **{name: getattr(claim, name) for name in names},
        "members": list(claim.members),
        "proposition": against.proposition,
        "reason": against.reason,
    }
