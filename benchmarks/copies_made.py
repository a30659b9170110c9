"""Copies and near misses made from other people's articles, by recipe and seed, and how well they
are told apart.

The articles are read where they lie and never written anywhere. One half of them is to choose
thresholds by (`--half choose`), the other to report on.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from claims.corroborate.copies.copies import find_copies
from claims.corroborate.copies.shingles import outside_words
from claims.corroborate.model import StatedArticle

DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "eval"
LEAST = 150
"""Articles with fewer words outside quotation marks are left out: a third of them is no text."""
REWORDED = 0.1
"""Share of the words that are exchanged."""

Change = Callable[[str, random.Random], str]


@dataclass(frozen=True)
class Made:
    """An article with the text that it was made from and by which recipe; family is equal for
    copies."""

    article: StatedArticle
    family: str
    recipe: str


def sentences(text: str) -> list[str]:
    """Sentences, roughly, each with what follows it up to the next."""
    return [
        part
        for part in re.split(r"(?<=[.!?”\"])(?<!Mr\.)(?<!Mrs\.)(?<!U\.S\.)\s+(?=[A-Z“\"])", text)
        if part.strip()
    ]


def paragraphs(text: str) -> list[str]:
    """Paragraphs that hold something."""
    return [part for part in re.split(r"\n\s*\n|\n", text) if part.strip()]


def cut(kept: float) -> Change:
    """Keeps the beginning."""
    return lambda text, _: _until(sentences(text), kept * len(text))


def abridge(kept: float) -> Change:
    """Keeps sentences from all over, in order."""

    def change(text: str, chance: random.Random) -> str:
        parts = sentences(text)
        order = list(range(len(parts)))
        chance.shuffle(order)
        size, keep = 0, set()
        for place in order:
            if size >= kept * len(text):
                break
            keep.add(place)
            size += len(parts[place])
        return " ".join(parts[place] for place in sorted(keep))

    return change


def _until(parts: Sequence[str], size: float) -> str:
    found: list[str] = []
    for part in parts:
        if sum(map(len, found)) >= size:
            break
        found.append(part)
    return " ".join(found)


def relead(lead: str) -> Change:
    """Puts another first paragraph in place of the first sentence."""
    return lambda text, _: lead + "\n\n" + " ".join(sentences(text)[1:])


def reword(text: str, chance: random.Random) -> str:
    """Exchanges words, longer ones rather than shorter."""
    words = re.split(r"(\W+)", text)
    vocabulary = [word for word in words if len(word) > 3 and word.isalpha()]
    return "".join(
        chance.choice(vocabulary)
        if word.isalpha() and chance.random() < REWORDED and vocabulary
        else word
        for word in words
    )


def reorder(text: str, chance: random.Random) -> str:
    """Puts the paragraphs into another order, a few at a time."""
    parts = paragraphs(text)
    size = max(1, len(parts) // 6)
    blocks = [parts[at : at + size] for at in range(0, len(parts), size)]
    chance.shuffle(blocks)
    return "\n\n".join(part for block in blocks for part in block)


def uncredit(text: str, _: random.Random) -> str:
    """Leaves out agencies in brackets, datelines and credit lines."""
    text = re.sub(
        r"\((AP|Reuters|AFP|Bloomberg)\)|\b(The )?Associated Press\b|\bReuters\b", "", text
    )
    return re.sub(r"^[A-Z][A-Z .,]{3,40}(\([A-Z]\w+\))?\s*[—–-]+\s*", "", text)


def update(addition: str) -> Change:
    """Adds news at the top and in the middle, and changes figures."""

    def change(text: str, chance: random.Random) -> str:
        parts = paragraphs(re.sub(r"\d+", lambda m: str(int(m[0][:6]) + 1), text))
        new = sentences(addition)
        parts.insert(0, " ".join(new[:2]))
        parts.insert(chance.randrange(len(parts)), " ".join(new[2:4]))
        return "\n\n".join(parts)

    return change


def both(*changes: Change) -> Change:
    """One change after another."""

    def change(text: str, chance: random.Random) -> str:
        for one in changes:
            text = one(text, chance)
        return text

    return change


def recipes(other: str) -> dict[str, Change]:
    """Every way of copying; `other` is a text to take foreign sentences from."""
    lead = " ".join(sentences(other)[:2])
    found: dict[str, Change] = {
        "whole": lambda text, _: text,
        "re-order": reorder,
        "re-word": reword,
    }
    found |= {"drop the credit": uncredit, "re-lead": relead(lead), "update": update(other)}
    for kept in (0.7, 0.5, 0.3):
        found |= {f"cut to {kept:.0%}": cut(kept), f"abridge to {kept:.0%}": abridge(kept)}
    return found | {
        "re-word, cut to 30%": both(cut(0.3), reword),
        "re-word, abridge to 30%": both(abridge(0.3), reword),
        "re-lead, abridge to 50%": both(abridge(0.5), relead(lead)),
        "re-lead, cut to 30%": both(cut(0.3), relead(lead)),
        "re-order, abridge to 50%": both(abridge(0.5), reorder),
        "all of it, to 50%": both(uncredit, abridge(0.5), reorder, reword, relead(lead)),
    }


def insert(text: str, block: str, chance: random.Random) -> str:
    """The text with the block between two of its paragraphs."""
    parts = paragraphs(text)
    parts.insert(chance.randrange(len(parts) + 1), block)
    return "\n\n".join(parts)


NEAR_MISSES = ("press statement", "editor's note", "quotations", "background")


def near_miss(
    name: str, texts: tuple[str, str], source: str, chance: random.Random
) -> tuple[str, str]:
    """Two articles that share something and are no copies; what they share is cut from `source`."""
    parts = sentences(source)

    def run(low: int, high: int) -> str:
        size = chance.randint(low, high)
        at = chance.randrange(max(1, len(parts) - 8))
        return " ".join(" ".join(parts[at:]).split()[:size])

    if name == "editor's note":
        note = run(25, 60)
        return texts[0] + "\n\n" + note, texts[1] + "\n\n" + note
    blocks = {
        "press statement": lambda: [run(60, 150)],
        "quotations": lambda: [f"“{run(20, 60).translate(UNQUOTED)},” she said." for _ in range(4)],
        "background": lambda: [run(30, 60) for _ in range(3)],
    }[name]()
    one, other = texts
    for block in blocks:
        one, other = insert(one, block, chance), insert(other, block, chance)
    return one, other


UNQUOTED = str.maketrans(dict.fromkeys('“”"\n', " "))


def stated(id: str, text: str, published: str, outlet: str) -> StatedArticle:
    """An article without claims."""
    return StatedArticle(id, id, text, outlet, None, (), (), published, ())


def make(
    rows: Sequence[dict[str, str]], foreign: Sequence[str], recipe: int, chance: random.Random
) -> list[Made]:
    """Originals, a copy of each by one recipe, and near misses of the articles set aside for
    them."""
    usable = [row for row in rows if len(outside_words(row["text"])) >= LEAST]
    made = []
    for row in (row for place, row in enumerate(usable) if place % 3):
        day, doc = row["publication_date"], row["doc"]
        name, change = list(recipes(chance.choice(foreign)).items())[recipe]
        made.append(Made(stated(doc, row["text"], day, row["publisher"]), doc, "original"))
        made.append(
            Made(
                stated(f"{doc}/copy", change(row["text"], chance), day + "T23", "other"), doc, name
            )
        )
    aside = usable[::3]
    for place in range(0, len(aside) - 1, 2):
        name = NEAR_MISSES[(place // 2 + recipe) % len(NEAR_MISSES)]
        texts = (aside[place]["text"], aside[place + 1]["text"])
        for row, text in zip(
            aside[place : place + 2],
            near_miss(name, texts, chance.choice(foreign), chance),
            strict=True,
        ):
            day = row["publication_date"]
            made.append(
                Made(stated(row["doc"], text, day, row["publisher"]), row["doc"], f"not: {name}")
            )
    return made


@dataclass
class Score:
    """Links and copies by recipe."""

    made: Counter[str]
    found: Counter[str]
    wrong: list[tuple[str, str, str, float]]
    right: int = 0

    @property
    def precision(self) -> float:
        """Share of the links that lead to an article of the same text."""
        return self.right / max(1, self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        """Share of the made copies that stand with their original."""
        copies = [name for name in self.made if name != "original" and not name.startswith("not")]
        return sum(self.found[name] for name in copies) / max(
            1, sum(self.made[name] for name in copies)
        )


def score(rows: Sequence[dict[str, str]], foreign: Sequence[str], seed: int) -> Score:
    """Folds one collection a recipe and compares with what was made."""
    result = Score(Counter(), Counter(), [])
    for recipe in range(len(recipes(foreign[0]))):
        made = {
            item.article.id: item
            for item in make(rows, foreign, recipe, random.Random(seed + recipe))
        }
        links = {
            link.article_id: link for link in find_copies([item.article for item in made.values()])
        }
        for id, item in made.items():
            result.made[item.recipe] += 1
            root = links[id].of if id in links else id
            home = links[item.family].of if item.family in links else item.family
            result.found[item.recipe] += root == home
            if id in links and {made[root].family, item.family} in REAL:
                continue
            if id in links and made[root].family == item.family:
                result.right += 1
            elif id in links:
                result.wrong.append((item.recipe, id, root, links[id].share))
    return result


REAL = [
    {
        "nyt_2016-03-15_sanders-advances-agenda-via-side",
        "nyt_2016-03-16_via-legislative-side-doors-sande",
    },
    {
        "wash-post_2015-12-12_misinformation-enters-mainstream",
        "wash-post_2015-12-13_misinformation-enters-mainstream",
    },
]
"""Pairs of articles of the corpus that are one text, printed on two days: read, and neither right
nor wrong here."""


def halves(data: Path = DATA) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """The articles to choose by and those to report on, by turns."""
    with gzip.open(data / "polnear-train.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return rows[::2], rows[1::2]


def main() -> int:
    """Print precision, recall and a table by recipe as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=["choose", "report"], default="report")
    parser.add_argument("--articles", type=int, default=0, help="only so many originals")
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the evaluation data")
    options = parser.parse_args()
    if not options.data.is_dir():
        print("the evaluation data (../shared/eval) is not beside this checkout", file=sys.stderr)
        return 2
    here = options.half == "report"
    parts = halves(options.data)
    foreign = [row["text"] for row in parts[not here] if len(sentences(row["text"])) > 20]
    found = score(parts[here][: options.articles or None], foreign, options.seed)
    print(json.dumps(report(found), indent=1, ensure_ascii=False))
    return 0


def _recall(found: Score, names: Sequence[str]) -> float:
    return sum(found.found[name] for name in names) / max(
        1, sum(found.made[name] for name in names)
    )


def report(found: Score) -> dict[str, object]:
    """Precision, recall, recall by recipe, and the wrong links."""
    copies = [name for name in found.made if name != "original" and not name.startswith("not")]
    return {
        "precision": round(found.precision, 4),
        "recall": round(found.recall, 4),
        "recall at 30%": round(_recall(found, [name for name in copies if "30%" in name]), 4),
        "links": found.right + len(found.wrong),
        "copies": sum(found.made[name] for name in copies),
        "recall by recipe": {
            name: round(found.found[name] / found.made[name], 3) for name in copies
        },
        "near misses": {
            name: count for name, count in found.made.items() if name.startswith("not")
        },
        "wrong": [list(item) for item in found.wrong],
    }


if __name__ == "__main__":
    sys.exit(main())
