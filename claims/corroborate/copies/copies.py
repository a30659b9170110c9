"""Which articles are the same text as an earlier one; what copies mean for a claim's origins stands
in origins.py.

Two texts are judged by themselves: what else is in the collection changes nothing, so no judgement
is made twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from claims.corroborate.blocking import Keys, all_pairs, heavy, light, number
from claims.corroborate.copies.passages import Passage, Places, passages, places_of
from claims.corroborate.copies.shingles import Word, all_words, fingerprints, outside_words
from claims.corroborate.model import CopyLink, CopyPair, StatedArticle
from claims.corroborate.union_find import Unions
from claims.folding import fold_word, name_key

MIN_SHARE = 0.47
"""Of the shorter text's words outside quotation marks, in several passages."""
MIN_SHARE_ONE_PASSAGE = 0.6
"""The same, where one passage holds nearly all of it: a statement or a note that both print is one
block."""
MIN_SHARE_CREDITED = 0.3
"""The same, where both texts credit the same agency or writer."""
MIN_COMMON_WORDS = 25
"""In all passages: fewer are a sentence, which two writers may have from a third."""
MIN_SHARE_IN_ONE = 0.8
"""Of the common words, from which one passage holds nearly all of them."""
MIN_WORDS_OUTSIDE = 60
"""A text with fewer words outside quotation marks is compared with those inside, and must be the
same nearly whole."""
MIN_SHARE_QUOTED = 0.9
"""Of the words of such a text: two reports of one speech share all that it quotes."""
MAX_EVIDENCE_WORDS = 40
"""Of the longest passage, which are kept to be shown."""


@dataclass(frozen=True)
class Text:
    """An article's words, found once for all comparisons."""

    article: StatedArticle

    @cached_property
    def outside(self) -> list[Word]:
        """Words outside quotation marks."""
        return outside_words(self.article.text)

    @cached_property
    def every(self) -> list[Word]:
        """All words."""
        return all_words(self.article.text)

    @cached_property
    def places(self) -> Places:
        """Where runs of words outside quotation marks stand."""
        return places_of([word.text for word in self.outside])

    @cached_property
    def places_of_every(self) -> Places:
        """Where runs of words stand."""
        return places_of([word.text for word in self.every])

    @cached_property
    def quoted(self) -> bool:
        """Whether too little stands outside quotation marks to judge by."""
        return len(self.outside) < MIN_WORDS_OUTSIDE

    @cached_property
    def keys(self) -> Keys:
        """The numbers by which copies of this text are looked up."""
        whole = " ".join(fold_word(self.article.text).split())
        shared = set(fingerprints([word.text for word in self.outside]))
        if self.quoted:
            shared.update(fingerprints([word.text for word in self.every]))
        # The whole text is enough for a pair, and a very short text has no other key.
        return tuple(sorted({*map(light, shared), *([heavy(number(whole))] if whole else ())}))


def find_copies(articles: Iterable[StatedArticle]) -> tuple[CopyLink, ...]:
    """A link for every article that is the same text as an earlier one, to the earliest."""
    texts = {number(row.id): Text(row) for row in articles}
    candidates = all_pairs({at: text.keys for at, text in texts.items()})
    pairs = [pair for a, b in sorted(candidates) if (pair := compare(texts[a], texts[b]))]
    return fold_copies([text.article for text in texts.values()], pairs)


def compare(left: Text, right: Text) -> CopyPair | None:
    """Share and evidence where one text is a copy of the other."""
    quoted = left.quoted or right.quoted
    short, long = sorted(
        (left, right),
        key=lambda text: (len(text.every if quoted else text.outside), text.article.id),
    )
    spans = short.every if quoted else short.outside
    words, long_words = (
        [word.text for word in (text.every if quoted else text.outside)] for text in (short, long)
    )
    credit = _credit(left.article, right.article)
    if words and words == long_words:
        return _pair(short, long, 1.0, spans, credit)
    common = passages(words, long_words, long.places_of_every if quoted else long.places)
    covered = sum(passage.end - passage.start for passage in common)
    share = covered / len(words) if words else 0.0
    enough = share >= MIN_SHARE_QUOTED if quoted else _enough(common, covered, share, bool(credit))
    if covered < MIN_COMMON_WORDS or not enough:
        return None
    best = max(common, key=lambda passage: passage.same)
    return _pair(short, long, share, spans[best.start : best.end], credit)


def _enough(common: Sequence[Passage], covered: int, share: float, credited: bool) -> bool:
    if share >= MIN_SHARE_ONE_PASSAGE:
        return True
    longest = max((passage.end - passage.start for passage in common), default=0)
    several = longest < MIN_SHARE_IN_ONE * covered
    return several and share >= (MIN_SHARE_CREDITED if credited else MIN_SHARE)


def _credit(a: StatedArticle, b: StatedArticle) -> str:
    """What the two articles declare in common, as a phrase."""
    agencies = [{name_key(name) for name in (row.wire, *row.credits) if name} for row in (a, b)]
    owners = [name_key(row.outlet or "") for row in (a, b)]
    both = agencies[0] & agencies[1]
    phrases = [f"both credit {min(both)}"] if both else []
    phrases += [
        f"one credits {owner}"
        for owner, names in zip(owners, reversed(agencies), strict=True)
        if owner in names
    ]
    writers = {name_key(name) for name in a.byline} & {name_key(name) for name in b.byline} - {""}
    phrases += [f"both by {min(writers)}"] if writers else []
    if a.dateline and b.dateline and name_key(a.dateline) == name_key(b.dateline):
        phrases += [f"both datelined {a.dateline}"]
    return "; ".join(dict.fromkeys(phrases))


def _pair(short: Text, long: Text, share: float, span: Sequence[Word], credit: str) -> CopyPair:
    a, b = sorted((short.article.id, long.article.id))
    shown = span[:MAX_EVIDENCE_WORDS]
    passage = short.article.text[shown[0].start : shown[-1].end]
    return CopyPair(a, b, round(share, 4), passage, credit)


def fold_copies(
    articles: Iterable[StatedArticle], pairs: Iterable[CopyPair]
) -> tuple[CopyLink, ...]:
    """The articles of each group under its earliest one; of one day, the longest is the
    earliest."""
    rows = sorted(articles, key=lambda row: (row.published or "9999", -len(row.text), row.id))
    at = {row.id: place for place, row in enumerate(rows)}
    unions, best = Unions(len(rows)), dict[int, CopyPair]()
    links: Mapping[tuple[str, str], CopyPair] = {(pair.a, pair.b): pair for pair in pairs}
    for pair in sorted(links.values(), key=lambda pair: (-pair.share, pair.a, pair.b)):
        unions.join(at[pair.a], at[pair.b])
        for id in (pair.a, pair.b):
            best.setdefault(at[id], pair)
    folded = []
    for root, *copies in unions.groups():
        for place in copies:
            a, b = sorted((rows[root].id, rows[place].id))
            pair = links.get((a, b), best[place])
            folded.append(
                CopyLink(rows[place].id, rows[root].id, pair.share, pair.passage, pair.credit)
            )
    return tuple(sorted(folded, key=lambda link: (at[link.of], at[link.article_id])))
