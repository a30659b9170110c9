"""Who a pronoun beside a quotation cannot be: whoever asks is not who answers right before or behind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.model import Attribution
from claims.rules.lists import words

if TYPE_CHECKING:
    from claims.resolve.article.context import ArticleContext

_NOTHING = re.compile(r"[\s\"“”'‘’»«—–―.,-]*")
_ASKS = re.compile(r"\?[\s\"”’»—–―-]*$")
_DASHES = ("-", "–", "—", "―")
MAX_BETWEEN = 12
"""Characters between the words of two who speak by turns."""


def partner(context: ArticleContext, attribution: Attribution) -> str | None:
    """The last speaker, where these words follow that one's at once and one asks what the other answers, or
    the verb says that these are a reply; None where nothing shows two speakers."""
    if not context.last_claim or not attribution.content or not attribution.cue:
        return None
    name, before = context.last_claim
    start = attribution.content[0].start
    end = max(span.end for span in (*before.cue, *before.source, *before.content))
    if not end < start <= end + MAX_BETWEEN or not _NOTHING.fullmatch(context.text, end, start):
        return None
    verb = context.text[attribution.cue[0].start : attribution.cue[0].end].casefold()
    replies = verb.split(" ")[0] in words("turns", "replying")
    by_turns = _spoken(context, before) and _asks(context, before) != _asks(context, attribution)
    return name if replies or by_turns else None


def _spoken(context: ArticleContext, attribution: Attribution) -> bool:
    """Whether a claim gives words as they were spoken, in marks or behind a dash: behind indirect speech, who asks
    goes on ("Holm said she had heard that. “Which way?” she asked")."""
    start = attribution.content[0].start
    return context.is_quoted(start) or context.text[max(0, start - 2) : start].strip() in _DASHES


def _asks(context: ArticleContext, attribution: Attribution) -> bool:
    """Whether the first words of a claim end in a question mark."""
    end = attribution.content[0].end
    return bool(_ASKS.search(context.text, attribution.content[0].start, end + 1))
