"""Web archives that the processes which read cut themselves: what comes of it is what one process finds, whoever dies
or cannot open them."""

from __future__ import annotations

import pickle
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from claims.model import Article, Failure
from claims.read import archive_parts
from claims.read.sources import read_paths
from cli.jobs.archives_elsewhere import ArchivesElsewhere
from cli.jobs.choice import Choice
from cli.jobs.frames import READ, TROUBLE
from cli.jobs.in_order import InOrder, Ticket
from cli.jobs.pool import Pool
from cli.jobs.reading_process import Errand, Work
from cli.jobs.retry import to_read_again
from store.store import open_store
from tests.cli.crawl import IN_ARCHIVE, archive
from tests.cli.stub_reading import KILLS, PATIENCE, begin, stub

pytest.importorskip("fastwarc", reason="the extra onrecord[warc] is not installed")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are killed as on POSIX")


def kept(store: Path) -> list[str]:
    """What the store holds of them, in the order in which it was saved."""
    with open_store(store, create=False) as opened:
        return [f"{one.doc}: {one.text}" for one in opened.articles.select()]


class MadeCrew:
    """Does what it is handed, the last first, but for some errands, which fail."""

    width = 2

    def __init__(self, fails: set[int]) -> None:
        self._handed: list[tuple[Ticket, list[Any]]] = []
        self._fails, self.errands = fails, 0

    @property
    def has_answer(self) -> bool:
        """Whether a share was handed out and not answered."""
        return bool(self._handed)

    def hand(self, ticket: Ticket, share: list[Any]) -> None:
        """Takes a share, as far as it can be sent."""
        self._handed.append((ticket, pickle.loads(pickle.dumps(share))))

    def answer(self, seconds: float | None = None) -> tuple[Ticket, bytes]:
        """Of the share that came last."""
        ticket, share = self._handed.pop()
        if not isinstance(share[0], Errand):
            parts = [(one.header, one.claims, one.versions) for one in stub(None).read(share)]
            return ticket, READ + pickle.dumps(parts)
        self.errands += 1
        if self.errands in self._fails:
            return ticket, TROUBLE + pickle.dumps("its process was killed")
        return ticket, READ + pickle.dumps([one.do(one.about) for one in share])

    def close(self) -> None:
        """Nothing is left."""


@pytest.mark.parametrize("fails", [set(), {1}, {2}, {4, 5}, set(range(99))])
def test_whatever_nobody_cuts_is_cut_here_and_the_same_comes_of_it(
    fails: set[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive_parts, "MAX_ARTICLES", 2)
    files = [str(archive(tmp_path / f"{name}.warc.gz")) for name in "abc"]
    (text := tmp_path / "d.txt").write_text("The quay is shut, Aldo Ferrand said.")
    paths = [files[0], str(text), *files[1:], files[0]]
    crew = InOrder(made := MadeCrew(fails))
    items = read_paths(paths, elsewhere=ArchivesElsewhere().use(crew))
    read = list(crew.read(item for item in items if isinstance(item, Article)))
    assert [one.article for one in read if not isinstance(one, Failure)] == list(read_paths(paths))
    assert made.errands


def test_processes_find_what_this_one_finds(tmp_path: Path) -> None:
    file = str(archive(tmp_path / "a.warc.gz"))
    with closing(Pool(Work(stub, Choice()), 2)) as pool:
        found = list(read_paths([file], elsewhere=ArchivesElsewhere().use(InOrder(pool))))
    assert found == list(read_paths([file])) and len(found) == IN_ARCHIVE


@pytest.mark.slow
def test_an_article_of_an_archive_that_kills_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    (folder := tmp_path / "crawl").mkdir()
    archive(folder / "a.warc.gz", {4: KILLS})
    archive(folder / "b.warc.gz")
    run = begin("add", folder, "--jobs", 2, "--store", store := tmp_path / "s.db")
    _, err = run.communicate(timeout=PATIENCE)
    assert run.returncode == 3 and "Traceback" not in err
    assert "a.warc.gz:5: cannot be read (its process was killed" in err
    with open_store(store, create=False) as opened:
        assert to_read_again(opened) == [str(folder / "a.warc.gz")]
    archive(folder / "a.warc.gz")
    assert begin("add", folder, "--jobs", 2, "--store", store).wait(PATIENCE) == 0
    assert begin("add", folder, "--store", alone := tmp_path / "one.db").wait(PATIENCE) == 0
    assert sorted(kept(store)) == sorted(kept(alone)) and len(kept(store)) == 2 * IN_ARCHIVE
