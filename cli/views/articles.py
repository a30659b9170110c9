"""An article's own header as a table of values and their places, and what its editions changed; pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from cli.rows.articles import precision, zone
from cli.rows.editions import Edition, EditionChange, word_changes
from cli.sanitise import one_line, text
from cli.views.cells import ID_CHARS, counted, grid
from store.records import ArticleRecord

DIFFERS = "≠"
"""Beside a value that another one outweighs."""


def article_facts(article: ArticleRecord, claims: int) -> RenderableType:
    """What is known of an article, each value with where it came from; what differs stands below."""
    table = grid(("", {"no_wrap": True}), ("VALUE", {"ratio": 3}), ("FROM", {"ratio": 2}))
    for key, value in _values(article):
        rest = [told for told in article.told if told.key == key]
        same = [told.source for told in rest if value and _is_same(key, told.value, value)]
        if value or rest:
            where = "; ".join(dict.fromkeys(same)) or (_given(article, key) if value else "")
            table.add_row(text(key, "bold"), text(value or "unknown"), text(where, "dim"))
        for told in rest:
            if not value or not _is_same(key, told.value, value):
                table.add_row(
                    "", text(f"{DIFFERS} {told.value}", "yellow"), text(told.source, "dim")
                )
    facts = [counted(claims, "claim")]
    facts += (
        [f"not English ({article.unread_language}): kept, not read"]
        if article.unread_language
        else []
    )
    facts += [] if article.current else ["a later edition replaced this one"]
    facts += [f"edition of {article.edition_of[:ID_CHARS]}"] if article.edition_of else []
    facts += _fetched(article)
    head = text(" · ".join((article.id[:ID_CHARS], article.doc)), "bold")
    return Group(head, table, text(" · ".join(facts)))


def _fetched(article: ArticleRecord) -> list[str]:
    """From where it was taken, and what its publisher says of mining it."""
    kept = article.retrieval
    if kept is None:
        return []
    facts = [f"fetched {kept.at[:16].replace('T', ' ')} UTC from {kept.address}"]
    if kept.reserved:
        ground = f", read for {kept.ground}" if kept.ground else ""
        facts.append(f"mining reserved ({kept.said_in}){ground}")
    return facts


def _values(article: ArticleRecord) -> Iterator[tuple[str, str | None]]:
    """What holds of each key, in the order in which it is shown."""
    owner = next((told.value for told in article.told if told.key == "owner"), None)
    line = article.dateline_evidence
    yield from (("title", article.title), ("outlet", article.outlet), ("owner", owner))
    yield from (("url", article.url), ("author", "; ".join(article.byline) or None))
    yield from ((key, None) for key in ("contributor", "editor"))
    yield "dateline", one_line(line[2]).strip(" -–—") if line else None
    yield "wire", article.wire
    yield "published", _exactly(article.published)
    yield "modified", article.modified
    yield from (("section", article.section), ("language", article.language))


def _exactly(published: str | None) -> str | None:
    if published is None:
        return None
    unknown = ", zone unknown" if "T" in published and not zone(published) else ""
    return f"{published} (to the {precision(published)}{unknown})"


def _is_same(key: str, told: str, value: str) -> bool:
    """Whether a value of the file says what holds; days and names are written in many ways."""
    from claims.read.dates import published

    a, b = one_line(told).casefold(), one_line(value).casefold()
    if key in ("published", "modified"):
        made, held = published(told) or told, value.split(" (")[0]
        return made[:16] == held[:16] or (len(made) == 10 and held.startswith(made))
    if key in ("language", "dateline"):
        return a[:2] == b[:2] if key == "language" else a in b or b in a
    if key == "author":
        return all(name.casefold() in a for name in value.split("; ")) or a in b
    return a == b or (key in ("title", "wire") and (a in b or b in a))


def _given(article: ArticleRecord, key: str) -> str:
    inferred = {
        "outlet": article.outlet_inferred,
        "wire": article.wire_inferred,
        "published": article.published_inferred,
        "author": not article.author,
        "dateline": True,
    }
    return "the text" if inferred.get(key) else "given"


def edition_tables(editions: Sequence[Edition]) -> RenderableType:
    """For each later edition what it changed, the words side by side."""
    parts: list[RenderableType] = []
    for edition in editions:
        day = edition.article.published or edition.article.fetched[:16].replace("T", " ")
        former, later = edition.former.id[:ID_CHARS], edition.article.id[:ID_CHARS]
        parts.append(text(f"{former} → {later} · {day} · {edition.article.doc}", "bold"))
        if edition.changes is None:
            parts.append(text("what it changed was not noted: an earlier version added it", "dim"))
        elif edition.changes:
            parts.append(_changes(edition.changes))
        else:
            parts.append(text("no claim changed", "dim"))
        parts.append(Text(""))
    return Group(*parts[:-1])


def _changes(changes: Iterable[EditionChange]) -> RenderableType:
    table = grid(
        ("", {"no_wrap": True}), ("ID", {"no_wrap": True, "width": ID_CHARS}), ("SPEAKER", {"max_width": 18}),
        ("WAS", {"ratio": 1}), ("NOW", {"ratio": 1}),
    )  # fmt: skip
    for change in changes:
        was, now = _side_by_side(change)
        who = change.now_speaker or change.was_speaker or ""
        if change.was and change.now and change.was_speaker != change.now_speaker:
            who = f"{change.was_speaker or 'nobody'} → {change.now_speaker or 'nobody'}"
        table.add_row(change.outcome, text(change.claim_id[:ID_CHARS], "cyan"), text(who), was, now)
    return table


def _side_by_side(change: EditionChange) -> tuple[Text, Text]:
    """Both wordings, with [-what went-] and {+what came+} told apart without colour."""
    if not (change.was and change.now):
        return text(change.was or ""), text(change.now or "")
    was, now = Text(), Text()
    for tag, old, new in word_changes(change.was, change.now):
        if tag == "equal":
            was.append(f"{one_line(old)} ")
            now.append(f"{one_line(new)} ")
        elif old:
            was.append(f"[-{one_line(old)}-]", "red").append(" ")
        if new and tag != "equal":
            now.append(f"{{+{one_line(new)}+}}", "green").append(" ")
    if change.was_stance != change.now_stance:
        was.append(f"({change.was_stance})", "dim")
        now.append(f"({change.now_stance})", "dim")
    was.rstrip()
    now.rstrip()
    return was, now
