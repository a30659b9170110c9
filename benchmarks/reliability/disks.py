"""A disk that is full, a store that may not be written, pages that are damaged; `add` again afterwards
ends where an undisturbed one ends."""

from __future__ import annotations

import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from benchmarks.reliability.command import ONRECORD, ROOT, Ended, environment, run, run_well
from benchmarks.reliability.news import write_ready
from benchmarks.reliability.soundness import Answers, answers, check_sound, compare

ARTICLES = 60
COMMANDS = (
    ("list", "--json"), ("check", "--json"), ("speakers", "--json"), ("export", "--jsonl"),
    ("verify",),
)  # fmt: skip


class Disk:
    """A small disk of its own; only the system's owner can make one."""

    def __init__(self, place: Path) -> None:
        self.place = place

    def change(self, options: str) -> None:
        """Another size, or read-only."""
        _mount("-o", f"remount,{options}", str(self.place))


@contextmanager
def small_disk(place: Path, kilobytes: int) -> Iterator[Disk | None]:
    """A disk of that size, None where none can be made."""
    place.mkdir()
    try:
        _mount("-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(place))
    except (OSError, subprocess.CalledProcessError):
        yield None
        return
    try:
        yield Disk(place)
    finally:
        subprocess.run(["umount", "-l", str(place)], capture_output=True, check=False)


def _mount(*words: str) -> None:
    subprocess.run(["mount", *words], capture_output=True, check=True)


def fill_disk(folder: Path, count: int) -> dict[str, Any]:
    """`add` on disks of several sizes, all too small, and again when there is room."""
    words, expected, size = _undisturbed(folder)
    found: Counter[str] = Counter()
    for number in range(count):
        room = round(size * (number + 0.5) / count / 1024) + 8
        with small_disk(folder / f"disk-{number}", room) as disk:
            if disk is None:
                return {"left out": "no disk can be mounted here"}
            location = str(disk.place / "s.db")
            _check_refused(run(*words, "--store", location), "disk is full", "No space left")
            _check_after(location, expected)
            disk.change("size=200m")
            _finish(words, location, expected)
            found["full disks"] += 1
    return dict(found)


def limit_files(folder: Path, count: int) -> dict[str, Any]:
    """The same where the system limits how large a file may grow; needs no rights."""
    words, expected, size = _undisturbed(folder)
    found: Counter[str] = Counter()
    for number in range(count):
        room, location = round(size * (number + 0.5) / count), str(folder / f"limited-{number}.db")
        _check_refused(_run_limited(room, *words, "--store", location), "disk", "File too large")
        _check_after(location, expected)
        _finish(words, location, expected)
        found["limits reached"] += 1
    return dict(found)


def _run_limited(bytes_: int, *words: str) -> Ended:
    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_, bytes_))

    done = subprocess.run(
        [sys.executable, *ONRECORD, *words], cwd=ROOT, env=environment(), text=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        preexec_fn=limit, check=False,
    )  # fmt: skip
    return Ended(done.returncode, done.stderr, 0.0)


def forbid_writing(folder: Path, _: int) -> dict[str, Any]:
    """Adding to a store on a disk that is read-only; reading it goes on."""
    words, expected, _size = _undisturbed(folder)
    half = write_ready(folder, ARTICLES // 2)
    with small_disk(folder / "disk", 200_000) as disk:
        if disk is None:
            return {"left out": "no disk can be mounted here"}
        location = str(disk.place / "s.db")
        run_well("add", *half, "--store", location)
        before = Path(location).read_bytes()
        disk.change("ro")
        _check_refused(run(*words, "--store", location), "read-only", "Read-only")
        readings = [run_well(*command, "--store", location) for command in COMMANDS]
        if Path(location).read_bytes() != before:
            raise AssertionError("a read-only store changed")
        disk.change("rw")
        _finish(words, location, expected)
    return {"commands that read it": len(readings)}


def damage(folder: Path, count: int, seed: int = 0) -> dict[str, Any]:
    """Pages overwritten at random: said in a line, saved as far as can be read, added to again."""
    words, expected, _size = _undisturbed(folder)
    chance, found = random.Random(f"damage {seed}"), Counter[str]()
    for number in range(count):
        store = folder / f"damaged-{number}.db"
        shutil.copy(folder / "alone.db", store)
        found["pages overwritten"] += _spoil(store, chance)
        for command in COMMANDS:
            _check_line(run(*command, "--store", str(store)))
        repaired = run("doctor", "--repair", "--store", str(store))
        _check_line(repaired)
        found["stores"] += 1
        saved = store.with_name(f"{store.name}.repaired")
        if not saved.exists():
            found["not repaired"] += 1
            continue
        check_sound(str(saved))
        run_well(*words, "--store", str(saved))
        check_sound(str(saved))
        compare(str(saved), expected)
        found["repaired, added to again, whole"] += 1
    return dict(found)


def _spoil(path: Path, chance: random.Random) -> int:
    raw = bytearray(path.read_bytes())
    size = int.from_bytes(raw[16:18], "big")
    pages = chance.sample(range(1, len(raw) // size), chance.randint(1, 12))
    for page in pages:
        start = page * size + (0 if chance.random() < 0.5 else chance.randrange(size // 2))
        raw[start : (page + 1) * size] = chance.randbytes((page + 1) * size - start)
    path.write_bytes(raw)
    return len(pages)


def _undisturbed(folder: Path) -> tuple[list[str], Answers, int]:
    words, alone = ["add", *write_ready(folder, ARTICLES)], folder / "alone.db"
    run_well(*words, "--store", str(alone))
    expected = answers(str(alone))
    with closing(sqlite3.connect(alone)) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return words, expected, alone.stat().st_size


def _check_refused(ended: Ended, *said: str) -> None:
    _check_line(ended)
    if ended.code != 4 or not any(word in ended.said for word in said):
        raise AssertionError(f"code {ended.code}: {ended.said[-1500:]}")


def _check_line(ended: Ended) -> None:
    if ended.code not in (0, 4) or "onrecord: unexpected" in ended.said:
        raise AssertionError(f"code {ended.code}: {ended.said[-1500:]}")


def _check_after(location: str, expected: Answers) -> None:
    """What a full disk left, looked at on another one."""
    place = Path(location)
    copy = place.parent.parent / f"{place.parent.name}-{place.name}-copy"
    if not place.exists():
        return
    for ending in ("", "-wal"):
        if Path(location + ending).exists():
            shutil.copy(location + ending, str(copy) + ending)
    check_sound(str(copy), expected)


def _finish(words: list[str], location: str, expected: Answers) -> None:
    run_well(*words, "--store", location)
    check_sound(location, expected)
    compare(location, expected)
