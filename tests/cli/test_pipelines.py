"""Which model reads, how sure a claim must be, and on how many cores; the command line with the
real models."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from claims.model import Article
from cli.jobs.choice import Choice
from cli.jobs.in_order import InOrder
from cli.jobs.pipelines import _pipeline, reader
from cli.jobs.pool import Pool
from cli.jobs.reading_process import Work
from cli.main import main
from tests.cli.stub_reading import stub

TEXTS = [
    f'TARNE — "The {thing} will close on Friday," Mira Oduya said. Boran Tesk denied that it would.\n'
    for thing in ("bridge", "school", "harbour", "mill", "mine", "road")
]
ARTICLES = [Article(f"{number}.txt", text) for number, text in enumerate(TEXTS)]

WORK = Work(_pipeline, Choice(jobs=2))


@pytest.fixture
def folder(tmp_path: Path) -> str:
    """Six articles of two claims each."""
    for article in ARTICLES:
        (tmp_path / article.doc).write_text(article.text, encoding="utf-8")
    return str(tmp_path)


def attributions(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, object]]:
    """What `extract` prints, one claim after the other."""
    assert main(["extract", *words]) == 0
    return [
        found
        for line in capsys.readouterr().out.splitlines()
        for found in json.loads(line)["attributions"]
    ]


@pytest.mark.parametrize(
    "words, code, said",
    [
        (["--min-confidence", "2"], 2, "not between 0 and 1"),
        (["--min-confidence", "nan"], 2, "not between 0 and 1"),
        (["--jobs", "0"], 2, "give 1 or more"),
        (["--jobs", "2", "--cluster", "tcp://127.0.0.1:1"], 2, "leave --jobs out"),
        (["--time-limit", "0"], 2, "no number of seconds above 0"),
        (["--time-limit", "nan"], 2, "no number of seconds above 0"),
        (["--time-limit", "1e10"], 2, "no number of seconds above 0"),
        (["--model", "nowhere"], 5, "fast or accurate"),
        (["--model", "nowhere", "--jobs", "2"], 5, "fast or accurate"),
        (["--spacy-model", "xx_none"], 5, "no spaCy model 'xx_none'"),
    ],
)
def test_a_choice_that_cannot_be_is_one_line(
    folder: str, capsys: pytest.CaptureFixture[str], words: list[str], code: int, said: str
) -> None:
    assert main(["extract", folder, *words]) == code
    err = capsys.readouterr().err
    assert said in err
    assert "Traceback" not in err


@pytest.mark.model
def test_least_confidence_leaves_out_what_is_less_likely(
    folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    every = attributions(capsys, folder)
    middle = sorted(float(str(found["confidence"])) for found in every)[len(every) // 2]
    assert attributions(capsys, folder, "--min-confidence", str(middle)) == [
        found for found in every if float(str(found["confidence"])) >= middle
    ]


@pytest.mark.model
def test_the_accurate_model_reads_too_and_says_so(folder: str, tmp_path: Path) -> None:
    store = str(tmp_path / "it.db")
    assert main(["add", f"{folder}/0.txt", "--model", "accurate", "--store", store]) == 0
    from store import open_store

    with open_store(store, create=False) as kept:
        assert "mpnet" in next(iter(kept.runs.select())).versions["detector"]


@pytest.mark.model
def test_another_model_reads_kept_articles_anew_and_counts_what_differs(
    folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`add` names the command that reads anew; that one counts what came, went, changed and stays
    by decision."""
    store = ["--store", str(tmp_path / "it.db")]
    assert main(["add", folder, *store, "--min-confidence", "1"]) == 0
    capsys.readouterr()
    assert main(["add", folder, *store, "--model", "accurate"]) == 0
    assert "`onrecord redetect --model accurate`" in capsys.readouterr().err
    assert main(["redetect", *store, "--jsonl"]) == 0
    said = capsys.readouterr()
    found = [json.loads(line) for line in said.out.splitlines()]
    assert found and {row["change"] for row in found} == {"added"}
    assert f"{len(found)} added, 0 dropped, 0 changed, 0 kept" in said.err
    assert main(["redetect", *store, "--jsonl"]) == 0
    assert "0 added, 0 dropped, 0 changed, 0 kept" in capsys.readouterr().err


@pytest.mark.model
def test_many_processes_read_what_one_reads_in_the_same_order() -> None:
    with reader(Choice(jobs=1)) as one, reader(Choice(jobs=2)) as two:
        assert list(two.read(ARTICLES)) == list(one.read(ARTICLES))


def test_the_processes_end_with_the_pool() -> None:
    """Not some time later, when Python may be ending too."""
    with closing(Pool(Work(stub, Choice(jobs=2)), 2)) as pool:
        list(InOrder(pool).read(ARTICLES))
        processes = [one.process for one in pool.processes if one.process]
        assert processes and all(process.poll() is None for process in processes)
    assert all(process.returncode is not None for process in processes)


@pytest.mark.slow
@pytest.mark.model
def test_a_killed_process_costs_no_reading() -> None:
    with closing(Pool(WORK, 2)) as pool, reader(Choice()) as one:
        stream = InOrder(pool).read(ARTICLES * 40)
        first = next(stream)
        next(each.process for each in pool.processes if each.process).kill()
        assert [first, *stream] == list(one.read(ARTICLES)) * 40
