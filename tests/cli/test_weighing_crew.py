"""Weighing that processes help: what comes out is what one process finds, whoever dies, is late or gone."""

from __future__ import annotations

import pickle
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import cli.jobs.weighing_crew
from claims.corroborate.copies.copies import Text
from claims.corroborate.matching.propositions import Statement
from claims.corroborate.work import HERE, Couple
from claims.errors import OnrecordError
from cli.jobs.choice import Choice
from cli.jobs.corroborate import FIRST_ARTICLES, _Turns
from cli.jobs.frames import READ, STOP, TROUBLE
from cli.jobs.in_order import SHARES_AHEAD, Ticket
from cli.jobs.pipelines import crew_of
from cli.jobs.pool import Pool
from cli.jobs.reading_process import Work
from cli.jobs.weighing_crew import CrewWork, Weigher, weigher, working
from cli.main import main
from tests.claims.corroborate.newsroom import article, claim

STATED = [
    article(f"d{n}", claim(name, quote=f"the {thing} at Velmora was closed after {cause}"), published="2026-03-09")
    for n, (name, thing, cause) in enumerate(
        (name, thing, cause)
        for name in ("Aldo Ferrand", "Ilse Marrant")
        for thing in ("harbour bridge", "harbour lock")
        for cause in ("inspectors noticed cracks in its pillars", "cracks were noticed", "a storm broke 40 pillars")
    )
]  # fmt: skip
STATEMENTS = [Statement(row.claims[0], replace(row, claims=())) for row in STATED]
COUPLES: list[Couple] = [(a, b) for at, a in enumerate(STATEMENTS) for b in STATEMENTS[at + 1 :]]
TEXTS = [Text(row) for row in STATED] * 3


class MadeCrew:
    """Answers what it is handed, the last first; does so many shares well, and then what it is told."""

    width = 3
    has_answer = True

    def __init__(self, well: int, then: bytes = READ) -> None:
        self._well, self._then = well, then
        self._handed: list[tuple[Ticket, list[Any]]] = []
        self.done = self.most = 0
        self.seen: list[Statement] = []

    def hand(self, ticket: Ticket, share: list[Any]) -> None:
        """Takes a share, as far as it can be sent."""
        self._handed.append((ticket, pickle.loads(pickle.dumps(share))))
        self.most = max(self.most, len(self._handed))
        self.seen += [one for item in share if isinstance(item, tuple) for one in item]

    def answer(self, seconds: float | None = None) -> tuple[Ticket, bytes]:
        """Of the share that came last."""
        if not self.has_answer:
            raise OnrecordError(f"nobody answers for {seconds}")
        ticket, share = self._handed.pop()
        self.done += 1
        if self.done > self._well and self._then == b"":
            raise OnrecordError("the scheduler is gone")
        if self.done > self._well and self._then != READ:
            return ticket, self._then + pickle.dumps("no")
        return ticket, READ + pickle.dumps(list(Weigher().read(share)))

    def close(self) -> None:
        """Nothing is left."""


@pytest.mark.parametrize("then", [READ, TROUBLE, STOP, b""])
@pytest.mark.parametrize("well", [0, 5, 12])
def test_it_finds_what_one_process_finds(well: int, then: bytes) -> None:
    work = CrewWork(MadeCrew(well, then))
    found = (work.keys(STATEMENTS), work.compare(COUPLES), work.keys(TEXTS), work.compare(COUPLES))
    here = HERE.keys(STATEMENTS), HERE.compare(COUPLES), HERE.keys(TEXTS), HERE.compare(COUPLES)
    assert [*map(list, found)] == [*map(list, here)]
    relations = {pair.relation for pair in HERE.compare(COUPLES) if pair}
    assert relations and None in HERE.compare(COUPLES)


def test_an_answer_of_a_transaction_that_was_broken_off_is_none_of_the_next() -> None:
    crew = MadeCrew(99)
    work = CrewWork(crew)
    crew.hand(Ticket(10_000, -1), [STATEMENTS[0]])
    assert list(work.compare(COUPLES)) == list(HERE.compare(COUPLES))


def test_who_is_late_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever waits has the store to himself."""
    work = CrewWork(late := MadeCrew(99))
    monkeypatch.setattr(late, "has_answer", False)
    assert list(work.compare(COUPLES)) == list(HERE.compare(COUPLES))
    assert late.done == MadeCrew.width, "what let them begin"


def test_where_processes_are_gone_weighing_is_as_careful_as_without_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nobody looks who waits while one's own process weighs, so its portions stay short."""

    class Alone:
        """A shelf that nobody else waits for."""

        def somebody_waits(self) -> bool:
            return False

    sizes: list[int] = []
    monkeypatch.setattr(
        "claims.corroborate.incremental.grow", lambda _, size, __: sizes.append(size) or 0
    )
    for then, careful in ((READ, False), (STOP, True)):
        work = CrewWork(MadeCrew(MadeCrew.width, then))
        work.compare(COUPLES)
        assert work.helps is not careful
        turns = _Turns(work, 0.4)
        turns._weigh(Alone())  # type: ignore[arg-type]
        assert (turns._bold is None) is careful
    assert sizes == [FIRST_ARTICLES, FIRST_ARTICLES]


def test_a_pool_says_when_nobody_answers_in_time() -> None:
    """Rather than wait for ever."""
    with (
        closing(Pool(Work(weigher, Choice()), 1)) as pool,
        pytest.raises(OnrecordError, match="nobody answers"),
    ):
        pool.answer(0.01)


def test_what_is_handed_out_is_small_and_little_at_a_time() -> None:
    """However many claims an article holds."""
    crew = MadeCrew(99)
    many = [replace(a, article=replace(a.article, claims=(a.claim,) * 2000)) for a in STATEMENTS]  # type: ignore[type-var]
    work = CrewWork(crew)
    list(work.compare([(a, b) for at, a in enumerate(many) for b in many[at + 1 :]]))
    assert crew.most <= SHARES_AHEAD * crew.width
    assert all(not one.article.claims for one in crew.seen)


@pytest.mark.model
def test_processes_find_it_too_and_one_that_is_killed_costs_nothing() -> None:
    with closing(Pool(Work(weigher, Choice()), 2)) as pool:
        work = CrewWork(pool)
        assert list(work.compare(COUPLES)) == list(HERE.compare(COUPLES))
        next(one.process for one in pool.processes if one.process).kill()
        assert list(work.keys(STATEMENTS)) == list(HERE.keys(STATEMENTS))
        assert list(work.compare(COUPLES)) == list(HERE.compare(COUPLES))


@pytest.mark.parametrize(
    "choice, articles",
    [(None, 500), (Choice(), 500), (Choice(time_limit=9.0), 500), (Choice(jobs=2), 99)],
)
def test_nobody_is_called_where_nobody_was_chosen_or_little_waits(
    choice: Choice | None, articles: int
) -> None:
    with working(choice, articles) as work:
        assert work is HERE


def test_a_cluster_that_is_gone_leaves_weighing_to_this_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def gone(*_: object) -> object:
        raise OnrecordError("nobody answers")

    monkeypatch.setattr(cli.jobs.weighing_crew, "crew_of", gone)
    with working(Choice(cluster="tcp://127.0.0.1:1"), 500) as work:
        assert work is HERE


def test_a_cluster_that_goes_as_it_is_asked_leaves_weighing_to_this_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Gone(MadeCrew):
        @property
        def width(self) -> int:  # type: ignore[override]
            raise OnrecordError("the scheduler is gone")

    monkeypatch.setattr(cli.jobs.weighing_crew, "crew_of", lambda *_: Gone(0))
    with working(Choice(cluster="tcp://127.0.0.1:1"), 500) as work:
        assert work is HERE


def test_a_cluster_that_has_no_worker_for_a_moment_is_handed_its_shares(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(MadeCrew, "width", 0)
    assert list(CrewWork(MadeCrew(99)).compare(COUPLES)) == list(HERE.compare(COUPLES))


@pytest.mark.slow
@pytest.mark.model
def test_a_store_that_several_processes_made_is_that_of_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (news := tmp_path / "news").mkdir()
    for n in range(24):
        text = f'TARNE, March {n % 9 + 1} — "The {("lock", "quay", "mill")[n % 3]} will close in {n // 6 + 2030}," '
        (news / f"{n:02}.txt").write_text(
            f"{text}Mira Oduya said. Boran Tesk denied that it would.\n"
        )
    monkeypatch.setattr(cli.jobs.weighing_crew, "MIN_ARTICLES", 2)
    said = []
    for jobs in ("1", "2"):
        store = str(tmp_path / f"{jobs}.db")
        assert main(["add", str(news), "--store", store, "--jobs", jobs]) == 0
        capsys.readouterr()
        assert main(["check", "--limit", "0", "--jsonl", "--store", store]) == 0
        said.append(capsys.readouterr().out)
    assert said[0] == said[1] and said[0].count("\n") > 3


def test_the_crew_is_that_which_reads() -> None:
    with closing(crew_of(Choice(jobs=3), weigher)) as crew:
        assert crew.width == 3
