"""Texts read more than once: other windows each time, and the mean of what is said of each word."""

from __future__ import annotations

import json
import shutil
from importlib.resources import as_file, files
from itertools import chain
from pathlib import Path

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from claims.detect.detector import Detector
from claims.detect.encode import WINDOW_PIECES, Paragraph, assemble, pack
from claims.detect.manifest import manifest as manifest_of
from claims.detect.readings import Said, readings

SIZES = st.lists(st.integers(1, WINDOW_PIECES - 2), max_size=30)
OWN = "Ana Lindqvist said on Monday that the harbour of Oskarvik will reopen in May, once the new crane is there.\n"


def lines(sizes: list[int]) -> list[Paragraph]:
    """Paragraphs of so many words, each a wordpiece and a code point long."""
    ends = np.cumsum([0, *sizes]).tolist()
    return [
        Paragraph(
            [7] * size,
            [0] * size,
            list(range(size)),
            [(at, at + 1) for at in range(start, start + size)],
        )
        for start, size in zip(ends, sizes, strict=False)
    ]


@given(SIZES)
def test_read_once_a_text_is_packed_as_it_was_for_training(sizes: list[int]) -> None:
    assert readings(lines(sizes), 1) == [pack(lines(sizes))]


@given(SIZES, st.integers(2, 4))
def test_every_window_of_every_reading_holds_neighbouring_lines_and_fits(
    sizes: list[int], count: int
) -> None:
    parts = lines(sizes)
    found = readings(parts, count)
    assert list(chain(*found[0])) == parts
    for reading in found[1:]:
        read = list(chain(*reading))
        assert read == parts[len(parts) - len(read) :]
    assert all(len(assemble(window)[0]) <= WINDOW_PIECES for reading in found for window in reading)


def test_a_line_at_an_edge_of_the_first_reading_is_within_a_window_of_another() -> None:
    parts = lines([20] * 60)
    first, *others = readings(parts, 3)
    edges = [window[0] for window in first[1:]]
    inside = [line for reading in others for window in reading for line in window[1:-1]]
    assert edges and all(edge in inside for edge in edges)


def logs(*rows: list[float]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return np.log(np.array(rows, dtype=np.float32))


def test_what_is_said_of_a_word_is_the_mean_of_the_probabilities() -> None:
    """Over the readings that saw it: the third word stands in none but the first."""
    second = [([(0, 3)], logs([0.9, 0.1])), ([(4, 5)], logs([0.2, 0.8]))]
    third = [([(0, 3)], logs([0.6, 0.4]))]
    found = np.exp(
        Said([second, third, []]).mean(
            [(0, 3), (4, 5), (6, 9)], logs([0.3, 0.7], [0.4, 0.6], [0.5, 0.5])
        )
    )
    assert found == pytest.approx(np.array([[0.6, 0.4], [0.3, 0.7], [0.5, 0.5]]))


def test_what_no_reading_thinks_possible_stays_a_number() -> None:
    never = np.array([[0.0, -1000.0]], dtype=np.float32)
    assert np.isfinite(Said([[([(0, 3)], never)]]).mean([(0, 3)], never)).all()


def test_read_once_nothing_is_changed() -> None:
    once = logs([0.3, 0.7])
    assert Said([]).mean([(0, 3)], once) is once


@pytest.mark.model
def test_a_manifest_says_how_often_its_model_reads(tmp_path: Path) -> None:
    """A line that begins a window of the first reading is judged otherwise once it was read amid
    its neighbours."""
    with as_file(files("claims.weights") / "fast") as place:
        own = Path(shutil.copytree(place, tmp_path / "own"))
    manifest = json.loads((own / "manifest.json").read_text(encoding="utf-8"))
    doc, found = spacy.blank("en").make_doc(OWN * 30), []
    for count in (1, 2):
        (own / "manifest.json").write_text(
            json.dumps(manifest | {"readings": count}), encoding="utf-8"
        )
        manifest_of.cache_clear()
        found.append([one.signs.cue for one in Detector(str(own)).read([doc], [()])[0].candidates])
    once, twice = found
    assert len(once) == len(twice) == 30
    changed = [a != b for a, b in zip(once, twice, strict=True)]
    assert not changed[0] and any(changed)
