"""Trains the weights of claims/rules/en/via_weights.json: through whom a claim came, from labelled claims
(training/labels); and those of relay_weights.json, how likely words came through a place, which is one of the
features: each fold's places are weighed by those of the others.

    python -m training.via --articles polnear-train.jsonl.gz events-dev.jsonl.gz --out claims/rules/en

It prints precision, recall and F1 with every fifth event or article held out in turn: over all intermediaries, and
where leaving out an optional one is no error.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from claims import engine
from claims.model import Article, Link
from claims.pipeline import header_of
from claims.resolve.article.context import ArticleContext
from claims.resolve.mentions import outlets
from claims.resolve.provenance import passing_on, via
from claims.resolve.provenance.carrying import beside, elsewhere, nearby
from claims.resolve.provenance.own_sentence import Place, in_sentence, places_in
from claims.resolve.provenance.setting import Settings
from claims.resolve.provenance.told_claim import Told
from claims.resolve.resolver import in_order, told_of
from training.antecedents import FOLDS, LABELS, _attribution
from training.certainty import fit
from training.data import texts
from training.relays import CLAIMS, PLACES, Example, examples, fitted

RIDGE = 1.0
CUTOFFS = {"own_cutoff": 0.6, "carried_cutoff": 0.6}
"""Log odds from which a medium is named, of a claim's own sentence and of a claim beside it; at .5 for its own sentence
precision in folds was .87 over the claims labelled for this, and a wrong medium costs more than a missing one."""
Row = dict[str, Any]
Weights = dict[str, float]
Rows = list[tuple[dict[str, float], bool]]


class Read(NamedTuple):
    """A labelled article: its fold, claims in the order of the text with the names that are right for each, and the
    signs of its places, each with whether a claim came through it."""

    fold: int
    context: ArticleContext
    told: list[Told]
    wanted: list[Row]
    media: list[Any]
    signs: list[set[str]]
    right: list[Any]


def read(rows: Iterable[Row], articles: dict[str, str]) -> Iterator[Read]:
    """The labelled articles, read."""
    nlp = engine.load()
    for row in rows:
        labelled = [one for one in row.get("claims") or row["sources"] if one["content"]]
        labelled = [one for one in labelled if one.get("type") != "wrong"]
        doc, given = nlp(articles[row["doc"]]), [_attribution(one) for one in labelled]
        article = Article(row["doc"], doc.text)
        context = ArticleContext(doc, given, article, header_of(article))
        settings = Settings(doc.text, article, header_of(article))
        order = in_order(given)
        told = [told_of(context, given[i], settings) for i in order]
        wanted = [_wanted(labelled[i], doc.text) for i in order]
        media = [place.medium for place in passing_on.places(context)]
        signs = [passing_on.signs(context, medium) for medium in media]
        group = row["doc"].split("_")[0] if row["corpus"] == "events" else row["doc"]
        fold = zlib.crc32(group.encode()) % FOLDS
        yield Read(fold, context, told, wanted, media, signs, _through(told, wanted, media))


def _wanted(one: Row, text: str) -> Row:
    """A label with the names that are right, and whether it is left open."""
    places = [p for p in (one.get("via"), *one.get("via_alts", ())) if p and isinstance(p[0], int)]
    names = [text[start:end] for start, end in places]
    return one | {"names": names, "open": one.get("sure") == 0 and "type" not in one}


def _is(one: Row, name: str) -> bool:
    return any(outlets.same(name, wanted) for wanted in one["names"])


def _through(told: Sequence[Told], wanted: Sequence[Row], media: Sequence[Any]) -> list[Any]:
    """Whether some claim of its sentence came through each place; None where that is left open."""
    spans = [(t.clause, one) for t, one in zip(told, wanted, strict=True)]

    def of(medium: Any) -> bool | None:
        here = [one for clause, one in spans if clause.start <= medium.start < clause.end]
        yes = any(_is(one, medium.name) for one in here)
        return None if not yes and any(one["open"] for one in here) else yes

    return [of(medium) for medium in media]


def relay_weights(articles: Iterable[Read], more: Iterable[Example]) -> Weights:
    """The weights of the places, by given articles."""
    own = [
        Example("", shown, yes, read=False)
        for article in articles
        for shown, yes in zip(article.signs, article.right, strict=True)
        if yes is not None
    ]
    return fitted([*own, *more])


def places(article: Read, weights: Mapping[str, float]) -> list[Place]:
    """The places of an article by given weights."""
    odds = [sum(weights.get(sign, 0.0) for sign in signs) for signs in article.signs]
    return [Place(m, o) for m, o in zip(article.media, odds, strict=True)]


def of_sentences(article: Read, named: Sequence[Place]) -> Iterator[tuple[dict[str, float], bool]]:
    """What each place of a claim's sentence shows, and whether the claim came through it."""
    for told, one in zip(article.told, article.wanted, strict=True):
        among = places_in(told, named) if told.speaker.kind != "outlet" else []
        for place in () if one["open"] else among:
            name = via.link_at(article.context, told, place).intermediary
            yield in_sentence(article.context, told, place, among), _is(one, name)


def of_neighbours(article: Read, named: Sequence[Place]) -> Iterator[tuple[dict[str, float], bool]]:
    """What each claim nearby shows, where those before are known, and whether its medium is right."""
    odds = {place.medium.start: place.odds for place in named}
    own = dict(_known(article, named))
    found = dict(own)
    for at, one in enumerate(article.wanted):
        if at in own or elsewhere(article.told[at]):
            continue
        for near in nearby(at, len(article.told), found, own):
            yes = _is(one, near.link.intermediary)
            if not one["open"]:
                seen = beside(article.context, article.told, at, near, via.odds_of(odds, near.link))
                yield seen, yes
            if yes:
                found.setdefault(at, (near.link, near.over + 1))


def _known(article: Read, named: Sequence[Place]) -> Iterator[tuple[int, tuple[Link, int]]]:
    """The claims whose own sentence names their medium."""
    for at, (told, one) in enumerate(zip(article.told, article.wanted, strict=True)):
        links = [via.link_at(article.context, told, p) for p in places_in(told, named)]
        right = [link for link in links if _is(one, link.intermediary)]
        if right:
            yield at, (right[0], 0)


def weights_of(rows: Rows) -> Weights:
    """Fitted weights of named features."""
    names = sorted({name for shown, _ in rows for name in shown})
    seen = np.array([[shown.get(name, 0.0) for name in names] for shown, _ in rows])
    ridge = np.array([0.01 if name == "bias" else RIDGE for name in names])
    right = np.array([yes for _, yes in rows], float)
    return dict(zip(names, fit(seen, right, ridge).tolist(), strict=True))


def learned(articles: Sequence[Read], more: Sequence[tuple[int, Example]]) -> Row:
    """All weights by given articles; each fold's places are weighed by the others."""
    own: Rows = []
    carried: Rows = []
    for fold in {article.fold for article in articles}:
        others = [a for a in articles if a.fold != fold]
        weights = relay_weights(others, [example for f, example in more if f != fold])
        for article in (a for a in articles if a.fold == fold):
            named = places(article, weights)
            own += of_sentences(article, named)
            carried += of_neighbours(article, named)
    return {"own": weights_of(own), "carried": weights_of(carried)}


def said(article: Read, named: Sequence[Place], table: Row) -> list[str | None]:
    """Through whom each claim came, by given weights."""
    chains = via.by_weights(article.context, article.told, named, table)
    return [chain[0].intermediary if chain else None for chain in chains]


def figures(pairs: Iterable[tuple[Row, str | None]]) -> str:
    """Precision, recall and F1, over all and where an optional one may be left out."""
    every, lenient = Counter[str](), Counter[str]()
    for one, name in pairs:
        count = {
            "right": bool(name and _is(one, name)),
            "said": name is not None,
            "wanted": bool(one["names"]),
        }
        every.update({key: int(value) for key, value in count.items()})
        if name or not one.get("via_optional", True):
            lenient.update({key: int(value) for key, value in count.items()})
    return "; ".join(f"{kind} {_three(c)}" for kind, c in (("all", every), ("lenient", lenient)))


def _three(count: Counter[str]) -> str:
    right, said_, wanted = (count[key] for key in ("right", "said", "wanted"))
    f1 = 2 * right / max(1, said_ + wanted)
    return f"P {right / max(1, said_):.3f}, R {right / max(1, wanted):.3f}, F1 {f1:.3f} of {wanted}"


def lines(path: Path) -> list[Row]:
    """The rows of a file of labels."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def in_folds(articles: Sequence[Read], more: Sequence[tuple[int, Example]]) -> str:
    """The figures of claims whose event or article was held out."""
    pairs: list[tuple[Row, str | None]] = []
    for fold in range(FOLDS):
        others = [a for a in articles if a.fold != fold]
        beside = [(f, example) for f, example in more if f != fold]
        table = learned(others, beside) | CUTOFFS
        weights = relay_weights(others, [example for _, example in beside])
        for article in (a for a in articles if a.fold == fold):
            names = said(article, places(article, weights), table)
            pairs += [p for p in zip(article.wanted, names, strict=True) if not p[0]["open"]]
    return figures(pairs)


def main() -> None:
    """Reads, prints the figures held out in turn, writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", nargs="+", type=Path, required=True)
    parser.add_argument("--out", type=Path, help="folder of both files of weights")
    args = parser.parse_args()
    known = texts(args.articles)
    articles = list(read([*lines(CLAIMS), *lines(LABELS)], known))
    seen = list(examples(lines(PLACES), [], known))
    more = [(zlib.crc32(one.group.encode()) % FOLDS, one) for one in seen]
    print(in_folds(articles, more))
    if args.out:
        table = learned(articles, more) | CUTOFFS
        write(args.out / "via_weights.json", table)
        write(args.out / "relay_weights.json", {"weights": relay_weights(articles, seen)})


def write(path: Path, table: Row) -> None:
    """Keeps a file's reasons, and puts rounded weights in."""
    kept = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    for key, value in table.items():
        rounded = {k: round(w, 3) for k, w in value.items()} if isinstance(value, dict) else value
        kept[key] = rounded
    path.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
