"""How reasons name articles and quote words, so that they can be read aloud; decides nothing."""

from __future__ import annotations

from claims.corroborate.model import StatedArticle

QUOTED = 80
"""Characters of a quotation in a reason."""


def printed(article: StatedArticle) -> str:
    """The outlet and the day; the id of the article where its outlet is not known."""
    return (article.outlet or article.doc) + (f", {article.published[:10]}" if article.published else "")


def cut(quote: str) -> str:
    """The beginning of a quotation, in quotation marks, with an ellipsis where words are left out."""
    if len(quote) <= QUOTED:
        return f"“{quote}”"
    whole_words = quote[:QUOTED].rsplit(None, 1)[0] if " " in quote[:QUOTED].strip() else quote[:QUOTED]
    return f"“{whole_words} …”"
