"""One article as it is read: its text with a number at each sentence that somebody vouches for, and
who that is beside it; pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claims.rules.vocabulary import LABELS
from cli.rows.article_read import ArticleRead, Piece, Voice, Vouched, pieces
from cli.sanitise import clean, text
from cli.views.cells import counted
from cli.views.verdicts import LABEL_SIGNS
from cli.views.vouched import note, sign
from store.records import ArticleRecord

BESIDE_COLUMNS = 110
"""From this width on notes stand beside the text, else below each paragraph."""
PART_STYLES = {"content": "bold", "cue": "yellow", "source": "cyan"}
FAINT = "dim"
"""The sentences that nobody is named for."""


class ArticlePage:
    """The article for a terminal of any width."""

    def __init__(self, read: ArticleRead) -> None:
        self._read = read

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Head, paragraphs with their notes, and what the signs mean."""
        yield article_head(self._read.article)
        yield Text(tally(self._read), "italic")
        yield Text("")
        is_wide = options.max_width >= BESIDE_COLUMNS
        for words, notes in _paragraphs(self._read):
            yield _beside(words, notes) if is_wide else _below(words, notes)
            yield Text("")
        yield Text(legend(), FAINT)


def article_head(article: ArticleRecord) -> RenderableType:
    """Title, then outlet, day, writers, agency and name of the article."""
    by = "by " + ", ".join(article.byline) if article.byline else ""
    wire = f"wire {article.wire}" if article.wire else ""
    parts = (article.outlet, (article.published or "")[:10], by, wire, article.doc)
    line = text(" · ".join(part for part in parts if part), FAINT)
    return Group(text(article.title, "bold"), line) if article.title else line


def tally(read: ArticleRead) -> str:
    """How many sentences have somebody behind them, and how many claims bear which label."""
    voices = Counter(sentence.voice for sentence in read.sentences)
    who: dict[Voice, str] = {
        "named": "by name",
        "unnamed": "without a name",
        "nobody": "the article's own",
    }
    labels = Counter(v.verdict.label for v in read.claims if v.verdict and v.role == "supports")
    found = {label.lower(): labels[label] for label in LABELS}
    found |= {"contested": sum(bool(v.against) for v in read.claims)}
    parts = (
        (counted(len(read.sentences), "sentence"), {who[voice]: voices[voice] for voice in who}),
        (counted(len(read.claims), "claim"), found),
    )
    return " · ".join(
        whole + ": " * any(of.values()) + ", ".join(f"{n} {name}" for name, n in of.items() if n)
        for whole, of in parts
    )  # fmt: skip


def legend() -> str:
    """What the signs say."""
    signs = [f"{sign} {label.lower()}" for label, sign in LABEL_SIGNS.items()]
    return "  ".join([*signs, "≠ contested", "faint: nobody is named for it"])


def _paragraphs(read: ArticleRead) -> Iterator[tuple[Text, list[tuple[Text, Text]]]]:
    """Each line of the article that is not blank, with the notes of its claims."""
    numbers = _numbered(read)
    words, notes = Text(), list[tuple[Text, Text]]()
    for piece in pieces(read):
        first, *later = read.article.text[piece.start : piece.end].split("\n")
        words.append(clean(first), _style(read, piece))
        for line in later:
            if words.plain.strip():
                yield words, notes
            words, notes = Text(clean(line), _style(read, piece)), []
        for number, vouched in numbers.get(piece.end, ()) if piece.sentence is not None else ():
            words.append(" ").append_text(mark := _number(number, vouched))
            notes.append((mark, note(vouched)))
    if words.plain.strip():
        yield words, notes


def _numbered(read: ArticleRead) -> dict[int, list[tuple[int, Vouched]]]:
    """The claims by the end of the sentence at which they are noted, numbered in the order of
    sentences."""
    order = sorted(read.claims, key=lambda vouched: vouched.sentence)
    ends: dict[int, list[tuple[int, Vouched]]] = {}
    for number, vouched in enumerate(order, 1):
        if read.sentences:
            ends.setdefault(read.sentences[vouched.sentence].end, []).append((number, vouched))
    return ends


def _number(number: int, vouched: Vouched) -> Text:
    return Text("[", FAINT).append_text(sign(vouched)).append(f"{number}]", FAINT)


def _style(read: ArticleRead, piece: Piece) -> str:
    if piece.sentence is None or read.sentences[piece.sentence].voice == "nobody":
        return FAINT
    held = {part for _, part in piece.parts}
    return next((style for part, style in PART_STYLES.items() if part in held), "")


def _beside(words: Text, notes: Sequence[tuple[Text, Text]]) -> RenderableType:
    row = Table.grid(padding=(0, 3), expand=True)
    row.add_column(ratio=3)
    row.add_column(ratio=2)
    row.add_row(words, _listed(notes))
    return row


def _below(words: Text, notes: Sequence[tuple[Text, Text]]) -> RenderableType:
    return Group(words, Padding(_listed(notes), (0, 0, 0, 4))) if notes else words


def _listed(notes: Sequence[tuple[Text, Text]]) -> RenderableType:
    rows = Table.grid(padding=(0, 1))
    rows.add_column(no_wrap=True)
    rows.add_column()
    for mark, words in notes:
        rows.add_row(mark, words)
    return rows
