"""A page and a file of the same article (PDF, DOCX, message, text) are one article; look-alikes stay two."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random

import pytest

from claims.model import Article, Reading, Versions
from claims.pipeline import header_of
from claims.read import read_paths
from store import Store, open_store
from tests.claims.read.makers import PARAGRAPHS, TITLE, docx, json_ld, message, page, pdf

MADE = Versions("1", "sm", "net", "aaaa")
PAGE = "https://gazette.example/harbour/bridge-shut"
OUTLET, WRITER, DAY = "Ellery Gazette", "By Sam Orr and Ann Bell", "4 May 2026"
HEAD = (OUTLET, TITLE, WRITER, DAY)
File = tuple[str, bytes]


def node(day: str = "2026-05-04", title: str = TITLE, outlet: str = OUTLET) -> dict[str, object]:
    """What a page says of its article."""
    people = [{"@type": "Person", "name": name} for name in ("Sam Orr", "Ann Bell")]
    house = {"@type": "Organization", "name": outlet}
    return {
        "@type": "NewsArticle", "headline": title, "datePublished": day, "author": people, "publisher": house,
    }  # fmt: skip


def web_page(paragraphs: Iterable[str] = PARAGRAPHS, **said: str) -> File:
    """The page with its own address."""
    head = json_ld(node(**said)) + f'<link rel="canonical" href="{PAGE}">'
    return "page.html", page(paragraphs, head=head, title=said.get("title", TITLE)).encode()


def printed(
    paragraphs: Iterable[str] = PARAGRAPHS,
    head: Iterable[str] = HEAD,
    *,
    width: int = 78,
    foot: Iterable[str] = (),
    each: int = 60,
    margin: Callable[[int], list[str]] = lambda _: [],
) -> File:
    """A PDF of the article, with so many lines on each page and a margin below."""
    lines = list(head)
    for paragraph in paragraphs:
        lines += ["", *textwrap.wrap(paragraph, width)]
    lines += foot
    pages = [lines[start : start + each] for start in range(0, len(lines), each)]
    return "page.pdf", pdf([[*some, *margin(n)] for n, some in enumerate(pages, 1)])


def word_file(paragraphs: Iterable[str] = PARAGRAPHS) -> File:
    """The article as a document."""
    return "page.docx", docx([*HEAD, *paragraphs])


def letter(paragraphs: Iterable[str] = PARAGRAPHS) -> File:
    """The article as its outlet sends it."""
    return "page.eml", message("\n\n".join(paragraphs)).as_bytes()


def plain(paragraphs: Iterable[str] = PARAGRAPHS) -> File:
    """The article as somebody pasted it."""
    return "page.txt", "\n\n".join([*HEAD, *paragraphs]).encode()


def reading(folder: Path, file: File) -> Reading:
    """A file as it is read, without claims."""
    (folder / file[0]).write_bytes(file[1])
    (article,) = read_paths([str(folder / file[0])])
    assert isinstance(article, Article), article
    return Reading(article, header_of(article), (), MADE)


def current(store: Store) -> list[str | None]:
    """The addresses of the articles that the store holds now."""
    return [article.url for article in store.articles.select() if article.current]


def both_ways(folder: Path, one: File, other: File) -> set[int]:
    """How many articles both are, in either order, in one run and in two."""
    counts = set()
    for number, files in enumerate(((one, other), (other, one))):
        readings = [reading(folder, file) for file in files]
        with open_store(str(folder / f"{number}-together.db")) as store:
            store.articles.save_many(readings)
            counts.add(len(current(store)))
        with open_store(str(folder / f"{number}-apart.db")) as store:
            for some in readings:
                store.articles.save(some)
            counts.add(len(current(store)))
            for some in readings:
                assert store.articles.save(some).status in ("unchanged", "updated")
            assert [store.articles.save(some).status for some in readings] == ["unchanged"] * 2
            assert all(store.articles.unchanged(some.article) for some in readings)
    return counts


@pytest.mark.parametrize("file", [printed(), word_file(), letter(), plain()], ids=lambda f: f[0])
def test_a_page_and_a_file_of_it_are_one(tmp_path: Path, file: File) -> None:
    """In either order, in one run and in two, and once more."""
    assert both_ways(tmp_path, web_page(), file) == {1}


def test_the_page_is_what_stays(tmp_path: Path) -> None:
    """After the PDF it is a later edition, whose address is known."""
    with open_store(str(tmp_path / "s.db")) as store:
        assert store.articles.save(reading(tmp_path, printed())).status == "added"
        assert store.articles.save(reading(tmp_path, web_page())).status == "edition"
        assert current(store) == [PAGE]


@pytest.mark.parametrize(
    "seed", [0, 1, 2, *(pytest.param(n, marks=pytest.mark.slow) for n in range(3, 12))]
)
def test_whatever_stands_in_the_margins_of_a_print(tmp_path: Path, seed: int) -> None:
    """Width, order of the head, pages with numbers and addresses, and a line of rights."""
    random = Random(seed)
    head = list(HEAD)
    random.shuffle(head)
    margins: list[Callable[[int], list[str]]] = [
        lambda n: [str(n)],
        lambda n: [f"Page {n} of 3", PAGE],
        lambda n: [f"{OUTLET} | {DAY} | {n}"],
        lambda _: [],
    ]
    file = printed(
        PARAGRAPHS,
        head,
        width=random.randint(50, 95),
        each=random.randint(6, 30),
        margin=random.choice(margins),
        foot=random.choice([[], [f"© 2026 {OUTLET}. All rights reserved."], [PAGE]]),
    )
    assert both_ways(tmp_path, web_page(), file) == {1}


NOTICE = (
    "Strong winds are expected along the coast of Velmora from noon, the weather office said in its notice. Gusts of "
    "80 kilometres an hour are possible on exposed piers and on the swing bridge.",
    "Ferries to the outer islands may be late, the harbour office said, and asked passengers to look at the boards.",
)
CORRECTED = (PARAGRAPHS[0], PARAGRAPHS[1], PARAGRAPHS[2].replace("12,000", "21,000"), PARAGRAPHS[3])
LIVE = (
    *PARAGRAPHS,
    "On Tuesday the engineers went down to the pier for the first time, the harbour office said.",
)
OTHER_HOUSE = ("Valley Times", TITLE, WRITER, DAY)


@pytest.mark.parametrize(
    ("page_of_it", "file"),
    [
        pytest.param(web_page(), printed(head=OTHER_HOUSE), id="wire copy in two outlets"),
        pytest.param(
            web_page(),
            printed(head=OTHER_HOUSE, foot=[f"This article first appeared in the {OUTLET}."]),
            id="taken over with thanks",
        ),
        pytest.param(
            web_page(outlet="Reuters"), printed(head=OTHER_HOUSE), id="an agency and who prints it"
        ),
        pytest.param(web_page(), printed(LIVE, (*HEAD[:3], "5 May 2026")), id="a live page of two days"),
        pytest.param(web_page(), printed(LIVE), id="a live page of one day, later"),
        pytest.param(web_page(), printed(CORRECTED), id="a corrected edition"),
        pytest.param(
            web_page(NOTICE, title="Wind warning"),
            printed(NOTICE, (OUTLET, "Wind warning", "5 May 2026")),
            id="a notice of two days",
        ),
        pytest.param(web_page(), printed(head=(OUTLET, "Bridge to stay shut", DAY)), id="another title"),
        pytest.param(web_page(), printed(head=(TITLE, DAY)), id="no outlet"),
        pytest.param(web_page(), printed(head=(OUTLET, TITLE)), id="no day"),
        pytest.param(web_page(), printed(PARAGRAPHS[:2]), id="a part of it"),
        pytest.param(
            web_page(), printed([*PARAGRAPHS, *NOTICE]), id="a digest that holds more"
        ),
    ],
)  # fmt: skip
def test_look_alikes_stay_two(tmp_path: Path, page_of_it: File, file: File) -> None:
    """In doubt two, in either order."""
    assert both_ways(tmp_path, page_of_it, file) == {2}


@pytest.mark.parametrize("seed", range(6))
def test_page_pdf_document_and_letter_are_one_in_any_order(tmp_path: Path, seed: int) -> None:
    """As long as one that says of itself what it is comes second at the latest."""
    files = [printed(), word_file(), letter(), web_page()]
    Random(seed).shuffle(files)
    told = next(n for n, file in enumerate(files) if file[0].endswith((".eml", ".html")))
    files.insert(min(told, 1), files.pop(told))
    with open_store(str(tmp_path / "s.db")) as store:
        for file in files:
            store.articles.save(reading(tmp_path, file))
        assert current(store) == [PAGE]
    with open_store(str(tmp_path / "t.db")) as store:
        store.articles.save_many([reading(tmp_path, file) for file in files])
        assert current(store) == [PAGE]
